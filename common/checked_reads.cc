#include "common/checked_reads.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <compare>
#include <cstdint>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/core.h>

#include "common/file.h"
#include "common/hash.h"

namespace pressmark {

class CheckedReads::Table {
 public:
  /// `number`: of the table among kTableFiles.
  Table(std::shared_ptr<const BlockSums> sums, std::size_t number, std::string path)
      : sums_(std::move(sums)),
        hashes_(sums_->tables[number]),
        path_(std::move(path)),
        compared_(std::make_unique<std::atomic<bool>[]>(hashes_.size())) {}
  /// One of which nothing is known.
  Table() = default;

  bool has(std::span<const std::uint64_t> hashes) const {
    return std::ranges::equal(hashes_, hashes);
  }

  /// Whether a block that was read is one that a merge wrote, and not as the merge wrote it.
  bool is_damaged(std::string_view block, std::uint64_t number) const {
    if (number >= hashes_.size() || compared_[number].load(std::memory_order_relaxed)) return false;
    if (revision_of(block) > kRevisionOfMerged) return false;
    if (hash64(block) != hashes_[number] && are_as_written(*sums_)) return true;
    compared_[number].store(true, std::memory_order_relaxed);
    return false;
  }

  std::string damage_at(off_t offset) const {
    return fmt::format("{} is damaged: its bytes from {} on are not what was written", path_,
                       offset);
  }

 private:
  std::shared_ptr<const BlockSums> sums_;
  std::span<const std::uint64_t> hashes_;
  std::string path_;
  std::unique_ptr<std::atomic<bool>[]> compared_;  // by block
};

namespace {

using Table = CheckedReads::Table;

/// A file whatever it is called, as long as it is open.
struct FileId {
  dev_t device = 0;
  ino_t number = 0;
  auto operator<=>(const FileId&) const = default;
};

FileId id_of(const struct stat& status) { return {status.st_dev, status.st_ino}; }

/// The tables that are read through their checksums.
class Registry {
 public:
  /// The one that is known of the file already: as long as somebody has it, it is the same file.
  /// But there are file systems that give one number to several, of which nothing is known then.
  std::shared_ptr<const Table> add(FileId file, std::shared_ptr<const BlockSums> sums,
                                   std::size_t number, std::string path) {
    const std::lock_guard lock(mutex_);
    is_used_ = true;
    std::erase_if(tables_, [](const auto& entry) { return entry.second.expired(); });
    std::weak_ptr<const Table>& known = tables_[file];
    std::shared_ptr<const Table> table = known.lock();
    if (table && table->has(sums->tables[number])) return table;
    table = table ? std::make_shared<const Table>()
                  : std::make_shared<const Table>(std::move(sums), number, std::move(path));
    known = table;
    return table;
  }

  /// Files may be closed or opened, and their descriptors used again.
  void forget_descriptors() { ++era_; }

  /// The table that is read by a descriptor, if it is one of these. Asking the system what is
  /// behind it takes half as long as the read itself, so each thread remembers that until it may
  /// have changed.
  const Table* find(int descriptor) const {
    if (!is_used_) return nullptr;
    struct Memory {
      std::uint64_t era;
      std::array<const Table*, 256> tables;
    };
    thread_local Memory memory = {};
    const std::uint64_t era = era_;
    if (memory.era != era) memory = {era, {}};
    const auto place = static_cast<std::size_t>(descriptor);
    if (place < memory.tables.size() && memory.tables[place] != nullptr)
      return memory.tables[place];
    struct stat status = {};
    if (fstat(descriptor, &status) != 0) return nullptr;
    const std::lock_guard lock(mutex_);
    const auto at = tables_.find(id_of(status));
    const Table* table = at == tables_.end() ? nullptr : at->second.lock().get();
    if (place < memory.tables.size()) memory.tables[place] = table;
    return table;
  }

 private:
  mutable std::mutex mutex_;
  std::map<FileId, std::weak_ptr<const Table>> tables_;
  std::atomic<std::uint64_t> era_ = 1;
  std::atomic<bool> is_used_ = false;
};

/// Never destroyed: files are read until the end of a process.
Registry& registry() {
  static auto* const kRegistry = new Registry;
  return *kRegistry;
}

thread_local std::string damage_seen;

std::shared_ptr<const BlockSums> sums_of(const std::filesystem::path& segment) {
  std::optional<BlockSums> sums = map_block_sums(segment);
  return sums ? std::make_shared<const BlockSums>(*std::move(sums)) : nullptr;
}

}  // namespace

CheckedReads::CheckedReads(const std::filesystem::path& segment)
    : root_(segment / kRootFile), sums_(sums_of(segment)) {
  for (std::size_t i = 0; sums_ && i < tables_.size(); ++i) {
    const std::filesystem::path table = segment / kTableFiles[i];
    struct stat status = {};
    if (stat(table.c_str(), &status) == 0)  // else opening will tell
      tables_[i] = registry().add(id_of(status), sums_, i, table.string());
  }
  registry().forget_descriptors();
}

CheckedReads::~CheckedReads() {
  tables_ = {};
  registry().forget_descriptors();
}

bool CheckedReads::root_is_as_merged() const {
  return !sums_ || hash64(read_whole_file(root_)) == sums_->root || !are_as_written(*sums_);
}

const std::string& CheckedReads::last_damage() { return damage_seen; }

namespace {

using Pread = ssize_t (*)(int, void*, std::size_t, off_t);

/// As many of the bytes as there are in front of the end of the file.
ssize_t read_fully(Pread read, int file, char* buffer, std::size_t size, off_t offset) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got = read(file, buffer + done, size - done, offset + static_cast<off_t>(done));
    if (got < 0) return got;
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(done);
}

ssize_t read_compared(Pread read, int file, void* buffer, std::size_t size, off_t offset) {
  constexpr off_t kBlock = kTableBlockBytes;
  const bool is_block = size == kTableBlockBytes && offset % kBlock == 0;
  const Table* table = is_block ? registry().find(file) : nullptr;
  if (table == nullptr) return read(file, buffer, size, offset);
  const std::string_view block(static_cast<const char*>(buffer), size);
  // Twice: a later deletion may have been writing the block just now.
  for (int attempt = 1; attempt <= 2; ++attempt) {
    const ssize_t got = read_fully(read, file, static_cast<char*>(buffer), size, offset);
    if (got != kBlock || !table->is_damaged(block, static_cast<std::uint64_t>(offset / kBlock)))
      return got;
  }
  damage_seen = table->damage_at(offset);
  errno = EBADMSG;
  return -1;
}

}  // namespace
}  // namespace pressmark

/// Xapian reads a table's blocks with this one function of the C library, and has no place of its
/// own where somebody could look at them. A program's definition goes before the library's; for
/// files that are not registered it does what that does. The name is given apart: headers may make
/// another of it.
extern "C" ssize_t compared_pread(int file, void* buffer, std::size_t size,
                                  off_t offset) __asm__("pread");
static_assert(sizeof(off_t) == sizeof(std::int64_t), "else Xapian reads with pread64");

extern "C" ssize_t compared_pread(int file, void* buffer, std::size_t size, off_t offset) {
  static const auto kOfTheSystem = reinterpret_cast<pressmark::Pread>(dlsym(RTLD_NEXT, "pread"));
  return pressmark::read_compared(kOfTheSystem, file, buffer, size, offset);
}
