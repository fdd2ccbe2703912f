#pragma once

#include <dirent.h>
#include <memory>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <variant>
#include <vector>

#include "common/handle.h"
#include "indexer/model/skip.h"
#include "indexer/source/file_handle.h"
#include "indexer/source/source.h"

namespace pressmark::indexer {

/// Whether a walk follows the path it starts from when that is a symbolic link. Links below are
/// never followed.
enum class RootLink { Follow, Refuse };

/// A directory by device and inode: the same one under any name.
struct DirectoryId {
  dev_t device = 0;
  ino_t inode = 0;
  friend bool operator==(const DirectoryId&, const DirectoryId&) = default;
};

/// Of a directory that need not be there.
std::optional<DirectoryId> directory_id(const std::string& path);

/// A regular file that has been opened, with what fstat says of it.
struct OpenedFile {
  FileHandle handle;
  FileStamp stamp;
};

/// Regular files at and below one path, in the order of their names (bytes), directories walked
/// where they stand. Holds at most a few dozen descriptors however deep the tree is, and is not
/// stopped by paths longer than PATH_MAX.
class DirectoryWalker {
 public:
  /// @param skipped  a directory that is passed over without a word
  DirectoryWalker(std::string root, RootLink link, std::optional<DirectoryId> skipped);

  /// The next regular file, or what is there instead (link, pipe, unreadable directory ...);
  /// nothing at the end.
  std::optional<std::variant<FileStamp, SkippedInput>> next();

  /// Opens the file that next() gave last, without waiting and without following a link that took
  /// its place.
  Outcome<OpenedFile> open() const;

 private:
  using Directory = std::unique_ptr<DIR, ReleaseWith<closedir>>;

  struct Level {
    Directory handle;  // empty while deeper levels need the descriptors
    DirectoryId id;
    std::vector<std::string> names;
    std::size_t next = 0;
    std::size_t path_length = 0;  // of this directory within path_
  };

  std::optional<Skip> enter(int parent, const char* name, int link_flag, const struct stat& status);
  std::optional<SkippedInput> leave();
  std::optional<std::variant<FileStamp, SkippedInput>> visit(int parent, const char* name,
                                                             int link_flag);
  Skip no_file() const;
  std::string shown() const;
  FileStamp stamp(const struct stat& status) const;

  std::size_t root_bytes_ = 0;  // of path_
  std::string path_;
  std::optional<DirectoryId> skipped_;
  RootLink root_link_;
  bool started_ = false;
  std::vector<Level> levels_;
  std::string name_;  // of the last file, within the deepest level
  int parent_ = -1;   // descriptor of the directory that holds it
};

}  // namespace pressmark::indexer
