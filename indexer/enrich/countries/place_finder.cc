#include "indexer/enrich/countries/place_finder.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include "common/letters.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/countries/place_doubts.h"
#include "indexer/enrich/countries/place_neighbours.h"
#include "indexer/enrich/gazetteer/context_words.h"
#include "indexer/enrich/gazetteer/context_words_table.h"
#include "indexer/enrich/words/elision.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kKnownTown = 100;  // thousands; smaller ones are seldom meant by capitals
constexpr std::size_t kInitials = 5;       // letters; "NATO" and "APC" are small towns as well
constexpr std::uint32_t kHardlyMeant = 8;  // times as many people live in the other place
constexpr std::uint32_t kHouseholdName = 1500;  // thousands: "Boston Park" is still in Boston

/// Whether its surroundings can say that a name of the kind means something else.
bool is_of_place(PlaceKind kind) {
  return kind != PlaceKind::Trace && kind != PlaceKind::Money && kind != PlaceKind::Domestic;
}

/// "Canadian dollars", "Hong Kong dollars", "US$20m".
bool is_currency(const PlaceReading& reading, const PlaceMatch& match) {
  const ContextWords& lists = context_words();
  const PlaceKind kind = match.place->kind;
  if (kind == PlaceKind::Demonym) return lists.currencies.contains(reading.next);
  if (kind != PlaceKind::Country) return false;
  const std::size_t end = reading.words[match.first + match.words - 1].end;
  return lists.country_currencies.contains(reading.next) ||
         (end < reading.text.size() && reading.text[end] == '$');
}

}  // namespace

/// Whether a small town's name is more likely initials, in a text where capitals mean something.
bool PlaceFinder::is_initials(const PlaceReading& reading, const FoundPlace& found) const {
  const Word& word = *reading.first;
  const Place& place = *found.match.place;
  return reading.cased && word.caps && found.match.words == 1 && found.settled[0] == 0 &&
         word.end - word.begin <= kInitials && reading.section != Section::Dateline &&
         !reading.in_line_start(found.match) && gazetteer_.candidates(place)[0].size < kKnownTown;
}

/// Whether the name is that of a treaty or a ship: "Dublin Regulation", "Treaty of Lisbon", "HMS
/// Jamaica", "the tanker Britannia".
bool PlaceFinder::is_namesake(const PlaceReading& reading, const FoundPlace& found) const {
  const ContextWords& lists = context_words();
  const Place& place = *found.match.place;
  if (!is_proper(place.kind) || found.settled[0] != 0) return false;
  if (reading.follows_ship(found.match)) return true;
  if (place.kind == PlaceKind::City && reading.joined != nullptr && reading.joined->upper &&
      lists.storms.contains(reading.joined))
    return true;
  if (place.kind == PlaceKind::City && reading.next != nullptr && reading.next->upper &&
      lists.treaties.contains(reading.next)) {
    const std::size_t behind = found.match.first + found.match.words + 1;
    return behind >= reading.words.size() || !reading.words[behind].upper ||
           reading.words[behind].before != Gap::Space;  // but "Boston Convention Center"
  }
  return place.kind != PlaceKind::Country && found.match.first >= 2 &&
         lists.of.contains(reading.joined) && reading.words[found.match.first - 2].upper &&
         lists.treaties_of.contains(reading.words[found.match.first - 2]);
}

/// Whether a leader's surname is more likely a word of the language: "Modi di vivere".
bool PlaceFinder::is_surname_as_word(const FoundPlace& found) const {
  return found.match.place->kind == PlaceKind::Leader && found.match.place->word && is_foreign() &&
         (found.sentence_start || language_ == "de");
}

/// Whether an adjective is the name of a language: "in Spanish", "translated from the Spanish",
/// "Spanish is spoken", "Spanish and Finnish".
bool PlaceFinder::is_language(PlaceReading& reading, const FoundPlace& found) const {
  const ContextWords& lists = context_words();
  const Word* next = reading.next;
  const std::size_t at = found.match.first;
  const bool before = lists.speaks.contains(reading.joined) || lists.in.contains(reading.joined) ||
                      (at > 1 && lists.manners.contains(reading.joined) &&
                       lists.speaks.contains(reading.words[at - 2])) ||
                      is_translated_from(reading, found);
  const bool ends =
      next == nullptr ||
      (!next->upper && (lists.locatives.contains(next) || lists.behind_language.contains(next)));
  const bool spoken = !is_foreign() && (is_language_spoken_of(reading, found) ||
                                        goes_on_with_languages(reading, found));
  if (!spoken && !(before && ends)) return false;
  reading.language = found.match.first + found.match.words;
  return true;
}

/// Papers, streets, dishes, languages, verbs, and words that need to be shown to be places.
bool PlaceFinder::is_no_place(PlaceReading& reading, const FoundPlace& found) const {
  const ContextWords& lists = context_words();
  const Place& place = *found.match.place;
  const Word* next = reading.next;
  if (next != nullptr && next->upper && found.match.words < 3 &&
      is_adjective_or_proper(place.kind)) {
    if (lists.papers.contains(next) && !reading.title_case && reading.cased) return true;
    if (lists.streets.contains(next)) return true;
    if (place.kind == PlaceKind::City && lists.landforms.contains(next) &&
        gazetteer_.candidates(place)[0].size < kHouseholdName) {
      return true;
    }
  }
  if (place.kind == PlaceKind::Demonym && is_foreign() &&
      is_no_adjective(reading, found, language_))
    return true;
  if (place.kind == PlaceKind::Demonym) {
    const bool hyphened = reading.follower != nullptr && reading.follower->before == Gap::Hyphen;
    if ((next != nullptr || hyphened) && lists.no_state.contains(reading.follower) &&
        !is_of_traded_goods(reading, found))
      return true;
    if (is_language(reading, found)) return true;
    if (lists.polish.contains(reading.first) && found.sentence_start &&
        lists.objects.contains(next))
      return true;
  }
  if (is_adjective_or_proper(place.kind) && reading.follower != nullptr &&
      reading.follower->before == Gap::Hyphen && lists.style.contains(reading.follower))
    return true;  // "a Boston-style diner"
  if (found.sentence_start && lists.turkey.contains(reading.first) &&
      lists.of_turkeys.contains(next))
    return true;  // "Turkey sandwiches"
  if (place.kind == PlaceKind::Country && reading.joined != nullptr && reading.joined->upper &&
      lists.little.contains(reading.joined)) {
    return true;  // a quarter of a city: "Little Italy"
  }
  if (is_proper(place.kind) && reading.joined != nullptr && reading.joined->upper &&
      reading.first->before == Gap::Space && found.settled[0] == 0 && !reading.title_case &&
      reading.cased && lists.houses_before.contains(reading.joined))
    return true;
  if (!is_foreign() && (is_landmark(gazetteer_, reading, found) || is_copied(reading, found) ||
                        is_county_overseas(reading, found)))
    return true;
  if (is_namesake(reading, found) || is_surname_as_word(found)) return true;
  const bool of_ship = next != nullptr && next->upper && !next->caps;
  if (place.kind == PlaceKind::Body && lists.navies.contains(reading.first) && !of_ship)
    return true;  // "USS pensions", but "USS Kentucky"
  if (found.match.words == 1 && found.settled[0] == 0 && lists.months.contains(reading.first))
    return true;
  if (place.kind == PlaceKind::City && is_initials(reading, found)) return true;
  const bool weak_kind = place.kind == PlaceKind::City || place.kind == PlaceKind::Region;
  if (reading.section == Section::Dateline || found.settled[0] != 0 || found.match.words != 1)
    return false;
  if (!reading.cased && place.kind == PlaceKind::Body && place.capitals)
    return true;  // a ticker: "<ANC>"
  if (weak_kind && place.word && (!found.strictly_located || !reading.cased || reading.title_case))
    return true;
  return !reading.cased && weak_kind && gazetteer_.candidates(place)[0].size < 400;
}

/// The name with what its surroundings say of it.
FoundPlace PlaceFinder::look_at(PlaceReading& reading, const PlaceMatch& match) const {
  reading.look_around(match);
  const ContextWords& lists = context_words();
  const Word& last = reading.words[match.first + match.words - 1];
  FoundPlace found{.match = match, .section = reading.section, .word = match.first};
  // Capitals mean something at a beginning, too: "US troops told us to leave."
  const bool country = reading.cased && reading.first->caps && lists.us.contains(*reading.first);
  found.sentence_start =
      !country && (reading.starts_sentence(match.first) || reading.title_case || !reading.cased);
  const auto name_word = [](const Word* word) {
    return word != nullptr && word->upper && !word->caps && word->before != Gap::Sentence;
  };
  found.in_name = name_word(reading.joined) && name_word(reading.next);
  found.possessive = last.possessive;
  found.single = match.words == 1 ? reading.first->hash : 0;
  for (std::uint32_t i = 0; i < match.words; ++i) {
    found.key = extend_hash(found.key, reading.words[match.first + i].hash);
  }
  const Word* follower = reading.follower;
  const bool based =
      follower != nullptr && follower->before == Gap::Hyphen && lists.based.contains(follower);
  const bool whole = based || reading.in_line_start(match) || reading.section == Section::Dateline;
  const bool blank = reading.joined != nullptr && reading.first->before == Gap::Space;
  found.located = whole || (blank && lists.locatives.contains(reading.joined));
  found.strictly_located = whole || (blank && lists.strict_locatives.contains(reading.joined));
  found.currency = is_currency(reading, match);
  found.recognised = reading.cased && reading.is_recognised(reading.names->places, match);
  found.plays = reading.is_winner() || reading.is_opponent(match.first);
  const Word* noun = found.possessive ? follower : reading.next;
  if (noun != nullptr && (noun->before == Gap::Space)) {
    if (match.place->kind == PlaceKind::City && noun->upper && lists.county.contains(noun))
      found.located = found.strictly_located = false;  // the county, wherever the town is
    found.governs = lists.state_words.contains(noun);
    found.of_state = lists.of_states.contains(noun);
    found.of_nation = lists.of_nations.contains(noun);
  }
  return found;
}

/// Takes "中俄" for one mention of each, unless its letters belong to other words: "其中美国". The
/// word to go on from.
std::size_t PlaceFinder::read_several(PlaceReading& reading, const PlaceMatch& match) {
  const std::size_t end = match.first + match.words;
  if (!reading.breaks.stand_alone(reading.words[match.first].begin, reading.words[end - 1].end))
    return match.first + 1;
  FoundPlace found = look_at(reading, match);
  for (const PlaceCandidate& one : gazetteer_.candidates(*match.place)) {
    set_code(found, one.code());
    found_.push_back(found);
  }
  reading.after_place = true;
  return end;
}

/// Whether a town's name is that of the club or index called so, for what is in its surroundings.
bool PlaceFinder::is_body(const PlaceReading& reading, const FoundPlace& found) const {
  return reading.cased && found.match.place->club[0] != 0 && !found.plays &&
         !found.strictly_located &&
         (is_initials(reading, found) || reading.is_recognised(reading.names->bodies, found.match));
}

/// Takes note of a word that begins no known name, but may be a state behind a comma.
void PlaceFinder::read_other(PlaceReading& reading, std::size_t at) {
  const Word& word = reading.words[at];
  if (const Place* state = state_after_comma(reading, at)) {
    found_.push_back({.match = {state, static_cast<std::uint32_t>(at), 1},
                      .section = reading.section,
                      .word = static_cast<std::uint32_t>(at),
                      .located = true});
  } else if (!word.upper && gazetteer_.may_start(word.hash)) {
    small_.insert(word.hash);
  }
  reading.after_place = false;
}

/// Takes note of a known name that is not said of several countries; the word to go on from.
std::size_t PlaceFinder::read_name(PlaceReading& reading, const PlaceMatch& match) {
  FoundPlace found = look_at(reading, match);
  const std::size_t end = match.first + match.words;
  const PlaceKind kind = match.place->kind;
  if (found.currency && gazetteer_.candidates(*match.place)[0].code() == "US") {
    reading.after_place = false;  // "US dollars" are paid everywhere
    return end;
  }
  if (kind == PlaceKind::Money) found.spent = is_money(reading, found);
  if (!is_of_place(kind)) {
    if (kind != PlaceKind::Domestic || !is_no_body(reading, found)) found_.push_back(found);
    return end;
  }
  if (found.plays && match.place->club[0] != 0) set_code(found, {match.place->club, 2});
  if (is_body(reading, found)) {
    found.body = true;
    set_code(found, {match.place->club, 2});
    found_.push_back(found);
    return end;
  }
  if (const Place* court = is_foreign() ? nullptr : court_behind(gazetteer_, reading, found)) {
    take_likely(found, *court);
    found.court = found.settled[0] != 0;
  }
  add_first_half(reading, found);
  const std::size_t next = settle_by_region(reading, found);
  if (is_person(reading, found)) {
    if (found.single != 0) persons_.insert(found.single);
  } else if (kind != PlaceKind::None && !is_somebody(reading, found) &&
             !is_no_place(reading, found)) {
    found.doubtful = is_foreign() ? is_doubtful(gazetteer_, reading, found, language_)
                                  : is_doubtful_capital(reading, found) ||
                                        is_doubtful_part(reading, found) ||
                                        is_doubtful_namesake(gazetteer_, reading, found);
    found_.push_back(found);
  }
  reading.after_place = true;
  return next;
}

void PlaceFinder::read(std::string_view text, Section section, const NameRanges& names) {
  PlaceReading reading{.text = text,
                       .section = section,
                       .names = &names,
                       .words = scan_words(text),
                       .breaks = WordBreaks(text, language_)};
  cut_endings(text, language_, reading.words);
  reading.look_at_case();
  for (std::size_t at = 0; at < reading.words.size();) {
    const Word& word = reading.words[at];
    if (section == Section::Dateline && context_words().months.contains(word)) break;
    std::optional<PlaceMatch> match;
    const bool shaped = word.upper || word.uncased || gazetteer_.starts_small(word.hash);
    if (is_foreign() ? !word.number : shaped && gazetteer_.may_start(word.hash)) {
      match = gazetteer_.find(text, reading.words, at, language_);
    }
    if (!match) {
      read_other(reading, at++);
    } else if (match->place->kind == PlaceKind::Several) {
      at = read_several(reading, *match);
    } else {
      at = read_name(reading, *match);
    }
  }
  words_read_ += reading.words.size();
}

/// Drops doubtful names of countries that the article names in no other way.
void PlaceFinder::drop_doubtful() {
  std::set<std::string_view> sure;
  for (const FoundPlace& found : found_) {
    const PlaceKind kind = found.match.place->kind;
    if (found.doubtful || !is_of_place(kind)) continue;
    const auto meant = gazetteer_.candidates(*found.match.place);
    for (const PlaceCandidate& one : meant) {
      const bool likely = found.settled[0] != 0 ? one.code() == found.code()
                                                : one.size * kHardlyMeant >= meant[0].size;
      if (likely) sure.insert(one.code());
    }
  }
  std::erase_if(found_, [&](const FoundPlace& found) {
    return found.doubtful && std::ranges::none_of(gazetteer_.candidates(*found.match.place),
                                                  [&](const PlaceCandidate& one) {
                                                    return sure.contains(one.code());
                                                  });
  });
}

std::vector<FoundPlace> PlaceFinder::take() {
  std::erase_if(found_, [this](const FoundPlace& place) {
    const bool shown = place.strictly_located || place.settled[0] != 0 || place.governs;
    const PlaceKind kind = place.match.place->kind;
    const bool may_be_word = is_adjective_or_proper(kind) || kind == PlaceKind::Domestic;
    if (place.single == 0 || shown || !may_be_word) return false;
    if (persons_.contains(place.single)) return true;
    return (place.sentence_start || place.in_name) && !place.possessive &&
           small_.contains(place.single);
  });
  drop_doubtful();
  return std::move(found_);
}

}  // namespace pressmark::indexer
