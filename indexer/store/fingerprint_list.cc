#include "indexer/store/fingerprint_list.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "indexer/store/leftovers.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlockHashes = 1 << 20;

/// A file without a name: nothing of it is left whatever ends the program.
Descriptor open_nameless(const fs::path& directory) {
  Descriptor file(open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (file) return file;
  // Not every file system can do that.
  const fs::path path = directory / (std::string(kFreshStem) + "fingerprints");
  fs::remove(path);
  file = Descriptor(open(path.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600));
  if (!file) throw system_error("write", path, errno);
  std::error_code ignored;  // nor remove what is open: leftovers of this name go later
  fs::remove(path, ignored);
  return file;
}

void write_at(const Descriptor& file, std::uint64_t offset, std::span<const std::uint32_t> hashes,
              const fs::path& directory) {
  std::string_view bytes(reinterpret_cast<const char*>(hashes.data()), hashes.size_bytes());
  while (!bytes.empty()) {
    const ssize_t written =
        pwrite(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw system_error("write", directory, written < 0 ? errno : EIO);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

}  // namespace

void FingerprintList::add(Hashes fingerprint) {
  if (blocks_.empty() ||
      blocks_.back().hashes.capacity() - blocks_.back().size < fingerprint.size()) {
    if (!blocks_.empty() && hashes_ * sizeof(std::uint32_t) > storage_.bytes_in_memory)
      put_away(blocks_.back());
    blocks_.emplace_back().hashes.reserve(std::max(kBlockHashes, fingerprint.size()));
  }
  Block& block = blocks_.back();
  articles_.push_back({static_cast<std::uint32_t>(blocks_.size() - 1),
                       static_cast<std::uint32_t>(block.size),
                       static_cast<std::uint32_t>(fingerprint.size())});
  block.hashes.insert(block.hashes.end(), fingerprint.begin(), fingerprint.end());
  block.size += fingerprint.size();
  hashes_ += fingerprint.size();
}

void FingerprintList::put_away(Block& block) {
  if (!file_) file_ = open_nameless(storage_.directory);
  write_at(file_, file_bytes_, block.hashes, storage_.directory);
  block.offset = file_bytes_;
  file_bytes_ += block.size * sizeof(std::uint32_t);
  block.hashes = std::vector<std::uint32_t>();  // "= {}" would keep the memory
}

std::span<std::uint32_t> FingerprintList::read(const Block& block,
                                               std::vector<std::uint32_t>& buffer) const {
  buffer.resize(block.size);
  read_at(file_, block.offset, reinterpret_cast<char*>(buffer.data()),
          block.size * sizeof(std::uint32_t), storage_.directory);
  return buffer;
}

FingerprintList::Hashes FingerprintList::of(std::size_t article,
                                            std::vector<std::uint32_t>& buffer) const {
  const auto [number, begin, size] = articles_[article];
  const Block& block = blocks_[number];
  if (!block.hashes.empty()) return Hashes(block.hashes).subspan(begin, size);
  buffer.resize(size);
  read_at(file_, block.offset + begin * sizeof(std::uint32_t),
          reinterpret_cast<char*>(buffer.data()), size * sizeof(std::uint32_t), storage_.directory);
  return buffer;
}

void FingerprintList::for_each(
    const std::function<void(std::size_t article, Hashes hashes)>& use) const {
  std::vector<std::uint32_t> buffer;
  std::size_t article = 0;
  for (std::uint32_t number = 0; number < blocks_.size(); ++number) {
    const Block& block = blocks_[number];
    const Hashes hashes = block.hashes.empty() ? read(block, buffer) : Hashes(block.hashes);
    for (; article < articles_.size() && articles_[article].block == number; ++article)
      use(article, hashes.subspan(articles_[article].begin, articles_[article].size));
  }
}

void FingerprintList::remove(Hashes hashes) {
  std::vector<std::uint32_t> buffer;
  std::size_t article = 0;
  for (std::uint32_t number = 0; number < blocks_.size(); ++number) {
    Block& block = blocks_[number];
    const bool in_file = block.hashes.empty();
    const std::span<std::uint32_t> all = in_file ? read(block, buffer) : std::span(block.hashes);
    for (; article < articles_.size() && articles_[article].block == number; ++article) {
      // Not set_difference: it walks all of the hashes, which grow with the archive, each time.
      const auto own = all.subspan(articles_[article].begin, articles_[article].size);
      const auto end = std::remove_if(own.begin(), own.end(), [&](std::uint32_t hash) {
        return std::ranges::binary_search(hashes, hash);
      });
      articles_[article].size = static_cast<std::uint32_t>(end - own.begin());
    }
    if (in_file) write_at(file_, block.offset, all, storage_.directory);
  }
}

}  // namespace pressmark::indexer
