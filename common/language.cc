#include "common/language.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/name_table.h"

namespace pressmark {

namespace embedded {
std::string_view language_names();  // common/data/language_names.tsv
}

std::optional<std::string_view> find_language(std::string_view name) {
  const NameTable table(embedded::language_names());
  if (const auto whole = table.find(name)) return whole;
  const std::size_t end = name.find_first_of("-_");
  if (end == std::string_view::npos || end > 3) return std::nullopt;
  return table.find(name.substr(0, end));
}

std::string language_name(std::string_view code, std::string_view locale) {
  const std::string language(code);
  const std::string wanted(locale);
  icu::UnicodeString name;
  icu::Locale(language.c_str()).getDisplayLanguage(icu::Locale(wanted.c_str()), name);
  std::string out;
  name.toUTF8String(out);
  const bool unknown = out.empty() || out == language;
  if (unknown && locale != "en") return language_name(code, "en");
  return unknown ? language : out;
}

std::vector<std::string> suggest_languages(std::string_view name, std::size_t limit) {
  std::vector<std::string> names;
  for (const std::string_view code : NameTable(embedded::language_names()).nearest(name, limit)) {
    names.push_back(language_name(code));
  }
  return names;
}

}  // namespace pressmark
