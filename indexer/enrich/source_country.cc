#include "indexer/enrich/source_country.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "common/country.h"
#include "common/error.h"
#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/enrich/entities/user_table.h"

namespace pressmark::indexer {
namespace {

// Country-code domains whose registries sell to anybody, for how the letters read.
constexpr std::array<std::string_view, 31> kSoldWorldwide = {
    "ac", "ag", "ai", "am", "as", "bz", "cc", "cd", "cf", "co", "fm", "ga", "gg", "gl", "gq", "io",
    "la", "ly", "me", "ml", "ms", "nu", "sc", "sh", "st", "tk", "to", "tv", "vc", "vg", "ws"};
constexpr std::array<std::string_view, 9> kSecondLevels = {"com", "net",  "org", "edu", "gov",
                                                           "gob", "gouv", "co",  "news"};

/// The domain of a line, as the outlets' own are written; `wrong` makes the error of a line.
template <typename Wrong>
std::string outlet_domain(std::string_view cell, const Wrong& wrong) {
  if (cell.empty()) return {};
  std::string domain = registrable_domain(cell);
  // "bücher.example" is its own domain, though that is spelled in other letters.
  if (!domain.empty() && cell.find_first_of("/:?# ") == std::string_view::npos &&
      url_host(fmt::format("http://{}", cell)) == domain) {
    return domain;
  }
  throw wrong(domain.empty()
                  ? fmt::format("\"{}\" is no domain of an outlet", cell)
                  : fmt::format("\"{}\" is no domain of an outlet; write {}", cell, domain));
}

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
  const std::string text = read_user_table(user_file, "outlets");
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim(line).empty() || line.front() == '#') continue;
    const auto wrong = [&](std::string_view what) {
      return Error(ExitCode::Usage, fmt::format("{}:{}: {}", user_file, number, what));
    };
    std::vector<std::string_view> cells = split(line, '\t');
    for (std::string_view& cell : cells) cell = trim(cell);
    if (number == 1 && equals_ascii_nocase(cells[0], "domain")) continue;
    if (cells.size() < 2) throw wrong("one cell alone says nothing; cells are separated by tabs");
    const std::string domain = outlet_domain(cells[0], wrong);
    const std::string_view name = cells[1];
    if (domain.empty() && name.empty()) throw wrong("neither a domain nor a name");
    if (!domain.empty() && !name.empty()) names_.insert_or_assign(domain, std::string(name));
    if (cells.size() < 3 || cells[2].empty()) continue;  // a line may give a name alone
    const auto country = find_country(cells[2]);
    if (!country)
      throw wrong(fmt::format("unknown country \"{}\"; use a code such as GB", cells[2]));
    if (!domain.empty()) by_domain_.insert_or_assign(domain, std::string(*country));
    if (!name.empty()) by_name_.insert_or_assign(fold_accents(name), std::string(*country));
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
