#pragma once

#include <span>
#include <string_view>

namespace pressmark::indexer {

/// Words that open a byline; folded (case and accents), longest first where one begins another.
std::span<const std::string_view> byline_openers();
/// Words that join two names, and are none; folded.
std::span<const std::string_view> name_joiners();
/// Words of jobs, desks and organisations: no person is called so; folded.
std::span<const std::string_view> role_words();

}  // namespace pressmark::indexer
