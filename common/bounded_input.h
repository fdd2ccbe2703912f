#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

/// All that a stream gives; nothing when that is more than `most` bytes. What users name, settings
/// and tables and lists, may be a pipe or a device without an end. Whether all could be read is the
/// stream's to say: it is at its end then.
std::optional<std::string> read_at_most(std::istream& in, std::size_t most);

inline constexpr std::size_t kLongestLine = std::size_t{16} << 20;

/// The next line, as std::getline gives it; false when there is none. Throws Error
/// (ExitCode::Usage) with the name of the stream where a line is longer than kLongestLine.
bool next_line(std::istream& in, std::string& line, std::string_view name);

}  // namespace pressmark
