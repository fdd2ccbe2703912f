#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

/// The country meant by an ISO 3166-1 code (alpha-2 or alpha-3, any case), its name in any of some
/// seventy languages, an English demonym ("russian") or a usual short or former name ("UK",
/// "Burma").
///
/// @return  alpha-2 in upper case, a view to static storage; nothing when no such country is known
std::optional<std::string_view> find_country(std::string_view name);

/// What a name is that find_country() knows and that is no country's own: "Yugoslavia", "Scotland",
/// "Korea".
struct CountryStandIn {
  enum class Kind { Former, Part, Several };
  Kind kind = Kind::Former;
  std::vector<std::string_view> others;  // besides the country that is found; static storage
};
std::optional<CountryStandIn> country_stand_in(std::string_view name);

/// Name for people: "Germany" for ("DE", "en"), "Allemagne" for ("DE", "fr"). The code itself when
/// it has no name.
///
/// @param locale  as ICU reads it ("de", "pt_BR")
std::string country_name(std::string_view code, std::string_view locale = "en");

/// Names, in English, of the countries whose spelling is nearest to a name that find_country does
/// not know.
std::vector<std::string> suggest_countries(std::string_view name, std::size_t limit = 3);

}  // namespace pressmark
