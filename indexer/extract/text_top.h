#pragma once

#include <string_view>

namespace pressmark::indexer {

/// Whether a line above a story is its page's menu or path: several short pieces parted by bars or
/// arrows ("Home | News | Sport", "News > World > Europe").
bool is_menu_line(std::string_view line);

/// Whether a line is a story's first paragraph and no headline: a long sentence, or one with a
/// dateline ("OSLO (Reuters) - ...").
///
/// @param dateline  what stands before the line's first dash; may be empty
bool is_first_paragraph(std::string_view line, std::string_view dateline);

/// The agency in a dateline's brackets: "Reuters" in "OSLO, May 3 (Reuters)"; empty when there is
/// none that is known.
std::string_view agency_of(std::string_view dateline);

}  // namespace pressmark::indexer
