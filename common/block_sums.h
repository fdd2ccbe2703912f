#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/mapped_file.h"

namespace pressmark {

/// Name of a segment's table of checksums, inside its directory.
inline constexpr const char* kBlockSumsFile = "sums";

/// A segment's tables, which Xapian writes and nobody checks, and their size of blocks: its
/// default.
inline constexpr std::array kTableFiles = {"docdata.glass", "position.glass", "postlist.glass",
                                           "termlist.glass"};
inline constexpr std::size_t kTableBlockBytes = 8192;
inline constexpr const char* kRootFile = "iamglass";  // written anew by each deletion

/// Xapian's number for what a merge wrote; each deletion makes another. Xapian never writes over a
/// block of the last revision, so a block with a later number is none that was merged.
inline constexpr std::uint32_t kRevisionOfMerged = 1;

/// The revision that wrote a block, which has four bytes at least.
std::uint32_t revision_of(std::string_view block);

/// What a segment was when it was merged: a hash64 of its root and of every block of its tables.
/// Mapped: who compares ten blocks reads ten hashes.
struct BlockSums {
  std::uint64_t root = 0;
  std::array<std::span<const std::uint64_t>, kTableFiles.size()> tables;
  MappedFile file;
};

/// The bytes of the file.
std::string encode_block_sums(
    std::uint64_t root, const std::array<std::vector<std::uint64_t>, kTableFiles.size()>& tables);

/// Nothing when the segment has none that can be read or the file is of no such form. Whether the
/// hashes are those that were written is not looked at.
std::optional<BlockSums> map_block_sums(const std::filesystem::path& segment);

/// Whether they are.
bool are_as_written(const BlockSums& sums);

}  // namespace pressmark
