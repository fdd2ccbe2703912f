#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/enrich/gazetteer/gazetteer_table.h"
#include "indexer/enrich/words/word_scanner.h"

namespace pressmark::indexer {

/// A place name found in a text.
struct PlaceMatch {
  const Place* place = nullptr;
  std::uint32_t first = 0;  // index of its first word
  std::uint32_t words = 0;
};

/// How the names of a language change at their end.
struct Inflection {
  std::size_t min_stem = 3;            // letters
  std::size_t short_suffix = 2;        // letters that may follow a stem of three or fewer
  std::size_t sure_stem = 6;           // letters; behind a shorter one only is_name_ending() may
  bool adjectives_from_names = false;  // without a capital: "украинский", "ukraiński"
  std::string_view language;           // ISO 639-1
};

/// The known place names, looked up by longest match over words. Nothing is built: the table is
/// used where it lies.
class Gazetteer {
 public:
  Gazetteer();

  /// The longest known name that begins with words[at]; nothing when there is none.
  ///
  /// @param language  ISO 639-1. English names of cities are found in every text, all other names
  /// in their language's
  std::optional<PlaceMatch> find(std::string_view text, std::span<const Word> words, std::size_t at,
                                 std::string_view language) const;

  /// Views into the table.
  std::span<const PlaceCandidate> candidates(const Place& place) const {
    return candidates_.subspan(place.first, place.count);
  }

  /// A state of the USA and a province of Canada, for their abbreviations after a city.
  const Place& american_state() const { return places_[0]; }
  const Place& canadian_province() const { return places_[1]; }

  /// Whether a name in English may begin with this word, and whether one that is not capitalised
  /// may.
  bool may_start(std::uint64_t word_hash) const { return in_filter(starts_, word_hash); }
  bool starts_small(std::uint64_t word_hash) const { return in_filter(small_starts_, word_hash); }

  bool is_given_name(std::uint64_t word_hash) const;

 private:
  static bool in_filter(std::span<const std::uint64_t> filter, std::uint64_t word_hash) {
    const std::uint64_t bit = word_hash % gazetteer_table::kFilterBits;
    return (filter[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  const gazetteer_table::Slot* probe(std::uint64_t hash) const;
  std::optional<PlaceMatch> find_whole(std::span<const Word> words, std::size_t at,
                                       std::uint64_t salt) const;
  bool is_known_abroad(const PlaceMatch& match) const;
  static bool fits_inflected(const Place& place, std::string_view text, const Word& first,
                             const Word& last, const Inflection& inflection);
  struct Stem {
    const gazetteer_table::Slot* slot = nullptr;
    std::uint64_t hash = 0;
    std::size_t letters = 0;
  };
  Stem probe_stem(std::span<const std::uint64_t> letters, std::size_t most,
                  const Inflection& inflection, std::uint64_t hash) const;
  std::optional<PlaceMatch> find_inflected(std::string_view text, std::span<const Word> words,
                                           std::size_t at, std::uint64_t salt,
                                           const Inflection& inflection) const;

  std::optional<PlaceMatch> find_as_written(std::string_view text, std::span<const Word> words,
                                            std::size_t at, std::string_view language) const;
  std::optional<PlaceMatch> find_behind(std::size_t prefix, std::string_view text,
                                        std::span<const Word> words, std::size_t at,
                                        std::string_view language) const;
  std::optional<PlaceMatch> find_prefixed(std::string_view text, std::span<const Word> words,
                                          std::size_t at, std::string_view language) const;

  std::span<const gazetteer_table::Slot> slots_;
  std::span<const std::uint64_t> starts_, small_starts_, given_;
  std::span<const Place> places_;
  std::span<const PlaceCandidate> candidates_;
};

}  // namespace pressmark::indexer
