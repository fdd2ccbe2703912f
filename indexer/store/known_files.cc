#include "indexer/store/known_files.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include <fmt/format.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "PMfiles1";

/// In front of each path, in the byte order of the machine.
struct Row {
  std::uint64_t size;
  std::int64_t mtime_ns;
  std::uint32_t path_bytes;
  std::uint32_t given_bytes;  // the highest bit: gone
};
constexpr std::uint32_t kGone = std::uint32_t{1} << 31;

template <typename Value>
void put(std::string& out, const Value& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

[[noreturn]] void fail(const fs::path& name) {
  throw Damage(fmt::format("the table {} is damaged", name.string()));
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
    put(body, Row{file.size, file.mtime_ns, static_cast<std::uint32_t>(file.path.size()),
                  file.given_bytes | (file.gone ? kGone : 0)});
    body += file.path;
  }
  std::string bytes(kMagic);
  put(bytes, hash64(body));
  return bytes + body;
}

std::vector<KnownFile> decode_known_files(std::string_view bytes, const fs::path& name) {
  std::uint64_t checksum = 0;
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + sizeof checksum) fail(name);
  std::memcpy(&checksum, bytes.data() + kMagic.size(), sizeof checksum);
  bytes.remove_prefix(kMagic.size() + sizeof checksum);
  if (hash64(bytes) != checksum) fail(name);
  std::vector<KnownFile> files;
  while (!bytes.empty()) {
    Row row;
    if (bytes.size() < sizeof row) fail(name);
    std::memcpy(&row, bytes.data(), sizeof row);
    bytes.remove_prefix(sizeof row);
    const std::uint32_t given_bytes = row.given_bytes & ~kGone;
    if (row.path_bytes > bytes.size() || given_bytes > row.path_bytes) fail(name);
    files.push_back({std::string(bytes.substr(0, row.path_bytes)), given_bytes, row.size,
                     row.mtime_ns, (row.given_bytes & kGone) != 0});
    bytes.remove_prefix(row.path_bytes);
  }
  return files;
}

void for_each_known_file(const fs::path& archive, const std::vector<std::string>& tables,
                         const std::function<void(const KnownFile&)>& callback) {
  std::unordered_set<std::uint64_t> seen;
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    const std::vector<KnownFile> files =
        decode_known_files(read_whole_file(archive / *table), archive / *table);
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
      if (seen.insert(hash64(file->path)).second && !file->gone) callback(*file);
    }
  }
}

KnownFiles::Stamp KnownFiles::stamp_of(const KnownFile& file) {
  const std::uint64_t numbers[2] = {file.size, static_cast<std::uint64_t>(file.mtime_ns)};
  return {hash64(file.path), hash64({reinterpret_cast<const char*>(numbers), sizeof numbers})};
}

KnownFiles::KnownFiles(const fs::path& archive, const std::vector<std::string>& tables) {
  for_each_known_file(archive, tables,
                      [this](const KnownFile& file) { stamps_.push_back(stamp_of(file)); });
  std::ranges::sort(stamps_, {}, &Stamp::path);
}

bool KnownFiles::contains(const KnownFile& file) const {
  const Stamp wanted = stamp_of(file);
  const auto found = std::ranges::lower_bound(stamps_, wanted.path, {}, &Stamp::path);
  return found != stamps_.end() && found->path == wanted.path && found->state == wanted.state;
}

}  // namespace pressmark::indexer
