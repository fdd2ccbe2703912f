#include "indexer/extract/metadata.h"

#include <utility>

namespace pressmark::indexer {

PageMetadata read_metadata(const Page& page, const DecodedDocument& document) {
  PageMetadata metadata;
  metadata.url = document.url;
  if (const auto title = page.find(Tag::Title, 0, page.size()))
    metadata.title = text_of(page, *title);
  if (!page.empty()) metadata.language = page.attribute(0, Attr::Lang);
  return metadata;
}

PageMetadata refine_with_content(PageMetadata metadata, const Page& page,
                                 const ContentPlace& place) {
  static_cast<void>(page);
  static_cast<void>(place);
  return metadata;
}

}  // namespace pressmark::indexer
