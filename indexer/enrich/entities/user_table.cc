#include "indexer/enrich/entities/user_table.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include <fmt/core.h>

#include "common/bounded_input.h"
#include "common/error.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostBytes = std::size_t{128} << 20;

}  // namespace

std::string read_user_table(const std::string& path, std::string_view what) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  auto text = read_at_most(in, kMostBytes);
  if (!text) {
    throw Error(ExitCode::Usage, fmt::format("the table of {} {} is longer than {} MiB", what, path,
                                             kMostBytes >> 20));
  }
  if (!in.eof()) {
    throw Error(ExitCode::Usage,
                fmt::format("cannot read the table of {} {}: {}", what, path,
                            errno == 0 ? "it is no readable file" : std::strerror(errno)));
  }
  if (text->find('\0') != std::string::npos)
    throw Error(ExitCode::Usage, fmt::format("the table of {} {} is no UTF-8 text", what, path));
  return std::move(*text);
}

}  // namespace pressmark::indexer
