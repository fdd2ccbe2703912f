#include "indexer/store/merge.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/core.h>
#include <xapian.h>

#include "common/error.h"
#include "common/facet_columns.h"
#include "common/file.h"
#include "common/schema.h"
#include "common/segment_set.h"
#include "common/weight_bounds.h"
#include "indexer/store/block_sums.h"
#include "indexer/store/segment_writer.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

/// The last of several entries with one key.
void keep_last_of_each_key(std::vector<ArticleEntry>& entries) {
  std::ranges::reverse(entries);
  std::ranges::stable_sort(entries, {}, &ArticleEntry::key);
  const auto same_key = [](const ArticleEntry& a, const ArticleEntry& b) { return a.key == b.key; };
  entries.erase(std::unique(entries.begin(), entries.end(), same_key), entries.end());
}

/// The entries with the docids that the articles have in `database`.
std::vector<ArticleEntry> place_entries(const Xapian::Database& database,
                                        std::vector<ArticleEntry> entries,
                                        const fs::path& directory) {
  keep_last_of_each_key(entries);
  std::vector<ArticleEntry> placed;
  placed.reserve(entries.size());
  for (auto value = database.valuestream_begin(slot::kArticleKey);
       value != database.valuestream_end(slot::kArticleKey); ++value) {
    const std::uint64_t key = decode_key(*value);
    const auto entry = std::ranges::lower_bound(entries, key, {}, &ArticleEntry::key);
    if (entry == entries.end() || entry->key != key) {
      throw Damage(fmt::format("{} holds an article that nobody put there", directory.string()));
    }
    placed.push_back(*entry);
    placed.back().docid = value.get_docid();
  }
  if (placed.size() != database.get_doccount()) {
    throw Damage(fmt::format("{} holds {} articles but {} keys", directory.string(),
                             database.get_doccount(), placed.size()));
  }
  return placed;
}

}  // namespace

std::uint64_t compact_databases(std::span<const fs::path> inputs, const fs::path& output) {
  Xapian::Database all;
  for (const fs::path& input : inputs) {
    all.add_database(Xapian::Database(input.string(), Xapian::DB_BACKEND_GLASS));
  }
  const std::uint64_t documents = all.get_doccount();
  all.compact(output.string());
  return documents;
}

bool is_as_merged(const fs::path& directory) {
  const Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
  return database.get_revision() <= kRevisionOfMerged;
}

std::uint64_t merge_segments(std::span<const fs::path> inputs, const fs::path& output,
                             std::vector<ArticleEntry> entries, Checksums checksums) {
  // Xapian takes a missing table for an empty one, and the merged segment gets checksums of its
  // own: what is wrong in one of these would be right from then on.
  for (const fs::path& input : inputs) {
    const Xapian::Database database = open_segment(input);
    if (checksums == Checksums::Compare) verify_block_sums(input, database.get_revision());
  }
  const std::uint64_t articles = compact_databases(inputs, output);
  const Xapian::Database merged = open_segment(output);
  check_segment(merged, articles, output);
  write_new_file(output / kKeysFile,
                 KeyTable::encode(place_entries(merged, std::move(entries), output)));
  std::string columns = FacetColumns::encode(merged);
  write_new_file(output / kColumnsFile, columns);
  write_new_file(
      output / kWeightBoundsFile,
      WeightBounds::encode(merged, FacetColumns::from_bytes(std::move(columns)).lengths().all()));
  if (checksums == Checksums::Compare) write_block_sums(output);
  sync_files_in(output);
  sync_directory(output.parent_path());
  return articles;
}

std::vector<std::uint32_t> articles_there(const Xapian::Database& database,
                                          std::span<const std::uint32_t> docids) {
  std::vector<std::uint32_t> there;
  for (const std::uint32_t docid : docids) {
    try {
      (void)database.get_document(docid);
      there.push_back(docid);
    } catch (const Xapian::DocNotFoundError&) {
      // deleted before a kill
    }
  }
  return there;
}

std::uint64_t delete_documents(const fs::path& directory, std::span<const std::uint32_t> docids) {
  std::uint64_t left = 0;
  {
    Xapian::WritableDatabase database(directory.string(),
                                      Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    database.begin_transaction();
    // Asking Xapian to delete what is not there would drop the whole transaction.
    for (const std::uint32_t docid : articles_there(database, docids))
      database.delete_document(docid);
    database.commit_transaction();
    left = database.get_doccount();
  }
  sync_directory(directory);  // Xapian renames its root file but does not make that durable
  return left;
}

std::uint64_t delete_articles(const fs::path& segment, std::span<const std::uint32_t> docids) {
  const std::uint64_t left = delete_documents(segment, docids);
  std::vector<ArticleEntry> entries = KeyTable(segment / kKeysFile).entries();
  std::erase_if(entries, [&](const ArticleEntry& entry) {
    return std::ranges::binary_search(docids, entry.docid);
  });
  replace_file(segment / kKeysFile, KeyTable::encode(std::move(entries)));
  return left;
}

void delete_from_fresh(const fs::path& segment, std::span<const std::uint32_t> docids) {
  Xapian::WritableDatabase database(
      segment.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  for (const std::uint32_t docid : docids) database.delete_document(docid);
  database.commit();
}

std::optional<MergeRange> pick_merge(std::span<const std::uint64_t> sizes, std::size_t most) {
  if (sizes.size() <= most) return std::nullopt;
  std::optional<MergeRange> best;
  double best_cost = 0;
  bool best_is_fair = false;
  for (std::size_t first = 0; first + 1 < sizes.size(); ++first) {
    std::uint64_t total = sizes[first];
    std::uint64_t largest = sizes[first];
    for (std::size_t last = first + 2; last <= sizes.size(); ++last) {
      total += sizes[last - 1];
      largest = std::max(largest, sizes[last - 1]);
      const bool fair = largest <= total - largest;
      const double cost = static_cast<double>(total) / static_cast<double>(last - first - 1);
      if (best && (best_is_fair > fair || (best_is_fair == fair && best_cost <= cost))) continue;
      best = MergeRange{first, last};
      best_cost = cost;
      best_is_fair = fair;
    }
  }
  return best;
}

}  // namespace pressmark::indexer
