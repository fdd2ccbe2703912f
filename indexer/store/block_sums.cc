#include "indexer/store/block_sums.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
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

// File: magic, hash64 of all that follows, and for each table the number of its blocks and a hash64
// of each. Numbers in the byte order of the machine.
constexpr std::string_view kMagic = "PMsums01";
constexpr std::array kTables = {"docdata.glass", "position.glass", "postlist.glass",
                                "termlist.glass"};
constexpr const char* kRoot = "iamglass";  // written anew by each deletion
constexpr std::size_t kBlockBytes = 8192;  // Xapian's default, which nothing here changes
constexpr std::size_t kBlocksAtOnce = 32;

/// The revision that wrote a block: its first four bytes, the highest first.
std::uint32_t revision_of(std::string_view block) {
  std::uint32_t revision = 0;
  for (const char byte : block.substr(0, 4))
    revision = revision << 8 | static_cast<unsigned char>(byte);
  return revision;
}

/// Calls `visit` with each of the first `count` blocks of a table and its number.
template <typename Visit>
void visit_blocks(const fs::path& table, std::uint64_t count, Visit visit) {
  const Descriptor file = open_for_reading(table);
  std::string bytes(kBlocksAtOnce * kBlockBytes, '\0');
  for (std::uint64_t at = 0; at < count; at += kBlocksAtOnce) {
    const std::uint64_t blocks = std::min<std::uint64_t>(kBlocksAtOnce, count - at);
    read_at(file, at * kBlockBytes, bytes.data(), blocks * kBlockBytes, table);
    for (std::uint64_t i = 0; i < blocks; ++i)
      visit(std::string_view(bytes).substr(i * kBlockBytes, kBlockBytes), at + i);
  }
}

void append(std::string& out, std::uint64_t number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

struct BlockSums {
  std::uint64_t root = 0;
  std::array<std::vector<std::uint64_t>, kTables.size()> tables;
};

/// Nothing when the file is not there, or not as it was written.
std::optional<BlockSums> read_sums(const fs::path& segment) {
  const fs::path file = segment / kBlockSumsFile;
  if (!fs::exists(file)) return std::nullopt;
  const std::string bytes = read_whole_file(file);
  std::vector<std::uint64_t> numbers(bytes.size() / sizeof(std::uint64_t));
  if (numbers.size() < 3 || bytes.size() % sizeof numbers[0] != 0) return std::nullopt;
  std::memcpy(numbers.data(), bytes.data(), bytes.size());
  if (!bytes.starts_with(kMagic) || hash64(std::string_view(bytes).substr(16)) != numbers[1])
    return std::nullopt;
  BlockSums sums;
  sums.root = numbers[2];
  std::span<const std::uint64_t> left = std::span(numbers).subspan(3);
  for (std::vector<std::uint64_t>& table : sums.tables) {
    if (left.empty() || left.front() >= left.size()) return std::nullopt;
    const auto hashes = left.subspan(1, left.front());
    table.assign(hashes.begin(), hashes.end());
    left = left.subspan(1 + hashes.size());
  }
  return sums;
}

/// Returns whether anything was written to the table since the merge.
bool verify_table(const fs::path& table, std::span<const std::uint64_t> sums, Xapian::rev now) {
  bool is_changed = fs::file_size(table) > sums.size() * kBlockBytes;
  visit_blocks(table, sums.size(), [&](std::string_view block, std::uint64_t number) {
    const Xapian::rev revision = revision_of(block);
    const bool since = revision > kRevisionOfMerged && revision <= now + 1;  // 1: never committed
    is_changed |= since;
    if (since || hash64(block) == sums[number]) return;
    throw Damage(fmt::format("{} is damaged: its bytes from {} on are not what was written",
                             table.string(), number * kBlockBytes));
  });
  return is_changed;
}

}  // namespace

void write_block_sums(const fs::path& segment) {
  std::string sums;
  append(sums, hash64(read_whole_file(segment / kRoot)));
  for (const char* table : kTables) {
    const std::uint64_t blocks = fs::file_size(segment / table) / kBlockBytes;
    append(sums, blocks);
    visit_blocks(segment / table, blocks,
                 [&](std::string_view block, std::uint64_t) { append(sums, hash64(block)); });
  }
  std::string bytes(kMagic);
  append(bytes, hash64(sums));
  write_new_file(segment / kBlockSumsFile, bytes + sums);
}

bool has_block_sums(const fs::path& segment) { return read_sums(segment).has_value(); }

void verify_block_sums(const fs::path& segment, Xapian::rev revision) {
  const std::optional<BlockSums> sums = read_sums(segment);
  if (!sums) return;
  bool is_changed = false;
  for (std::size_t i = 0; i < kTables.size(); ++i)
    is_changed |= verify_table(segment / kTables[i], sums->tables[i], revision);
  // Not asked of the revision, which is read from the root itself.
  if (!is_changed && hash64(read_whole_file(segment / kRoot)) != sums->root)
    throw Damage(fmt::format("{} is damaged", (segment / kRoot).string()));
}

}  // namespace pressmark::indexer
