#pragma once

#include <string_view>

namespace pressmark::indexer {

/// Whether a list of directives for robots asks for no indexing: "noindex, nofollow", "none". A
/// list that begins with the name of a robot ("otherbot: noindex") is for that one alone.
/// https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
bool forbids_indexing(std::string_view directives);

}  // namespace pressmark::indexer
