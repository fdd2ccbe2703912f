#include "indexer/source/feed_reader.h"

#include <algorithm>
#include <utility>

namespace pressmark::indexer {

bool FeedReader::grow() {
  constexpr std::size_t kFirst = std::size_t{64} << 10;
  const std::size_t before = sound().size();
  const std::size_t wanted = std::max(2 * before, kFirst);
  while (sound().size() < wanted && !input_.next_damage() && input_.more()) {
  }
  return sound().size() > before;
}

void FeedReader::consume(std::size_t bytes) {
  line_ += static_cast<std::size_t>(std::ranges::count(sound().substr(0, bytes), '\n'));
  input_.consume(bytes);
}

void FeedReader::begin_item() {
  in_line_ = item_line_ == line_ ? in_line_ + 1 : 0;
  item_line_ = line_;
  origin_ = context_.origin + ":" + std::to_string(line_);
  if (in_line_ > 0) origin_ += "+" + std::to_string(in_line_);
}

SkippedInput FeedReader::skipped(SkipReason reason, std::string detail) const {
  return {origin_.empty() ? context_.origin : origin_, {reason, std::move(detail)}};
}

SkippedInput FeedReader::too_large() const {
  return skipped(SkipReason::TooLarge, "more than " + std::to_string(limit()) + " bytes");
}

ContentItem FeedReader::item(std::string bytes, std::string_view media_type) const {
  if (context_.left_out()) return skipped(SkipReason::Excluded, {});
  if (bytes.size() > limit()) return too_large();
  RawDocument document;
  document.origin = origin_;
  document.named = false;
  document.included = context_.included;
  document.media_type = media_type;
  document.charset = around_.charset;
  document.robots = around_.robots;
  document.crawled = around_.crawled;
  document.truncated = around_.truncated;
  document.feed_item = true;
  document.bytes = std::move(bytes);
  return document;
}

std::optional<ContentItem> FeedReader::at_end() {
  input_.consume(sound().size());
  if (auto damage = input_.take_damage()) {
    origin_ = context_.origin + ":" + std::to_string(line_);
    return skipped(damage->skip.reason, std::move(damage->skip.detail));
  }
  if (item_line_ == 0) return skipped(SkipReason::NoText, "feed without items");
  return std::nullopt;
}

}  // namespace pressmark::indexer
