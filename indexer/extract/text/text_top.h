#pragma once

#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Whether a line above a story is its page's menu or path: several short pieces parted by bars or
/// arrows ("Home | News | Sport", "News > World > Europe").
bool is_menu_line(std::string_view line);

/// The pieces of such a line, which may name the outlet and the day; none when it is no such line.
std::vector<std::string_view> menu_pieces(std::string_view line);

/// Whether a line that reads as a headline does stands below the first, and more below that.
///
/// @param lines  trimmed, the first not blank
bool is_above_headline(const std::vector<std::string_view>& lines);

/// Whether the first line names a section and no story ("Opinion", "FOR IMMEDIATE RELEASE"): one
/// word, or a few all in capitals, above a headline of several words.
///
/// @param lines  trimmed, the first not blank
bool is_section_line(const std::vector<std::string_view>& lines);

/// A headline as the tab of a browser shows it, "Harbour freezes over - The Guardian". The outlet
/// is empty unless it is a known one.
struct TitleAndOutlet {
  std::string_view title, outlet;
};
TitleAndOutlet title_and_outlet(std::string_view line);

/// Whether a line is a story's first paragraph and no headline: a long sentence, or one with a
/// dateline ("OSLO (Reuters) - ...").
///
/// @param dateline  what stands before the line's first dash; may be empty
bool is_first_paragraph(std::string_view line, std::string_view dateline);

/// The agency in a dateline's brackets: "Reuters" in "OSLO, May 3 (Reuters)"; empty when there is
/// none that is known.
std::string_view agency_of(std::string_view dateline);

}  // namespace pressmark::indexer
