#include "indexer/enrich/gazetteer.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "common/text.h"

namespace pressmark {
namespace embedded {
std::string_view country_words();  // common/data/country_words.tsv
std::string_view place_country_names();
std::string_view place_evocations();
std::string_view place_cities();
std::string_view place_regions();
std::string_view given_names();
}  // namespace embedded

namespace indexer {
namespace {

constexpr std::size_t kSlots =
    1U << 18U;  // three times the names and beginnings of names in the tables
constexpr std::size_t kMaxWords = 8;
constexpr std::uint32_t kRegion = 60;  // a region without a figure: little known
constexpr std::uint32_t kKnownCity =
    1500;  // thousands: what the written list counts as, where no census is given

std::uint64_t hash_of(std::string_view word) {
  const auto words = scan_words(word);
  return words.empty() ? 0 : words.front().hash;
}

const std::uint64_t kSt = hash_of("St");
const std::uint64_t kSaint = hash_of("Saint");
const std::uint64_t kMt = hash_of("Mt");
const std::uint64_t kMount = hash_of("Mount");
const std::uint64_t kFt = hash_of("Ft");
const std::uint64_t kFort = hash_of("Fort");

/// "St" and "Saint" are one word in names.
std::uint64_t spelled_out(std::uint64_t hash) {
  if (hash == kSt) return kSaint;
  if (hash == kMt) return kMount;
  return hash == kFt ? kFort : hash;
}

bool joins_name(const Word& before, const Word& word) {
  if (word.before == Gap::Space || word.before == Gap::Hyphen || word.before == Gap::None)
    return !before.possessive;
  return word.before == Gap::Sentence && spelled_out(before.hash) != before.hash;
}

PlaceKind kind_of(std::string_view name) {
  if (name == "city") return PlaceKind::City;
  if (name == "region") return PlaceKind::Region;
  if (name == "seat") return PlaceKind::Seat;
  if (name == "org") return PlaceKind::Body;
  if (name == "water") return PlaceKind::Water;
  if (name == "money") return PlaceKind::Money;
  if (name == "trace") return PlaceKind::Trace;
  return PlaceKind::None;
}

template <typename Visit>
void for_each_line(std::string_view table, Visit visit) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (!line.empty() && line.front() != '#') visit(line);
  }
}

}  // namespace

Gazetteer::Gazetteer() : slots_(kSlots) {
  places_.reserve(70'000);
  candidates_.reserve(90'000);
  for (const std::string_view country : {"US", "CA"}) {
    places_.push_back(
        {.kind = PlaceKind::Region, .first = static_cast<std::uint32_t>(candidates_.size())});
    add_candidate(places_.back(), country, kKnownCity, false);
  }
  add_given_names(embedded::given_names());
  for (const std::uint64_t hash : {kSt, kMt, kFt}) starts_.set(hash % kFilterBits);
  add_words();
  add_evocations();
  add_cities(embedded::place_regions(), PlaceKind::Region);
  add_cities(embedded::place_cities(), PlaceKind::City);
}

Gazetteer::Slot& Gazetteer::slot(std::uint64_t hash) {
  std::size_t at = hash & (kSlots - 1);
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (kSlots - 1);
  if (slots_[at].hash == 0) {
    slots_[at].hash = hash;
    ++used_;
  }
  return slots_[at];
}

const Gazetteer::Slot* Gazetteer::probe(std::uint64_t hash) const {
  std::size_t at = hash & (kSlots - 1);
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (kSlots - 1);
  return slots_[at].hash == hash ? &slots_[at] : nullptr;
}

Place* Gazetteer::insert(std::string_view name, std::uint64_t salt) {
  const std::vector<Word> words = scan_words(name);
  if (words.empty() || words.size() > kMaxWords) return nullptr;
  std::uint64_t hash = salt;
  Place made;
  made.capitals = words.size() == 1 && words.front().caps;
  starts_.set(spelled_out(words.front().hash) % kFilterBits);
  starts_.set(words.front().hash % kFilterBits);
  if (!words.front().upper && !words.front().uncased) {
    small_starts_.set(words.front().hash % kFilterBits);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) slot(hash).begins = true;
    hash = extend_hash(hash, spelled_out(words[i].hash));
    if (words[i].upper) made.upper |= static_cast<std::uint8_t>(1U << i);
  }
  Slot& found = slot(hash);
  if (found.place == 0) {
    made.first = static_cast<std::uint32_t>(candidates_.size());
    made.given = words.size() == 1 && given_.contains(words.front().hash);
    places_.push_back(made);
    found.place = static_cast<std::uint32_t>(places_.size());
  }
  return &places_[found.place - 1];
}

/// Candidates of one place lie together: a place that gets more later moves to the end.
void Gazetteer::add_candidate(Place& place, std::string_view country, std::uint32_t size,
                              bool capital) {
  for (std::uint32_t i = place.first; i < place.first + place.count; ++i) {
    if (candidates_[i].code() == country) {
      candidates_[i].size = std::max(candidates_[i].size, size);
      candidates_[i].capital |= capital;
      return;
    }
  }
  if (place.first + place.count != candidates_.size()) {
    const auto from = place.first;
    place.first = static_cast<std::uint32_t>(candidates_.size());
    for (std::uint32_t i = from; i < from + place.count; ++i)
      candidates_.push_back(PlaceCandidate(candidates_[i]));
  }
  PlaceCandidate made;
  std::memcpy(made.country, country.data(), 2);
  made.size = size;
  made.capital = capital;
  candidates_.push_back(made);
  ++place.count;
}

void Gazetteer::add_words() {
  for_each_line(embedded::place_country_names(), [this](std::string_view line) {
    if (!line.starts_with("en\t")) return;
    const auto cells = split(line, '\t');
    Place* place = insert(cells[3], 0);
    if (place == nullptr) return;
    place->kind = PlaceKind::Country;
    add_candidate(*place, cells[1], 1000, false);
  });
  for_each_line(embedded::country_words(), [this](std::string_view line) {
    const auto cells = split(line, '\t');
    const std::string_view code = cells[0];
    for (std::size_t column = 1; column < cells.size(); ++column) {
      for (const std::string_view name : split(cells[column], '|')) {
        if (name.empty()) continue;
        Place* place = insert(name, 0);
        if (place == nullptr) continue;
        if (place->count == 0) place->kind = column == 1 ? PlaceKind::Demonym : PlaceKind::Country;
        add_candidate(*place, code, 1000, false);
      }
    }
  });
}

void Gazetteer::add_evocations() {
  for_each_line(embedded::place_evocations(), [this](std::string_view line) {
    const auto cells = split(line, '\t');
    if (cells.size() < 3) return;
    if (cells[0] == "given") return;
    for (const std::string_view name : split(cells[2], '|')) {
      const std::size_t known = places_.size();
      Place* place = insert(name, 0);
      if (place == nullptr) continue;
      if (places_.size() > known) place->kind = kind_of(cells[0]);
      for (const std::string_view country : split(cells[1], ',')) {
        if (!country.empty()) add_candidate(*place, country, kKnownCity, false);
      }
    }
  });
}

void Gazetteer::add_cities(std::string_view table, PlaceKind kind) {
  for_each_line(table, [this, kind](std::string_view line) {
    const auto cells = split(line, '\t');
    if (cells.size() < 3) return;
    const std::size_t known = places_.size();
    Place* place = insert(cells[0], 0);
    if (place == nullptr) return;
    const bool fresh = places_.size() > known;
    if (fresh) {
      place->kind = kind;
      place->word = cells[1].find('w') != std::string_view::npos;
      place->given = cells[1].find('n') != std::string_view::npos;
    } else if (place->kind != PlaceKind::City && place->kind != PlaceKind::Region) {
      return;
    }
    for (const std::string_view cell : split(cells[2], ' ')) {
      if (cell.size() < 2) continue;
      std::uint32_t size = kRegion;
      std::from_chars(cell.data() + 2, cell.data() + cell.size(), size);
      add_candidate(*place, cell.substr(0, 2), size, cell.back() == '*');
    }
  });
}

void Gazetteer::add_given_names(std::string_view table) {
  given_.reserve(9000);
  for_each_line(table, [this](std::string_view name) { given_.insert(hash_of(name)); });
  for_each_line(embedded::place_evocations(), [this](std::string_view line) {
    if (!line.starts_with("given\t")) return;
    for (const std::string_view name : split(split(line, '\t').back(), '|'))
      given_.insert(hash_of(name));
  });
}

std::optional<PlaceMatch> Gazetteer::find(std::string_view, std::span<const Word> words,
                                          std::size_t at, std::string_view) const {
  std::optional<PlaceMatch> best;
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < words.size() && i - at < kMaxWords; ++i) {
    if (i > at && !joins_name(words[i - 1], words[i])) break;
    hash = extend_hash(hash, spelled_out(words[i].hash));
    const Slot* slot = probe(hash);
    if (slot == nullptr) break;
    if (slot->place != 0) {
      const Place& place = places_[slot->place - 1];
      bool fits = !place.capitals || words[at].caps;
      for (std::size_t j = at; fits && j <= i; ++j)
        fits = (place.upper >> (j - at) & 1U) == 0 || words[j].upper;
      if (fits)
        best = PlaceMatch{&place, static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(i - at + 1)};
    }
    if (!slot->begins) break;
  }
  return best;
}

}  // namespace indexer
}  // namespace pressmark
