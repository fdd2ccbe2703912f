#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::indexer {

// What news wires put into a text beside names; each is asked of a mention by its bytes, `begin` to
// `end`.

/// Whether a mention is the code of a share: "HLDN" of "(NYSE: HLDN)", "(HLDN.OL)".
bool is_stock_code(std::string_view text, std::size_t begin, std::size_t end);

/// Whether a mention is the agency of a dateline: "EFE" of "LIMA (EFE) -".
bool is_dateline_agency(std::string_view text, std::size_t begin, std::size_t end);

/// Whether a mention begins a line as a dateline does: "NAPOLI -", "Lima, June 3".
bool is_dateline(std::string_view text, std::size_t begin, std::size_t end);

/// Whether four capitals are a dateline's town and no initials: "OSLO (EFE)", "LIMA, June 3".
bool is_dateline_town(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace pressmark::indexer
