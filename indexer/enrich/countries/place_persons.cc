// Which names of places are persons'.
#include "indexer/enrich/countries/place_doubts.h"
#include "indexer/enrich/countries/place_finder.h"
#include "indexer/enrich/gazetteer/context_words.h"

namespace pressmark::indexer {
namespace {

/// "B" of "Group B" and "Robert B. Jordan".
bool is_letter(const Word& word) { return word.upper && word.end - word.begin == 1; }

}  // namespace

/// Whether a leader's surname, or a body's one word, is somebody else's: "Nina Macron".
bool PlaceFinder::is_other_person(const PlaceReading& reading, const FoundPlace& found) const {
  if (found.match.words > 1) return false;  // his full name
  if (reading.has_other_name(found.match)) return true;
  return reading.joined != nullptr && reading.joined->upper &&
         reading.first->before == Gap::Space && gazetteer_.is_given_name(reading.joined->hash);
}

/// Whether a body's name is a person's, "Duma Boko", or in a line of capitals any word's.
bool PlaceFinder::is_no_body(const PlaceReading& reading, const FoundPlace& found) const {
  return (!found.plays && reading.person_of(found.match)) || is_other_person(reading, found) ||
         (!reading.cased && found.match.place->capitals);
}

/// Whether age or trade behind a name of one word show a person: "Holland, 27, had". That says
/// nothing of the name elsewhere, and countries are counted and called so as well.
bool PlaceFinder::is_somebody(const PlaceReading& reading, const FoundPlace& found) const {
  const PlaceKind kind = found.match.place->kind;
  return reading.cased && !is_foreign() && found.match.words == 1 && is_proper(kind) &&
         kind != PlaceKind::Country && reading.first->upper && !reading.first->caps &&
         !context_words().miss.contains(reading.joined) &&
         (is_aged(reading, found) || has_trade(reading, found));
}

/// Whether the name belongs to a person: "Mr. London", "Jack London", "Jordan Ashby". Remembers the
/// name's other words.
bool PlaceFinder::is_person(const PlaceReading& reading, const FoundPlace& found) {
  const Place& place = *found.match.place;
  const ContextWords& lists = context_words();
  if (place.kind == PlaceKind::Leader) return is_other_person(reading, found);
  if (reading.person_of(found.match) || reading.is_credit(found.match)) return true;
  if (!reading.cased || found.match.words != 1 || !is_adjective_or_proper(place.kind) ||
      found.settled[0] != 0 || place.capitals || reading.previous == nullptr) {
    return !reading.cased || found.settled[0] != 0 ? false : begins_person(reading, found);
  }
  if (is_foreign() && !reading.first->upper) return false;  // an adjective: "Den ryska flottan"
  const Word& previous = *reading.previous;
  const Gap gap = reading.first->before;
  const bool beside = gap == Gap::Space || gap == Gap::Sentence;
  const bool titled = (beside && lists.brief_titles.contains(previous)) ||
                      (gap == Gap::Space && lists.titles.contains(previous));
  const bool beauty = lists.miss.contains(previous) && place.kind != PlaceKind::City;
  if (titled && previous.upper && place.kind != PlaceKind::Demonym && !beauty) return true;
  if (beside && is_letter(previous) && found.match.first >= 2) {
    const Word& before = reading.words[found.match.first - 2];
    const bool name = gap == Gap::Space || is_letter(before) ||
                      gazetteer_.is_given_name(before.hash) || lists.brief_titles.contains(before);
    if (before.upper && name) return true;  // but "in Group B. Argentina"
  }
  const bool headline =
      reading.section == Section::Title && reading.title_case && place.kind != PlaceKind::City;
  if (reading.joined != nullptr && gap == Gap::Space && previous.upper && !previous.caps &&
      !reading.after_place && !headline && gazetteer_.is_given_name(previous.hash) &&
      !lists.word_names.contains(previous)) {
    if (place.kind == PlaceKind::Demonym && reading.next != nullptr && reading.next->upper)
      return false;
    persons_.insert(previous.hash);
    return true;
  }
  return begins_person(reading, found);
}

/// "Jordan Ashby": a given name with a capitalised word behind that is no known place or office.
bool PlaceFinder::begins_person(const PlaceReading& reading, const FoundPlace& found) const {
  const Place& place = *found.match.place;
  const ContextWords& lists = context_words();
  const Word* next = reading.next;
  if (found.match.words != 1 || !is_adjective_or_proper(place.kind) || !place.given ||
      place.capitals || next == nullptr || !next->upper || next->caps || reading.title_case ||
      found.located) {
    return false;
  }
  if (lists.state_words.contains(next) || lists.papers.contains(next) ||
      lists.streets.contains(next) || lists.teams.contains(next))
    return false;
  const auto other = gazetteer_.find(reading.text, reading.words, found.match.first + 1, language_);
  return !other || other->place->kind == PlaceKind::City;
}

}  // namespace pressmark::indexer
