#include "indexer/source/feed.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "indexer/source/json_feed.h"
#include "indexer/source/part_stream.h"
#include "indexer/source/utf16_stream.h"
#include "indexer/source/xml_feed.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{16} << 10;

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
  head = head.substr(0, kHeadBytes);
  if (looks_like_xml_feed(head)) return FeedShape::Xml;
  return looks_like_json_feed(head) ? FeedShape::Json : FeedShape::None;
}

std::string feed_from_utf16(std::string_view bytes) {
  const auto order = utf16_of(bytes);
  if (!order) return {};
  const std::string head = utf16_to_utf8(bytes.substr(0, 2 * kHeadBytes), *order);
  return feed_shape(head) == FeedShape::None ? std::string() : utf16_to_utf8(bytes, *order);
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
