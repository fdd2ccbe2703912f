#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

/// What both programs, and every stage that cuts a text into words, must hold of a character.

/// Whether the character is of a script that sets no blanks between words: Han, Kana, Bopomofo,
/// Thai, Lao, Tibetan, Burmese, Khmer. Korean sets them.
bool sets_no_blanks(char32_t c);

/// Whether the character is katakana, or the sign that lengthens its vowels: Japanese writes a
/// foreign word as one run of them.
bool is_katakana(char32_t c);

/// Whether the character is a point that parts the names of one foreigner in Chinese or Japanese:
/// "·", "・" and what is written for them.
bool is_name_point(char32_t c);

/// U+3099, U+309A: "は" with them is "ば" and "ぱ".
bool is_kana_voicing(char32_t c);

/// Whether the character is written for an apostrophe: U+2019, the keyboard's, an accent without
/// its letter, Hebrew's geresh.
bool is_apostrophe(char32_t c);

/// Whether the character only shows how a word is drawn, or where it may be broken: soft hyphen,
/// tatweel, joiners.
bool is_invisible(char32_t c);

/// The letter that stands for all that are written for it on other keyboards: Arabic yeh and kaf
/// for Persian's, yeh for a final one without points, heh for Urdu's. Others as they are.
char32_t plain_letter(char32_t c);

/// Bytes of the mark at `at` within a Hebrew abbreviation, "צה״ל": gershayim, or the quotation mark
/// that most write for it. 0 when there is none, nor in ב"הארץ", which quotes a name. The mark
/// stands before the last letter, or before it and an ending.
std::size_t gershayim_at(std::string_view text, std::size_t at);

/// "." or "," at `at`, where a number may have it, as such a sign. Wide forms are taken between
/// wide digits only: in Chinese a wide comma between plain ones stands between two numbers.
struct NumberSign {
  char text = '\0';
  std::size_t bytes = 0;  // 0: none
};
NumberSign number_sign_at(std::string_view text, std::size_t at);

}  // namespace pressmark
