#include "indexer/store/deletions.h"

#include <string>
#include <utility>

#include <fmt/core.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/identity.h"
#include "common/text.h"

namespace pressmark::indexer {

namespace fs = std::filesystem;

namespace {

// Most damaged ids are ids too. Lists without this line are read as they are: of an earlier
// Pressmark, or written by hand.
constexpr std::string_view kChecksum = "crc ";

std::string checksum_line(std::string_view above) {
  return fmt::format("{}{:08x}", kChecksum, crc32_of(above));
}

}  // namespace

Deletions::Deletions(const fs::path& archive) : file_(archive / kDeletionsName) {
  if (!fs::exists(fs::symlink_status(file_))) return;
  const std::string text = read_whole_file(file_);
  for (const std::string_view line : split(text, '\n')) {
    const std::string_view id = trim(line);
    if (id.empty()) continue;
    if (id.starts_with(kChecksum)) {
      const std::string_view above(text.data(), static_cast<std::size_t>(id.data() - text.data()));
      if (id == checksum_line(above)) continue;
      throw Error(ExitCode::Database,
                  fmt::format("{} is damaged: its ids are not those that were written; mend it and "
                              "take out the line \"{}\", for without the list deleted articles "
                              "come back",
                              file_.string(), id));
    }
    const auto key = key_of_id(id);
    if (!key) {
      throw Error(ExitCode::Database,
                  fmt::format("{} has a line that is no id of an article; mend it, for without the "
                              "list deleted articles come back",
                              file_.string()));
    }
    keys_.insert(*key);
  }
}

bool Deletions::add(const std::set<std::uint64_t>& keys) {
  std::set<std::uint64_t> more = keys_;
  more.insert(keys.begin(), keys.end());
  if (more.size() == keys_.size()) return false;
  write(std::move(more));
  return true;
}

bool Deletions::remove(const std::set<std::uint64_t>& keys) {
  std::set<std::uint64_t> less = keys_;
  for (const std::uint64_t key : keys) less.erase(key);
  if (less.size() == keys_.size()) return false;
  write(std::move(less));
  return true;
}

void Deletions::write(std::set<std::uint64_t> keys) {
  std::string text;
  for (const std::uint64_t key : keys) text += article_id(key) + "\n";
  replace_file(file_, text + checksum_line(text) + "\n");
  keys_ = std::move(keys);
}

}  // namespace pressmark::indexer
