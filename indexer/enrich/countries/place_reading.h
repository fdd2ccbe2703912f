#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/enrich/gazetteer/gazetteer.h"
#include "indexer/enrich/words/word_breaks.h"
#include "indexer/enrich/words/word_scanner.h"

namespace pressmark::indexer {

/// Part of an article by how much a place named there says about it.
enum class Section : std::uint8_t { Title, Dateline, Lead, Body };

inline bool is_proper(PlaceKind kind) {
  return kind == PlaceKind::Country || kind == PlaceKind::City || kind == PlaceKind::Region;
}

inline bool is_adjective_or_proper(PlaceKind kind) {
  return is_proper(kind) || kind == PlaceKind::Demonym;
}

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

/// Byte ranges of names that the recogniser found in a section, each ascending.
struct NameRanges {
  Ranges persons;
  Ranges bodies;
  Ranges places;
};

/// One section being read for names of places, and what stands around the name at hand. Pointers
/// are into `words`, views into the section's text.
struct PlaceReading {
  std::string_view text;
  Section section = Section::Body;
  const NameRanges* names = nullptr;
  std::vector<Word> words;
  bool cased = true;        // capitals mean something here
  bool title_case = false;  // ... but every word has one
  bool after_place = false;
  std::size_t language = 0;    // behind the last name of a language; 0: there was none
  std::size_t heard = 0;       // words that were looked at for "language"
  bool language_said = false;  // ... whether the sentence had it before the last of those
  WordBreaks breaks;

  // What stands around the name at hand.
  const Word* first = nullptr;     // its first word
  const Word* previous = nullptr;  // the word before
  const Word* joined = nullptr;    // ... where only a blank or hyphen is between
  const Word* follower = nullptr;  // the word behind
  const Word* next = nullptr;      // ... where only a blank is between

  /// Sets what stands around the name.
  void look_around(const PlaceMatch& match);

  /// Whether the word's capital means nothing.
  bool starts_sentence(std::size_t at) const;

  /// Learns from the whole section whether capitals carry meaning.
  void look_at_case();

  /// The bytes of the person's name that the name is in.
  std::optional<std::pair<std::size_t, std::size_t>> person_of(const PlaceMatch& match) const;

  /// Whether the recogniser takes exactly the name for one of those.
  bool is_recognised(const Ranges& ranges, const PlaceMatch& match) const;

  /// Whether that person has another name before or behind this one, and not only an office.
  bool has_other_name(const PlaceMatch& match) const;

  /// Whether the name signs a picture: "(Zhenta Jordan/Harbour Wire)".
  bool is_credit(const PlaceMatch& match) const;

  /// "LISBON (Agency) - ...": a line that begins with its place in capitals, and not "NATO said".
  bool in_line_start(const PlaceMatch& match) const;

  /// Whether the name is, or is within, a ship's: "HMS Jamaica", "the ferry Pride of Bilbao".
  bool follows_ship(const PlaceMatch& match) const;

  /// Whether the word names a team that was played against: "lost to Valencia", "2-1 at Valencia".
  bool is_opponent(std::size_t at) const;

  /// Whether the word names a team that shared the points: "drew 0-0 with Valencia".
  bool is_drawn_with(std::size_t at) const;

  /// Whether a team of the name won or drew: "Everton beat Monaco".
  bool is_winner() const;

  /// Whether a verb may be next, and the name its subject.
  bool before_verb() const;

  /// Whether the sentence has spoken of languages before the word; words come in order.
  bool has_said_language(std::size_t at);

  /// Whether the word is written as an abbreviation.
  bool point_after(const Word& word) const;
};

}  // namespace pressmark::indexer
