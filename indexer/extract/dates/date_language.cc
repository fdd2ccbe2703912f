#include "indexer/extract/dates/date_language.h"

#include <unicode/locid.h>

#include "common/outlet_table.h"
#include "common/text.h"

namespace pressmark::indexer {
namespace {

/// ISO 3166-1 alpha-2, or a domain's end that is nearly so ("uk"); empty when neither tells.
std::string country_of(const Outlet& outlet) {
  if (const auto known = find_outlet_by_domain(outlet.domain); known && !known->country.empty())
    return std::string(known->country);
  const std::size_t dot = outlet.domain.rfind('.');
  if (dot == std::string::npos || outlet.domain.size() != dot + 3) return {};
  return outlet.domain.substr(dot + 1);
}

/// "fr" for "FR", as ICU knows it.
std::string language_in(const std::string& country) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale("und", country.c_str());
  locale.addLikelySubtags(status);
  return U_FAILURE(status) ? std::string("und") : std::string(locale.getLanguage());
}

}  // namespace

std::string date_language(std::string_view declared, const Outlet& outlet) {
  std::string language(declared);
  if (!language.empty() && !equals_ascii_nocase(language, "en")) return language;
  const std::string country = country_of(outlet);
  if (country.empty()) return language;
  if (language.empty()) language = language_in(country);
  return language.append("-").append(country);
}

bool month_first(std::string_view language) {
  const std::string tag = to_lower_ascii(language);
  return tag == "en" || tag == "en-us" || tag == "en_us";
}

}  // namespace pressmark::indexer
