#pragma once

#include <span>
#include <string_view>

namespace pressmark::indexer {

/// Words that open a byline; folded (case and accents), longest first where one begins another.
std::span<const std::string_view> byline_openers();
/// Words that join two names, and are none.
std::span<const std::string_view> name_joiners();
/// Words of jobs and desks, which may stand before or behind a name.
std::span<const std::string_view> role_words();
/// Words that make a name one of an organisation.
std::span<const std::string_view> organization_words();

}  // namespace pressmark::indexer
