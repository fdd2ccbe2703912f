#include "indexer/enrich/languages/arabic_names.h"

#include <array>

#include "indexer/enrich/languages/caseless_names.h"

namespace pressmark::embedded {
std::string_view names_arabic();
std::string_view names_persian();
}  // namespace pressmark::embedded

namespace pressmark::indexer {
namespace {

/// "and", "so", "by", "for", "as", and two of them.
constexpr auto kPrefixes =
    std::to_array<std::string_view>({"ول", "وب", "فل", "و", "ف", "ب", "ل", "ك"});

constexpr auto kMerged = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"وللا", "الا"}, {"ولل", "ال"}, {"للا", "الا"}, {"لل", "ال"}});

/// Particles, and how verbs of the present begin.
constexpr auto kNoSurname =
    std::to_array<std::string_view>({"و", "ب", "ل", "ف", "ك", "ي", "ت", "سي", "ست"});

/// A noun with its article, alone or behind a particle.
constexpr auto kBehindArabic =
    std::to_array<std::string_view>({"ال", "بال", "وال", "لل", "فال", "كال"});

constexpr auto kPersianEnds = std::to_array<std::string_view>({"زاده", "پور", "نژاد", "وند"});

}  // namespace

std::vector<Mention> arabic_names(std::string_view text) {
  static const NameTable kTable(embedded::names_arabic(), NameTable::Spelling::Plain);
  static const CaselessRules kRules{&kTable, kPrefixes, kMerged, kNoSurname, {}, {}, kBehindArabic};
  return caseless_names(text, kRules);
}

std::vector<Mention> persian_names(std::string_view text) {
  static const NameTable kTable(embedded::names_persian(), NameTable::Spelling::Plain);
  static const CaselessRules kRules{&kTable, {}, {}, {}, {}, kPersianEnds, {}};
  return caseless_names(text, kRules);
}

}  // namespace pressmark::indexer
