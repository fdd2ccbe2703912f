#include "common/checked_blocks.h"

#include <cstring>
#include <utility>

#include "common/error.h"
#include "common/hash.h"

namespace pressmark {
namespace {

constexpr std::size_t kHashBytes = sizeof(std::uint64_t);

std::size_t blocks_in(std::size_t bytes, std::size_t block_bytes) {
  return (bytes + block_bytes - 1) / block_bytes;
}

std::uint64_t hash_at(const char* place) {
  std::uint64_t hash = 0;
  std::memcpy(&hash, place, sizeof hash);
  return hash;
}

}  // namespace

std::string CheckedBlocks::with_hashes(std::string content) {
  const std::size_t blocks = blocks_in(content.size(), kBlockBytes);
  std::string hashes;
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::uint64_t hash =
        hash64(std::string_view(content).substr(block * kBlockBytes, kBlockBytes));
    hashes.append(reinterpret_cast<const char*>(&hash), sizeof hash);
  }
  return std::move(content) + hashes;
}

std::size_t CheckedBlocks::content_bytes(std::size_t file_bytes) {
  // The last block may be smaller, but not empty: so many there are in a file of this size.
  const std::size_t hashes = blocks_in(file_bytes, kBlockBytes + kHashBytes) * kHashBytes;
  return file_bytes > hashes ? file_bytes - hashes : 0;
}

CheckedBlocks::CheckedBlocks(MappedFile file, const FileFormat& format, std::string_view name)
    : file_(std::move(file)), content_(file_.bytes) {
  subject_.append(format.noun).append(" ").append(name).append(" ").append(format.verb);
  if (!file_.owner) fail("missing");
  std::size_t blocks = blocks_in(content_.size(), kBlockBytes);
  if (content_.starts_with(format.older_magic)) {
    older_header_ = format.older_header;
    if (content_.size() < older_header_) fail("cut");
  } else {
    if (!content_.starts_with(format.magic)) fail("damaged");
    content_ = content_.substr(0, content_bytes(content_.size()));
    if (content_.empty()) fail("cut");
    blocks = blocks_in(content_.size(), kBlockBytes);
  }
  compared_ = std::make_unique<std::atomic<bool>[]>(blocks);
  for (std::size_t block = 0; older() && block < blocks; ++block) compared_[block] = true;
  use(content_.data());
}

void CheckedBlocks::use(std::string_view bytes) const {
  if (bytes.empty()) return;
  const std::size_t last = place_of(&bytes.back()) / kBlockBytes;
  for (std::size_t block = place_of(bytes.data()) / kBlockBytes; block <= last; ++block) {
    if (!compared_[block].load(std::memory_order_relaxed)) compare(block);
  }
}

void CheckedBlocks::use_all() const {
  if (!older()) return use(content_);
  if (hash64(content_.substr(older_header_)) !=
      hash_at(content_.data() + older_header_ - kHashBytes))
    fail("damaged");
}

void CheckedBlocks::fail(std::string_view how) const {
  throw Damage(std::string(subject_).append(" ").append(how));
}

void CheckedBlocks::compare(std::size_t block) const {
  const std::uint64_t written = hash_at(content_.data() + content_.size() + block * kHashBytes);
  if (hash64(content_.substr(block * kBlockBytes, kBlockBytes)) != written) fail("damaged");
  compared_[block].store(true, std::memory_order_relaxed);
}

}  // namespace pressmark
