#include "indexer/source/list_reader.h"

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

}  // namespace pressmark::indexer
