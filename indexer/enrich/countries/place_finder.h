#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/enrich/countries/place_reading.h"
#include "indexer/enrich/gazetteer/gazetteer.h"

namespace pressmark::indexer {

/// A place name as it stands in an article, after its surroundings were read.
struct FoundPlace {
  PlaceMatch match;
  Section section = Section::Body;
  std::uint32_t word = 0;         // how many words of the section are before it
  char settled[2] = {0, 0};       // the country that its surroundings name: "Paris, Texas"; else 0
  std::uint64_t key = 0;          // the same for every mention of one name
  std::uint64_t single = 0;       // hash of a name of one word; else 0
  bool located = false;           // "in Paris", "Paris-based"
  bool strictly_located = false;  // ... where even "Reading" is a place
  bool possessive = false;        // "Georgia's"
  bool sentence_start = false;    // its capital means nothing
  bool in_name = false;           // ... or little, between two others: "Farmers Turkey Desk"
  bool governs = false;           // followed by a word of state: "Jordan's King"
  bool of_state = false;          // "Georgia Governor"
  bool of_nation = false;         // "Georgia's parliament"
  bool currency = false;          // "Canadian dollars"
  bool plays = false;             // a team: "beat Everton 2-1", "Everton beat"
  bool body = false;              // the club or index that is called as the town: "Benfica"
  bool recognised = false;        // the recogniser takes it for a place
  bool spent = false;             // money that is counted
  bool court = false;             // of the town, which sits there: "Leicester Crown Court"
  bool doubtful = false;          // may be a plain word, or part of one: needs another name of it
  std::string_view code() const { return {settled, settled[0] == 0 ? 0U : 2U}; }
};

inline void set_code(FoundPlace& found, std::string_view code) {
  found.settled[0] = code[0];
  found.settled[1] = code[1];
}

/// Finds place names in one section. Names inside names of persons, papers, streets and dishes are
/// left out.
class PlaceFinder {
 public:
  /// @param language  ISO 639-1 of the text
  PlaceFinder(const Gazetteer& gazetteer, std::string_view language)
      : gazetteer_(gazetteer), language_(language) {}

  /// Adds what the section holds. Sections come in reading order.
  ///
  /// @param names  what the recogniser found in `text`; may be empty
  void read(std::string_view text, Section section, const NameRanges& names);

  /// All places, without those that turned out to be persons or plain words somewhere else in the
  /// article.
  std::vector<FoundPlace> take();

  /// Words read so far.
  std::size_t words() const { return words_read_; }

 private:
  FoundPlace look_at(PlaceReading& reading, const PlaceMatch& match) const;
  std::size_t read_several(PlaceReading& reading, const PlaceMatch& match);
  std::size_t read_name(PlaceReading& reading, const PlaceMatch& match);
  void read_other(PlaceReading& reading, std::size_t at);
  const Place* state_after_comma(const PlaceReading& reading, std::size_t at) const;
  void settle_by_owner(const PlaceReading& reading, FoundPlace& found) const;
  bool settle_by_region_behind(const PlaceReading& reading, FoundPlace& found, std::size_t from,
                               const PlaceMatch& region) const;
  void settle_by_region_of_thing(const PlaceReading& reading, FoundPlace& found) const;
  void take_owned(FoundPlace& found, const FoundPlace& owner) const;
  void settle_by_owner_behind(const PlaceReading& reading, FoundPlace& found) const;
  void take_owner(FoundPlace& found, const Place& owner, std::string_view settled) const;
  void take_likely(FoundPlace& found, const Place& region) const;
  void settle_by_quarter(const PlaceReading& reading, FoundPlace& found) const;
  void settle_among_countries(const PlaceReading& reading, FoundPlace& found) const;
  void settle_by_phrase(const PlaceReading& reading, FoundPlace& found) const;
  std::size_t settle_by_region(const PlaceReading& reading, FoundPlace& found) const;
  bool is_person(const PlaceReading& reading, const FoundPlace& found);
  bool is_somebody(const PlaceReading& reading, const FoundPlace& found) const;
  bool begins_person(const PlaceReading& reading, const FoundPlace& found) const;
  bool is_no_body(const PlaceReading& reading, const FoundPlace& found) const;
  bool is_other_person(const PlaceReading& reading, const FoundPlace& found) const;
  bool is_initials(const PlaceReading& reading, const FoundPlace& found) const;
  bool is_foreign() const { return !language_.empty() && language_ != "en"; }
  bool is_surname_as_word(const FoundPlace& found) const;
  bool is_namesake(const PlaceReading& reading, const FoundPlace& found) const;
  bool is_no_place(PlaceReading& reading, const FoundPlace& found) const;
  bool is_language(PlaceReading& reading, const FoundPlace& found) const;
  void add_first_half(const PlaceReading& reading, const FoundPlace& found);
  bool is_body(const PlaceReading& reading, const FoundPlace& found) const;
  void drop_doubtful();

  const Gazetteer& gazetteer_;
  std::string_view language_;
  std::vector<FoundPlace> found_;
  std::unordered_set<std::uint64_t> persons_;  // words that are part of somebody's name
  std::unordered_set<std::uint64_t>
      small_;  // words that begin place names and also occur without a capital
  std::size_t words_read_ = 0;
};

}  // namespace pressmark::indexer
