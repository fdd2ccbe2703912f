#pragma once

#include <span>
#include <string>

namespace pressmark::searcher {

/// What a shell offers for the last of `words`, the command line behind the program's name: a line
/// each, "VALUE TAB what it is"; nothing where file names are wanted. Options and their values come
/// from the table of options, fields from the schema, and their values from the archive of --db, of
/// the environment or of the configuration; values that hold control characters are left out. It is
/// for the shell to quote them. Throws Error when the archive is needed and cannot be read.
std::string complete(std::span<const std::string> words);

}  // namespace pressmark::searcher
