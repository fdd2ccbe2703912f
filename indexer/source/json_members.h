#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pressmark::indexer {

/// A member of an object: its name as it is written, and where its value begins and ends in the
/// text; npos where the text ends first.
struct Member {
  std::string_view name;
  std::size_t value = 0;
  std::size_t end = 0;
};

/// Behind the string that begins here; npos when it does not end.
std::size_t end_of_string(std::string_view text, std::size_t at);

/// Behind the value that begins here; npos when it does not end.
std::size_t end_of_value(std::string_view text, std::size_t at);

/// The member that begins here, before which commas and blanks may stand. Nothing when no name,
/// colon and begin of a value stand here.
std::optional<Member> member_at(std::string_view text, std::size_t at);

}  // namespace pressmark::indexer
