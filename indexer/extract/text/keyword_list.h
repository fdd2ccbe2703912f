#pragma once

#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// The keywords that a page gives as one string, between the mark that parts most of them: commas,
/// those of Arabic and Chinese too, or semicolons. Views into `list`; they may be empty.
std::vector<std::string_view> keywords_in(std::string_view list);

}  // namespace pressmark::indexer
