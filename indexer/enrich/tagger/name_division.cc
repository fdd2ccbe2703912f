#include "indexer/enrich/tagger/name_division.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/country.h"
#include "common/text.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

// Parts of a known phrase as ArticleFeatures::phrase_part gives them.
constexpr unsigned kBegin = 1, kInside = 2, kLast = 3, kUnit = 4;

// Of news articles three in four have as many, of encyclopedic ones one in twenty.
constexpr std::size_t kSignsOfNews = 2;

bool is_any(std::uint64_t word, std::span<const std::string_view> words) {
  return std::ranges::any_of(words,
                             [word](std::string_view one) { return hash_word(one) == word; });
}

/// Whether the article is written as news are: somebody says something, on a weekday.
bool reads_as_news(const ArticleFeatures& article) {
  static constexpr auto kWords =
      std::to_array<std::string_view>({"said", "says", "told", "added", "monday", "tuesday",
                                       "wednesday", "thursday", "friday", "saturday", "sunday"});
  std::size_t signs = 0;
  for (std::size_t token = 0; token < article.tokens() && signs < kSignsOfNews; ++token) {
    const std::uint32_t word = article.word_at(token, 0);
    const bool candidate = (article.cues(word) & (kCueSpeech | kCueCalendar)) != 0;
    if (candidate && is_any(article.lower_hash(word), kWords)) ++signs;
  }
  return signs >= kSignsOfNews;
}

/// Tokens of the known phrase of the class that begins at `first`; 0 for none.
std::size_t phrase_length(const ArticleFeatures& article, std::size_t first, std::size_t last,
                          char letter) {
  const std::size_t number = kNameClasses.find(letter);
  const unsigned part = article.phrase_part(first, number);
  if (part == kUnit) return 1;
  if (part != kBegin) return 0;
  std::size_t end = first + 1;
  while (end <= last && article.phrase_part(end, number) == kInside) ++end;
  return end <= last && article.phrase_part(end, number) == kLast ? end + 1 - first : 0;
}

bool is_known_name(const ArticleFeatures& article, std::size_t first, std::size_t last) {
  return std::ranges::any_of(std::string_view("OKY"), [&](char letter) {
    return phrase_length(article, first, last, letter) == last + 1 - first;
  });
}

bool is_common_word(const ArticleFeatures& article, std::size_t token) {
  return (article.classes(article.word_at(token, 0)) & class_bit('W')) != 0;
}

/// Whether the tokens are the plural of a people: "Nigerians".
bool are_many(std::string_view text, std::span<const Token> tokens, const ArticleFeatures& article,
              std::size_t first, std::size_t last) {
  std::string word =
      to_lower_ascii(text.substr(tokens[last].begin, tokens[last].end - tokens[last].begin));
  if (!word.ends_with('s')) return false;
  word.pop_back();
  std::uint64_t hash = hash_word(word);
  if (first < last) hash = hash_phrase(article.lower_hash(article.word_at(first, 0)), hash);
  const ClassBits classes = article.classes_of(hash);
  return (classes & class_bit('D')) != 0 && (classes & kPlaceClasses) == 0;
}

}  // namespace

bool is_people(std::string_view text, std::span<const Token> tokens, const ArticleFeatures& article,
               std::size_t first, std::size_t last) {
  const std::size_t length = last + 1 - first;
  if (length > 2) return false;
  const Shape shape = article.shape(article.word_at(last, 0));
  if (shape != Shape::Capitalised && shape != Shape::DoubleCapitalised) return false;  // "U.S."
  for (const char letter : std::string_view("CRBTG")) {
    if (phrase_length(article, first, last, letter) == length) return false;
  }
  if (phrase_length(article, first, last, 'D') == length ||
      are_many(text, tokens, article, first, last))
    return true;
  return find_country(text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin))
      .has_value();
}

NameDivider::NameDivider(const ArticleFeatures& article, std::string_view text,
                         std::span<const Token> tokens)
    : article_(article), text_(text), tokens_(tokens), news_(reads_as_news(article)) {}

NameDivision NameDivider::lead_of(std::size_t first, std::size_t last) const {
  NameDivision division;
  for (const char letter : std::string_view("CRB")) {
    const std::size_t length = phrase_length(article_, first, last, letter);
    if (letter != 'C' && length == 1 && is_common_word(article_, first)) continue;
    division.lead = std::max(division.lead, length);
  }
  division.lead_place = division.lead > 0;
  for (std::size_t end = first; end <= first + 1 && end < last; ++end) {
    if (end + 1 - first > division.lead && is_people(text_, tokens_, article_, first, end))
      division = {.lead = end + 1 - first};
  }
  static constexpr auto kUnits = std::to_array<std::string_view>(
      {"state", "province", "county", "city", "region", "district"});
  if (const std::size_t next = first + division.lead;
      division.lead_place && next < last &&
      is_any(article_.lower_hash(article_.word_at(next, 0)), kUnits)) {
    ++division.lead;
  }
  const std::size_t rest = first + division.lead;
  return rest <= last && article_.capital(rest) ? division : NameDivision{};
}

NameDivision NameDivider::divide(std::size_t first, std::size_t last) const {
  if (!news_ || first >= last || is_known_name(article_, first, last)) return {};
  NameDivision division = lead_of(first, last);
  for (std::size_t at = last; at > first + division.lead && at + 2 > last; --at) {
    if (phrase_length(article_, at, last, 'C') == last + 1 - at && article_.capital(at - 1))
      division.tail = last + 1 - at;
  }
  return division;
}

}  // namespace pressmark::indexer
