#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark::indexer {

/// Whether names in a language take endings: Finnish, Hungarian, Slavic and Baltic ones, Turkish.
bool inflects_names(std::string_view language);

/// Whether a word may be a form of a name: "Wrzesińskim" of "Wrzesiński", "Orpon" of "Orpo". The
/// same word is one in every language.
bool is_form_of(std::string_view word, std::string_view name, std::string_view language);

/// The nominative of somebody's names, where the given name and the ending of the surname show the
/// case.
struct FullForm {
  std::string given;
  std::string surname;
};

/// Whether a word is a given name in the nominative.
using IsGivenName = std::function<bool(std::string_view word)>;

/// What the given name in front of a surname and the surname are in the nominative; nothing where
/// they stand in it, or cannot be told.
std::optional<FullForm> nominative_of(std::string_view given, std::string_view surname,
                                      std::string_view language, const IsGivenName& is_given);

}  // namespace pressmark::indexer
