#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// Cases as letters: n(ominative), g(enitive; of men the accusative too), d(ative), a(ccusative of
/// women), i(nstrumental), p(repositional). A form that several cases share has several letters.
using Cases = std::string_view;
inline constexpr Cases kAnyCase = "ngdaip";  // of names that are the same in all

/// Whether names of persons are read in this language where it is written in Cyrillic letters.
///
/// @param language  ISO 639-1
bool declines_names(std::string_view language);

/// A name of the list, some seven hundred, in one or more of its cases. The views stay.
struct GivenName {
  std::string_view nominative;
  bool woman = false;
  Cases cases;
};

/// What a word may be as a given name: "Александра" is a woman, or a man in the genitive.
std::span<const GivenName> given_names(std::string_view form, std::string_view language);

/// A surname as it stands behind a given name.
struct Surname {
  std::string nominative;
  bool sure = false;  // the form shows the case; else it may be one that has no cases
};

/// Nothing where the surname of such a person has no such form in these cases.
std::optional<Surname> surname_of(std::string_view form, bool woman, Cases cases,
                                  std::string_view language);

/// Every nominative that a surname standing alone may be a case of, itself first.
std::vector<std::string> possible_nominatives(std::string_view form, std::string_view language);

}  // namespace pressmark::indexer
