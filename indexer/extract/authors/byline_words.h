#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::indexer {

/// Whether a word of a byline is a role ("editor", "Redakteurin"), alone or behind a hyphen,
/// whatever its case and accents.
bool is_role_word(std::string_view word);
/// The same for words that organisations have in their names ("press", "Agentur").
bool is_organization_word(std::string_view word);
/// "and" and "with" in the languages of bylines.
bool is_name_joiner(std::string_view word);

/// Length of the opener that a line begins with ("By", "Texte :"), its colon included; 0 when it
/// begins with none.
std::size_t byline_opener_length(std::string_view line);

/// The line without its opener; points into `line`. "De Jong" and "Di Maio" begin as bylines do:
/// without a colon, an opener other than English "by" needs two words of a name behind it.
std::string_view without_byline_opener(std::string_view line);

}  // namespace pressmark::indexer
