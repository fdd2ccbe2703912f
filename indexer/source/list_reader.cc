#include "indexer/source/list_reader.h"

#include <span>
#include <utility>
#include <vector>

#include "common/utf8.h"
#include "indexer/source/listed_articles.h"

namespace pressmark::indexer {

ListReader::ListReader(InputBuffer input, ContentContext context)
    : input_(std::move(input)), context_(std::move(context)) {
  if (input_.ensure(kByteOrderMark.size()) && input_.view().starts_with(kByteOrderMark)) {
    input_.consume(kByteOrderMark.size());
  }
}

std::string ListReader::origin() const {
  return context_.origin + ":" + std::to_string(line_) +
         (in_line_ > 0 ? "+" + std::to_string(in_line_) : "");
}

SkippedInput ListReader::skipped(SkipReason reason, std::string detail) const {
  return {origin(), {reason, std::move(detail)}};
}

SkippedInput ListReader::too_large() const {
  return skipped(SkipReason::TooLarge,
                 "more than " + std::to_string(context_.max_document_bytes) + " bytes");
}

ContentItem ListReader::document(std::string bytes) const {
  if (context_.left_out()) return skipped(SkipReason::Excluded);
  RawDocument raw;
  raw.origin = origin();
  raw.named = false;
  raw.included = context_.included;
  raw.media_type = "application/json";
  raw.bytes = std::move(bytes);
  return raw;
}

ContentItem ListReader::document_or_first(std::string_view object) {
  const std::vector<std::string_view> articles = listed_articles(object);
  if (articles.empty()) return document(std::string(object));
  ContentItem first = document(std::string(articles.front()));
  for (const std::string_view article : std::span(articles).subspan(1)) {
    ++in_line_;
    waiting_.push_back(document(std::string(article)));
  }
  return first;
}

std::optional<ContentItem> ListReader::waiting() {
  if (waiting_.empty()) return std::nullopt;
  ContentItem item = std::move(waiting_.front());
  waiting_.pop_front();
  return item;
}

}  // namespace pressmark::indexer
