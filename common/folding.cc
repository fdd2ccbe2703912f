#include "common/folding.h"

#include <cstring>
#include <string>

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "common/letters.h"
#include "common/normalizer.h"
#include "common/utf8.h"

namespace pressmark {
namespace {

using Role = FoldedCharacter::Role;

Script script_of(UChar32 c) {
  if (sets_no_blanks(static_cast<char32_t>(c))) return Script::Unspaced;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_LATIN:
      return Script::Latin;
    case USCRIPT_GREEK:
      return Script::Greek;
    case USCRIPT_CYRILLIC:
      return Script::Cyrillic;
    case USCRIPT_ARABIC:
      return Script::Arabic;
    case USCRIPT_ARMENIAN:
      return Script::Armenian;
    case USCRIPT_DEVANAGARI:
      return Script::Devanagari;
    case USCRIPT_TAMIL:
      return Script::Tamil;
    case USCRIPT_HANGUL:  // has blanks, but its particles are part of the word and nobody stems
                          // them
      return Script::Unspaced;
    default:
      return Script::Other;
  }
}

/// Whether accents of the script are signs on a letter and not letters.
bool drops_marks(Script script) {
  return script == Script::Latin || script == Script::Greek || script == Script::Cyrillic ||
         script == Script::Arabic || script == Script::Armenian;
}

/// й, ї, ў: letters of their own although Unicode decomposes them.
bool is_own_letter(UChar32 c) { return c == 0x0439 || c == 0x0457 || c == 0x045E; }

std::string_view undecomposed_fold(UChar32 c) {
  switch (c) {
    case 0x00F8:
      return "o";  // ø
    case 0x0142:
      return "l";  // ł
    case 0x0111:
      return "d";  // đ
    case 0x00F0:
      return "d";  // ð
    case 0x00FE:
      return "th";  // þ
    case 0x00E6:
      return "ae";  // æ
    case 0x0153:
      return "oe";  // œ
    case 0x0131:
      return "i";  // ı
    case 0x0127:
      return "h";  // ħ
    case 0x0259:
      return "a";  // ə
    case 0x04D9:
      return "ә";
    default:
      return {};
  }
}

/// Whether a mark that stands by itself is part of its word's form.
bool keeps_mark(UChar32 c, Script script) {
  if (script == Script::Unspaced) return true;
  return !drops_marks(script) && u_charType(c) != U_ENCLOSING_MARK && !is_accent(c);
}

/// "ﾊﾞ" is written with two characters; else their voicing is part of the letter.
bool is_half_width_voicing(UChar32 c) { return c == 0xFF9E || c == 0xFF9F; }

Role role_of(UChar32 c, Script script) {
  if (c == 0xFFFD) return Role::Separator;
  if (is_invisible(static_cast<char32_t>(c))) return Role::Invisible;
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK ||
      is_half_width_voicing(c))
    return Role::Mark;
  if (u_charDigitValue(c) >= 0 && type == U_DECIMAL_DIGIT_NUMBER) return Role::Digit;
  if (!u_isalpha(c) && type != U_OTHER_NUMBER && type != U_LETTER_NUMBER) return Role::Separator;
  return script == Script::Unspaced ? Role::Unspaced : Role::Letter;
}

/// plain_letter(), but for a final yeh without points, which the Arabic stemmer tells from one
/// with: "على" is "on", "علي" is Ali.
UChar32 index_letter(UChar32 c) {
  constexpr UChar32 kAlefMaksura = 0x0649;
  return c == kAlefMaksura ? c : static_cast<UChar32>(plain_letter(static_cast<char32_t>(c)));
}

/// NFKC case folding, then without accents; in scripts whose marks are all accents only letters and
/// digits are kept.
std::string folded_text(UChar32 c, Script script) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded =
      nfkc_casefold_normalizer().normalize(icu::UnicodeString(c), status);
  std::string out;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 part = folded.char32At(i);
    if (!drops_marks(script) || is_own_letter(part)) {
      if (script != Script::Unspaced && is_accent(part)) continue;
      append_code_point(out, static_cast<char32_t>(part));
      continue;
    }
    const icu::UnicodeString bare = nfd_normalizer().normalize(icu::UnicodeString(part), status);
    for (std::int32_t j = 0; j < bare.length(); j = bare.moveIndex32(j, 1)) {
      const UChar32 letter = index_letter(bare.char32At(j));
      if (!u_isalnum(letter)) continue;
      const std::string_view plain = undecomposed_fold(letter);
      if (plain.empty())
        append_code_point(out, static_cast<char32_t>(letter));
      else
        out += plain;
    }
  }
  return out;
}

}  // namespace

const FoldedCharacter& Folder::fold(char32_t character) {
  FoldedCharacter& entry = seen_[character % seen_.size()];
  if (entry.source == character) return entry;
  entry = {};
  entry.source = character;
  const auto c = static_cast<UChar32>(character);
  entry.script = script_of(c);
  entry.role = role_of(c, entry.script);
  std::string text;
  if (entry.role == Role::Digit) {
    text = std::to_string(u_charDigitValue(c));
  } else if (entry.role == Role::Letter || entry.role == Role::Unspaced) {
    text = folded_text(c, entry.script);
    if (text.empty() || text.size() > entry.bytes.size()) entry.role = Role::Separator;
  } else if (is_half_width_voicing(c)) {
    append_code_point(text, c == 0xFF9E ? 0x3099 : 0x309A);
  } else if (entry.role == Role::Mark && keeps_mark(c, entry.script)) {
    append_code_point(text, character);
  }
  if (text.size() > entry.bytes.size()) text.clear();
  entry.size = static_cast<std::uint8_t>(text.size());
  std::memcpy(entry.bytes.data(), text.data(), text.size());
  return entry;
}

}  // namespace pressmark
