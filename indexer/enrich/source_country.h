#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/model/article.h"

namespace pressmark::indexer {

/// Which country an outlet publishes from, and what the user calls it.
class SourceCountries {
 public:
  /// Reads the user's table (lines "domain TAB name TAB country", '#' comments; a first line
  /// "domain ..." is passed over), which wins over the shipped one.
  ///
  /// @param user_file  empty: none. Throws Error (ExitCode::Usage) when it cannot be read, or with
  /// the number of a line that is wrong
  explicit SourceCountries(const std::string& user_file);

  /// The outlet's name in the user's table, which wins over what it calls itself; nothing when it
  /// has none there.
  std::optional<std::string> name_of(const Outlet& outlet) const;

  /// ISO 3166-1 alpha-2 from the user's table, the shipped table, or the domain's country code;
  /// empty when unknown.
  std::string country_of(const Outlet& outlet) const;

 private:
  std::unordered_map<std::string, std::string> names_;  // by domain
  std::unordered_map<std::string, std::string> by_domain_;
  std::unordered_map<std::string, std::string> by_name_;  // folded
};

/// The country of a country-code domain: "GB" for "bbc.co.uk"; empty for "bbc.com" and for codes
/// that are sold worldwide (.tv, .io, .co ...) unless a second level shows the country
/// ("eltiempo.com.co").
std::string domain_country(std::string_view domain);

}  // namespace pressmark::indexer
