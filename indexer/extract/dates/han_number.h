#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pressmark::indexer {

struct HanNumber {
  std::uint32_t value = 0;
  std::size_t digits = 0;  // as many as the number would have in ours
  std::size_t bytes = 0;   // of its characters
};

/// Whether a character is far enough up in Unicode to begin one: a quick answer for most texts.
inline bool may_begin_han_number(char32_t c) { return c >= 0x25CB; }

/// The number in Chinese characters that a text begins with, if the sign for a year, a month or a
/// day follows it: digit by digit ("二〇二四年") or with tens and hundreds ("三十一日", "廿三日").
std::optional<HanNumber> han_number(std::string_view text);

}  // namespace pressmark::indexer
