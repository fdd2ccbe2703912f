#include "indexer/enrich/fingerprint.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "common/letters.h"
#include "common/normalizer.h"
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

/// Whether the character is part of a word: a letter, a digit, or a sign that belongs to a letter.
bool is_word_part(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) != 0 || ((U_GET_GC_MASK(code) & U_GC_M_MASK) != 0 && !is_accent(code));
}

/// Whether the character changes no word that it stands in: an accent by itself, an apostrophe.
bool leaves_word(char32_t c) {
  return is_apostrophe(c) || is_invisible(c) || is_accent(static_cast<UChar32>(c));
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
    if (!is_word_part(c)) {
      if (!leaves_word(c)) end_word();
    } else if (sets_no_blanks(c)) {
      end_word();
      add(c);
      end_word();
    } else {
      add(plain_letter(
          static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT))));
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
