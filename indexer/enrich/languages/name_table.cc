#include "indexer/enrich/languages/name_table.h"

#include <algorithm>

#include "common/letters.h"
#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {

NameTable::NameTable(std::string_view tsv, Spelling spelling) {
  for (const std::string_view line : split(tsv, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.size() < 2 || cells[0].empty()) continue;
    std::string_view name = cells[0];
    if (spelling == Spelling::Plain) name = plain_.emplace_back(plain_spelling(name));
    entries_.emplace(name, Entry{name, cells[1], cells.size() > 2 ? cells[2] : cells[0]});
    longest_ = std::max(longest_, name.size());
    std::size_t first = 0;
    next_code_point(name, first);
    for (const char letter : cells[1]) {
      std::size_t& longest = longest_from_[std::string(1, letter).append(name.substr(0, first))];
      longest = std::max(longest, name.size());
    }
    most_blanks_ = std::max(most_blanks_, static_cast<std::size_t>(std::ranges::count(name, ' ')));
  }
}

std::size_t NameTable::longest_from(std::string_view character, char letter) const {
  const auto known = longest_from_.find(std::string(1, letter).append(character));
  return known == longest_from_.end() ? 0 : known->second;
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

std::string plain_spelling(std::string_view name) {
  constexpr std::string_view kPointless = "\u0649", kPointed = "\u064A";
  std::string folded = fold_accents(name);
  // "على" is a word and "علي" a name.
  if (name.ends_with(kPointless) && folded.ends_with(kPointed))
    folded.replace(folded.size() - kPointed.size(), kPointed.size(), kPointless);
  std::string plain;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (is_invisible(c)) continue;
    const bool gershayim = c == 0x05F4 || c == 0x201D;
    append_code_point(plain, gershayim ? U'"' : is_apostrophe(c) ? U'\'' : c);
  }
  return plain;
}

}  // namespace pressmark::indexer
