#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/content/page_fields.h"
#include "indexer/extract/json/json_ld.h"

namespace pressmark::indexer {

/// The address of a page's article.
struct PageAddress {
  std::string url;        // canonical form; empty when none is known
  std::string site;       // the same, or an address that names no more than the site
  std::string_view rule;  // for --explain; static storage
};

/// The address that a page states for itself, unless it is a front page or a template's
/// placeholder or, where the fetched address is known, another site's, a folder that the fetched
/// one lies in, or the first of several pages of which a later one was fetched: each page has a
/// part of the text. A front page is no article's address, but it names the site.
///
/// @param fetched  where the page was fetched; may be empty
/// @param saved    where a comment says that it was saved from; counts only where neither the page
///                 states an address nor the fetched one is known. May be empty
PageAddress choose_page_address(const PageFields& fields, const LinkedArticle& linked,
                                std::string_view fetched, std::string_view saved);

}  // namespace pressmark::indexer
