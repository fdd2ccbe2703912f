#pragma once

#include <optional>
#include <string_view>

namespace pressmark::indexer {

/// Plain text that is written for programs or is a table: what it is ("robots.txt", "ads.txt",
/// "table", "log" ...), or nothing. Looks at the first lines; UTF-8.
std::optional<std::string_view> listing_kind(std::string_view text);

}  // namespace pressmark::indexer
