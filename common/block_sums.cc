#include "common/block_sums.h"

#include "common/error.h"
#include "common/hash.h"

namespace pressmark {
namespace {

// File: magic, hash64 of all that follows, and for each table the number of its blocks and a hash64
// of each. Numbers in the byte order of the machine.
constexpr std::string_view kMagic = "PMsums01";
constexpr std::size_t kHeaderBytes = 16;

void append(std::string& out, std::uint64_t number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

std::span<const std::uint64_t> numbers_of(std::string_view bytes) {
  return {reinterpret_cast<const std::uint64_t*>(bytes.data()),
          bytes.size() / sizeof(std::uint64_t)};
}

}  // namespace

std::uint32_t revision_of(std::string_view block) {
  std::uint32_t revision = 0;
  for (const char byte : block.substr(0, 4))
    revision = revision << 8 | static_cast<unsigned char>(byte);
  return revision;
}

std::string encode_block_sums(
    std::uint64_t root, const std::array<std::vector<std::uint64_t>, kTableFiles.size()>& tables) {
  std::string sums;
  append(sums, root);
  for (const std::vector<std::uint64_t>& table : tables) {
    append(sums, table.size());
    for (const std::uint64_t hash : table) append(sums, hash);
  }
  std::string bytes(kMagic);
  append(bytes, hash64(sums));
  return bytes + sums;
}

std::optional<BlockSums> map_block_sums(const std::filesystem::path& segment) {
  BlockSums sums;
  try {
    sums.file = map_file(segment / kBlockSumsFile, "the checksums");
  } catch (const Error&) {  // empty, or somebody else's
    return std::nullopt;
  }
  const std::string_view bytes = sums.file.bytes;
  const auto numbers = numbers_of(bytes);
  if (!bytes.starts_with(kMagic) || numbers.size() < 3 || bytes.size() % sizeof numbers[0] != 0)
    return std::nullopt;
  sums.root = numbers[2];
  auto left = numbers.subspan(3);
  for (std::span<const std::uint64_t>& table : sums.tables) {
    if (left.empty() || left.front() >= left.size()) return std::nullopt;
    table = left.subspan(1, left.front());
    left = left.subspan(1 + table.size());
  }
  return sums;
}

bool are_as_written(const BlockSums& sums) {
  return hash64(sums.file.bytes.substr(kHeaderBytes)) == numbers_of(sums.file.bytes)[1];
}

}  // namespace pressmark
