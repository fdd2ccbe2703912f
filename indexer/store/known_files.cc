#include "indexer/store/known_files.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include <fmt/core.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKnownFilesMagic = "PMfiles3";
constexpr std::string_view kOlderFilesMagic = "PMfiles2";

/// In front of each path, in the byte order of the machine; the keys of its articles stand behind.
struct FileRow {
  std::uint64_t size;
  std::int64_t mtime_ns;
  std::uint64_t selection;
  std::uint64_t articles;
  std::uint32_t path_bytes;
  std::uint32_t given_bytes;   // the highest bits: gone, broken off, damaged
  std::uint32_t folder_bytes;  // from here on not in the older form
  std::uint32_t unused;
};
constexpr std::size_t kOlderRow = 40;
constexpr std::uint32_t kGone = std::uint32_t{1} << 31;
constexpr std::uint32_t kBrokenOff = std::uint32_t{1} << 30;
constexpr std::uint32_t kDamaged = std::uint32_t{1} << 29;

template <typename Value>
void put(std::string& out, const Value& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

[[noreturn]] void fail(const fs::path& name) {
  throw Damage(fmt::format("the table {} is damaged", name.string()));
}

bool lists_all(const KnownFile& file) { return file.selection == 0 && file.whole; }

/// The older row says the same of the file on the disk.
bool same_bytes(const KnownFile& older, const KnownFile& newer) {
  return !older.gone && older.size == newer.size && older.mtime_ns == newer.mtime_ns;
}

void take_articles(KnownFile& file, const KnownFile& older) {
  std::vector<std::uint64_t> all;
  std::ranges::set_union(file.articles, older.articles, std::back_inserter(all));
  file.articles = std::move(all);
}

}  // namespace

KnownFile known_file(std::string_view given, std::uint64_t size, std::int64_t mtime_ns,
                     const fs::path& working_directory) {
  KnownFile file;
  if (!given.starts_with('/')) file.path = working_directory.native() + '/';
  file.path += given;
  file.given_bytes = static_cast<std::uint32_t>(given.size());
  file.size = size;
  file.mtime_ns = mtime_ns;
  return file;
}

std::string encode(const std::vector<KnownFile>& files) {
  std::string body;
  for (const KnownFile& file : files) {
    const std::uint32_t flags =
        (file.gone ? kGone : 0) | (file.whole ? 0 : kBrokenOff) | (file.damaged ? kDamaged : 0);
    put(body, FileRow{file.size, file.mtime_ns, file.selection, file.articles.size(),
                      static_cast<std::uint32_t>(file.path.size()), file.given_bytes | flags,
                      file.folder_bytes, 0});
    body += file.path;
    for (const std::uint64_t key : file.articles) put(body, key);
  }
  std::string bytes(kKnownFilesMagic);
  put(bytes, hash64(body));
  return bytes + body;
}

std::vector<KnownFile> decode_known_files(std::string_view bytes, const fs::path& name) {
  std::uint64_t checksum = 0;
  const bool older = bytes.starts_with(kOlderFilesMagic);
  if ((!older && !bytes.starts_with(kKnownFilesMagic)) ||
      bytes.size() < kKnownFilesMagic.size() + sizeof checksum)
    fail(name);
  std::memcpy(&checksum, bytes.data() + kKnownFilesMagic.size(), sizeof checksum);
  bytes.remove_prefix(kKnownFilesMagic.size() + sizeof checksum);
  if (hash64(bytes) != checksum) fail(name);
  std::vector<KnownFile> files;
  while (!bytes.empty()) {
    FileRow row = {};
    const std::size_t row_bytes = older ? kOlderRow : sizeof row;
    if (bytes.size() < row_bytes) fail(name);
    std::memcpy(&row, bytes.data(), row_bytes);
    bytes.remove_prefix(row_bytes);
    const std::uint32_t given_bytes = row.given_bytes & ~(kGone | kBrokenOff | kDamaged);
    if (row.path_bytes > bytes.size() || given_bytes > row.path_bytes ||
        row.folder_bytes > row.path_bytes ||
        row.articles > (bytes.size() - row.path_bytes) / sizeof(std::uint64_t)) {
      fail(name);
    }
    KnownFile file{.path = std::string(bytes.substr(0, row.path_bytes)),
                   .given_bytes = given_bytes,
                   .size = row.size,
                   .mtime_ns = row.mtime_ns,
                   .gone = (row.given_bytes & kGone) != 0,
                   .damaged = (row.given_bytes & kDamaged) != 0,
                   .whole = (row.given_bytes & kBrokenOff) == 0,
                   .selection = row.selection,
                   .folder_bytes = row.folder_bytes};
    bytes.remove_prefix(row.path_bytes);
    file.articles.resize(row.articles);
    const std::size_t key_bytes = row.articles * sizeof(std::uint64_t);
    if (key_bytes > 0) std::memcpy(file.articles.data(), bytes.data(), key_bytes);
    bytes.remove_prefix(key_bytes);
    files.push_back(std::move(file));
  }
  return files;
}

void for_each_known_file(const fs::path& archive, const std::vector<std::string>& tables,
                         const std::function<void(const KnownFile&)>& callback) {
  std::unordered_set<std::uint64_t> seen;
  std::unordered_map<std::uint64_t, KnownFile> open;  // older rows may add to what these hold
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    std::vector<KnownFile> files =
        decode_known_files(read_whole_file(archive / *table), archive / *table);
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
      const std::uint64_t path = hash64(file->path);
      if (seen.insert(path).second) {
        if (file->gone) continue;
        if (lists_all(*file)) {
          callback(*file);
        } else {
          open.emplace(path, std::move(*file));
        }
      } else if (const auto newest = open.find(path); newest != open.end()) {
        const bool more = same_bytes(*file, newest->second);
        if (more) take_articles(newest->second, *file);
        if (more && !lists_all(*file)) continue;
        callback(newest->second);
        open.erase(newest);
      }
    }
  }
  for (const auto& [path, file] : open) callback(file);
}

KnownFiles::Stamp KnownFiles::stamp_of(const KnownFile& file) {
  const std::uint64_t numbers[] = {file.size, static_cast<std::uint64_t>(file.mtime_ns),
                                   file.selection, file.whole ? 1U : 0U};
  return {hash64(file.path), hash64({reinterpret_cast<const char*>(numbers), sizeof numbers})};
}

KnownFiles::KnownFiles(const fs::path& archive, const std::vector<std::string>& tables) {
  for_each_known_file(archive, tables, [this](const KnownFile& file) {
    stamps_.push_back(stamp_of(file));
    if (file.damaged) damaged_.push_back(stamps_.back().path);
  });
  std::ranges::sort(damaged_);
  std::ranges::sort(stamps_, {}, &Stamp::path);
}

std::optional<std::uint64_t> KnownFiles::state_of(std::uint64_t path) const {
  const auto found = std::ranges::lower_bound(stamps_, path, {}, &Stamp::path);
  if (found == stamps_.end() || found->path != path) return std::nullopt;
  return found->state;
}

bool KnownFiles::contains_exactly(const KnownFile& file) const {
  const Stamp wanted = stamp_of(file);
  return state_of(wanted.path) == wanted.state;
}

bool KnownFiles::damaged(const KnownFile& file) const {
  return std::ranges::binary_search(damaged_, stamp_of(file).path);
}

bool KnownFiles::contains(const KnownFile& file) const {
  if (contains_exactly(file)) return true;
  KnownFile all_of_it = file;
  all_of_it.selection = 0;
  return contains_exactly(all_of_it);
}

}  // namespace pressmark::indexer
