#include "indexer/store/block_sums.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlocksAtOnce = 32;

/// Calls `visit` with each of the first `count` blocks of a table and its number.
template <typename Visit>
void visit_blocks(const fs::path& table, std::uint64_t count, Visit visit) {
  const Descriptor file = open_for_reading(table);
  std::string bytes(kBlocksAtOnce * kTableBlockBytes, '\0');
  for (std::uint64_t at = 0; at < count; at += kBlocksAtOnce) {
    const std::uint64_t blocks = std::min<std::uint64_t>(kBlocksAtOnce, count - at);
    read_at(file, at * kTableBlockBytes, bytes.data(), blocks * kTableBlockBytes, table);
    for (std::uint64_t i = 0; i < blocks; ++i)
      visit(std::string_view(bytes).substr(i * kTableBlockBytes, kTableBlockBytes), at + i);
  }
}

/// Nothing when they are not there, or not as they were written.
std::optional<BlockSums> sums_of(const fs::path& segment) {
  std::optional<BlockSums> sums = map_block_sums(segment);
  if (sums && !are_as_written(*sums)) sums.reset();
  return sums;
}

/// Returns whether anything was written to the table since the merge.
bool verify_table(const fs::path& table, std::span<const std::uint64_t> sums, Xapian::rev now) {
  bool is_changed = fs::file_size(table) > sums.size() * kTableBlockBytes;
  visit_blocks(table, sums.size(), [&](std::string_view block, std::uint64_t number) {
    const Xapian::rev revision = revision_of(block);
    const bool since = revision > kRevisionOfMerged && revision <= now + 1;  // 1: never committed
    is_changed |= since;
    if (since || hash64(block) == sums[number]) return;
    throw Damage(fmt::format("{} is damaged: its bytes from {} on are not what was written",
                             table.string(), number * kTableBlockBytes));
  });
  return is_changed;
}

}  // namespace

void write_block_sums(const fs::path& segment) {
  std::array<std::vector<std::uint64_t>, kTableFiles.size()> sums;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const fs::path table = segment / kTableFiles[i];
    visit_blocks(table, fs::file_size(table) / kTableBlockBytes,
                 [&](std::string_view block, std::uint64_t) { sums[i].push_back(hash64(block)); });
  }
  const std::uint64_t root = hash64(read_whole_file(segment / kRootFile));
  write_new_file(segment / kBlockSumsFile, encode_block_sums(root, sums));
}

bool has_block_sums(const fs::path& segment) { return sums_of(segment).has_value(); }

void verify_block_sums(const fs::path& segment, Xapian::rev revision) {
  const std::optional<BlockSums> sums = sums_of(segment);
  if (!sums) return;
  bool is_changed = false;
  for (std::size_t i = 0; i < kTableFiles.size(); ++i)
    is_changed |= verify_table(segment / kTableFiles[i], sums->tables[i], revision);
  // Not asked of the revision, which is read from the root itself.
  if (!is_changed && hash64(read_whole_file(segment / kRootFile)) != sums->root)
    throw Damage(fmt::format("{} is damaged", (segment / kRootFile).string()));
}

}  // namespace pressmark::indexer
