#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/enrich/word_scanner.h"

namespace pressmark::indexer {

/// What a known name is to a country.
enum class PlaceKind : std::uint8_t {
  None,     // evokes nothing, but takes its words: "South China Morning Post"
  Country,  // "Japan"
  Demonym,  // "Japanese"
  City,
  Region,  // "Bavaria"
  Seat,    // of power: "the Kremlin"
  Body,    // an organisation that stands for its country: "Bank of Japan"
  Water,   // a river or mountain of one country
  Money,   // its currency
  Trace,   // words of everyday life there: "Crown Court"
};

/// A country that a name may mean, and how likely: thousands of inhabitants for a city.
struct PlaceCandidate {
  char country[2] = {0, 0};  // ISO 3166-1 alpha-2
  std::uint32_t size = 0;
  bool capital = false;
  std::string_view code() const { return {country, 2}; }
};

struct Place {
  PlaceKind kind = PlaceKind::None;
  bool word = false;        // its name is also a plain word: "Reading"
  bool given = false;       // ... or a person's given name: "Austin"
  bool capitals = false;    // matches only in capitals: "US"
  bool foreign = false;     // from the table of a language other than English
  std::uint8_t upper = 0;   // bit i: word i must begin with a capital
  std::uint32_t first = 0;  // of its candidates
  std::uint16_t count = 0;
};

/// A place name found in a text.
struct PlaceMatch {
  const Place* place = nullptr;
  std::uint32_t first = 0;  // index of its first word
  std::uint32_t words = 0;
};

/// The known place names, looked up by longest match over words.
class Gazetteer {
 public:
  /// Reads the compiled-in tables: some ten milliseconds.
  Gazetteer();

  /// The longest known name that begins with words[at]; nothing when there is none.
  ///
  /// @param language  ISO 639-1; names in English are found in every text, those of other languages
  /// in theirs
  std::optional<PlaceMatch> find(std::string_view text, std::span<const Word> words, std::size_t at,
                                 std::string_view language) const;

  std::span<const PlaceCandidate> candidates(const Place& place) const {
    return std::span(candidates_).subspan(place.first, place.count);
  }

  /// A state of the USA and a province of Canada, for their abbreviations after a city.
  const Place& american_state() const { return places_[0]; }
  const Place& canadian_province() const { return places_[1]; }

  /// Whether a name may begin with this word, and whether one that is not capitalised may.
  bool may_start(std::uint64_t word_hash) const { return starts_[word_hash % kFilterBits]; }
  bool starts_small(std::uint64_t word_hash) const {
    return small_starts_[word_hash % kFilterBits];
  }

  bool is_given_name(std::uint64_t word_hash) const { return given_.contains(word_hash); }

 private:
  static constexpr std::size_t kFilterBits = 1U << 19U;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t place = 0;  // index + 1; 0: only the beginning of a longer name
    bool begins = false;      // a longer name goes on
  };

  void add_words();
  void add_evocations();
  void add_cities(std::string_view table, PlaceKind kind);
  void add_given_names(std::string_view table);
  Place* insert(std::string_view name, std::uint64_t salt);
  void add_candidate(Place& place, std::string_view country, std::uint32_t size, bool capital);
  void finish();
  Slot& slot(std::uint64_t hash);
  const Slot* probe(std::uint64_t hash) const;

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<Place> places_;
  std::vector<PlaceCandidate> candidates_;
  std::unordered_set<std::uint64_t> given_;
  std::bitset<kFilterBits> starts_;  // a filter: false means no
  std::bitset<kFilterBits> small_starts_;
};

}  // namespace pressmark::indexer
