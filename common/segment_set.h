#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

namespace pressmark {

/// One immutable part of an archive: a glass database in a directory of its own below the archive.
struct Segment {
  std::string directory;          // name below the archive, "seg-000012"
  std::uint64_t articles = 0;     // when it was published
  friend bool operator==(const Segment&, const Segment&) = default;
};

/// What an archive consists of at one moment: the file MANIFEST, replaced atomically. A directory that it does not name
/// does not belong to the archive.
struct Manifest {
  int schema_version = 0;
  std::uint64_t generation = 0;   // rises with every publication
  std::string xapian_version;     // that wrote it; stemmers differ between series
  std::vector<Segment> segments;  // oldest first
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Reads and checks the manifest. Throws Error (ExitCode::Database) in one plain line when there is no archive, it is
/// damaged, or its schema is another: says which and what to do.
Manifest read_manifest(const std::filesystem::path& archive);

/// The text of the manifest with its checksum, and the same back (throws Error as read_manifest).
std::string encode(const Manifest& manifest);
Manifest decode_manifest(std::string_view text, const std::filesystem::path& archive);

/// An archive opened for reading. One thread at a time.
class SegmentSet {
 public:
  explicit SegmentSet(std::filesystem::path archive);

  const Manifest& manifest() const { return manifest_; }
  /// All segments as one database. Opened with DB_BACKEND_GLASS only.
  const Xapian::Database& database() const { return database_; }
  /// Opens again what the archive is now, after DatabaseModifiedError or a vanished segment. True if it changed.
  bool reopen();

 private:
  void open();

  std::filesystem::path archive_;
  Manifest manifest_;
  Xapian::Database database_;
};

}  // namespace pressmark
