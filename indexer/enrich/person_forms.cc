#include "indexer/enrich/person_forms.h"

#include <algorithm>
#include <array>

namespace pressmark::indexer {
namespace {

constexpr auto kCrowns = std::to_array<std::string_view>(
    {"Emperor", "Empress", "King", "Pope", "Prince", "Princess", "Queen", "Tsar"});

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("ivx") == std::string_view::npos;
}

bool is_crown(std::string_view word) {
  return std::ranges::any_of(kCrowns, [&](std::string_view crown) {
    return word.size() == crown.size() && word.substr(1) == crown.substr(1) &&
           word[0] == (crown[0] | 0x20);
  });
}

}  // namespace

bool may_mean(const std::vector<std::string>& shorter, const std::vector<std::string>& full) {
  if (shorter.size() > full.size()) return false;
  if (std::equal(shorter.rbegin(), shorter.rend(), full.rbegin())) return true;
  if (std::equal(shorter.begin(), shorter.end(), full.begin())) return true;
  if (shorter.size() == 1 && full.size() == 3 && is_crown(full[0]) && is_number(full[2]))
    return shorter[0] == full[1];
  if (shorter.size() < 2 || shorter.back() != full.back()) return false;
  const std::string& first = shorter.front();
  return first == full.front() || (first.size() == 1 && full.front().starts_with(first));
}

std::string_view crown_before(std::string_view before) {
  if (!before.ends_with(' ')) return {};
  before.remove_suffix(1);
  const std::size_t blank = before.find_last_of(" \n");
  const std::string_view word = before.substr(blank == std::string_view::npos ? 0 : blank + 1);
  return std::ranges::binary_search(kCrowns, word) ? word : std::string_view();
}

bool is_one_name(const std::vector<std::string>& words) {
  return words.size() == 1 || (words.size() == 2 && is_number(words[1]));
}

}  // namespace pressmark::indexer
