#pragma once

#include <cstddef>
#include <cstdint>

namespace pressmark::indexer {

/// How far the reading of one file has come.
struct FileProgress {
  std::uint64_t documents = 0;  // found in it so far
};

/// Counts what compressed bytes unfold to while no document comes of it: the bound on bombs that a
/// reader passes over. Neither size nor ratio alone makes a bomb: a crawl may hold films, which
/// hardly unfold, and pages full of tables, which unfold much but are documents.
class Unfolding {
 public:
  /// `progress` must outlive this object.
  explicit Unfolding(const FileProgress& progress) : progress_(progress) {}

  /// So many packed bytes became so many. False when it is too much.
  bool count(std::size_t packed, std::size_t unfolded) {
    if (seen_ != progress_.documents) {
      seen_ = progress_.documents;
      excess_ = 0;
    }
    const std::uint64_t expected = kOrdinaryRatio * packed;
    excess_ += unfolded;
    excess_ -= excess_ < expected ? excess_ : expected;
    return excess_ <= kMaxExcess;
  }

  static constexpr std::uint64_t kOrdinaryRatio = 20;  // text and markup stay below it
  static constexpr std::uint64_t kMaxExcess = std::uint64_t{256} << 20;  // bytes beyond the ratio

 private:
  const FileProgress& progress_;
  std::uint64_t seen_ = 0;
  std::uint64_t excess_ = 0;  // since the last document
};

}  // namespace pressmark::indexer
