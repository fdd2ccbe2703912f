#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "common/file.h"

namespace pressmark::indexer {

/// Where the hashes of a FingerprintList lie.
struct FingerprintStorage {
  std::filesystem::path directory;  // for a file that has no name and goes with the list
  std::size_t bytes_in_memory = std::numeric_limits<std::size_t>::max();  // the rest: in that file
};

/// Articles of the archive as the story finder sees them: their fingerprints
/// (enrich/fingerprint.h), each ascending. Takes 4 bytes a hash, in memory up to the bound and a
/// block of 4 MiB more, and 12 an article. Functions throw system_error (common/file.h) when the
/// file cannot be written or read.
class FingerprintList {
 public:
  using Hashes = std::span<const std::uint32_t>;

  FingerprintList() = default;
  explicit FingerprintList(FingerprintStorage storage) : storage_(std::move(storage)) {}

  std::size_t size() const { return articles_.size(); }
  /// Hashes of all articles, as they were added.
  std::size_t hashes() const { return hashes_; }
  /// How many hashes an article has.
  std::size_t size_of(std::size_t article) const { return articles_[article].size; }
  /// The hashes of one article: in the list, or in `buffer` when they lie in the file. The buffer
  /// is the caller's, who compares two articles again and again.
  Hashes of(std::size_t article, std::vector<std::uint32_t>& buffer) const;
  /// Calls `use` with each article and its hashes, in their order: the quick way through the file.
  void for_each(const std::function<void(std::size_t article, Hashes hashes)>& use) const;

  void add(Hashes fingerprint);
  /// Takes these hashes, ascending, from all articles.
  void remove(Hashes hashes);

 private:
  struct Article {
    std::uint32_t block = 0;
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Block {
    std::vector<std::uint32_t> hashes;  // none: they are in the file
    std::uint64_t offset = 0;           // there, in bytes
    std::size_t size = 0;
  };

  void put_away(Block& block);
  std::span<std::uint32_t> read(const Block& block, std::vector<std::uint32_t>& buffer) const;

  FingerprintStorage storage_;
  std::vector<Block> blocks_;  // the last one is always in memory
  std::vector<Article> articles_;
  Descriptor file_;
  std::uint64_t file_bytes_ = 0;
  std::size_t hashes_ = 0;
};

}  // namespace pressmark::indexer
