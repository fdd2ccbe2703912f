#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace pressmark::indexer {

/// Layout of a read-only hash table in embedded bytes: buckets of eight 16-bit fingerprints, and
/// beside them the slots' values in an array of their own. A key is looked for in one bucket
/// only, A key that is not in the table is taken for another one in one of
/// 8,000 look-ups. Values of any trivially copyable type.
class FingerprintTable {
 public:
  static constexpr std::size_t kBucketSlots = 8;
  static constexpr std::size_t kNone = ~std::size_t{0};

  FingerprintTable() = default;
  /// `fingerprints` must outlive the table, 16-byte aligned: a whole number of buckets, 0 for a
  /// free slot.
  explicit FingerprintTable(std::span<const std::uint16_t> fingerprints)
      : fingerprints_(fingerprints.data()), buckets_(fingerprints.size() / kBucketSlots) {}

  static std::size_t bucket_of(std::uint64_t key, std::size_t buckets) {
    return static_cast<std::size_t>(((key >> 32) * buckets) >> 32);
  }
  static std::uint16_t fingerprint_of(std::uint64_t key) {
    const auto low = static_cast<std::uint16_t>(key);
    return low == 0 ? std::uint16_t{1} : low;
  }

  /// Slot of the key, or kNone.
  std::size_t find(std::uint64_t key) const {
    const std::size_t bucket = bucket_of(key, buckets_);
    const std::uint64_t wanted = fingerprint_of(key) * 0x0001000100010001U;
    for (std::size_t half = 0; half < kBucketSlots; half += 4) {
      std::uint64_t held = 0;
      std::memcpy(&held, fingerprints_ + bucket * kBucketSlots + half, sizeof held);
      const std::uint64_t lanes = held ^ wanted;  // a lane of zero is a hit
      const std::uint64_t hits = (lanes - 0x0001000100010001U) & ~lanes & 0x8000800080008000U;
      if (hits != 0) {
        return bucket * kBucketSlots + half + static_cast<std::size_t>(std::countr_zero(hits)) / 16;
      }
    }
    return kNone;
  }

  void prefetch(std::uint64_t key) const {
    __builtin_prefetch(fingerprints_ + bucket_of(key, buckets_) * kBucketSlots);
  }

 private:
  const std::uint16_t* fingerprints_ = nullptr;
  std::size_t buckets_ = 0;
};

}  // namespace pressmark::indexer
