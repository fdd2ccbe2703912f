#include "indexer/source/directory.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "common/manifest.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kOpenLevels = 32;   // descriptors of directories held at once
constexpr std::size_t kMaxLevels = 4096;  // a tree deeper than this is damage, not an archive

Skip unreadable(int error) { return {SkipReason::Unreadable, std::strerror(error)}; }

DirectoryId identity(const struct stat& status) { return {status.st_dev, status.st_ino}; }

/// Whether a directory is an archive, of whatever version: what is in it is no crawl.
bool is_archive(int directory, const std::vector<std::string>& names) {
  if (!std::ranges::binary_search(names, kManifestName)) return false;
  const FileHandle file(
      openat(directory, kManifestName.data(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
  std::array<char, kManifestHead> head{};
  const ssize_t bytes = file ? read(file.get(), head.data(), head.size()) : 0;
  return bytes > 0 && begins_manifest({head.data(), static_cast<std::size_t>(bytes)});
}

/// Names in a directory but "." and "..", sorted by their bytes; nothing when reading fails.
std::optional<std::vector<std::string>> sorted_names(DIR* directory) {
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) return std::nullopt;
  std::ranges::sort(names);
  return names;
}

}  // namespace

std::optional<DirectoryId> directory_id(const std::string& path) {
  struct stat status {};
  if (path.empty() || stat(path.c_str(), &status) != 0) return std::nullopt;
  return DirectoryId{status.st_dev, status.st_ino};
}

DirectoryWalker::DirectoryWalker(std::string root, RootLink link,
                                 std::optional<DirectoryId> skipped)
    : path_(std::move(root)), skipped_(skipped), root_link_(link) {
  while (path_.size() > 1 && path_.back() == '/') path_.pop_back();
  root_bytes_ = path_.size();
}

std::optional<std::variant<FileStamp, SkippedInput>> DirectoryWalker::next() {
  if (!started_) {
    started_ = true;
    name_ = path_;
    const int flag = root_link_ == RootLink::Follow ? 0 : AT_SYMLINK_NOFOLLOW;
    if (auto item = visit(AT_FDCWD, name_.c_str(), flag)) return item;
  }
  while (!levels_.empty()) {
    Level& level = levels_.back();
    path_.resize(level.path_length);
    if (level.next == level.names.size()) {
      if (auto problem = leave()) return *problem;
      continue;
    }
    name_ = std::move(level.names[level.next++]);
    if (path_.back() != '/') path_ += '/';
    path_ += name_;
    if (auto item = visit(dirfd(level.handle.get()), name_.c_str(), AT_SYMLINK_NOFOLLOW))
      return item;
  }
  return std::nullopt;
}

/// The item that stands under a name of the directory `parent`; nothing when it is a directory, now
/// entered.
std::optional<std::variant<FileStamp, SkippedInput>> DirectoryWalker::visit(int parent,
                                                                            const char* name,
                                                                            int link_flag) {
  struct stat status {};
  if (fstatat(parent, name, &status, link_flag) != 0)
    return SkippedInput{shown(), unreadable(errno)};
  parent_ = parent;
  if (S_ISREG(status.st_mode)) return stamp(status);
  if (S_ISLNK(status.st_mode)) return SkippedInput{shown(), {SkipReason::Symlink, {}}};
  if (!S_ISDIR(status.st_mode)) return SkippedInput{shown(), no_file()};
  if (auto problem = enter(parent, name, link_flag, status)) return SkippedInput{shown(), *problem};
  return std::nullopt;
}

std::optional<Skip> DirectoryWalker::enter(int parent, const char* name, int link_flag,
                                           const struct stat& status) {
  if (skipped_ && identity(status) == *skipped_) return std::nullopt;
  if (!levels_.empty() && status.st_dev != levels_.front().id.device) {
    return Skip{SkipReason::OtherDevice, "not entered; name it as a path of its own to read it"};
  }
  if (levels_.size() >= kMaxLevels)
    return Skip{SkipReason::Unreadable, "too many directories within each other"};
  const int no_follow = link_flag == 0 ? 0 : O_NOFOLLOW;
  FileHandle handle(
      openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | no_follow));
  if (!handle) return unreadable(errno);
  struct stat opened {};
  if (fstat(handle.get(), &opened) != 0) return unreadable(errno);
  Level level;
  level.id = identity(opened);
  level.path_length = path_.size();
  level.handle.reset(fdopendir(handle.get()));
  if (!level.handle) return unreadable(errno);
  handle.release();
  auto names = sorted_names(level.handle.get());
  if (!names) return unreadable(errno);
  if (is_archive(dirfd(level.handle.get()), *names)) {
    return Skip{SkipReason::Archive, "of pressmark-index, its MANIFEST says; not entered"};
  }
  level.names = std::move(*names);
  levels_.push_back(std::move(level));
  if (levels_.size() > kOpenLevels) levels_[levels_.size() - kOpenLevels - 1].handle.reset();
  return std::nullopt;
}

/// Goes up one level; what is left of the upper directory is given up when it cannot be found
/// again.
std::optional<SkippedInput> DirectoryWalker::leave() {
  const Level child = std::move(levels_.back());
  levels_.pop_back();
  if (levels_.empty()) return std::nullopt;
  Level& parent = levels_.back();
  if (parent.handle) return std::nullopt;
  path_.resize(parent.path_length);
  FileHandle handle(
      openat(dirfd(child.handle.get()), "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (handle && fstat(handle.get(), &status) == 0 && identity(status) == parent.id) {
    parent.handle.reset(fdopendir(handle.get()));
    if (parent.handle) {
      handle.release();
      return std::nullopt;
    }
  }
  // Without its descriptor nothing in it can be read; its own parent is then out of reach too.
  levels_.clear();
  return SkippedInput{shown(),
                      {SkipReason::Unreadable, "directory was moved while it was being read"}};
}

/// Of a pipe, a device or a socket: below a folder it is passed over by rule; one that the user
/// named himself was to be read.
Skip DirectoryWalker::no_file() const {
  if (!levels_.empty() || root_link_ == RootLink::Refuse) return {SkipReason::NotRegular, {}};
  return {SkipReason::Unreadable, "neither file nor folder; - is standard input"};
}

/// "a.html" for "./a.html": what lies in the working directory has one name however it was reached.
std::string DirectoryWalker::shown() const {
  return path_.starts_with("./") && path_.size() > 2 ? path_.substr(2) : path_;
}

FileStamp DirectoryWalker::stamp(const struct stat& status) const {
  FileStamp made{shown(), static_cast<std::uint64_t>(status.st_size),
                 std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
  const std::size_t below = path_.size() - root_bytes_;
  if (!levels_.empty()) made.folder_bytes = made.path.size() - std::min(made.path.size(), below);
  return made;
}

Outcome<OpenedFile> DirectoryWalker::open() const {
  const bool followed = parent_ == AT_FDCWD && root_link_ == RootLink::Follow;
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followed ? 0 : O_NOFOLLOW);
  OpenedFile file;
  file.handle = FileHandle(openat(parent_, name_.c_str(), flags));
  if (!file.handle) {
    return errno == ELOOP ? skip(SkipReason::Symlink)
                          : skip(SkipReason::Unreadable, std::strerror(errno));
  }
  struct stat status {};
  if (fstat(file.handle.get(), &status) != 0)
    return skip(SkipReason::Unreadable, std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return skip(SkipReason::NotRegular);
  file.stamp = stamp(status);
  return file;
}

}  // namespace pressmark::indexer
