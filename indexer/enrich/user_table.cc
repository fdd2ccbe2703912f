#include "indexer/enrich/user_table.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/core.h>

#include "common/error.h"

namespace pressmark::indexer {

std::string read_user_table(const std::string& path, std::string_view what) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string text;
  // Not through the buffer's iterators, which throw where a directory is read.
  for (char part[4096]; in.read(part, sizeof part) || in.gcount() > 0;)
    text.append(part, static_cast<std::size_t>(in.gcount()));
  if (!in.eof()) {
    throw Error(ExitCode::Usage,
                fmt::format("cannot read the table of {} {}: {}", what, path,
                            errno == 0 ? "it is no readable file" : std::strerror(errno)));
  }
  if (text.find('\0') != std::string::npos)
    throw Error(ExitCode::Usage, fmt::format("the table of {} {} is no UTF-8 text", what, path));
  return text;
}

}  // namespace pressmark::indexer
