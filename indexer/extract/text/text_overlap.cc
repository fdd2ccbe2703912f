#include "indexer/extract/text/text_overlap.h"

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kRun = 12;
constexpr std::size_t kBits =
    1U << 18U;  // far more than the letters of an article: few runs collide

std::uint64_t mix(std::uint64_t hash) {
  hash ^= hash >> 31U;
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

/// Calls `see` with the hash of each run of kRun letters.
template <typename See>
void for_each_run(const std::u32string& letters, See see) {
  constexpr std::uint64_t kBase = 0x100000001B3ULL;
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < kRun; ++i) power *= kBase;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    hash = hash * kBase + letters[i];
    if (i >= kRun) hash -= power * letters[i - kRun];
    if (i + 1 >= kRun) see(mix(hash) % kBits);
  }
}

}  // namespace

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  letters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      if (c >= 'A' && c <= 'Z') letters += c + ('a' - 'A');
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
    } else if (c >= 0xC0 && u_isalnum(static_cast<UChar32>(c))) {
      letters += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    }
  }
  return letters;
}

TextOverlap::TextOverlap(std::string_view text) {
  if (text.empty()) return;
  bits_.resize(kBits / 64);
  for_each_run(letters_of(text), [&](std::size_t bit) {
    bits_[bit / 64] |= 1ULL << (bit % 64);
    ++runs_;
  });
}

double TextOverlap::share_of(std::string_view text) const {
  if (runs_ == 0) return 0;
  std::size_t all = 0, found = 0;
  for_each_run(letters_of(text), [&](std::size_t bit) {
    ++all;
    found += (bits_[bit / 64] >> (bit % 64)) & 1U;
  });
  return all == 0 ? 0 : static_cast<double>(found) / static_cast<double>(all);
}

}  // namespace pressmark::indexer
