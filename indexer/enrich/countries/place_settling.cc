// How the surroundings of a name settle which of several places it is.
#include <algorithm>
#include <string>

#include "common/text.h"
#include "indexer/enrich/countries/place_finder.h"
#include "indexer/enrich/gazetteer/context_words.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kHardlyMeant = 100;  // times as many people live in the other place

constexpr std::size_t kAppositionReach = 9;   // words behind "Boston, ", to "Lincolnshire"
constexpr std::size_t kThing = 3;             // words behind "Merida's", to a comma
constexpr std::size_t kWay = 6;               // words of "60 km north-west of"
constexpr std::size_t kOwnersAdjectives = 2;  // between "Lebanese" and "city"

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

/// "Greece's Macedonia region".
bool is_owned(const PlaceReading& reading, const FoundPlace& found, const FoundPlace& owner) {
  const ContextWords& lists = context_words();
  const std::size_t behind = owner.match.first + owner.match.words;
  return behind == found.match.first && reading.words[behind - 1].possessive &&
         is_proper(owner.match.place->kind) && reading.next != nullptr && !reading.next->upper &&
         (lists.parts.contains(reading.next) || lists.settlements.contains(reading.next));
}

/// "60 km north-west of": where a town lies, from a word up to the preposition.
bool is_way(const PlaceReading& reading, std::size_t from, std::size_t of) {
  const ContextWords& lists = context_words();
  if (of == from || !lists.of.contains(reading.words[of])) return false;
  bool side = false;
  for (std::size_t at = from; at < of; ++at) {
    const Word& word = reading.words[at];
    const bool quarter = lists.quarters.contains(word);
    side = side || quarter;
    if (!quarter && !word.number && !lists.distances.contains(word)) return false;
  }
  return side;
}

}  // namespace

/// Adds the country that an adjective begins with, "Anglo-French", but not people by where their
/// grandparents lived: "Anglo-Americans".
void PlaceFinder::add_first_half(const PlaceReading& reading, const FoundPlace& found) {
  if (found.match.place->kind != PlaceKind::Demonym || reading.joined == nullptr ||
      reading.first->before != Gap::Hyphen ||
      reading.text.substr(0, reading.first->end).ends_with("ns"))
    return;
  const std::string word = fold_case(
      reading.text.substr(reading.joined->begin, reading.joined->end - reading.joined->begin));
  for (const std::string_view half : split(context::kFirstHalves, ' ')) {
    if (!half.starts_with(word + ':')) continue;
    found_.push_back(found);
    found_.back().key = found_.back().single = reading.joined->hash;
    set_code(found_.back(), half.substr(word.size() + 1));
  }
}

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

/// The place is of the country that the owner is of: of one of the owner's where it may be several.
void PlaceFinder::take_owner(FoundPlace& found, const Place& owner,
                             std::string_view settled) const {
  const auto owners = gazetteer_.candidates(owner);
  const auto fits = [&](std::string_view code) {
    return settled.empty() ? std::ranges::count(owners, code, &PlaceCandidate::code) > 0
                           : code == settled;
  };
  for (const PlaceCandidate& own : gazetteer_.candidates(*found.match.place)) {
    if (fits(own.code())) return set_code(found, own.code());
  }
  if (found.match.place->kind != PlaceKind::City) return;
  if (settled.empty() && owners.size() == 1) settled = owners[0].code();
  if (!settled.empty()) set_code(found, settled);
}

/// The place is where the region is, if there is one of the name.
void PlaceFinder::take_likely(FoundPlace& found, const Place& region) const {
  for (const PlaceCandidate& other :
       likely(gazetteer_.candidates(region), kHardlyMeantBehindTown)) {
    for (const PlaceCandidate& own : gazetteer_.candidates(*found.match.place)) {
      if (own.code() == other.code()) return set_code(found, own.code());
    }
  }
}

/// The place is the part called so of the country before it: "Greece's Macedonia region".
void PlaceFinder::take_owned(FoundPlace& found, const FoundPlace& owner) const {
  const auto owners = gazetteer_.candidates(*owner.match.place);
  take_owner(found, *owner.match.place, owner.code());
  if (found.settled[0] == 0 && owners.size() == 1) set_code(found, owners[0].code());
}

/// Settles "the northern Lebanese city of Tripoli", "Melbourne suburb Brighton".
void PlaceFinder::settle_by_owner(const PlaceReading& reading, FoundPlace& found) const {
  const ContextWords& lists = context_words();
  if (found_.empty() || found_.back().section != reading.section) return;
  const auto& words = reading.words;
  std::size_t noun = found.match.first;
  if (noun < 1 || words[noun].before != Gap::Space) return;
  if (is_owned(reading, found, found_.back())) return take_owned(found, found_.back());
  if (noun < 2) return;
  if (lists.of.contains(words[--noun])) --noun;
  if (words[noun].upper ||
      !(lists.parts.contains(words[noun]) || lists.settlements.contains(words[noun])))
    return;
  const FoundPlace& owner = found_.back();
  const std::size_t behind = owner.match.first + owner.match.words;
  if (behind > noun || noun - behind > kOwnersAdjectives) return;
  for (std::size_t at = behind; at <= noun; ++at) {
    if (words[at].before != Gap::Space || words[at].upper ||
        lists.no_adjectives.contains(words[at]))
      return;
  }
  const PlaceKind kind = owner.match.place->kind;
  if (kind == PlaceKind::Demonym || is_proper(kind))
    take_owner(found, *owner.match.place, owner.code());
}

/// Settles "Boston, in northern Lincolnshire", "Ipswich, west of Brisbane", "Valencia, capital of
/// Carabobo", "Mexico, a town of 2,700 people in Maine"; `from` is the word behind the comma.
bool PlaceFinder::settle_by_region_behind(const PlaceReading& reading, FoundPlace& found,
                                          std::size_t from, const PlaceMatch& region) const {
  const ContextWords& lists = context_words();
  const auto& words = reading.words;
  std::size_t between = region.first - 1;
  while (between > from &&
         (lists.quarters.contains(words[between]) || lists.the.contains(words[between])))
    --between;
  if (!lists.besides.contains(words[between])) return false;
  const bool beside = between == from || is_way(reading, from, between);
  std::size_t noun = between;
  while (!beside && noun > from && !lists.settlements.contains(words[noun])) {
    if (noun != between && !words[noun].number && !lists.inhabitants.contains(words[noun]))
      return false;
    --noun;
  }
  const bool called = lists.settlements.contains(words[noun]) &&
                      (noun > from || lists.capital.contains(words[noun]));
  if (!called && !beside) return false;
  const auto wanted = likely(gazetteer_.candidates(*region.place), kHardlyMeantBehindTown);
  take_likely(found, *region.place);
  const bool country = found.match.place->kind == PlaceKind::Country;
  const bool seat = lists.capital.contains(words[noun]) && region.place->kind == PlaceKind::Region;
  if (country && !seat && !lists.hamlets.contains(words[noun]))
    return true;  // "Bermuda, a territory of"
  const bool whole = region.place->kind == PlaceKind::Region ||
                     (country && region.place->kind == PlaceKind::Country);
  const bool sure =
      wanted.size() == 1 && whole && !words[region.first + region.words - 1].possessive;
  const bool part = country || found.match.place->kind == PlaceKind::Region;
  if (found.settled[0] == 0 && sure && (part ? called && noun > from : between == from))
    set_code(found, wanted[0].code());
  return true;
}

/// Settles "Merida's Roman theatre, in Extremadura" and "Newcastle's port, north of Sydney".
void PlaceFinder::settle_by_region_of_thing(const PlaceReading& reading, FoundPlace& found) const {
  const auto& words = reading.words;
  const std::size_t end = found.match.first + found.match.words;
  std::size_t in = end;
  while (in < words.size() && in <= end + kThing && words[in].before == Gap::Space) ++in;
  if (in == end || in >= words.size() || words[in].before != Gap::Comma) return;
  std::size_t of = in;
  while (of < words.size() && of < in + kWay && !words[of].upper) ++of;
  if (of == in || of >= words.size() || words[of].before != Gap::Space) return;
  const bool within = of == in + 1 && context_words().in.contains(words[in]);
  if (!within && !is_way(reading, in, of - 1)) return;
  const auto region = gazetteer_.find(reading.text, words, of, language_);
  if (region &&
      (within ? region->place->kind == PlaceKind::Region : is_proper(region->place->kind)))
    take_likely(found, *region->place);
}

/// Settles "Valencia, the Venezuelan industrial city" and "Christchurch, the Dorset town", but not
/// "Kharkiv, according to Russian state media": an article stands first, an adjective more at most,
/// and nothing goes on with the noun.
void PlaceFinder::settle_by_owner_behind(const PlaceReading& reading, FoundPlace& found) const {
  const ContextWords& lists = context_words();
  const auto& words = reading.words;
  const std::size_t article = found.match.first + found.match.words;
  std::size_t at = article;
  while (at < words.size() && at < article + kAppositionReach && !words[at].upper) ++at;
  if (at >= words.size() || at == article ||
      (words[at].before != Gap::Space && words[at].before != Gap::Hyphen))
    return;
  const auto owner = gazetteer_.find(reading.text, words, at, language_);
  if (!owner) return;
  const PlaceKind kind = owner->place->kind;
  if (is_proper(kind) && settle_by_region_behind(reading, found, article, *owner)) return;
  const bool region = is_proper(kind) && kind != PlaceKind::City;
  const std::size_t last = at + owner->words - 1;
  if (!lists.articles.contains(words[article]) || at > article + 2 ||
      (kind != PlaceKind::Demonym && !region) || (region && words[last].possessive))
    return;
  const std::size_t behind = at + owner->words;
  for (at = behind; at < words.size() && at <= behind + kOwnersAdjectives; ++at) {
    if (words[at].before != Gap::Space || words[at].upper ||
        lists.no_adjectives.contains(words[at]))
      return;
    if (!lists.parts.contains(words[at]) && !lists.towns.contains(words[at])) continue;
    const bool goes_on = at + 1 < words.size() && words[at + 1].before == Gap::Space &&
                         !lists.behind_town.contains(words[at + 1]);
    const auto owners = gazetteer_.candidates(*owner->place);
    for (const PlaceCandidate& own : gazetteer_.candidates(*found.match.place)) {
      if (!goes_on && std::ranges::count(owners, own.code(), &PlaceCandidate::code) > 0)
        return set_code(found, own.code());
    }
    if (!goes_on && found.match.place->kind == PlaceKind::Country && owners.size() == 1 &&
        lists.hamlets.contains(words[at]))
      set_code(found, owners[0].code());  // "Armenia, the Colombian town"
    return;
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
  if (is_proper(place.kind) && !is_foreign()) settle_by_owner(reading, found);
  if (!is_proper(place.kind) || reading.follower == nullptr) return end;
  if (place.kind == PlaceKind::City && context_words().in.contains(reading.next)) {
    settle_by_phrase(reading, found);
    return end;
  }
  if (place.kind == PlaceKind::Country) settle_among_countries(reading, found);
  if (place.kind != PlaceKind::Country && found.possessive && !is_foreign())
    settle_by_region_of_thing(reading, found);
  if (reading.follower->before != Gap::Comma || found.settled[0] != 0) return end;
  if (!reading.follower->upper) {
    settle_by_quarter(reading, found);
    if (found.settled[0] == 0 && !is_foreign()) settle_by_owner_behind(reading, found);
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
  take_likely(found, *region->place);
  if (found.settled[0] != 0) return end;
  const bool sure = region->place->kind == PlaceKind::Region || county > end;
  if (!sure || wanted.size() != 1) return end;
  const bool american = wanted[0].code() == "US" && !reading.title_case;  // "Lebanon, Pennsylvania"
  if (place.kind == PlaceKind::City || (place.kind == PlaceKind::Country && american))
    set_code(found, wanted[0].code());
  return end;
}

}  // namespace pressmark::indexer
