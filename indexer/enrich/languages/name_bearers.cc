#include "indexer/enrich/languages/name_bearers.h"

#include <algorithm>
#include <iterator>

namespace pressmark::indexer {

void NameBearers::add(std::string_view surname, std::size_t at, std::string_view full) {
  Named& named = named_[std::string(surname)];
  if (named.empty() || named.back().second != full) named.emplace_back(at, full);
}

const std::string* NameBearers::of(std::string_view surname, std::size_t at) const {
  const auto found = named_.find(std::string(surname));
  if (found == named_.end()) return nullptr;
  const Named& named = found->second;
  const auto later = std::ranges::upper_bound(named, at, {}, &Named::value_type::first);
  if (later != named.begin()) return &std::prev(later)->second;
  return named.size() == 1 ? &named.front().second : nullptr;
}

}  // namespace pressmark::indexer
