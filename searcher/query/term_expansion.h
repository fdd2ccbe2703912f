#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/schema.h"

namespace pressmark::searcher {

/// Words of an archive, as forms without a prefix, and in how many articles each stands.
struct Expansion {
  struct Word {
    std::string form;
    std::size_t articles = 0;
    std::size_t distance = 0;  // of a near word
  };
  std::vector<Word> words;  // best first
  bool cut = false;         // there were more
};

/// The words that match a pattern of letters, * (any letters) and ? (one letter), folded; most
/// frequent first.
Expansion expand_pattern(const Xapian::Database& database, std::string_view pattern,
                         std::size_t limit);

/// The words that differ from a folded word by a letter or two and begin with the same letter or
/// the next; nearest first, then most frequent. The word itself is among them if the archive has
/// it.
Expansion near_words(const Xapian::Database& database, std::string_view form, std::size_t limit);

/// The same among the words of the names of a field, person or source, and the domains of sources.
Expansion near_name_words(const Xapian::Database& database, FieldId id, std::string_view form,
                          std::size_t limit);

}  // namespace pressmark::searcher
