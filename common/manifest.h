#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

/// One immutable part of an archive: a glass database in a directory of its own below the archive.
struct Segment {
  std::string directory;       // name below the archive, "seg-000012" or "versions-000013"
  std::uint64_t articles = 0;  // when it was published
  friend bool operator==(const Segment&, const Segment&) = default;
};

/// An older copy that is to be deleted from its segment: its successor is published.
struct DeadArticle {
  std::string directory;
  std::uint32_t docid = 0;
  friend auto operator<=>(const DeadArticle&, const DeadArticle&) = default;
};

/// What an archive consists of at one moment: the file MANIFEST, replaced atomically. A file or
/// directory that it does not name does not belong to the archive.
struct Manifest {
  int schema_version = 0;
  std::uint64_t generation = 0;    // rises with every publication
  std::uint64_t next_number = 1;   // for the next name
  std::string xapian_version;      // that wrote it; stemmers differ between series
  std::vector<Segment> segments;   // oldest first
  std::vector<std::string> files;  // tables of the input files that are done, oldest first
  std::string stories;             // file name of the StoryTable; empty: none yet
  bool stories_behind = false;     // articles have changed since: the next run makes it anew
  std::vector<Segment> versions;   // History: what articles were before, oldest first
  std::vector<DeadArticle> dead;   // deletions that a killed run may have left to do
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Name of the manifest below the archive.
inline constexpr std::string_view kManifestName = "MANIFEST";

/// Whether a file begins as the manifest of an archive, of whatever version, does; its first
/// kManifestHead bytes tell.
inline constexpr std::size_t kManifestHead = 64;
bool begins_manifest(std::string_view text);

/// The number in a name that a manifest can name, "seg-000012"; 0 when it is none.
std::uint64_t number_of_part(std::string_view name);

/// Whether a directory holds segments, MANIFEST or not.
bool has_segments(const std::filesystem::path& directory);

/// Reads and checks the manifest. Throws Error (ExitCode::Database) in one plain line when there is
/// no archive, it is damaged (or missing beside segments), or its schema is another: says which
/// and what to do.
Manifest read_manifest(const std::filesystem::path& archive);

/// Throw Error (ExitCode::Database) in one plain line when this program does not read archives of
/// this schema, or of this version of Xapian (empty: unknown).
///
/// @param archive    its name for the user
/// @param directory  where it is to be indexed again
void check_schema(int schema, const std::string& archive, const std::string& directory);
void check_xapian(std::string_view version, const std::string& archive,
                  const std::string& directory);

/// The text of the manifest with its checksum, and the same back (throws Error as read_manifest).
std::string encode(const Manifest& manifest);
Manifest decode_manifest(std::string_view text, const std::filesystem::path& archive);

}  // namespace pressmark
