#pragma once

#include <string>
#include <string_view>

namespace pressmark::indexer {

/// All bytes of a table that the user gave. Throws Error (ExitCode::Usage) when it cannot be read
/// or is no text.
///
/// @param what  for the message: "outlets"
std::string read_user_table(const std::string& path, std::string_view what);

}  // namespace pressmark::indexer
