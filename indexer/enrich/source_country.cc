#include "indexer/enrich/source_country.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <fmt/format.h>

#include "common/country.h"
#include "common/error.h"
#include "common/outlet_table.h"
#include "common/text.h"

namespace pressmark::indexer {
namespace {

// Country-code domains whose registries sell to anybody, for how the letters read.
constexpr std::array<std::string_view, 31> kSoldWorldwide = {
    "ac", "ag", "ai", "am", "as", "bz", "cc", "cd", "cf", "co", "fm", "ga", "gg", "gl", "gq", "io",
    "la", "ly", "me", "ml", "ms", "nu", "sc", "sh", "st", "tk", "to", "tv", "vc", "vg", "ws"};
constexpr std::array<std::string_view, 9> kSecondLevels = {"com", "net",  "org", "edu", "gov",
                                                           "gob", "gouv", "co",  "news"};

}  // namespace

std::string domain_country(std::string_view domain) {
  const std::vector<std::string_view> labels = split(domain, '.');
  if (labels.size() < 2) return {};
  const std::string top = to_lower_ascii(labels.back());
  if (top.size() != 2) return {};
  if (top == "uk") return "GB";
  if (top == "su") return "RU";
  if (top == "eu") return {};
  if (std::ranges::count(kSoldWorldwide, top) > 0 &&
      (labels.size() < 3 || std::ranges::count(kSecondLevels, labels[labels.size() - 2]) == 0)) {
    return {};
  }
  const auto country = find_country(top);
  return country && to_lower_ascii(*country) == top ? std::string(*country) : std::string();
}

SourceCountries::SourceCountries(const std::string& user_file) {
  if (user_file.empty()) return;
  std::ifstream in(user_file);
  if (!in) {
    throw Error(
        ExitCode::Usage,
        fmt::format("cannot read the table of sources {}; give a readable file", user_file));
  }
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() > 1 && !trim(cells[0]).empty() && !trim(cells[1]).empty())
      names_.insert_or_assign(to_lower_ascii(trim(cells[0])), std::string(trim(cells[1])));
    if (cells.size() < 3 || cells[2].empty()) continue;  // a line may give a name alone
    const auto country = find_country(trim(cells[2]));
    if (!country) {
      throw Error(ExitCode::Usage,
                  fmt::format("{}:{}: unknown country \"{}\"; use a code such as GB", user_file,
                              number, cells[2]));
    }
    if (!cells[0].empty())
      by_domain_.insert_or_assign(to_lower_ascii(trim(cells[0])), std::string(*country));
    if (!cells[1].empty())
      by_name_.insert_or_assign(fold_accents(trim(cells[1])), std::string(*country));
  }
}

std::optional<std::string> SourceCountries::name_of(const Outlet& outlet) const {
  const auto found = names_.find(to_lower_ascii(outlet.domain));
  return found == names_.end() ? std::nullopt : std::optional(found->second);
}

std::string SourceCountries::country_of(const Outlet& outlet) const {
  if (const auto found = by_domain_.find(to_lower_ascii(outlet.domain));
      found != by_domain_.end()) {
    return found->second;
  }
  if (!outlet.name.empty()) {
    if (const auto found = by_name_.find(fold_accents(outlet.name)); found != by_name_.end())
      return found->second;
  }
  if (const auto known = find_outlet_by_domain(to_lower_ascii(outlet.domain));
      known && !known->country.empty()) {
    return std::string(known->country);
  }
  if (std::string country = domain_country(outlet.domain);
      !country.empty() || !outlet.domain.empty())
    return country;
  const auto known = find_outlet_by_name(outlet.name);
  return known ? std::string(known->country) : std::string();
}

}  // namespace pressmark::indexer
