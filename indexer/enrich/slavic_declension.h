#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Cases as letters: n(ominative), g(enitive; of men the accusative too), d(ative), a(ccusative of
/// women), i(nstrumental), p(repositional). A form that several cases share has several letters.
using Cases = std::string_view;

/// Whether names of persons are read in this language where it is written in Cyrillic letters.
///
/// @param language  ISO 639-1
bool declines_names(std::string_view language);

/// A given name as it stands in a text, told from a list of some seven hundred.
struct GivenName {
  std::string nominative;
  bool woman = false;
  std::string man;  // whose genitive a woman's name may be too: "Александра"
  Cases cases;
};
std::optional<GivenName> given_name(std::string_view form, std::string_view language);

/// Whether behind "Александра" this is the surname of a man in the genitive, not of a woman.
bool is_mans_genitive(std::string_view surname);

/// The nominative of a surname that stands behind a given name in one of these cases; the form
/// itself where no rule fits: many surnames have one form.
std::string surname_nominative(std::string_view form, bool woman, Cases cases,
                               std::string_view language);

/// Every nominative that a surname standing alone may be a case of, itself first.
std::vector<std::string> possible_nominatives(std::string_view form, std::string_view language);

}  // namespace pressmark::indexer
