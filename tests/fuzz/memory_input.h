#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer::fuzz {

/// Bytes in memory as a stream that gives them out in pieces of a fixed size, so that every border
/// is crossed.
class MemoryStream : public ByteStream {
 public:
  MemoryStream(std::string_view bytes, std::size_t piece) : rest_(bytes), piece_(piece) {}
  Outcome<std::size_t> read(std::span<char> into) override {
    const std::size_t count = std::min({rest_.size(), piece_, into.size()});
    std::copy_n(rest_.begin(), count, into.begin());
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
  std::size_t piece_;
};

/// What every reader must keep to: it ends, and no document is over the limit. The items it gave.
inline std::size_t drain(ContentReader& reader, std::size_t bytes, std::size_t limit) {
  std::size_t items = 0;
  while (auto item = reader.next()) {
    if (const auto* document = std::get_if<RawDocument>(&*item)) {
      if (document->bytes.size() > limit) __builtin_trap();
    }
    // Every item costs at least a byte, but packed ones may cost much less than that.
    if (++items > 1'000'000 + bytes) __builtin_trap();
  }
  return items;
}

/// The first byte chooses the size of the pieces.
inline InputBuffer memory_input(std::string_view bytes) {
  const std::size_t piece = bytes.empty() ? 1 : 1 + static_cast<unsigned char>(bytes.front()) * 37U;
  if (!bytes.empty()) bytes.remove_prefix(1);
  return InputBuffer(plain_parts(std::make_unique<MemoryStream>(bytes, piece)));
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace pressmark::indexer::fuzz
