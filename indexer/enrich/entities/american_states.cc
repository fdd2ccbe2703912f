#include "indexer/enrich/entities/american_states.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text.h"
#include "indexer/enrich/entities/name_form.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kSureLetters = 4;  // shorter ones end sentences as names: "Mo.", "Del."

/// As newspapers shorten them, without points.
constexpr auto kShort = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ala", "Alabama"},        {"ariz", "Arizona"},      {"ark", "Arkansas"},
    {"calif", "California"},   {"colo", "Colorado"},     {"conn", "Connecticut"},
    {"del", "Delaware"},       {"fla", "Florida"},       {"ga", "Georgia"},
    {"ill", "Illinois"},       {"ind", "Indiana"},       {"kan", "Kansas"},
    {"kans", "Kansas"},        {"ky", "Kentucky"},       {"la", "Louisiana"},
    {"mass", "Massachusetts"}, {"md", "Maryland"},       {"mich", "Michigan"},
    {"minn", "Minnesota"},     {"miss", "Mississippi"},  {"mo", "Missouri"},
    {"mont", "Montana"},       {"nc", "North Carolina"}, {"nd", "North Dakota"},
    {"neb", "Nebraska"},       {"nev", "Nevada"},        {"nh", "New Hampshire"},
    {"nj", "New Jersey"},      {"nm", "New Mexico"},     {"ny", "New York"},
    {"okla", "Oklahoma"},      {"ore", "Oregon"},        {"pa", "Pennsylvania"},
    {"penn", "Pennsylvania"},  {"ri", "Rhode Island"},   {"sc", "South Carolina"},
    {"sd", "South Dakota"},    {"tenn", "Tennessee"},    {"tex", "Texas"},
    {"va", "Virginia"},        {"vt", "Vermont"},        {"wash", "Washington State"},
    {"wis", "Wisconsin"},      {"wisc", "Wisconsin"},    {"wva", "West Virginia"},
    {"wyo", "Wyoming"},
});
static_assert(std::ranges::is_sorted(kShort));

/// Those of two words, which have points inside; "M.D." and "L.A." are no states.
constexpr std::string_view kPointed[] = {"nc", "nd", "nh", "nj", "nm",
                                         "ny", "ri", "sc", "sd", "wva"};

/// Those that nobody is called, which need no point behind.
constexpr std::string_view kNoNames[] = {"ariz", "calif", "colo", "kans", "minn", "okla", "wisc"};

/// States that newspapers do not shorten, and the codes of the post.
constexpr auto kUnshortened = std::to_array<std::string_view>(
    {"ak",     "al", "alaska", "ar", "az",    "ca", "co", "ct",   "dc",   "de", "fl",
     "hawaii", "hi", "ia",     "id", "idaho", "il", "in", "iowa", "ks",   "ma", "maine",
     "me",     "mi", "mn",     "ms", "mt",    "ne", "nv", "oh",   "ohio", "ok", "or",
     "texas",  "tn", "tx",     "ut", "utah",  "wa", "wi", "wv",   "wy"});
static_assert(std::ranges::is_sorted(kUnshortened));

bool is_latin_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view state_of(std::string_view key) {
  const auto* found = std::ranges::lower_bound(
      kShort, key, {}, &std::pair<std::string_view, std::string_view>::first);
  return found != kShort.end() && found->first == key ? found->second : std::string_view();
}

/// "Fresno, ", not "On Monday, "
bool is_town_before(std::string_view before) {
  if (!before.ends_with(", ")) return false;
  before.remove_suffix(2);
  const std::size_t blank = before.find_last_of(" \n");
  const std::string_view word = before.substr(blank == std::string_view::npos ? 0 : blank + 1);
  return !word.empty() && is_capital(word.front()) && is_latin_letter(word.back()) &&
         (name_cues(to_lower_ascii(word)) & kCueCalendar) == 0;
}

/// Whether the sentence goes on behind a point.
bool goes_on(std::string_view behind) {
  if (behind.starts_with(' ')) behind.remove_prefix(1);
  if (behind.empty()) return false;
  return (behind[0] >= 'a' && behind[0] <= 'z') ||
         std::string_view(",()[]-").find(behind[0]) != std::string_view::npos ||
         behind.starts_with("\u2013") || behind.starts_with("\u2014");
}

bool is_mark(std::string_view behind) {
  return behind.empty() || std::string_view(",;:)-\n").find(behind[0]) != std::string_view::npos;
}

}  // namespace

std::string_view state_behind_town(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 6;  // "Calif."
  const std::string_view word = text.substr(begin, end - begin);
  if (word.size() > kLongest || !is_town_before(text.substr(0, begin))) return {};
  const std::string key = form_key(word);
  const std::string_view state = state_of(key);
  if (word.substr(0, word.size() - 1).find('.') != std::string_view::npos)
    return std::ranges::count(kPointed, key) > 0 ? state : std::string_view();
  const bool pointed = word.ends_with('.');
  if (state.empty() || (!pointed && std::ranges::all_of(word, is_capital))) return {};
  const std::string_view behind = text.substr(end);
  const bool short_of = pointed || behind.starts_with('.')
                            ? key.size() >= kSureLetters || goes_on(behind.substr(pointed ? 0 : 1))
                            : std::ranges::count(kNoNames, key) > 0 && is_mark(behind);
  return short_of ? state : std::string_view();
}

bool is_american_state(std::string_view name) {
  const std::string key = form_key(name);
  const bool full =
      std::ranges::any_of(kShort, [&](const auto& each) { return fold_case(each.second) == key; });
  return full || !state_of(key).empty() || std::ranges::binary_search(kUnshortened, key);
}

bool is_party_tag(std::string_view word) {
  if (word.size() < 4 || std::string_view("DIR").find(word[0]) == std::string_view::npos)
    return false;
  word.remove_prefix(1);
  if (word.starts_with("\u2013"))
    word.remove_prefix(3);
  else if (word.starts_with('-'))
    word.remove_prefix(1);
  else
    return false;
  return is_american_state(word);
}

}  // namespace pressmark::indexer
