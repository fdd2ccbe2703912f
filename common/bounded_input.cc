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
  for (char c; in.get(c);) {
    if (c == '\n') return true;
    if (line.size() == kLongestLine)
      throw Error(ExitCode::Usage, fmt::format("a line of {} is far too long", name));
    line += c;
  }
  return !in.bad() && !line.empty();
}

}  // namespace pressmark
