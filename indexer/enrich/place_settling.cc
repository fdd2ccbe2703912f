// How the surroundings of a name settle which of several places it is.
#include <algorithm>

#include "indexer/enrich/context_words.h"
#include "indexer/enrich/place_finder.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kHardlyMeant = 100;  // times as many people live in the other place

constexpr std::uint32_t kHardlyMeantBehindTown = 8;  // ... "Paris, Ontario" is not near Los Angeles

/// Without those that are `times` smaller than the first, and hardly meant: some town is called
/// Yorkshire, too. Candidates of the first table come before the others.
std::span<const PlaceCandidate> likely(std::span<const PlaceCandidate> candidates,
                                       std::uint32_t times) {
  std::size_t count = 1;
  while (count < candidates.size() && candidates[count].size * times >= candidates[0].size) ++count;
  return candidates.first(std::min(count, candidates.size()));
}

/// "Co" of "Newcastle, Co. Limerick".
bool is_county_mark(const PlaceReading& reading, std::size_t at) {
  return context_words().county_mark.contains(reading.words[at]) && at + 1 < reading.words.size() &&
         reading.words[at + 1].upper &&
         (reading.words[at + 1].before == Gap::Space ||
          reading.words[at + 1].before == Gap::Sentence);
}

}  // namespace

/// "Ky." after "Scottsville, ": the state of a place, known or not.
const Place* PlaceFinder::state_after_comma(const PlaceReading& reading, std::size_t at) const {
  const Word& word = reading.words[at];
  const bool shaped = word.before == Gap::Comma && word.upper && word.end - word.begin <= 6;
  if (!shaped || at == 0 || !reading.words[at - 1].upper) return nullptr;
  if (!word.caps && is_county_mark(reading, at)) return nullptr;  // Colorado is "Colo."
  const bool dateline = reading.section == Section::Dateline;
  const bool line_start = reading.words[at - 1].before == Gap::Line && reading.words[at - 1].caps;
  if (!dateline && (!reading.cased || !(reading.point_after(word) || word.caps || line_start)))
    return nullptr;
  if (context_words().states.contains(word)) return &gazetteer_.american_state();
  return context_words().provinces.contains(word) ? &gazetteer_.canadian_province() : nullptr;
}

/// Settles "Lagos in the Algarve" where there is a town of the name; teams play abroad, too.
void PlaceFinder::settle_by_phrase(const PlaceReading& reading, FoundPlace& found) const {
  if (reading.is_opponent(found.match.first)) return;
  std::size_t at = found.match.first + found.match.words + 1;
  if (at < reading.words.size() && context_words().the.contains(reading.words[at])) ++at;
  if (at >= reading.words.size() || reading.words[at].before != Gap::Space ||
      !reading.words[at].upper)
    return;
  const auto region = gazetteer_.find(reading.text, reading.words, at, language_);
  if (!region ||
      (region->place->kind != PlaceKind::Region && region->place->kind != PlaceKind::Country))
    return;
  const auto meant = gazetteer_.candidates(*region->place);
  if (likely(meant, kHardlyMeant).size() != 1) return;
  const std::string_view wanted = meant[0].code();
  for (const PlaceCandidate& own : gazetteer_.candidates(*found.match.place)) {
    if (own.code() == wanted) set_code(found, wanted);
  }
}

/// Settles "Stratford, east London", where London may have a Stratford.
void PlaceFinder::settle_by_quarter(const PlaceReading& reading, FoundPlace& found) const {
  const ContextWords& lists = context_words();
  std::size_t at = found.match.first + found.match.words;
  const std::size_t first = at;
  while (at < reading.words.size() && at < first + 2 && lists.quarters.contains(reading.words[at]))
    ++at;
  if (at == first || at >= reading.words.size() || !reading.words[at].upper ||
      reading.words[at].before != Gap::Space)
    return;
  const auto whole = gazetteer_.find(reading.text, reading.words, at, language_);
  if (!whole || !is_proper(whole->place->kind)) return;
  const std::string_view wanted = gazetteer_.candidates(*whole->place)[0].code();
  for (const PlaceCandidate& own : gazetteer_.candidates(*found.match.place)) {
    if (own.code() == wanted) set_code(found, wanted);
  }
}

/// Settles "Georgia, Armenia sign deal": among countries, one that a state of the USA is called as
/// is a country.
void PlaceFinder::settle_among_countries(const PlaceReading& reading, FoundPlace& found) const {
  const auto candidates = gazetteer_.candidates(*found.match.place);
  if (candidates.size() != 2 || candidates[1].code() != "US" || found.of_state) return;
  const auto is_country = [&](std::size_t at) {
    if (at >= reading.words.size() || !reading.words[at].upper) return false;
    const auto other = gazetteer_.find(reading.text, reading.words, at, language_);
    return other && other->words == 1 && other->place->kind == PlaceKind::Country &&
           gazetteer_.candidates(*other->place)[0].code() != "US";
  };
  const std::size_t first = found.match.first;
  const std::size_t behind = first + found.match.words;
  const bool comma = behind < reading.words.size() && reading.words[behind].before == Gap::Comma;
  const bool before = reading.words[first].before == Gap::Comma;
  if ((comma && is_country(behind)) || (before && first > 0 && is_country(first - 1)))
    set_code(found, candidates[0].code());
}

/// Settles "Paris, Texas" and "Lebanon, Pa." by what follows the comma; the words that this uses
/// up.
std::size_t PlaceFinder::settle_by_region(const PlaceReading& reading, FoundPlace& found) const {
  const Place& place = *found.match.place;
  const std::size_t end = found.match.first + found.match.words;
  if (!is_proper(place.kind) || reading.follower == nullptr) return end;
  if (place.kind == PlaceKind::City && context_words().in.contains(reading.next)) {
    settle_by_phrase(reading, found);
    return end;
  }
  if (place.kind == PlaceKind::Country) settle_among_countries(reading, found);
  if (reading.follower->before != Gap::Comma || found.settled[0] != 0) return end;
  if (!reading.follower->upper) {
    settle_by_quarter(reading, found);
    return end;
  }
  if (const Place* state = state_after_comma(reading, end)) {
    set_code(found, gazetteer_.candidates(*state)[0].code());
    return end + 1;
  }
  const std::size_t county = end + (is_county_mark(reading, end) ? 1 : 0);
  const auto region = gazetteer_.find(reading.text, reading.words, county, language_);
  if (!region || (region->place->kind != PlaceKind::Region &&
                  region->place->kind != PlaceKind::Country && !region->place->region))
    return end;
  const auto wanted = likely(gazetteer_.candidates(*region->place), kHardlyMeantBehindTown);
  for (const PlaceCandidate& other : wanted) {
    for (const PlaceCandidate& own : gazetteer_.candidates(place)) {
      if (own.code() == other.code()) {
        set_code(found, own.code());
        return end;
      }
    }
  }
  const bool sure = region->place->kind == PlaceKind::Region || county > end;
  if (!sure || wanted.size() != 1) return end;
  const bool american = wanted[0].code() == "US" && !reading.title_case;  // "Lebanon, Pennsylvania"
  if (place.kind == PlaceKind::City || (place.kind == PlaceKind::Country && american))
    set_code(found, wanted[0].code());
  return end;
}

}  // namespace pressmark::indexer
