#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

inline constexpr std::size_t npos = std::string_view::npos;
/// What JSON, XML and header fields take for white space.
inline constexpr std::string_view kBlank = " \t\r\n";

/// All text here is UTF-8. White space means the Unicode property White_Space plus U+200B and
/// U+FEFF.

std::string_view trim(std::string_view text);

/// U+200B and U+FEFF: marks without width, at which a line may end.
bool is_zero_width_space(char32_t c);
/// Whether a U+200B before this letter is kept: scripts that write words without blanks may part
/// them by it. In others it stands in the middle of long words and is no part of them.
bool keeps_zero_width_space(char32_t c);

/// Trimmed, with each run of white space made one blank; marks without width as above.
std::string collapse_space(std::string_view text);

/// Full Unicode case folding, without any change of accents.
std::string fold_case(std::string_view text);

/// fold_case, accents taken off (NFKC without what is_accent() says) and letters as plain_letter()
/// has them: for comparing names, not for indexing.
std::string fold_accents(std::string_view text);

/// The pieces between separators; empty pieces kept. Views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The paragraphs of an article's text, as views into it: separated by blank lines where it has
/// any, else by line ends. Empty paragraphs do not occur.
std::vector<std::string_view> paragraphs(std::string_view text);

bool starts_with_ascii_nocase(std::string_view text, std::string_view prefix);
bool equals_ascii_nocase(std::string_view a, std::string_view b);
std::string to_lower_ascii(std::string_view text);

}  // namespace pressmark
