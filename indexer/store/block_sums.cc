#include "indexer/store/block_sums.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "indexer/store/merge.h"

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

/// The numbers behind the magic.
std::vector<std::uint64_t> read_numbers(const fs::path& file) {
  const std::string bytes = read_whole_file(file);
  std::vector<std::uint64_t> numbers(bytes.size() / sizeof(std::uint64_t));
  std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof numbers[0]);
  const bool whole = bytes.starts_with(kMagic) && bytes.size() % sizeof numbers[0] == 0 &&
                     numbers.size() > 2 && hash64(std::string_view(bytes).substr(16)) == numbers[1];
  if (!whole) throw Damage(fmt::format("the checksums {} are damaged", file.string()));
  numbers.erase(numbers.begin(), numbers.begin() + 2);
  return numbers;
}

void verify_table(const fs::path& table, std::span<const std::uint64_t> sums, Xapian::rev now) {
  visit_blocks(table, sums.size(), [&](std::string_view block, std::uint64_t number) {
    const Xapian::rev revision = revision_of(block);
    const bool since = revision > kRevisionOfMerged && revision <= now + 1;  // 1: never committed
    if (since || hash64(block) == sums[number]) return;
    throw Damage(fmt::format("{} is damaged: its bytes from {} on are not what was written",
                             table.string(), number * kBlockBytes));
  });
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

void verify_block_sums(const fs::path& segment, Xapian::rev revision) {
  if (!fs::exists(segment / kBlockSumsFile)) return;
  const std::vector<std::uint64_t> numbers = read_numbers(segment / kBlockSumsFile);
  std::span<const std::uint64_t> left(numbers);
  if (revision <= kRevisionOfMerged && hash64(read_whole_file(segment / kRoot)) != left.front())
    throw Damage(fmt::format("{} is damaged", (segment / kRoot).string()));
  left = left.subspan(1);
  for (const char* table : kTables) {
    if (left.empty() || left.front() >= left.size())
      throw Damage(
          fmt::format("the checksums {} are damaged", (segment / kBlockSumsFile).string()));
    verify_table(segment / table, left.subspan(1, left.front()), revision);
    left = left.subspan(1 + left.front());
  }
}

}  // namespace pressmark::indexer
