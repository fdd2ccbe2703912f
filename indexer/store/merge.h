#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include <xapian.h>

#include "indexer/store/key_table.h"

namespace pressmark::indexer {

/// Whether a merge compares the checksums that its inputs have, and throws Damage, or takes what is
/// there: its output has none then, for it may hold what is wrong.
enum class Checksums { Compare, None };

/// Makes one database of several, with its table of keys, its facet columns, its bounds and its
/// checksums, checked and durable; `output` must not exist yet. Articles keep their order.
/// `entries` says of each article what its key table has; where a key occurs twice the last counts;
/// keys without an article are left out. Returns the number of articles. Throws Xapian::Error or
/// Error.
std::uint64_t merge_segments(std::span<const std::filesystem::path> inputs,
                             const std::filesystem::path& output, std::vector<ArticleEntry> entries,
                             Checksums checksums = Checksums::Compare);

/// A segment or part of versions is as a merge writes it: nothing was deleted since.
bool is_as_merged(const std::filesystem::path& directory);

/// Makes one database of several, whose documents keep their order. Nothing is durable yet.
/// Returns the number of documents.
std::uint64_t compact_databases(std::span<const std::filesystem::path> inputs,
                                const std::filesystem::path& output);

/// Those of the docids that have an article.
std::vector<std::uint32_t> articles_there(const Xapian::Database& database,
                                          std::span<const std::uint32_t> docids);

/// Deletes documents, those that are there, in one durable step. Returns how many are left.
std::uint64_t delete_documents(const std::filesystem::path& directory,
                               std::span<const std::uint32_t> docids);

/// Deletes articles from a segment, those that are there, in one durable step, and from its key
/// table. Returns how many articles it holds then. The docids ascend.
std::uint64_t delete_articles(const std::filesystem::path& segment,
                              std::span<const std::uint32_t> docids);

/// The same for a fresh segment, which has no key table and need not be durable.
void delete_from_fresh(const std::filesystem::path& segment, std::span<const std::uint32_t> docids);

/// Neighbouring segments to be merged: [first, last).
struct MergeRange {
  std::size_t first = 0;
  std::size_t last = 0;
  friend bool operator==(const MergeRange&, const MergeRange&) = default;
};

/// Which segments to merge, when there are more than `most`; sizes in articles, oldest first. Takes
/// the range that costs least for each segment it saves and whose largest is no larger than the
/// others together, so that an article is merged again only when its segment at least doubles: a
/// logarithmic number of times.
std::optional<MergeRange> pick_merge(std::span<const std::uint64_t> sizes, std::size_t most);

}  // namespace pressmark::indexer
