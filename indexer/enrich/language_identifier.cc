#include "indexer/enrich/language_identifier.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "common/language.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxDetectBytes =
    6000;  // more does not change the answer on news pages and costs time
constexpr std::size_t kFirstLookBytes = 1500;  // enough where all of it is in one language
constexpr int kOneLanguagePercent = 95;
constexpr std::size_t kSureBytes =
    40;  // letters; below, the page's own word is worth more than statistics
constexpr int kMinHintPercent =
    30;  // share of the text in the declared language that lets the hint decide

std::string code_of(CLD2::Language language) {
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string_view code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "nb") return "no";
  return std::string(find_language(code).value_or(""));
}

/// Japanese is never written in Han characters alone: without kana it is Chinese.
std::string without_kana(std::string code, std::string_view sample) {
  if (code != "ja") return code;
  for (std::size_t at = 0; at < sample.size();) {
    const char32_t c = next_code_point(sample, at);
    if (c >= 0x3041 && c < 0x3100) return code;
  }
  return "zh";
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x530; }

/// Short Russian lines are taken for Ukrainian. A letter that only one of the two has tells them
/// apart, as does the Russian "and"; a line without any is left, for many of Ukrainian are so.
std::string without_ukrainian_letters(std::string code, std::string_view sample) {
  static constexpr std::u32string_view kUkrainian = U"іїєґІЇЄҐ";
  static constexpr std::u32string_view kRussian = U"ыэёъЫЭЁЪ";
  if (code != "uk") return code;
  bool russian = false;
  char32_t before = 0;  // the letter that the last one follows, 0 where it begins a word
  char32_t last = 0;
  const auto is_and = [&] { return before == 0 && (last == U'и' || last == U'И'); };
  for (std::size_t at = 0; at < sample.size();) {
    const char32_t c = next_code_point(sample, at);
    if (kUkrainian.find(c) != std::u32string_view::npos) return code;
    const char32_t letter = is_cyrillic(c) ? c : 0;
    russian |= kRussian.find(c) != std::u32string_view::npos || (letter == 0 && is_and());
    before = last;
    last = letter;
  }
  return russian || is_and() ? "ru" : code;
}

struct Guess {
  std::array<CLD2::Language, 3> languages = {};
  std::array<int, 3> percents = {};
  int letters = 0;
  bool sure = false;
};

Guess guess(std::string_view sample, const std::string& hint) {
  Guess guess;
  CLD2::DetectLanguageSummary(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, nullptr,
      CLD2::UNKNOWN_ENCODING,
      hint.empty() ? CLD2::UNKNOWN_LANGUAGE : CLD2::GetLanguageFromName(hint.c_str()),
      guess.languages.data(), guess.percents.data(), &guess.letters, &guess.sure);
  return guess;
}

}  // namespace

std::string identify_language(std::string_view title, std::string_view text,
                              std::string_view declared) {
  std::string sample(utf8_prefix(text, kMaxDetectBytes));
  if (sample.size() < kMaxDetectBytes)
    sample.append("\n").append(utf8_prefix(title, kMaxDetectBytes - sample.size()));
  std::string hint(find_language(declared.substr(0, declared.find_first_of("-_,; "))).value_or(""));
  if (hint == "nb") hint = "no";

  Guess found = guess(utf8_prefix(sample, kFirstLookBytes), hint);
  const bool one_language = found.sure && found.percents[0] >= kOneLanguagePercent;
  if (sample.size() > kFirstLookBytes && !one_language) found = guess(sample, hint);
  const auto& [languages, percents, letters, sure] = found;
  // Its return value says English when it knows nothing.
  std::string detected = without_kana(code_of(languages[0]), sample);
  if (hint != "uk") detected = without_ukrainian_letters(std::move(detected), sample);
  if (sure && letters >= static_cast<int>(kSureBytes)) return detected;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (!hint.empty() && code_of(languages[i]) == hint && percents[i] >= kMinHintPercent)
      return hint;
  }
  if (letters < static_cast<int>(kSureBytes) && !hint.empty()) return hint;
  return detected;
}

}  // namespace pressmark::indexer
