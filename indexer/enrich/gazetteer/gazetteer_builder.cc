#include "indexer/enrich/gazetteer/gazetteer_builder.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "common/text.h"
#include "indexer/enrich/gazetteer/name_stems.h"
#include "indexer/enrich/gazetteer/table_lines.h"

namespace pressmark::indexer {
namespace {

using gazetteer_table::kFilterBits;
using gazetteer_table::kMaxWords;
using gazetteer_table::kMinStem;
using gazetteer_table::kSlots;
using gazetteer_table::Slot;

constexpr std::uint32_t kCountry =
    1000;  // thousands: what a country's name counts as beside a city's
constexpr std::uint32_t kKnownCity = 1500;  // ... and a name of the written list
constexpr std::uint32_t kOtherHome = 200;   // ... in a country that has a body of the name, too
constexpr std::uint32_t kKnownTown = 300;   // ... that the world knows less well
constexpr std::size_t kMaxCapitalsLetters = 5;

void set_bit(std::vector<std::uint64_t>& filter, std::uint64_t hash) {
  const std::uint64_t bit = hash % kFilterBits;
  filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

bool is_town_or_region(PlaceKind kind) {
  return kind == PlaceKind::City || kind == PlaceKind::Region;
}

PlaceCandidate candidate(std::string_view country, std::uint32_t size) {
  PlaceCandidate made;
  std::memcpy(made.country, country.data(), 2);
  made.size = size;
  return made;
}

/// Whether news writes the word small inside a name, whatever the table does:
/// "Berwick-Upon-Tweed".
bool joins_words(std::string_view word) {
  static constexpr std::string_view kSmall[] = {"By", "In",  "Le",    "Of",
                                                "On", "The", "Under", "Upon"};
  return std::ranges::count(kSmall, word) > 0;
}

template <typename T>
void append(std::string& bytes, const std::vector<T>& items) {
  bytes.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
}

}  // namespace

GazetteerBuilder::GazetteerBuilder()
    : slots_(kSlots), starts_(kFilterBits / 64), small_starts_(kFilterBits / 64) {
  for (const std::string_view country :
       {"US", "CA"}) {  // Gazetteer::american_state, canadian_province
    Place place;
    place.kind = PlaceKind::Region;
    place.first = static_cast<std::uint32_t>(candidates_.size());
    places_.push_back(place);
    add_candidate(places_.back(), candidate(country, kKnownCity));
  }
}

Slot& GazetteerBuilder::slot(std::uint64_t hash) {
  std::size_t at = hash & (kSlots - 1);
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (kSlots - 1);
  if (slots_[at].hash == 0) {
    slots_[at].hash = hash;
    if (++used_ * 2 > kSlots) throw std::length_error("raise gazetteer_table::kSlots");
  }
  return slots_[at];
}

const Place* GazetteerBuilder::find(std::uint64_t hash) const {
  std::size_t at = hash & (kSlots - 1);
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (kSlots - 1);
  return slots_[at].place == 0 ? nullptr : &places_[slots_[at].place - 1];
}

void GazetteerBuilder::mark_start(std::string_view name, const Word& word) {
  set_bit(starts_, word.hash);
  set_bit(starts_, spelled_out(word.hash));
  for (const auto& [full, brief] :
       {std::pair("saint", "St"), std::pair("mount", "Mt"), std::pair("fort", "Ft")}) {
    if (starts_with_ascii_nocase(name, full)) set_bit(starts_, scan_words(brief).front().hash);
  }
  if (!word.upper && !word.uncased) set_bit(small_starts_, word.hash);
}

Place* GazetteerBuilder::insert(std::string_view name, std::string_view language) {
  const std::vector<Word> words = scan_words(name);
  if (words.empty() || words.size() > kMaxWords) return nullptr;
  std::uint64_t hash = gazetteer_table::language_salt(language);
  if (hash == 0) mark_start(name, words.front());
  Place made;
  made.capitals =
      words.size() == 1 && words.front().caps && words.front().end <= kMaxCapitalsLetters * 2;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) slot(hash).begins = 1;
    hash = gazetteer_table::extend_name(hash, words, 0, i);
    const bool small =
        i > 0 && joins_words(name.substr(words[i].begin, words[i].end - words[i].begin));
    if (words[i].upper && i < 8 && !small) made.upper |= static_cast<std::uint8_t>(1U << i);
  }
  Slot& found = slot(hash);
  if (found.place == 0) {
    made.first = static_cast<std::uint32_t>(candidates_.size());
    made.given = words.size() == 1 && given_.contains(words.front().hash);
    places_.push_back(made);
    found.place = static_cast<std::uint32_t>(places_.size());
  }
  Place& place = places_[found.place - 1];
  if (place.kind == PlaceKind::None)
    place.upper &= made.upper;  // "Paris accord" and "Paris Accord"
  return &place;
}

/// The name by the stems of its words; null when a word is too short to have one.
Place* GazetteerBuilder::insert_stems(std::string_view name, std::string_view language) {
  const std::vector<Word> words = scan_words(name);
  if (words.empty() || words.size() > kMaxWords) return nullptr;
  std::uint64_t hash = gazetteer_table::language_salt(language);
  Place made;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = name.substr(words[i].begin, words[i].end - words[i].begin);
    const std::vector<std::uint64_t> letters = prefix_hashes(word);
    const std::size_t stem = stem_letters(word, letters.size(), words.size() > 1);
    const bool syllables = language == "ko";
    if (stem < (syllables ? 2U : kMinStem) || (words.size() == 1 && stem < 4 && !syllables) ||
        words[i].caps) {
      return nullptr;
    }
    if (i > 0) slot(hash).begins = 1;
    hash = extend_hash(hash, gazetteer_table::stem_hash(letters[stem - 1]));
    made.stem = static_cast<std::uint8_t>(stem);
  }
  Slot& found = slot(hash);
  if (found.place == 0) {
    made.first = static_cast<std::uint32_t>(candidates_.size());
    places_.push_back(made);
    found.place = static_cast<std::uint32_t>(places_.size());
  }
  return &places_[found.place - 1];
}

/// Candidates of one place lie together: a place that gets more later moves to the end.
void GazetteerBuilder::add_candidate(Place& place, const PlaceCandidate& made) {
  for (std::uint32_t i = place.first; i < place.first + place.count; ++i) {
    if (candidates_[i].code() == made.code()) {
      candidates_[i].size = std::max(candidates_[i].size, made.size);
      candidates_[i].capital = std::max(candidates_[i].capital, made.capital);
      return;
    }
  }
  if (place.first + place.count != candidates_.size()) {
    const std::uint32_t from = place.first;
    place.first = static_cast<std::uint32_t>(candidates_.size());
    for (std::uint32_t i = from; i < from + place.count; ++i) {
      candidates_.push_back(PlaceCandidate(candidates_[i]));
    }
  }
  candidates_.push_back(made);
  ++place.count;
}

void GazetteerBuilder::add_given_names(std::string_view table) {
  for_each_line(table, [this](const std::vector<std::string_view>& cells) {
    for (const std::string_view name : split(cells.back(), '|')) {
      for (const Word& word : scan_words(name)) given_.insert(word.hash);
    }
  });
}

void GazetteerBuilder::add_foreign(std::string_view language, std::string_view country,
                                   PlaceKind kind, std::string_view name) {
  const std::size_t known = places_.size();
  const auto settle = [&](Place* place) {
    if (place == nullptr) return;
    if (place->count == 0) place->kind = kind;
    if (place->count == 0 || place >= &places_[0] + known)
      add_candidate(*place, candidate(country, kCountry));
  };
  // One after the other: the second may move all places.
  Place* whole = insert(name, language);
  settle(whole);
  if (kind == PlaceKind::None && whole != nullptr) whole->kind = kind;  // whatever CLDR says
  if (kind != PlaceKind::City || !leaves_cities_alone(language))
    settle(insert_stems(name, language));
}

/// Adds an adjective's form, as it stands; of several countries, "congolais", the first is
/// likelier. Where it is also the country's name, "argentina", it may be written small.
void GazetteerBuilder::add_adjective(std::string_view language, std::string_view country,
                                     std::string_view name) {
  Place* place = insert(name, language);
  if (place == nullptr) return;
  if (place->count == 0) place->kind = PlaceKind::Demonym;
  if (place->kind == PlaceKind::Demonym) {
    add_candidate(*place, candidate(country, kCountry));
    place->word = true;
  }
  if (scan_words(name).front().upper == false) place->upper = 0;
}

/// Adds a name, as it stands, of all of the countries.
void GazetteerBuilder::add_whole(std::string_view language, std::string_view countries,
                                 PlaceKind kind, std::string_view name) {
  Place* place = insert(name, language);
  if (place == nullptr || place->count > 0) return;
  place->kind = kind;
  for (const std::string_view country : split(countries, ','))
    add_candidate(*place, candidate(country, kCountry));
}

/// Gives a name to each of several countries in place of those it had: the first is meant unless
/// the article speaks of another.
void GazetteerBuilder::add_shared(std::string_view language, std::string_view countries,
                                  std::string_view name) {
  const auto settle = [&](Place* place) {
    if (place == nullptr) return;
    if (place->count == 0) place->kind = PlaceKind::Country;
    place->count = 0;
    std::uint32_t size = kCountry;
    for (const std::string_view country : split(countries, ',')) {
      add_candidate(*place, candidate(country, size));
      size = kOtherHome;
    }
  };
  settle(insert(name, language));
  if (!leaves_cities_alone(language)) settle(insert_stems(name, language));
}

/// Marks a country's name that is also a plain word of the language.
void GazetteerBuilder::mark_plain_word(std::string_view language, std::string_view country,
                                       std::string_view name) {
  add_foreign(language, country, PlaceKind::Country, name);
  if (Place* whole = insert(name, language); whole != nullptr) whole->word = true;
  if (Place* stem = insert_stems(name, language); stem != nullptr) stem->word = true;
}

void GazetteerBuilder::add_country_names(std::string_view table) {
  for_each_line(table, [this](const std::vector<std::string_view>& cells) {
    if (cells.size() < 4) return;
    if (cells[0] != "en") return add_foreign(cells[0], cells[1], kind_of(cells[2]), cells[3]);
    if (Place* place = insert(cells[3], {}); place != nullptr) {
      place->kind = PlaceKind::Country;
      add_candidate(*place, candidate(cells[1], kCountry));
    }
  });
}

void GazetteerBuilder::add_foreign_words(std::string_view table) {
  for_each_line(table, [this](const std::vector<std::string_view>& cells) {
    if (cells.size() < 4) return;
    for (const std::string_view name : split(cells[3], '|')) {
      if (name.empty()) continue;
      if (cells[2] == "word")
        mark_plain_word(cells[0], cells[1], name);
      else if (cells[2] == "adjective")
        add_adjective(cells[0], cells[1], name);
      else if (cells[2] == "several")
        add_whole(cells[0], cells[1], PlaceKind::Several, name);
      else if (cells[2] == "whole")
        add_whole(cells[0], cells[1], PlaceKind::Region, name);
      else if (cells[2] == "shared")
        add_shared(cells[0], cells[1], name);
      else
        add_foreign(cells[0], cells[1], kind_of(cells[2]), name);
    }
  });
}

void GazetteerBuilder::add_country_words(std::string_view table) {
  for_each_line(table, [this](const std::vector<std::string_view>& cells) {
    for (std::size_t column = 1; column < cells.size(); ++column) {
      for (const std::string_view name : split(cells[column], '|')) {
        Place* place = name.empty() ? nullptr : insert(name, {});
        if (place == nullptr) continue;
        if (place->count == 0) place->kind = column == 1 ? PlaceKind::Demonym : PlaceKind::Country;
        add_candidate(*place, candidate(cells[0], kCountry));
      }
    }
  });
}

void GazetteerBuilder::add_evocations(std::string_view table) {
  for_each_line(table, [this](const std::vector<std::string_view>& cells) {
    if (cells.size() < 3 || cells[0] == "given") return;
    for (const std::string_view name : split(cells[2], '|')) {
      const std::size_t known = places_.size();
      Place* place = insert(name, {});
      if (place == nullptr) continue;
      const bool word = cells[0] == "word";
      if (places_.size() > known) place->kind = word ? PlaceKind::Region : kind_of(cells[0]);
      place->word = place->word || word || cells[0] == "surname";
      const bool same = place->kind == kind_of(cells[0]);
      if (same && !scan_words(name).front().caps) place->capitals = false;  // "IBEX", "Ibex"
      for (const std::string_view country : split(cells[1], ',')) {
        if (country.empty()) continue;
        const bool other = cells[0] == "org" && place->count > 0;
        const std::uint32_t size = cells[0] == "town" ? kKnownTown : kKnownCity;
        add_candidate(*place, candidate(country, other ? kOtherHome : size));
      }
    }
  });
}

void GazetteerBuilder::add_cities(std::string_view table, PlaceKind kind) {
  for_each_line(table, [this, kind](const std::vector<std::string_view>& cells) {
    if (cells.size() < 3) return;
    const std::size_t known = places_.size();
    Place* place = insert(cells[0], {});
    if (place == nullptr) return;
    if (places_.size() > known) {
      place->kind = kind;
      place->word = cells[1].find('w') != std::string_view::npos;
      place->given = place->given || cells[1].find('n') != std::string_view::npos;
    } else if (!is_town_or_region(place->kind)) {
      return;
    }
    place->region = place->region || (kind == PlaceKind::Region && place->kind == PlaceKind::City);
    for (const std::string_view cell : split(cells[2], ' ')) {
      if (cell.size() < 3) continue;
      std::uint32_t size = 0;
      std::from_chars(cell.data() + 2, cell.data() + cell.size(), size);
      PlaceCandidate made = candidate(cell.substr(0, 2), size);
      made.capital = cell.back() == '*' ? 1 : 0;
      add_candidate(*place, made);
    }
  });
}

/// What in the name stands for the country already, or is called so as a whole: of several, what is
/// more than a town or region.
std::optional<PlaceKind> GazetteerBuilder::held_place_of(std::string_view name,
                                                         std::string_view country) const {
  const std::vector<Word> words = scan_words(name);
  std::optional<PlaceKind> held;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::uint64_t hash = 0;
    for (std::size_t at = first; at < words.size(); ++at) {
      hash = gazetteer_table::extend_name(hash, words, first, at);
      const Place* known = find(hash);
      if (known == nullptr || known->kind == PlaceKind::Domestic) continue;
      const bool whole = first == 0 && at + 1 == words.size();
      const auto own = std::span(candidates_).subspan(known->first, known->count);
      if (!whole && std::ranges::count(own, country, &PlaceCandidate::code) == 0) continue;
      held = known->kind;
      if (!is_town_or_region(*held)) return held;
    }
  }
  return held;
}

void GazetteerBuilder::add_domestic(std::string_view table) {
  for_each_line(table, [this](const std::vector<std::string_view>& cells) {
    if (cells.size() < 2) return;
    for (const std::string_view name : split(cells[1], '|')) {
      const auto held = held_place_of(name, cells[0]);
      if (held && !is_town_or_region(*held)) continue;
      const std::size_t known = places_.size();
      Place* place = insert(name, {});
      if (place == nullptr) continue;
      if (held && places_.size() == known) {  // a town's name as a whole
        if (place->kind == PlaceKind::City) std::memcpy(place->club, cells[0].data(), 2);
        continue;
      }
      if (scan_words(name).front().caps == false) place->capitals = false;  // "EMBRAPA", "Embrapa"
      place->kind = held ? PlaceKind::Body : PlaceKind::Domestic;
      add_candidate(*place, candidate(cells[0], kCountry));
    }
  });
}

std::string GazetteerBuilder::bytes() {
  std::vector<std::uint64_t> given(given_.begin(), given_.end());
  std::ranges::sort(given);
  const gazetteer_table::Header header{static_cast<std::uint32_t>(places_.size()),
                                       static_cast<std::uint32_t>(candidates_.size()),
                                       static_cast<std::uint32_t>(given.size()), 0};
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  append(bytes, slots_);
  append(bytes, starts_);
  append(bytes, small_starts_);
  append(bytes, given);
  append(bytes, places_);
  append(bytes, candidates_);
  return bytes;
}

}  // namespace pressmark::indexer
