#include "indexer/source/content.h"

#include <algorithm>
#include <string_view>

#include "indexer/source/arc.h"
#include "indexer/source/archive_members.h"
#include "indexer/source/decompressor.h"
#include "indexer/source/feed.h"
#include "indexer/source/json_documents.h"
#include "indexer/source/mhtml.h"
#include "indexer/source/news_message.h"
#include "indexer/source/table_documents.h"
#include "indexer/source/utf16_stream.h"
#include "indexer/source/warc.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{16} << 10;
constexpr int kMaxDepth = 3;  // a WARC in gzip in a zip; more is a nest of bombs

/// The whole input is one document.
class SingleDocument : public ContentReader {
 public:
  SingleDocument(InputBuffer input, ContentContext context)
      : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<ContentItem> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    if (context_.left_out()) return skipped(SkipReason::Excluded);
    const std::size_t limit = context_.max_document_bytes;
    const bool large = context_.bytes.value_or(0) > limit;
    while (!large && input_.view().size() <= limit && !input_.next_damage() && input_.more()) {
    }
    const auto damage = input_.next_damage();
    if (large || (!damage && input_.view().size() > limit)) {
      return skipped(SkipReason::TooLarge, "more than " + std::to_string(limit) + " bytes");
    }
    if (const auto at = damage) {
      input_.consume(*at);
      return SkippedInput{context_.origin, input_.take_damage()->skip};
    }
    RawDocument document;
    document.origin = context_.origin;
    document.named = context_.named;
    document.included = context_.included;
    document.file_time = context_.file_time;
    document.bytes = input_.take();
    if (document.bytes.empty()) return skipped(SkipReason::EmptyFile);
    return document;
  }

 private:
  SkippedInput skipped(SkipReason reason, std::string detail = {}) const {
    return {context_.origin, {reason, std::move(detail)}};
  }

  InputBuffer input_;
  ContentContext context_;
  bool done_ = false;
};

/// A whole file: sees how its reading comes on, and takes feeds and messages of newswires among its
/// documents apart.
class FileReader : public ContentReader {
 public:
  FileReader(InputBuffer input, ContentContext context) : context_(context) {
    context.progress = &progress_;
    content_ = open_content(std::move(input), std::move(context));
  }

  std::optional<ContentItem> next() override {
    auto item = next_item();
    if (item && !std::holds_alternative<SkippedInput>(*item)) ++progress_.documents;
    return item;
  }

 private:
  std::optional<ContentItem> next_item() {
    while (true) {
      if (feed_) {
        if (auto item = feed_->next()) return item;
        feed_.reset();
      }
      if (message_) {
        if (auto story = message_->next()) return story;
        message_.reset();
      }
      auto item = content_->next();
      auto* document = item ? std::get_if<RawDocument>(&*item) : nullptr;
      if (document == nullptr || document->feed_item) return item;
      if (!take_apart(*document)) return item;
    }
  }

  /// Whether it is a feed or a message: its parts come next then.
  bool take_apart(RawDocument& document) {
    if (std::string text = feed_from_utf16(document.bytes); !text.empty()) {
      document.bytes = std::move(text);
      document.charset = "utf-8";
    }
    if (const FeedShape shape = feed_shape(document.bytes); shape != FeedShape::None) {
      feed_ = open_feed(shape, std::move(document), context_);
      return true;
    }
    message_ = NewsMessage::of(document);
    return message_.has_value();
  }

  ContentContext context_;
  FileProgress progress_;
  std::unique_ptr<ContentReader> content_;
  // Within the content, as far as they have not been read.
  std::unique_ptr<ContentReader> feed_;
  std::optional<NewsMessage> message_;
};

void make_utf8(InputBuffer& input, Utf16 order) {
  input = InputBuffer(plain_parts(utf8_stream(as_byte_stream(std::move(input)), order)));
  input.ensure(kHeadBytes);
}

/// JSON in UTF-16, as PowerShell redirects it, becomes UTF-8 on the way: its objects are parted by
/// bytes.
void make_json_utf8(InputBuffer& input) {
  const auto wide = utf16_of(input.view());
  if (wide && json_shape(utf16_to_utf8(input.view(), *wide)) != JsonShape::None)
    make_utf8(input, *wide);
}

/// The reader of a table, if it is one. A table in UTF-16 becomes UTF-8 too: its rows are parted by
/// bytes.
std::unique_ptr<ContentReader> open_if_table(InputBuffer& input, ContentContext& context) {
  // The first bytes alone, however many have come: what a table is must not depend on that.
  const bool whole = !input.ensure(kHeadBytes + 1) && input.at_end();
  const std::string_view head = input.view().substr(0, kHeadBytes);
  const auto wide = utf16_of(head);
  auto shape = wide ? table_shape(utf16_to_utf8(head, *wide), whole) : table_shape(head, whole);
  if (!shape) return nullptr;
  if (wide) make_utf8(input, *wide);
  return open_table(std::move(input), std::move(context), std::move(*shape));
}

}  // namespace

std::unique_ptr<ContentReader> open_content(InputBuffer input, ContentContext context) {
  if (context.progress == nullptr)
    return std::make_unique<FileReader>(std::move(input), std::move(context));
  input.ensure(kHeadBytes);
  make_json_utf8(input);
  const std::string_view head = input.view();
  if (context.depth < kMaxDepth) {
    if (const auto compression = compression_of(head)) {
      ++context.depth;
      context.compressed = true;
      context.bytes.reset();
      auto parts =
          decompressed_parts(as_byte_stream(std::move(input)), *compression, *context.progress);
      return open_content(InputBuffer(std::move(parts)), std::move(context));
    }
    if (looks_like_archive(head)) return open_archive(std::move(input), std::move(context));
  }
  if (looks_like_warc(head)) return open_warc(std::move(input), std::move(context));
  if (looks_like_arc(head)) return open_arc(std::move(input), std::move(context));
  if (looks_like_mhtml(head)) return open_mhtml(std::move(input), std::move(context));
  if (const FeedShape shape = feed_shape(head); shape != FeedShape::None)
    return open_feed(shape, std::move(input), std::move(context));
  switch (json_shape(head)) {
    case JsonShape::None:
      break;
    case JsonShape::Lines:
      return open_json_lines(std::move(input), std::move(context));
    case JsonShape::Objects:
      return open_json_objects(std::move(input), std::move(context));
  }
  if (auto table = open_if_table(input, context)) return table;
  return std::make_unique<SingleDocument>(std::move(input), std::move(context));
}

}  // namespace pressmark::indexer
