#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/schema.h"

namespace pressmark::searcher {

/// Forms of other systems, and of ours misspelt, that would be read as words: they are refused with
/// what to write instead. Words are as they were typed, their backslashes in them.

/// Where a word ends in "~" and digits: the offset of the "~".
std::optional<std::size_t> numbered_tilde(std::string_view typed);

/// Whether a word is NEAR, ADJ or atleast in another spelling, near/5, NEAR5, NEAR/x, ATLEAST/3, or
/// in other words: w/5, within/5, pre/5.
bool is_like_operator(std::string_view typed);

/// The field in "country=ua": bytes of its name; 0 when the word is no such thing.
std::size_t filter_with_equals(std::string_view typed);

/// Bytes of a number in groups that a line begins with, "1,000" or ">=12,500,000"; 0 when there is
/// none.
std::size_t grouped_number(std::string_view line);

/// What is wrong with it, and what to write instead in a filter of this field.
inline constexpr const char* kCommaBetweenValues = "a comma stands between values";
std::string thousands_hint(const Field& row);

}  // namespace pressmark::searcher
