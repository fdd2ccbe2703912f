#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "common/mapped_file.h"

namespace pressmark {

/// How a kind of file begins, and what is said of one that is damaged.
struct FileFormat {
  std::string_view noun, verb;   // "the facet columns", "are": "the facet columns F are damaged"
  std::string_view magic;        // eight bytes
  std::string_view older_magic;  // of files without hashes of blocks, by an earlier Pressmark
  std::size_t older_header;      // its bytes: the last eight are a hash of all that follows
};

/// The bytes of a file that ends with a hash of each of its blocks. A block is compared with its
/// hash the first time that something in it is used: who looks at three numbers in a file of twenty
/// megabytes pays for three blocks, and no damage is believed. Files of the older form are read as
/// they are. Const and thread-safe.
class CheckedBlocks {
 public:
  /// A page: what is hashed has been read from the disk already.
  static constexpr std::size_t kBlockBytes = 4096;

  /// The bytes of a file with such content.
  static std::string with_hashes(std::string content);

  /// The bytes of the content, and so where the hashes are, in a file of so many; none in one that
  /// is too small to have any.
  static std::size_t content_bytes(std::size_t file_bytes);

  /// Throws Damage when the file is none of this format. Its first block is compared.
  CheckedBlocks(MappedFile file, const FileFormat& format, std::string_view name);

  /// What is in front of the hashes, as it lies there: not compared with anything.
  std::string_view content() const { return content_; }
  bool older() const { return older_header_ > 0; }

  /// Throw Damage when a block is not as it was written: the one that holds the byte, or all that
  /// hold some of `bytes`. Both point into content().
  void use(const void* byte) const {
    const std::size_t block = place_of(byte) / kBlockBytes;
    if (!compared_[block].load(std::memory_order_relaxed)) compare(block);
  }
  void use(std::string_view bytes) const;
  /// The same for the whole file, also of the older form.
  void use_all() const;

  /// Throws Damage: "the facet columns F are cut", say.
  [[noreturn]] void fail(std::string_view how) const;

 private:
  std::size_t place_of(const void* byte) const {
    return static_cast<std::size_t>(static_cast<const char*>(byte) - content_.data());
  }
  void compare(std::size_t block) const;

  MappedFile file_;
  std::string_view content_;
  std::size_t older_header_ = 0;                   // 0: there are hashes of blocks
  std::string subject_;                            // "the facet columns F are"
  std::unique_ptr<std::atomic<bool>[]> compared_;  // by block
};

/// Numbers or rows in such bytes, each as it was written or not given at all. A view. No item may
/// lie in two blocks.
template <typename Item>
class CheckedSpan {
 public:
  CheckedSpan() = default;
  /// @param at  where the first lies in the content
  CheckedSpan(const CheckedBlocks& blocks, std::size_t at, std::size_t count)
      : blocks_(&blocks),
        items_(reinterpret_cast<const Item*>(blocks.content().data() + at), count) {}

  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  const Item& operator[](std::size_t number) const {
    blocks_->use(&items_[number]);
    return items_[number];
  }
  std::span<const Item> some(std::size_t first, std::size_t count) const {
    const std::span<const Item> items = items_.subspan(first, count);
    if (!items.empty())
      blocks_->use({reinterpret_cast<const char*>(items.data()), items.size_bytes()});
    return items;
  }
  std::span<const Item> all() const { return some(0, size()); }
  /// As they lie there, for those who make sure of them in another way.
  std::span<const Item> unchecked() const { return items_; }

 private:
  const CheckedBlocks* blocks_ = nullptr;
  std::span<const Item> items_;
};

}  // namespace pressmark
