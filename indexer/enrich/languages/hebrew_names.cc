#include "indexer/enrich/languages/hebrew_names.h"

#include <array>

#include "indexer/enrich/languages/caseless_names.h"

namespace pressmark::embedded {
std::string_view names_hebrew();
}

namespace pressmark::indexer {
namespace {

/// "and", "in", "to", "from", "that", "the", "as", and two of them.
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"וב", "ול", "ומ", "וש", "וה", "שב", "של", "שה", "כש", "ו", "ב", "ל", "מ", "ש", "ה", "כ"});

/// The article has no letter behind these.
constexpr auto kMerged = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"ב", "ה"}, {"ל", "ה"}, {"כ", "ה"}});

/// The article, an adjective or what the person is; and particles.
constexpr auto kNoSurname = std::to_array<std::string_view>({"ה", "ב", "ל", "ש", "ו"});

/// "from", with which many surnames begin that no table has.
constexpr auto kRareSurname = std::to_array<std::string_view>({"מ"});

/// Particles: names of two words without a hyphen are rare.
constexpr auto kBehind = std::to_array<std::string_view>({"ב", "ל", "ש", "ו", "מ"});

}  // namespace

std::vector<Mention> hebrew_names(std::string_view text) {
  static const NameTable kTable(embedded::names_hebrew(), NameTable::Spelling::Plain);
  static const CaselessRules kRules{&kTable,      kPrefixes, kMerged, kNoSurname,
                                    kRareSurname, {},        kBehind};
  return caseless_names(text, kRules);
}

}  // namespace pressmark::indexer
