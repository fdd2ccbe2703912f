#include "indexer/store/key_table.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include <fmt/format.h>

#include "common/error.h"
#include "common/hash.h"

namespace pressmark::indexer {
namespace {

struct Header {
  char magic[8];
  std::uint64_t count;
  std::uint64_t checksum;  // hash64 of the rows
};

/// As on the disk, in the byte order of the machine.
struct Row {
  std::uint64_t key;
  std::uint64_t digest;
  std::uint64_t text;
  std::int64_t crawled;  // seconds since 1970; kNever: unknown
  std::int64_t added;
  std::uint32_t docid;
  std::uint32_t versions;
};

constexpr char kMagic[8] = {'P', 'M', 'k', 'e', 'y', 's', '0', '2'};
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();
constexpr std::uint64_t kRowsRead = 85;  // 4 KB: one page is read at a time

Row to_row(const ArticleEntry& entry) {
  return {entry.key,
          entry.digest,
          entry.text,
          entry.crawled ? entry.crawled->time_since_epoch().count() : kNever,
          entry.added.time_since_epoch().count(),
          entry.docid,
          entry.versions};
}

ArticleEntry from_row(const Row& row) {
  ArticleEntry entry{.key = row.key,
                     .digest = row.digest,
                     .text = row.text,
                     .versions = row.versions,
                     .crawled = std::nullopt,
                     .added = Instant(std::chrono::seconds(row.added)),
                     .docid = row.docid};
  if (row.crawled != kNever) entry.crawled = Instant(std::chrono::seconds(row.crawled));
  return entry;
}

std::vector<Row> read_rows(const Descriptor& file, std::uint64_t first, std::uint64_t count,
                           const std::filesystem::path& path) {
  std::vector<Row> rows(count);
  read_at(file, sizeof(Header) + first * sizeof(Row), reinterpret_cast<char*>(rows.data()),
          count * sizeof(Row), path);
  return rows;
}

std::string_view bytes_of(const std::vector<Row>& rows) {
  return {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)};
}

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw Damage(fmt::format("the table {} is damaged", path.string()));
}

}  // namespace

KeyTable::KeyTable(std::filesystem::path file)
    : path_(std::move(file)), file_(open_for_reading(path_)) {
  Header header;
  read_at(file_, 0, reinterpret_cast<char*>(&header), sizeof header, path_);
  const std::uint64_t size = bytes_in(path_);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0 || header.count > size / sizeof(Row) ||
      size != sizeof header + header.count * sizeof(Row)) {
    fail(path_);
  }
  count_ = header.count;
}

std::optional<ArticleEntry> KeyTable::find(std::uint64_t key) const {
  // Keys are hashes: their place is where their size says, give or take a page, so that one or two
  // reads find them.
  std::uint64_t low = 0;
  std::uint64_t high = count_;
  auto guess = static_cast<std::uint64_t>(static_cast<long double>(key) / 18446744073709551616.0L *
                                          static_cast<long double>(count_));
  while (low < high) {
    const std::uint64_t first =
        std::clamp(guess < kRowsRead / 2 ? 0 : guess - kRowsRead / 2, low, high - 1);
    const std::vector<Row> rows = read_rows(file_, first, std::min(kRowsRead, high - first), path_);
    const auto at = std::ranges::lower_bound(rows, key, {}, &Row::key);
    if (at != rows.end() && at->key == key) return from_row(*at);
    if (at != rows.begin() && at != rows.end()) return std::nullopt;
    if (at == rows.begin()) {
      high = first;
    } else {
      low = first + rows.size();
    }
    guess = low + (high - low) / 2;
  }
  return std::nullopt;
}

std::vector<ArticleEntry> KeyTable::entries() const {
  Header header;
  read_at(file_, 0, reinterpret_cast<char*>(&header), sizeof header, path_);
  const std::vector<Row> rows = read_rows(file_, 0, count_, path_);
  if (hash64(bytes_of(rows)) != header.checksum) fail(path_);
  std::vector<ArticleEntry> entries;
  entries.reserve(rows.size());
  for (const Row& row : rows) entries.push_back(from_row(row));
  return entries;
}

std::string KeyTable::encode(std::vector<ArticleEntry> entries) {
  std::ranges::sort(entries, {}, &ArticleEntry::key);
  std::vector<Row> rows;
  rows.reserve(entries.size());
  for (const ArticleEntry& entry : entries) rows.push_back(to_row(entry));
  Header header = {{}, rows.size(), hash64(bytes_of(rows))};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += bytes_of(rows);
  return bytes;
}

std::optional<KeyIndex::Place> KeyIndex::find(std::uint64_t key) const {
  for (std::size_t i = tables_.size(); i-- > 0;) {
    if (const auto entry = tables_[i]->find(key)) return Place{i, *entry};
  }
  return std::nullopt;
}

}  // namespace pressmark::indexer
