#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/enrich/gazetteer/gazetteer_table.h"

namespace pressmark::indexer {

/// Makes the table that Gazetteer reads from the tables of names (formats: the head of each file in
/// data/). The first file that knows a name says what it is.
class GazetteerBuilder {
 public:
  GazetteerBuilder();
  void add_given_names(std::string_view table);
  void add_country_names(std::string_view table);  // language, country, kind, name
  void add_country_words(std::string_view table);  // common/data/country_words.tsv
  void add_evocations(std::string_view table);
  void add_cities(std::string_view table, PlaceKind kind);
  void add_foreign_words(std::string_view table);  // language, country, kind, names
  /// Bodies whose names are new. One that holds a town of its country stands for it; one that is
  /// called as a town is noted there.
  void add_domestic(std::string_view table);

  /// The table in memory layout.
  std::string bytes();

 private:
  gazetteer_table::Slot& slot(std::uint64_t hash);
  const Place* find(std::uint64_t hash) const;
  void mark_start(std::string_view name, const Word& word);
  Place* insert(std::string_view name, std::string_view language);
  Place* insert_stems(std::string_view name, std::string_view language);
  std::optional<PlaceKind> held_place_of(std::string_view name, std::string_view country) const;
  void add_foreign(std::string_view language, std::string_view country, PlaceKind kind,
                   std::string_view name);
  void add_adjective(std::string_view language, std::string_view country, std::string_view name);
  void add_whole(std::string_view language, std::string_view countries, PlaceKind kind,
                 std::string_view name);
  void add_shared(std::string_view language, std::string_view countries, std::string_view name);
  void mark_plain_word(std::string_view language, std::string_view country, std::string_view name);
  void add_candidate(Place& place, const PlaceCandidate& made);

  std::vector<gazetteer_table::Slot> slots_;
  std::size_t used_ = 0;
  std::vector<Place> places_;
  std::vector<PlaceCandidate> candidates_;
  std::unordered_set<std::uint64_t> given_;
  std::vector<std::uint64_t> starts_, small_starts_;
};

}  // namespace pressmark::indexer
