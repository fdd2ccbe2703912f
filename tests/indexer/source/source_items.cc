#include "tests/indexer/source/source_items.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace pressmark::indexer::test {
namespace {

std::string without(std::string_view text, std::string_view root) {
  return std::string(text.starts_with(root) ? text.substr(root.size()) : text);
}

struct Describe {
  std::string_view root;
  std::string operator()(const RawDocument& d) const {
    return "document " + without(d.origin, root) + ": " + d.bytes;
  }
  std::string operator()(const SkippedInput& s) const {
    return "skipped " + without(s.origin, root) + ": " + std::string(name(s.skip.reason));
  }
  std::string operator()(const Revisit& r) const {
    return "revisit " + without(r.origin, root) + ": " + r.url;
  }
  std::string operator()(const FileDone& f) const {
    return (f.whole ? "done " : "broken off ") + without(f.stamp.path, root);
  }
  std::string operator()(const FileUnchanged& f) const {
    return "unchanged " + without(f.stamp.path, root);
  }
};

template <typename T>
std::vector<T> only(SourceOptions options) {
  std::vector<T> found;
  const auto source = open_sources(std::move(options));
  while (auto item = source->next()) {
    if (auto* wanted = std::get_if<T>(&*item)) found.push_back(std::move(*wanted));
  }
  return found;
}

}  // namespace

std::vector<std::string> lines_of(SourceOptions options, std::string_view root) {
  std::vector<std::string> lines;
  const auto source = open_sources(std::move(options));
  while (auto item = source->next()) lines.push_back(std::visit(Describe{root}, *item));
  return lines;
}

std::vector<RawDocument> documents_of(SourceOptions options) {
  return only<RawDocument>(std::move(options));
}
std::vector<SkippedInput> skipped_of(SourceOptions options) {
  return only<SkippedInput>(std::move(options));
}

SourceOptions reading(std::string path) {
  SourceOptions options;
  options.paths.push_back(std::move(path));
  return options;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace pressmark::indexer::test
