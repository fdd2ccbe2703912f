#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "common/checked_blocks.h"
#include "common/hash.h"

namespace pressmark::test {

/// A file of columns or bounds as they were written before their blocks had hashes: the last eight
/// bytes of the header are a hash of all that follows.
inline std::string older_form(std::string bytes, std::string_view magic, std::size_t header_bytes) {
  bytes.resize(CheckedBlocks::content_bytes(bytes.size()));
  const std::uint64_t hash = hash64(std::string_view(bytes).substr(header_bytes));
  std::memcpy(bytes.data() + header_bytes - sizeof hash, &hash, sizeof hash);
  return bytes.replace(0, magic.size(), magic);
}

inline std::string older_columns(std::string bytes) {
  return older_form(std::move(bytes), "PMcols01", 24);
}

inline std::string older_bounds(std::string bytes) {
  return older_form(std::move(bytes), "PMbound1", 32);
}

/// The same for a table of stories, whose header has had none since.
inline std::string older_stories(std::string bytes) {
  constexpr std::size_t kHeaderNow = 16;
  bytes.resize(CheckedBlocks::content_bytes(bytes.size()));
  const std::uint64_t hash = hash64(std::string_view(bytes).substr(kHeaderNow));
  bytes.insert(kHeaderNow, std::string(reinterpret_cast<const char*>(&hash), sizeof hash));
  return bytes.replace(0, 8, "PMstory1");
}

}  // namespace pressmark::test
