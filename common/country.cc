#include "common/country.h"

#include <utility>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/name_table.h"
#include "common/text.h"

namespace pressmark {

namespace embedded {
std::string_view country_names();      // common/data/country_names.tsv
std::string_view country_stand_ins();  // common/data/country_stand_ins.tsv
}  // namespace embedded

namespace {

/// Names that without their accents are other countries' codes.
constexpr std::pair<std::string_view, std::string_view> kAccented[] = {
    {"mỹ", "US"}, {"áo", "AT"}, {"bỉ", "BE"}};

}  // namespace

std::optional<std::string_view> find_country(std::string_view name) {
  const std::string folded = fold_case(trim(name));
  for (const auto& [accented, code] : kAccented) {
    if (folded == accented) return code;
  }
  return NameTable(embedded::country_names()).find(name);
}

std::optional<CountryStandIn> country_stand_in(std::string_view name) {
  const auto row = NameTable(embedded::country_stand_ins()).find(name);
  if (!row) return std::nullopt;
  std::vector<std::string_view> cells = split(*row, ' ');
  using Kind = CountryStandIn::Kind;
  const Kind kind = cells[0] == "former" ? Kind::Former
                    : cells[0] == "part" ? Kind::Part
                                         : Kind::Several;
  cells.erase(cells.begin(), cells.begin() + 2);
  return CountryStandIn{kind, std::move(cells)};
}

std::string country_name(std::string_view code, std::string_view locale) {
  const std::string region(code);
  const std::string wanted(locale);
  icu::UnicodeString name;
  icu::Locale("und", region.c_str()).getDisplayCountry(icu::Locale(wanted.c_str()), name);
  std::string out;
  name.toUTF8String(out);
  const bool unknown = out.empty() || out == region;  // as in a language that ICU has no names in
  if (unknown && locale != "en") return country_name(code, "en");
  return unknown ? region : out;
}

std::vector<std::string> suggest_countries(std::string_view name, std::size_t limit) {
  std::vector<std::string> names;
  for (const std::string_view code : NameTable(embedded::country_names()).nearest(name, limit)) {
    names.push_back(country_name(code));
  }
  return names;
}

}  // namespace pressmark
