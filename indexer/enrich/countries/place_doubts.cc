#include "indexer/enrich/countries/place_doubts.h"

#include <algorithm>

#include "common/letters.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/countries/place_neighbours.h"
#include "indexer/enrich/gazetteer/context_words.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kLeastKnownTown = 100;  // thousands
constexpr std::uint32_t kLeastHousehold = 300;
constexpr std::size_t kLanguageReach = 6;  // words behind "Spanish", to "spoken"
constexpr std::size_t kAgeDigits = 2;
constexpr std::size_t kCountsReach = 30;     // words from an age to another number
constexpr std::size_t kLanguagesReach = 12;  // words of a list of languages
constexpr std::size_t kCallingReach = 4;     // words behind "Holland, a ", to "goalie"

/// Whether the word has an apostrophe in it or right behind it, as Turkish names have.
bool has_apostrophe(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < text.size() && at <= end;) {
    if (is_apostrophe(next_code_point(text, at))) return true;
  }
  return false;
}

/// Whether the list has the language with the word behind it.
bool has_pair(std::string_view list, std::string_view language, std::string_view word) {
  return std::ranges::any_of(split(list, ' '), [&](std::string_view pair) {
    return pair.starts_with(language) && pair.substr(language.size()) == word;
  });
}

/// Whether a town that stands in the table of English names only is more likely a word that opens a
/// sentence, or a line where all words have capitals: "Surat itu" is a letter in Indonesian, and
/// Surat a city of India.
bool may_open_sentence(const Gazetteer& gazetteer, const PlaceReading& reading,
                       const FoundPlace& found, std::string_view language) {
  const Place& place = *found.match.place;
  if ((place.kind != PlaceKind::City && place.kind != PlaceKind::Region) ||
      found.match.words != 1 || found.located || found.settled[0] != 0)
    return false;
  const Gap gap = reading.first->before;
  const bool opens = found.match.first == 0 || gap == Gap::Line || gap == Gap::Sentence;
  if (!opens && !reading.title_case && reading.cased) return false;
  if (place.kind == PlaceKind::City &&
      has_pair(context::kHomes, language, gazetteer.candidates(place)[0].code()))
    return false;
  const auto english = gazetteer.find(reading.text, reading.words, found.match.first, "en");
  return english && english->place == &place;
}

/// Whether a few words without a name stand behind "NAME, a", the last of them a trade.
bool is_called_by_trade(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  const auto& words = reading.words;
  const std::size_t article = found.match.first + found.match.words;
  if (article >= words.size() || words[article].before != Gap::Comma ||
      !lists.comma_article.contains(words[article]))
    return false;
  for (std::size_t at = article + 1; at < words.size() && at <= article + kCallingReach; ++at) {
    const Gap gap = words[at].before;
    if (words[at].upper || (gap != Gap::Space && gap != Gap::Hyphen)) return false;
    if (!lists.trades.contains(words[at])) continue;
    const bool ends = at + 1 >= words.size() || words[at + 1].before != Gap::Space ||
                      lists.behind_town.contains(words[at + 1]);
    return ends && !words[at].possessive;
  }
  return false;
}

/// Whether the number at hand is one of several behind names: "Kenya, 12, and Ethiopia, 9, lead".
bool counts_others(const PlaceReading& reading, std::size_t at) {
  const auto& words = reading.words;
  const auto ends = [&](std::size_t i) {
    return words[i].before == Gap::Sentence || words[i].before == Gap::Line;
  };
  const auto counts = [&](std::size_t i) {
    return words[i].number && words[i].before == Gap::Comma && words[i - 1].upper;
  };
  for (std::size_t i = at + 1; i < words.size() && i < at + kCountsReach && !ends(i); ++i) {
    if (counts(i)) return true;
  }
  for (std::size_t i = at; i-- > 1 && at - i < kCountsReach && !ends(i + 1);) {
    if (counts(i)) return true;
  }
  return false;
}

/// Whether the list that goes on at the word ends with a thing: "French and German companies".
bool describes_thing(const PlaceReading& reading, std::size_t at) {
  const ContextWords& lists = context_words();
  const auto& words = reading.words;
  const auto lists_on = [&](const Word& word) {
    return (word.upper || lists.conjunctions.contains(word)) &&
           (word.before == Gap::Space || word.before == Gap::Comma);
  };
  const std::size_t first = at;
  while (at < words.size() && at < first + kLanguagesReach && lists_on(words[at])) ++at;
  return at > first && at < words.size() && words[at].before == Gap::Space && !words[at].upper &&
         !lists.locatives.contains(words[at]) && !lists.behind_language.contains(words[at]) &&
         !lists.being.contains(words[at]);
}

/// Whether a sum stands before the name, and no rate: "fell to 131 yen".
bool is_counted(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  if (reading.joined == nullptr || !reading.joined->number) return false;
  const std::size_t at = found.match.first;
  return at < 2 ||
         (!lists.to.contains(reading.words[at - 2]) && !lists.at.contains(reading.words[at - 2]));
}

/// Whether nothing goes on with the name, which stands behind an article: a preposition, or a verb.
bool stands_alone(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  if (reading.follower != nullptr && reading.follower->before == Gap::Hyphen) return false;
  if (reading.next == nullptr) return !reading.words[found.match.first].possessive;
  return !reading.next->upper &&
         (lists.locatives.contains(reading.next) || lists.behind_language.contains(reading.next) ||
          lists.behind_landmark.contains(reading.next));
}

}  // namespace

bool is_doubtful(const Gazetteer& gazetteer, PlaceReading& reading, const FoundPlace& found,
                 std::string_view language) {
  const Word& first = *reading.first;
  const Word& last = reading.words[found.match.first + found.match.words - 1];
  if (!reading.breaks.stand_alone(first.begin, last.end)) return true;
  if (may_open_sentence(gazetteer, reading, found, language)) return true;
  const Place& place = *found.match.place;
  if (!place.word || place.kind != PlaceKind::Country || found.strictly_located ||
      found.settled[0] != 0)
    return false;
  const std::string_view name = reading.text.substr(first.begin, last.end - first.begin);
  // A capital says something, but not of a German noun.
  if (!first.uncased)
    return (found.sentence_start || language == "de") &&
           !has_apostrophe(reading.text, first.begin, last.end);
  const std::string_view before = reading.text.substr(0, first.begin);
  const std::string_view behind = reading.text.substr(last.end);
  const auto any = [](std::string_view list, auto fits) {
    return std::ranges::any_of(split(list, '|'), fits);
  };
  if (language == "zh")
    return any(context::kHanNameLetters, [&](auto word) { return behind.starts_with(word); });
  const bool prefixed = language == "he" && any("ב|ל|מ", [&](std::string_view particle) {
                          return name.starts_with(particle);
                        });
  return !prefixed &&
         !any(context::kBeforeCountry, [&](auto word) { return before.ends_with(word); }) &&
         !any(context::kBehindCountry, [&](auto word) { return behind.starts_with(word); });
}

bool is_no_adjective(const PlaceReading& reading, const FoundPlace& found,
                     std::string_view language) {
  static constexpr std::string_view kNoSurnames[] = {"de", "fr", "nl", "tr", "az", "pl", "cs"};
  if (found.match.words != 1) return false;
  // "Magyar Péter" opens a sentence, too; adjectives there have a small letter behind them.
  const bool before_name =
      reading.next != nullptr && reading.next->upper && reading.cased && !reading.title_case;
  const bool name = found.match.place->word && reading.first->upper &&
                    (!found.sentence_start || before_name) &&
                    std::ranges::count(kNoSurnames, language) == 0;
  if (name || reading.joined == nullptr || reading.first->before != Gap::Space) return name;
  const Word& before = *reading.joined;
  return has_pair(context::kBeforeLanguage, language,
                  fold_case(reading.text.substr(before.begin, before.end - before.begin)));
}

bool is_doubtful_capital(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  const Word& word = *reading.first;
  if (!word.caps || word.dotted || found.match.words != 1 ||
      found.match.place->kind != PlaceKind::Country || !lists.words_in_capitals.contains(word))
    return false;
  const auto shouted = [](const Word* beside) {
    return beside != nullptr && beside->caps && beside->end - beside->begin > 2;
  };
  const bool line = !reading.cased || (shouted(reading.joined) && shouted(reading.next));
  // A headline has a text below it that names the country once more.
  if (line && (lists.us.contains(word) || reading.section == Section::Title)) return true;
  const bool ends = reading.follower == nullptr || reading.follower->before == Gap::Line ||
                    reading.follower->before == Gap::Sentence;
  return ends && lists.us.contains(word) && lists.before_us.contains(reading.joined);
}

bool is_doubtful_namesake(const Gazetteer& gazetteer, const PlaceReading& reading,
                          const FoundPlace& found) {
  const ContextWords& lists = context_words();
  const Place& place = *found.match.place;
  if ((place.kind != PlaceKind::City && place.kind != PlaceKind::Region) || found.settled[0] != 0 ||
      gazetteer.candidates(place)[0].size >= kLeastKnownTown)
    return false;
  const bool house =
      reading.next != nullptr && reading.next->upper && lists.houses.contains(reading.next);
  return house || (found.match.first >= 2 && lists.of.contains(reading.joined) &&
                   reading.words[found.match.first - 2].upper &&
                   lists.peers.contains(reading.words[found.match.first - 2]));
}

bool is_language_spoken_of(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  if (found.match.place->kind != PlaceKind::Demonym || reading.next == nullptr ||
      reading.next->upper)
    return false;
  bool is = false;
  const std::size_t behind = found.match.first + found.match.words;
  for (std::size_t at = behind; at < reading.words.size() && at < behind + kLanguageReach; ++at) {
    const Word& word = reading.words[at];
    if (word.before != Gap::Space) return false;
    is = is || (at < behind + 2 && lists.being.contains(word));
    if (is && lists.of_languages.contains(word)) return true;
  }
  return false;
}

bool is_translated_from(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  std::size_t at = found.match.first;
  if (at > 0 && lists.the.contains(reading.words[at - 1])) --at;
  return at >= 2 && lists.from.contains(reading.words[at - 1]) &&
         lists.translations.contains(reading.words[at - 2]);
}

bool is_landmark(const Gazetteer& gazetteer, const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  const Place& place = *found.match.place;
  if (place.kind != PlaceKind::City || found.match.words != 1 || found.settled[0] != 0 ||
      reading.first->before != Gap::Space || reading.joined == nullptr)
    return false;
  return lists.the.contains(reading.joined) &&
         gazetteer.candidates(place)[0].size < kLeastHousehold && stands_alone(reading, found);
}

bool is_copied(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  std::size_t at = found.match.first;
  if (found.match.place->kind == PlaceKind::Demonym || at < 2 ||
      reading.words[at].before != Gap::Space)
    return false;
  if (lists.the.contains(reading.words[at - 1])) --at;
  return at >= 2 && lists.of.contains(reading.words[at - 1]) &&
         lists.copies.contains(reading.words[at - 2]);
}

bool is_money(const PlaceReading& reading, const FoundPlace& found) {
  const bool named = reading.first->upper &&
                     (!found.sentence_start || (reading.next != nullptr && reading.next->upper));
  const bool begins = found.match.first == 0 || reading.first->before == Gap::Space ||
                      reading.first->before == Gap::Sentence || reading.first->before == Gap::Line;
  return reading.cased && !named && begins &&
         (is_counted(reading, found) || is_traded_money(reading));
}

bool is_aged(const PlaceReading& reading, const FoundPlace& found) {
  const auto& words = reading.words;
  const std::size_t age = found.match.first + found.match.words;
  if (age + 1 >= words.size() || found.located || !found.match.place->given || !words[age].number ||
      words[age].before != Gap::Comma || words[age].end - words[age].begin > kAgeDigits)
    return false;
  const Word& behind = words[age + 1];
  const bool lone = words[age].end < reading.text.size() && reading.text[words[age].end] == ',';
  return lone && !behind.upper && !behind.number && behind.before == Gap::Comma &&
         !context_words().many_do.contains(behind) && !counts_others(reading, age);
}

bool has_trade(const PlaceReading& reading, const FoundPlace& found) {
  return !found.located && found.match.place->given && is_called_by_trade(reading, found);
}

bool is_county_overseas(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  const auto& words = reading.words;
  const std::size_t behind = found.match.first + found.match.words + 1;
  return lists.shires_overseas.contains(reading.first) && found.match.words == 1 &&
         reading.next != nullptr && reading.next->upper && lists.county.contains(reading.next) &&
         behind < words.size() && words[behind].before == Gap::Space &&
         lists.of_american_counties.contains(words[behind]);
}

bool goes_on_with_languages(PlaceReading& reading, const FoundPlace& found) {
  const auto& words = reading.words;
  const std::size_t at = found.match.first;
  if (found.match.place->kind != PlaceKind::Demonym ||
      (reading.next != nullptr && !context_words().conjunctions.contains(reading.next)))
    return false;
  const bool said = reading.has_said_language(at);
  if (describes_thing(reading, at + 1)) return false;
  if (said) return true;
  if (reading.language == 0 || at - reading.language > kLanguageReach) return false;
  return std::none_of(
      words.begin() + reading.language, words.begin() + at + 1, [](const Word& word) {
        return word.before == Gap::Sentence || word.before == Gap::Line || word.number;
      });
}

bool is_doubtful_part(const PlaceReading& reading, const FoundPlace& found) {
  const ContextWords& lists = context_words();
  const std::size_t at = found.match.first;
  return found.match.place->kind == PlaceKind::Country && found.settled[0] == 0 && at >= 2 &&
         reading.words[at].before == Gap::Space && lists.of.contains(reading.joined) &&
         !reading.words[at - 2].upper && lists.parts.contains(reading.words[at - 2]);
}

}  // namespace pressmark::indexer
