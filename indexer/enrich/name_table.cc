#include "indexer/enrich/name_table.h"

#include <algorithm>

#include "common/text.h"

namespace pressmark::indexer {

NameTable::NameTable(std::string_view tsv) {
  for (const std::string_view line : split(tsv, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.size() < 2) continue;
    const std::string_view name = cells[0];
    entries_.emplace(name, Entry{name, cells[1], cells.size() > 2 ? cells[2] : name});
    longest_ = std::max(longest_, name.size());
    most_blanks_ = std::max(most_blanks_, static_cast<std::size_t>(std::ranges::count(name, ' ')));
  }
}

const NameTable::Entry* NameTable::find(std::string_view name) const {
  if (name.size() > longest_) return nullptr;
  const auto known = entries_.find(name);
  return known == entries_.end() ? nullptr : &known->second;
}

bool NameTable::has(std::string_view name, char letter) const {
  const Entry* entry = find(name);
  return entry != nullptr && entry->is(letter);
}

}  // namespace pressmark::indexer
