#include "indexer/source/feed.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "common/utf8.h"
#include "indexer/source/json_feed.h"
#include "indexer/source/part_stream.h"
#include "indexer/source/xml_feed.h"

namespace pressmark::indexer {
namespace {

/// A document's bytes once more as a stream.
class DocumentStream : public ByteStream {
 public:
  explicit DocumentStream(std::string bytes) : bytes_(std::move(bytes)) {}

  Outcome<std::size_t> read(std::span<char> into) override {
    const std::size_t count = std::min(bytes_.size() - at_, into.size());
    std::copy_n(bytes_.data() + at_, count, into.data());
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

std::unique_ptr<ContentReader> open_shape(FeedShape shape, InputBuffer input,
                                          ContentContext context, RawDocument around) {
  return shape == FeedShape::Json
             ? open_json_feed(std::move(input), std::move(context), std::move(around))
             : open_xml_feed(std::move(input), std::move(context), std::move(around));
}

}  // namespace

FeedShape feed_shape(std::string_view head) {
  constexpr std::size_t kHeadBytes = std::size_t{16} << 10;
  head = head.substr(0, kHeadBytes);
  if (looks_like_xml_feed(head)) return FeedShape::Xml;
  return looks_like_json_feed(head) ? FeedShape::Json : FeedShape::None;
}

std::string feed_from_utf16(std::string_view bytes) {
  const bool little = bytes.starts_with("\xff\xfe");
  if (!little && !bytes.starts_with("\xfe\xff")) return {};
  const auto unit = [&](std::size_t at) {
    const auto byte = [&](std::size_t i) {
      return static_cast<char32_t>(static_cast<unsigned char>(bytes[i]));
    };
    return little ? byte(at) | byte(at + 1) << 8 : byte(at) << 8 | byte(at + 1);
  };
  constexpr char32_t kReplacement = 0xFFFD;
  std::string text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      const bool pair = c < 0xDC00 && low >= 0xDC00 && low < 0xE000;
      c = pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : kReplacement;
      if (pair) at += 2;
    }
    append_code_point(text, c);
  }
  return feed_shape(text) == FeedShape::None ? std::string() : text;
}

std::unique_ptr<ContentReader> open_feed(FeedShape shape, InputBuffer input,
                                         ContentContext context) {
  return open_shape(shape, std::move(input), std::move(context), {});
}

std::unique_ptr<ContentReader> open_feed(FeedShape shape, RawDocument document,
                                         ContentContext context) {
  context.origin = document.origin;
  context.included = document.included;
  const std::size_t size = document.bytes.size();
  InputBuffer input(plain_parts(std::make_unique<DocumentStream>(std::move(document.bytes))), size);
  return open_shape(shape, std::move(input), std::move(context), std::move(document));
}

}  // namespace pressmark::indexer
