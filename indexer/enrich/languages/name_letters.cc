#include "indexer/enrich/languages/name_letters.h"

#include <algorithm>
#include <utility>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLetter = 3;  // bytes of nearly all characters of these scripts

}  // namespace

NameLetters::NameLetters(std::string_view text) : text_(text) {
  letters_.reserve(text.size() / kLetter);
  offsets_.reserve(text.size() / kLetter + 1);
  for (std::size_t at = 0; at < text.size();) {
    offsets_.push_back(static_cast<std::uint32_t>(at));
    letters_ += next_code_point(text, at);
  }
  offsets_.push_back(static_cast<std::uint32_t>(text.size()));
  taken_.resize(letters_.size(), false);
}

std::size_t NameLetters::end_of(const NameTable& table, char letter, std::size_t begin) const {
  if (begin >= size()) return begin;
  const std::size_t most = table.longest_from(bytes(begin, begin + 1), letter);
  for (std::size_t end = std::min(begin + most, size()); end > begin; --end) {
    if (offsets_[end] - offsets_[begin] > most) continue;
    if (table.has(bytes(begin, end), letter)) return end;
  }
  return begin;
}

std::size_t NameLetters::begin_of(const NameTable& table, char letter, std::size_t end) const {
  const std::size_t most = table.longest() / kLetter + 1;
  for (std::size_t begin = end > most ? end - most : 0; begin < end; ++begin) {
    if (table.has(bytes(begin, end), letter)) return begin;
  }
  return end;
}

bool NameLetters::any_taken(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end; ++at) {
    if (taken_[at]) return true;
  }
  return false;
}

void NameLetters::add(std::size_t begin, std::size_t end, EntityType type, std::string name) {
  std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(begin),
            taken_.begin() + static_cast<std::ptrdiff_t>(end), true);
  mentions_.push_back({offsets_[begin], offsets_[end], type});
  mentions_.back().name = std::move(name);
}

std::vector<Mention> NameLetters::mentions() && {
  std::ranges::sort(mentions_, {}, &Mention::begin);
  return std::move(mentions_);
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005;
}

}  // namespace pressmark::indexer
