#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

/// The archives that PRESSMARK_DB names: directories and tcp://HOST:PORT, separated by ":" as in
/// PATH. The name of a directory that is there, colons and all, is one.
std::vector<std::string> archive_list(std::string_view value);

}  // namespace pressmark
