#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/content/page_fields.h"
#include "indexer/extract/json/json_ld.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// Who wrote a page's article, and the rule that says so (for --explain).
struct PageAuthors {
  std::vector<std::string> names;
  std::string_view rule;  // static storage; empty when there is nobody
  bool people = false;    // no organisation
};

/// People first: those of JSON-LD, else of meta fields, else of the visible byline. When no person
/// is named anywhere, the organisation that signs: an agency or a desk, else the outlet itself.
///
/// @param headline  node of the visible headline; 0 when there is none
/// @param language  as the page declares it; may be empty
PageAuthors choose_authors(const Page& page, const PageFields& fields, const LinkedArticle& linked,
                           NodeId headline, const Outlet& outlet, std::string_view language);

/// What signs an article that no person does: "Associated Press", "The Echo staff", "dpa". Without
/// "By". Empty for addresses, for roles that say nothing of who ("Admin", "Guest author") and for
/// what is longer than a signature.
///
/// @param byline  one line of UTF-8
std::string signing_organization(std::string_view byline, const Outlet& outlet);

}  // namespace pressmark::indexer
