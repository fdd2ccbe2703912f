#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// An input file that was read, and the articles in it. It need not be read again while size and
/// time stay, unless its reading broke off or options left out some of it.
struct KnownFile {
  std::string path;  // absolute; any bytes
  std::uint32_t given_bytes =
      0;  // how many of its last bytes are the path as it was given: what origins begin with
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  bool gone = false;            // pruned: forget the path
  bool damaged = false;         // some of it could not be read, and will not be read again
  bool whole = true;            // false: the system refused to give all of it
  std::uint64_t selection = 0;  // hash of the options that left out some of it; 0: none did
  std::uint32_t folder_bytes =
      0;  // how many of its first bytes are the folder that was given; 0: it was given itself
  std::vector<std::uint64_t> articles = {};  // keys, sorted, also of articles first read elsewhere
  std::string_view given() const {
    return std::string_view(path).substr(path.size() - given_bytes);
  }
  std::string_view folder() const { return std::string_view(path).substr(0, folder_bytes); }
  friend bool operator==(const KnownFile&, const KnownFile&) = default;
};

/// A file given on the command line, made absolute.
KnownFile known_file(std::string_view given, std::uint64_t size, std::int64_t mtime_ns,
                     const std::filesystem::path& working_directory);

/// The bytes of a table of files, and back. Throws Error (ExitCode::Database) when it is damaged,
/// naming the path.
std::string encode(const std::vector<KnownFile>& files);
std::vector<KnownFile> decode_known_files(std::string_view bytes,
                                          const std::filesystem::path& name);

/// Calls back once for each known path with what the newest table says of it; tables oldest first.
/// Files that are gone are left out. A file that was read under several options, as it is now,
/// holds what was read of it under any of them.
void for_each_known_file(const std::filesystem::path& archive,
                         const std::vector<std::string>& tables,
                         const std::function<void(const KnownFile&)>& callback);

/// Answers whether a file need not be read. 16 bytes a file; const and thread-safe.
class KnownFiles {
 public:
  KnownFiles() = default;
  KnownFiles(const std::filesystem::path& archive, const std::vector<std::string>& tables);

  /// There is such a row, or one of the same size and time that left nothing out.
  bool contains(const KnownFile& file) const;
  /// There is such a row, of the same selection.
  bool contains_exactly(const KnownFile& file) const;
  /// Some of it could not be read when it was.
  bool damaged(const KnownFile& file) const;
  std::size_t size() const { return stamps_.size(); }

 private:
  struct Stamp {
    std::uint64_t path = 0;  // hashes of the path, and of size, time and selection
    std::uint64_t state = 0;
  };
  static Stamp stamp_of(const KnownFile& file);
  std::optional<std::uint64_t> state_of(std::uint64_t path) const;

  std::vector<Stamp> stamps_;           // by path
  std::vector<std::uint64_t> damaged_;  // hashes of paths, sorted
};

}  // namespace pressmark::indexer
