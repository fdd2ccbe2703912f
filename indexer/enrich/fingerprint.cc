#include "indexer/enrich/fingerprint.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::uint64_t kSampleMask = 3;  // one shingle in four

constexpr std::uint64_t kSeed = 0x9E3779B97F4A7C15;

std::uint64_t mix(std::uint64_t h) {
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93;
  h ^= h >> 29;
  h *= 0xD6E8FEB86659FD93;
  return h ^ (h >> 32);
}

/// Scripts that set no blanks between words.
bool is_unspaced(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// Calls `use` with the hash of each word.
template <typename Use>
void for_each_word(std::string_view text, Use use) {
  std::uint64_t hash = 0;
  bool in_word = false;
  const auto end_word = [&] {
    if (in_word) use(mix(hash));
    in_word = false;
    hash = 0;
  };
  const auto add = [&](char32_t c) {
    hash = (hash ^ c) * 0x100000001B3 + kSeed;
    in_word = true;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ++at;
      if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
        add(byte);
      } else if (byte >= 'A' && byte <= 'Z') {
        add(byte + 32U);
      } else if (byte != '\'' && byte != '.' && byte != ',') {  // inside "U.S." and "1,000": joined
        end_word();
      }
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (is_unspaced(c)) {
      end_word();
      add(c);
      end_word();
    } else if (u_isalnum(static_cast<UChar32>(c)) != 0) {
      add(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
    } else if (c != 0x2019 && u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) {
      end_word();
    }
  }
  end_word();
}

}  // namespace

std::vector<std::uint32_t> fingerprint(std::string_view text) {
  std::vector<std::uint32_t> hashes;
  std::array<std::uint64_t, kShingleWords> window{};
  std::size_t words = 0;
  for_each_word(text, [&](std::uint64_t word) {
    window[words++ % kShingleWords] = word;
    if (words < kShingleWords) return;
    std::uint64_t shingle = kSeed;
    for (std::size_t i = 0; i < kShingleWords; ++i)
      shingle = mix(shingle ^ window[(words + i) % kShingleWords]);
    if ((shingle & kSampleMask) == 0) hashes.push_back(static_cast<std::uint32_t>(shingle >> 32));
  });
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() > kMaxFingerprint) hashes.resize(kMaxFingerprint);
  return hashes;
}

}  // namespace pressmark::indexer
