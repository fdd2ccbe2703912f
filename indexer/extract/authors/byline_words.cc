#include "indexer/extract/authors/byline_words.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_set>

#include <unicode/uchar.h>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/authors/byline_table.h"

namespace pressmark::indexer {
namespace {

using FoldedWords = std::unordered_set<std::string>;

/// The tables are written as people write; folding takes Hangul and kana apart too.
FoldedWords folded_words(std::span<const std::string_view> words) {
  FoldedWords folded;
  for (const std::string_view word : words) folded.insert(fold_accents(word));
  return folded;
}

bool is_one_of(const FoldedWords& set, std::string_view word) {
  std::string key = fold_accents(word);
  while (!key.empty() && (key.back() == '.' || key.back() == ':' || key.back() == ','))
    key.pop_back();
  return set.contains(key);
}

/// "本报记者", "新华社记者": reporters of whomever, in one word before their names.
bool is_reporter_of(std::string_view word) {
  const bool reporter = word.ends_with("记者") || word.ends_with("記者");
  return reporter && word.find('(') == std::string_view::npos &&
         word.find("（") == std::string_view::npos;
}

enum class Case { Upper, Lower, None };

/// Of the first letter of the first word.
Case first_case(std::string_view text) {
  text = text.substr(0, text.find(' '));
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (u_isalpha(c) == 0) continue;
    if (u_isupper(c) != 0 || u_istitle(c) != 0) return Case::Upper;
    return u_islower(c) != 0 ? Case::Lower : Case::None;
  }
  return Case::None;
}

}  // namespace

bool is_role_word(std::string_view word) {
  static const FoldedWords roles = folded_words(role_words());
  if (is_one_of(roles, word)) return true;
  const std::size_t hyphen = word.rfind('-');
  return hyphen != std::string_view::npos && hyphen + 1 < word.size() &&
         is_one_of(roles, word.substr(hyphen + 1));
}

bool is_organization_word(std::string_view word) {
  static const FoldedWords organizations = folded_words(organization_words());
  if (is_one_of(organizations, word)) return true;
  const std::size_t hyphen = word.rfind('-');
  return hyphen != std::string_view::npos && hyphen + 1 < word.size() &&
         is_one_of(organizations, word.substr(hyphen + 1));
}

bool is_name_joiner(std::string_view word) {
  static const FoldedWords joiners = folded_words(name_joiners());
  return is_one_of(joiners, word);
}

std::size_t byline_opener_length(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  static const FoldedWords openers = folded_words(byline_openers());
  // Accents are folded word by word, so that a length in the folded text finds its place in the
  // line.
  std::size_t best = 0;
  std::string folded;
  std::size_t at = 0;
  for (int words = 0; words < 4 && at < line.size() && at < kLongest; ++words) {
    std::size_t end = std::min(line.find_first_of(" :/", at), line.size());
    // A mark of East Asian printing ends a word too: "文＝山田太郎".
    const std::string_view piece = line.substr(at, end - at);
    const std::size_t wide = std::min({piece.find("："), piece.find("＝"), piece.find("・")});
    if (wide != std::string_view::npos) end = at + wide;
    if (!folded.empty()) folded += ' ';
    folded += fold_accents(line.substr(at, end - at));
    const bool known = openers.contains(folded) || (words == 0 && is_reporter_of(folded));
    std::size_t next = end;
    while (next < line.size() && (line[next] == ' ' || line[next] == ':' || line[next] == '/'))
      ++next;
    const std::string_view behind = line.substr(next);
    if (behind.starts_with("：") || behind.starts_with("＝") || behind.starts_with("・"))
      next += std::string_view("：").size();
    if (known) best = next;
    if (next == end && end < line.size()) break;
    at = next;
  }
  return best;
}

std::string_view without_byline_opener(std::string_view line) {
  for (int round = 0; round < 2; ++round) {
    const std::size_t length = byline_opener_length(line);
    const std::string_view rest = trim(line.substr(length));
    if (length == 0 || rest.empty()) break;
    const std::string_view opener = line.substr(0, length);
    const bool plain =
        opener.find(':') != std::string_view::npos || opener.find("：") != std::string_view::npos ||
        opener.find("＝") != std::string_view::npos || fold_accents(trim(opener)).ends_with("by");
    const Case next = first_case(rest);
    if (!plain &&
        (next == Case::Lower || (next == Case::Upper && rest.find(' ') == std::string_view::npos)))
      break;
    line = rest;
  }
  return line;
}

}  // namespace pressmark::indexer
