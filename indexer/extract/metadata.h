#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/extractor.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"
#include "indexer/model/decoded_document.h"

namespace pressmark::indexer {

/// What a page says of itself, from all its sources with a stated precedence.
struct PageMetadata {
  std::string title;  // headline without the site's suffix
  std::vector<std::string> authors;
  bool people_sign = false;  // the authors are people, not the organisation that signs
  std::optional<PublishedDate> published;
  std::optional<Date> modified;
  Outlet outlet;
  std::string url;       // canonical form; empty when unknown
  std::string language;  // as declared ("de-AT")
  std::string section;
  std::vector<std::string> tags;
  std::string description;
  std::string article_body;  // JSON-LD articleBody as plain text; may be cut short by the publisher
  bool forbids_indexing = false;  // to robots
  std::vector<FieldNote> notes;
};

/// Precedence of each field: DECISIONS, Metadata. Linear in the page's size; never throws on
/// content.
PageMetadata read_metadata(const Page& page, const DecodedDocument& document,
                           const ExtractOptions& options = {});

}  // namespace pressmark::indexer
