#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

inline constexpr std::size_t kMaxFormBytes = 100;  // what is longer is no name

/// A mention as a librarian would write it on a card: white space collapsed, possessive, quotes and
/// broken brackets off, without "the" or "then-", for persons without "Mr", "President" or "QC".
/// Names all in capitals of more than four letters are written small. Empty when nothing is left,
/// or when the mention is no name: a weekday, a pronoun, debris of a news wire ("Reuters", "Read
/// More", "Shr"), a mark, something of more than kMaxFormBytes.
std::string name_form(std::string_view mention, EntityType type);

/// The name with typewriter's apostrophes: texts have both kinds side by side.
std::string plain_apostrophes(std::string_view name);

/// The end of a mention with the bracket that closes what it opens: "Workers' Party (United" ")".
std::size_t whole_end(std::string_view text, std::size_t begin, std::size_t end);

/// What two forms of one name have in common: case, accents and full stops folded.
std::string form_key(std::string_view form);

/// The words of a form's key.
std::vector<std::string> key_words(std::string_view form);

/// The form without "Inc.", "Ltd", "plc" and the like at its end.
std::string_view without_legal_ending(std::string_view form);

/// First letters of a form's capitalised words: "EU" for "European Union".
std::string initials_of(std::string_view form);

}  // namespace pressmark::indexer
