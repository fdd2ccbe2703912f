#include "indexer/enrich/languages/script_names.h"

#include <algorithm>
#include <array>

#include "indexer/enrich/languages/arabic_names.h"
#include "indexer/enrich/languages/chinese_names.h"
#include "indexer/enrich/languages/greek_names.h"
#include "indexer/enrich/languages/hebrew_names.h"
#include "indexer/enrich/languages/japanese_names.h"
#include "indexer/enrich/languages/korean_names.h"
#include "indexer/enrich/languages/slavic_declension.h"
#include "indexer/enrich/languages/slavic_names.h"

namespace pressmark::indexer {
namespace {

struct Rules {
  std::string_view language;
  std::vector<Mention> (*read)(std::string_view text);
};
constexpr auto kRules = std::to_array<Rules>({
    {"ar", arabic_names},
    {"el", greek_names},
    {"fa", persian_names},
    {"he", hebrew_names},
    {"ja", japanese_names},
    {"ko", korean_names},
    {"zh", chinese_names},
});

}  // namespace

bool has_name_rules(std::string_view language) {
  return declines_names(language) || std::ranges::count(kRules, language, &Rules::language) > 0;
}

std::vector<Mention> script_names(std::string_view text, std::string_view language) {
  if (declines_names(language)) return slavic_names(text, language);
  const auto* rules = std::ranges::find(kRules, language, &Rules::language);
  return rules == kRules.end() ? std::vector<Mention>() : rules->read(text);
}

}  // namespace pressmark::indexer
