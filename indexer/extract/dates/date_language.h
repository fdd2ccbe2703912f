#pragma once

#include <string>
#include <string_view>

#include "indexer/model/article.h"

namespace pressmark::indexer {

/// The language and country by which an article's dates are read, as a tag: what it declares; with
/// the country of its outlet (the table's, else the domain's end) where it declares no more than
/// "en"; the language of that country where it declares nothing. Empty when nothing tells.
///
/// @param declared  "de-AT", "en"; may be empty
std::string date_language(std::string_view declared, const Outlet& outlet);

/// Whether a language writes "03/05/2024" with the month first: English, unless the country is
/// another than the United States.
bool month_first(std::string_view language);

}  // namespace pressmark::indexer
