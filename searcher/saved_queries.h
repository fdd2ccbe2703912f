#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/expected.h"

namespace pressmark::searcher {

/// Queries that a user keeps under a name, a file each in $XDG_CONFIG_HOME/pressmark/searches (else
/// ~/.config/...). "@name" in a query stands for one. A test holds the man pages to these names.
inline constexpr std::string_view kSavedFolder = "searches";
inline constexpr std::string_view kSavedEnding = ".query";

/// The query of this name, as one line; nothing when there is none.
std::optional<std::string> saved_query(std::string_view name);

/// Keeps a query, in place of one of the same name. Throws Error: (ExitCode::Usage) for a name that
/// is not letters, digits, '-' and '_', (ExitCode::Output) when it cannot be written.
void save_query(std::string_view name, std::string_view text);

/// Lists of values that a user keeps beside them, a value a line: "source:@name" in a query stands
/// for all of one.
inline constexpr std::string_view kListEnding = ".list";

/// The text of the list of this name; else which may have been meant, or where it would be.
Expected<std::string, std::string> value_list(std::string_view name);

/// Names and texts of all lists, by name.
std::vector<std::pair<std::string, std::string>> value_lists();

/// Where --new notes what it has shown of a saved query: beside it. Throws Error
/// (ExitCode::Usage) when there is no such query.
std::filesystem::path seen_file(std::string_view name);

/// Names and queries, by name.
std::vector<std::pair<std::string, std::string>> saved_queries();

}  // namespace pressmark::searcher
