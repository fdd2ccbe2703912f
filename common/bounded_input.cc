#include "common/bounded_input.h"

#include <fmt/core.h>

#include "common/error.h"

namespace pressmark {

std::optional<std::string> read_at_most(std::istream& in, std::size_t most) {
  std::string text;
  // Not through the buffer's iterators or rdbuf(): what fails there, as with a directory, throws or
  // looks like an empty file.
  for (char part[4096]; in.read(part, sizeof part) || in.gcount() > 0;) {
    text.append(part, static_cast<std::size_t>(in.gcount()));
    if (text.size() > most) return std::nullopt;
  }
  return text;
}

bool next_line(std::istream& in, std::string& line, std::string_view name) {
  line.clear();
  const std::istream::sentry ready(in, true);
  if (!ready) return false;
  for (int c = in.rdbuf()->sbumpc(); c != '\n'; c = in.rdbuf()->sbumpc()) {
    if (c == std::istream::traits_type::eof()) {
      in.setstate(line.empty() ? std::ios::eofbit | std::ios::failbit : std::ios::eofbit);
      return !line.empty();
    }
    if (line.size() == kLongestLine)
      throw Error(ExitCode::Usage, fmt::format("a line of {} has no end", name));
    line += static_cast<char>(c);
  }
  return true;
}

}  // namespace pressmark
