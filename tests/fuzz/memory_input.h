#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

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

/// Decoded bytes of a packed file, of which the input says where parts begin (kPart) and where
/// bytes are missing (kDamage).
class MarkedParts : public PartStream {
 public:
  static constexpr char kPart = '\x01';
  static constexpr char kDamage = '\x02';

  MarkedParts(std::string_view bytes, std::size_t piece) : bytes_(bytes), piece_(piece) {}

  Step step(std::span<char> into) override {
    if (!std::exchange(begun_, true)) return {What::Part, 0, part_, {SkipReason::Damaged, {}}};
    if (at_ == bytes_.size()) return {};
    if (bytes_[at_] == kPart) {
      part_ = ++at_;
      return {What::Part, 0, part_, {SkipReason::Damaged, {}}};
    }
    if (bytes_[at_] == kDamage) {
      ++at_;
      return {What::Damage, 0, part_, {SkipReason::Damaged, "bytes are missing"}};
    }
    // No further than this piece: all of the rest, once a piece, is what took the time.
    const std::string_view piece = bytes_.substr(at_, std::min(piece_, into.size()));
    const std::size_t count = std::min(piece.find_first_of(kMarks), piece.size());
    std::copy_n(piece.begin(), count, into.begin());
    at_ += count;
    return {What::Bytes, count, 0, {SkipReason::Damaged, {}}};
  }

  void abandon_part() override { at_ = std::min(bytes_.find(kPart, at_), bytes_.size()); }

 private:
  static constexpr std::string_view kMarks = "\x01\x02";

  std::string_view bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
  std::size_t part_ = 0;
  bool begun_ = false;
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

/// The first byte chooses the size of the pieces. `packed`: there are marks of parts in the bytes.
enum class Packing { Plain, Packed };
inline InputBuffer memory_input(std::string_view bytes, Packing packing = Packing::Plain) {
  const std::size_t piece = bytes.empty() ? 1 : 1 + static_cast<unsigned char>(bytes.front()) * 37U;
  if (!bytes.empty()) bytes.remove_prefix(1);
  if (packing == Packing::Packed) return InputBuffer(std::make_unique<MarkedParts>(bytes, piece));
  return InputBuffer(plain_parts(std::make_unique<MemoryStream>(bytes, piece)));
}

/// A reader of records on plain or packed bytes; packed where their number is odd.
inline void drain_records(std::string_view bytes,
                          std::unique_ptr<ContentReader> (*open)(InputBuffer, ContentContext)) {
  static const PathFilter kFilter;
  ContentContext context;
  context.origin = "input";
  context.max_document_bytes = 4096;
  context.filter = &kFilter;
  context.compressed = bytes.size() % 2 == 1;
  if (!context.compressed) context.bytes = bytes.size();
  const std::size_t limit = context.max_document_bytes;
  const Packing packing = context.compressed ? Packing::Packed : Packing::Plain;
  drain(*open(memory_input(bytes, packing), std::move(context)), bytes.size(), limit);
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace pressmark::indexer::fuzz
