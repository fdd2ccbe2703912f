#include "indexer/store/key_table.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "common/checked_blocks.h"
#include "common/error.h"
#include "common/hash.h"

namespace pressmark::indexer {
namespace {

// File: header, rows, references, hashes of all that (CheckedBlocks), which is not mapped: pages of
// it would count as memory of the program.
struct Header {
  char magic[8];
  std::uint64_t count;
  std::uint64_t checksum;    // of what follows, in the older forms; they have no hashes of blocks
  std::uint64_t references;  // how many follow the rows; not there in the oldest form
};

/// As on the disk, in the byte order of the machine.
struct KeyRow {
  std::uint64_t key;
  std::uint64_t digest;
  std::uint64_t text;
  std::int64_t crawled;  // seconds since 1970; kNever: unknown
  std::int64_t added;
  std::uint32_t docid;
  std::uint32_t versions;
};

/// An article by another number: sorted, behind the rows.
struct Reference {
  std::uint64_t number;
  std::uint64_t key;
  friend auto operator<=>(const Reference&, const Reference&) = default;
};

constexpr std::string_view kKeyTableMagic = "PMkeys04";
constexpr std::string_view kOlderMagic = "PMkeys03";
constexpr std::string_view kOldestMagic = "PMkeys02";
constexpr std::uint64_t kOldestHeader = 24;
// In KeyRow::versions.
constexpr std::uint32_t kFromFeed = std::uint32_t{1} << 31;
constexpr std::uint32_t kRecord = std::uint32_t{1} << 30;
constexpr std::uint32_t kCut = std::uint32_t{1} << 29;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

KeyRow to_row(const ArticleEntry& entry) {
  return {entry.key,
          entry.digest,
          entry.text,
          entry.crawled ? entry.crawled->time_since_epoch().count() : kNever,
          entry.added.time_since_epoch().count(),
          entry.docid,
          entry.versions | (entry.from_feed ? kFromFeed : 0) | (entry.record ? kRecord : 0) |
              (entry.cut ? kCut : 0)};
}

ArticleEntry from_row(const KeyRow& row) {
  ArticleEntry entry{.key = row.key,
                     .digest = row.digest,
                     .text = row.text,
                     .versions = row.versions & ~(kFromFeed | kRecord | kCut),
                     .crawled = std::nullopt,
                     .added = Instant(std::chrono::seconds(row.added)),
                     .docid = row.docid,
                     .from_feed = (row.versions & kFromFeed) != 0,
                     .record = (row.versions & kRecord) != 0,
                     .cut = (row.versions & kCut) != 0,
                     .references = {}};
  if (row.crawled != kNever) entry.crawled = Instant(std::chrono::seconds(row.crawled));
  return entry;
}

[[noreturn]] void fail_table(const std::filesystem::path& path) {
  throw Damage(fmt::format("the table {} is damaged", path.string()));
}

/// A file whose bytes are read as they were written, or not at all.
struct CheckedFile {
  const Descriptor& file;
  const std::filesystem::path& path;
  std::uint64_t hashes_at = 0;  // 0: there are none

  void read(std::uint64_t at, char* buffer, std::uint64_t size) const {
    constexpr std::uint64_t kBlock = CheckedBlocks::kBlockBytes, kBlocksAtOnce = 32;
    if (hashes_at == 0) return read_at(file, at, buffer, size, path);
    const std::uint64_t end = at + size;
    std::string bytes;
    std::array<std::uint64_t, kBlocksAtOnce> hashes = {};
    while (at < end) {
      const std::uint64_t first = at / kBlock;
      const std::uint64_t blocks = std::min(kBlocksAtOnce, (end - 1) / kBlock + 1 - first);
      bytes.resize(std::min(blocks * kBlock, hashes_at - first * kBlock));
      read_at(file, first * kBlock, bytes.data(), bytes.size(), path);
      read_at(file, hashes_at + first * sizeof hashes[0], reinterpret_cast<char*>(hashes.data()),
              blocks * sizeof hashes[0], path);
      for (std::uint64_t i = 0; i < blocks; ++i) {
        if (hash64(std::string_view(bytes).substr(i * kBlock, kBlock)) != hashes[i])
          fail_table(path);
      }
      const std::uint64_t within = at - first * kBlock;
      const std::uint64_t wanted = std::min(end - at, bytes.size() - within);
      buffer = std::copy_n(bytes.data() + within, wanted, buffer);
      at += wanted;
    }
  }
};

/// A stretch of a file that holds records of one kind.
template <typename Record>
struct Records {
  CheckedFile file;
  std::uint64_t at = 0;
  std::uint64_t count = 0;

  std::vector<Record> read(std::uint64_t first, std::uint64_t number) const {
    std::vector<Record> records(number);
    file.read(at + first * sizeof(Record), reinterpret_cast<char*>(records.data()),
              number * sizeof(Record));
    return records;
  }
};

template <typename Record>
std::string_view bytes_of(const std::vector<Record>& records) {
  return {reinterpret_cast<const char*>(records.data()), records.size() * sizeof(Record)};
}

template <typename Record>
struct Found {
  std::uint64_t at = 0;         // number of the first record that is not below the key
  std::vector<Record> records;  // from there on, some of them; none: all are below
};

/// Looks among records that are sorted by what `key_of` gives. Keys are hashes: their place is
/// where their size says, give or take a page, so that one or two reads find them.
template <typename Record, typename KeyOf>
Found<Record> lower_bound(const Records<Record>& records, std::uint64_t key, KeyOf key_of) {
  constexpr std::uint64_t kRead = 4096 / sizeof(Record);  // one page is read at a time
  Found<Record> found{records.count, {}};
  std::uint64_t low = 0;
  std::uint64_t high = records.count;
  auto guess = static_cast<std::uint64_t>(static_cast<long double>(key) / 18446744073709551616.0L *
                                          static_cast<long double>(high));
  while (low < high) {
    const std::uint64_t first =
        std::clamp(guess < kRead / 2 ? 0 : guess - kRead / 2, low, high - 1);
    std::vector<Record> page = records.read(first, std::min(kRead, high - first));
    const auto at = std::ranges::lower_bound(page, key, {}, key_of);
    const bool within = at != page.begin() && at != page.end();
    if (at == page.end()) {
      low = first + page.size();
    } else {
      high = first + static_cast<std::uint64_t>(at - page.begin());
      page.erase(page.begin(), at);
      found = {high, std::move(page)};
    }
    if (within) break;
    guess = low + (high - low) / 2;
  }
  return found;
}

/// Of the older forms. Without references as in the oldest.
std::uint64_t checksum_of(const std::vector<KeyRow>& rows,
                          const std::vector<Reference>& references) {
  const std::uint64_t checksum = hash64(bytes_of(rows));
  if (references.empty()) return checksum;
  return hash64(std::to_string(checksum).append(bytes_of(references)));
}

}  // namespace

KeyTable::KeyTable(std::filesystem::path file)
    : path_(std::move(file)), file_(open_for_reading(path_)) {
  Header header = {};
  read_at(file_, 0, reinterpret_cast<char*>(&header), kOldestHeader, path_);
  const std::string_view magic(header.magic, sizeof header.magic);
  rows_at_ = magic == kOldestMagic ? kOldestHeader : sizeof header;
  std::uint64_t size = bytes_in(path_);
  if (magic == kKeyTableMagic) {
    size = hashes_at_ = CheckedBlocks::content_bytes(size);
    if (size < sizeof header) fail_table(path_);
  } else if (magic != kOlderMagic && magic != kOldestMagic) {
    fail_table(path_);
  }
  if (rows_at_ == sizeof header)
    CheckedFile{file_, path_, hashes_at_}.read(0, reinterpret_cast<char*>(&header), sizeof header);
  if (header.count > size / sizeof(KeyRow) || header.references > size / sizeof(Reference) ||
      size != rows_at_ + header.count * sizeof(KeyRow) + header.references * sizeof(Reference)) {
    fail_table(path_);
  }
  count_ = header.count;
  references_ = header.references;
  checksum_ = header.checksum;
}

std::optional<ArticleEntry> KeyTable::find(std::uint64_t key) const {
  const Records<KeyRow> all{{file_, path_, hashes_at_}, rows_at_, count_};
  const auto found = lower_bound(all, key, [](const KeyRow& row) { return row.key; });
  if (found.records.empty() || found.records.front().key != key) return std::nullopt;
  return from_row(found.records.front());
}

std::vector<std::uint64_t> KeyTable::referred(std::uint64_t reference) const {
  const Records<Reference> all{
      {file_, path_, hashes_at_}, rows_at_ + count_ * sizeof(KeyRow), references_};
  const auto found = lower_bound(all, reference, [](const Reference& row) { return row.number; });
  std::vector<std::uint64_t> keys;
  if (found.records.empty() || found.records.front().number != reference) return keys;
  const std::uint64_t most = std::min<std::uint64_t>(kMostReferred + 1, references_ - found.at);
  for (const Reference& row : all.read(found.at, most)) {
    if (row.number == reference) keys.push_back(row.key);
  }
  return keys;
}

std::vector<ArticleEntry> KeyTable::entries() const {
  const CheckedFile file{file_, path_, hashes_at_};
  const std::vector<KeyRow> rows = Records<KeyRow>{file, rows_at_, count_}.read(0, count_);
  const std::vector<Reference> references =
      Records<Reference>{file, rows_at_ + count_ * sizeof(KeyRow), references_}.read(0,
                                                                                     references_);
  if (hashes_at_ == 0 && checksum_of(rows, references) != checksum_) fail_table(path_);
  std::vector<ArticleEntry> entries;
  entries.reserve(rows.size());
  for (const KeyRow& row : rows) entries.push_back(from_row(row));
  for (const Reference& reference : references) {
    const auto entry = std::ranges::lower_bound(entries, reference.key, {}, &ArticleEntry::key);
    if (entry == entries.end() || entry->key != reference.key) fail_table(path_);
    const auto free = std::ranges::find(entry->references, 0U);
    if (free == entry->references.end()) fail_table(path_);
    *free = reference.number;
  }
  return entries;
}

std::string KeyTable::encode(std::vector<ArticleEntry> entries) {
  std::ranges::sort(entries, {}, &ArticleEntry::key);
  std::vector<KeyRow> rows;
  std::vector<Reference> references;
  rows.reserve(entries.size());
  for (const ArticleEntry& entry : entries) {
    rows.push_back(to_row(entry));
    for (const std::uint64_t number : entry.references) {
      if (number != 0) references.push_back({number, entry.key});
    }
  }
  std::ranges::sort(references);
  Header header = {{}, rows.size(), 0, references.size()};
  std::memcpy(header.magic, kKeyTableMagic.data(), sizeof header.magic);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += bytes_of(rows);
  bytes += bytes_of(references);
  return CheckedBlocks::with_hashes(std::move(bytes));
}

std::optional<KeyIndex::Place> KeyIndex::find(std::uint64_t key) const {
  for (std::size_t i = tables_.size(); i-- > 0;) {
    if (const auto entry = tables_[i]->find(key)) return Place{i, *entry};
  }
  return std::nullopt;
}

}  // namespace pressmark::indexer
