#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/enrich/words/word_scanner.h"

namespace pressmark::indexer {

/// What a known name is to a country.
enum class PlaceKind : std::uint8_t {
  None,     // evokes nothing, but takes its words: "South China Morning Post"
  Country,  // "Japan"
  Demonym,  // "Japanese"
  City,
  Region,    // "Bavaria"
  Seat,      // of power: "the Kremlin"
  Body,      // an organisation that stands for its country: "Bank of Japan"
  Domestic,  // ... that says where an article plays if nothing else does: "Kaizer Chiefs"
  Water,     // a river or mountain of one country
  Money,     // its currency
  Trace,     // words of everyday life there: "Crown Court"
  Leader,    // who speaks for it: "Macron"
  Several,   // all its candidates at once: "中俄"
};

/// A country that a name may mean, and how likely: thousands of inhabitants for a city.
struct PlaceCandidate {
  char country[2] = {0, 0};  // ISO 3166-1 alpha-2
  std::uint16_t capital = 0;
  std::uint32_t size = 0;
  std::string_view code() const { return {country, 2}; }
};

struct Place {
  PlaceKind kind = PlaceKind::None;
  std::uint8_t upper = 0;  // bit i: word i must begin with a capital
  bool word = false;      // its name is also a plain word, "Reading", or an adjective written small
  bool given = false;     // ... or a person's given name: "Austin"
  bool capitals = false;  // matches only in capitals: "US"
  bool region = false;    // a city whose state or province has the same name: "New York"
  char club[2] = {0, 0};  // the country of a club that goes by the city's name; else 0
  std::uint8_t stem =
      0;  // letters of its last word that an inflected form shares; 0: matches as it is
  std::uint16_t count = 0;  // of its candidates
  std::uint32_t first = 0;
};

/// How the compiled-in table of names lies in memory. make_gazetteer writes it while the program is
/// built, for the same machine; Gazetteer reads it where it lies.
namespace gazetteer_table {

inline constexpr std::size_t kSlots = 1U << 19U;  // four times the names and beginnings of names
inline constexpr std::size_t kFilterBits =
    1U << 19U;  // of first words: a clear bit means that no name begins so
inline constexpr std::size_t kMaxWords = 32;  // a letter is one in Thai
inline constexpr std::size_t kMinStem = 3;

struct Slot {
  std::uint64_t hash = 0;
  std::uint32_t place = 0;   // index + 1; 0: only the beginning of a longer name
  std::uint32_t begins = 0;  // 1: a longer name goes on
};

struct Header {
  std::uint32_t places = 0;
  std::uint32_t candidates = 0;
  std::uint32_t given = 0;
  std::uint32_t zero = 0;
  // Behind it: Slot[kSlots], filters (starts, small starts), given-name hashes in order, places,
  // candidates.
};

/// Names of a language other than English begin with this hash instead of 0. Croatian and Bosnian
/// are told apart by hardly any text: they have their names together.
constexpr std::uint64_t language_salt(std::string_view language) {
  std::uint64_t salt = 0;
  if (language.empty() || language == "en") return 0;
  if (language == "bs") language = "hr";
  for (const char c : language) salt = extend_hash(salt, static_cast<std::uint64_t>(c) + 0x5A17U);
  return salt;
}

/// The hash of a name's first words and the one at `at`. "Cox's Bazar" is one name, and another
/// than "Cox Bazar"; "Cox's", at a name's end, is "Cox".
inline std::uint64_t extend_name(std::uint64_t name, std::span<const Word> words, std::size_t first,
                                 std::size_t at) {
  constexpr std::uint64_t kPossessive = 0x3C3C'C3C3'5A5A'A5A5U;
  const bool possessive = at > first && words[at - 1].possessive;
  return extend_hash(name, spelled_out(words[at].hash) ^ (possessive ? kPossessive : 0));
}

/// Stems are kept apart from whole words.
constexpr std::uint64_t stem_hash(std::uint64_t letters) {
  return letters ^ 0xA5A5'5A5A'0F0F'F0F0U;
}

}  // namespace gazetteer_table
}  // namespace pressmark::indexer
