#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/file.h"

namespace pressmark::indexer {

/// What a run must know of an article that is in the archive already.
struct ArticleEntry {
  std::uint64_t key = 0;       // common/identity.h
  std::uint64_t digest = 0;    // of the original bytes
  std::uint64_t text = 0;      // hash of headline and text: what makes a version
  std::uint32_t versions = 1;  // of the text that were seen, this one included
  std::optional<Instant> crawled = {};
  Instant added = {};       // first indexed, kept through updates
  std::uint32_t docid = 0;  // within its segment
  bool from_feed = false;   // this copy is a news feed's: it gives way to the page
  bool record = false;      // a crawler's record or a table's row
  bool cut = false;         // of these two kinds, and its text goes on elsewhere
  // What other records may call this copy of it (references.h); 0: nothing more.
  std::array<std::uint64_t, 3> references = {};
  friend bool operator==(const ArticleEntry&, const ArticleEntry&) = default;
};

/// Name of a segment's table of keys, inside its directory.
inline constexpr std::string_view kKeysFile = "keys";

/// A reference that more articles have says nothing: who looks it up need not read them all.
inline constexpr std::size_t kMostReferred = 16;

/// The articles of one segment by key: a sorted file that is searched where it lies, so that its
/// memory does not grow with the archive. All that is read is compared with its hashes, and Damage
/// that names the file is thrown when it is not as it was written. Const and thread-safe.
class KeyTable {
 public:
  /// Throws Damage when the file is missing, cut or of another kind.
  explicit KeyTable(std::filesystem::path file);

  /// The entry without its references.
  std::optional<ArticleEntry> find(std::uint64_t key) const;
  /// Keys of the articles with this reference, in order; no more than kMostReferred + 1 of them.
  std::vector<std::uint64_t> referred(std::uint64_t reference) const;
  /// All entries by key.
  std::vector<ArticleEntry> entries() const;
  std::uint64_t size() const { return count_; }

  /// The bytes of a table. `entries` in any order, each key once.
  static std::string encode(std::vector<ArticleEntry> entries);

 private:
  std::filesystem::path path_;
  Descriptor file_;
  std::uint64_t rows_at_ = 0;  // place in the file
  std::uint64_t count_ = 0;
  std::uint64_t references_ = 0;
  std::uint64_t checksum_ = 0;
  std::uint64_t hashes_at_ = 0;  // place in the file; 0: of an earlier Pressmark, it has none
};

/// The keys of all segments; of two entries the one in the newer segment counts. Const and
/// thread-safe.
class KeyIndex {
 public:
  struct Place {
    std::size_t segment = 0;  // in the order of the manifest
    ArticleEntry entry;
  };

  KeyIndex() = default;
  explicit KeyIndex(std::vector<std::shared_ptr<const KeyTable>> tables)
      : tables_(std::move(tables)) {}

  std::optional<Place> find(std::uint64_t key) const;
  /// Shared: a table lives as long as any index that holds it.
  const std::vector<std::shared_ptr<const KeyTable>>& tables() const { return tables_; }

 private:
  std::vector<std::shared_ptr<const KeyTable>> tables_;  // oldest segment first
};

}  // namespace pressmark::indexer
