#include "common/checked_reads.h"

#include <atomic>
#include <cerrno>
#include <compare>
#include <cstdint>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "common/file.h"
#include "common/hash.h"

namespace pressmark {

class CheckedReads::Table {
 public:
  Table(std::span<const std::uint64_t> sums, MappedFile owner)
      : sums_(sums),
        owner_(std::move(owner)),
        compared_(std::make_unique<std::atomic<bool>[]>(sums.size())) {}

  /// Whether a block that was read is one that a merge wrote, and not as the merge wrote it.
  bool is_damaged(std::string_view block, std::uint64_t number) const {
    if (number >= sums_.size() || compared_[number].load(std::memory_order_relaxed)) return false;
    if (revision_of(block) > kRevisionOfMerged) return false;
    if (hash64(block) != sums_[number]) return true;
    compared_[number].store(true, std::memory_order_relaxed);
    return false;
  }

 private:
  std::span<const std::uint64_t> sums_;
  MappedFile owner_;
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
  std::shared_ptr<const Table> add(FileId file, const BlockSums& sums, std::size_t table) {
    const std::lock_guard lock(mutex_);
    std::erase_if(tables_, [](const auto& entry) { return entry.second.expired(); });
    std::weak_ptr<const Table>& known = tables_[file];
    std::shared_ptr<const Table> same = known.lock();
    if (!same) known = same = std::make_shared<const Table>(sums.tables[table], sums.file);
    return same;
  }

  /// Files may be closed or opened, and their descriptors used again.
  void forget_descriptors() { ++era_; }

  /// The table that is read by a descriptor, if it is one of these. Asking the system what is
  /// behind it takes half as long as the read itself, so each thread remembers that until it may
  /// have changed.
  const Table* find(int descriptor) const {
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
};

/// Never destroyed: files are read until the end of a process.
Registry& registry() {
  static auto* const kRegistry = new Registry;
  return *kRegistry;
}

}  // namespace

CheckedReads::CheckedReads(const std::filesystem::path& segment)
    : root_(segment / kRootFile), sums_(map_block_sums(segment)) {
  for (std::size_t i = 0; sums_ && i < tables_.size(); ++i) {
    struct stat status = {};
    if (stat((segment / kTableFiles[i]).c_str(), &status) == 0)
      tables_[i] = registry().add(id_of(status), *sums_, i);  // else opening will tell
  }
  registry().forget_descriptors();
}

CheckedReads::~CheckedReads() {
  tables_ = {};
  registry().forget_descriptors();
}

bool CheckedReads::root_is_as_merged() const {
  return !sums_ || hash64(read_whole_file(root_)) == sums_->root;
}

}  // namespace pressmark

/// Xapian reads a table's blocks with this one function of the C library, and has no place of its
/// own where somebody could look at them. A program's definition goes before the library's; for
/// files that are not registered it does what that does.
extern "C" ssize_t pread(int file, void* buffer, std::size_t size, off_t offset) {
  using Function = ssize_t (*)(int, void*, std::size_t, off_t);
  static const auto kOfTheSystem = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "pread"));
  constexpr off_t kBlock = pressmark::kTableBlockBytes;
  // Twice: a later deletion may have been writing the block just now.
  for (int attempt = 1; attempt <= 2; ++attempt) {
    const ssize_t got = kOfTheSystem(file, buffer, size, offset);
    if (got != kBlock || offset % kBlock != 0) return got;
    const pressmark::CheckedReads::Table* table = pressmark::registry().find(file);
    const std::string_view block(static_cast<const char*>(buffer), pressmark::kTableBlockBytes);
    if (table == nullptr || !table->is_damaged(block, static_cast<std::uint64_t>(offset / kBlock)))
      return got;
  }
  errno = EBADMSG;
  return -1;
}
