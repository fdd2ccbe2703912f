#include "common/country.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/name_table.h"

namespace pressmark {

namespace embedded {
std::string_view country_names();  // common/data/country_names.tsv
}

std::optional<std::string_view> find_country(std::string_view name) {
  return NameTable(embedded::country_names()).find(name);
}

std::string country_name(std::string_view code, std::string_view locale) {
  const std::string region(code);
  const std::string wanted(locale);
  icu::UnicodeString name;
  icu::Locale("und", region.c_str()).getDisplayCountry(icu::Locale(wanted.c_str()), name);
  std::string out;
  name.toUTF8String(out);
  return out.empty() ? region : out;
}

std::vector<std::string> suggest_countries(std::string_view name, std::size_t limit) {
  std::vector<std::string> names;
  for (const std::string_view code : NameTable(embedded::country_names()).nearest(name, limit)) {
    names.push_back(country_name(code));
  }
  return names;
}

}  // namespace pressmark
