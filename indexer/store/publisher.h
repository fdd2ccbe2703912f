#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/manifest.h"
#include "common/stored_article.h"
#include "indexer/store/archive_lock.h"
#include "indexer/store/deletions.h"
#include "indexer/store/key_table.h"
#include "indexer/store/known_files.h"
#include "indexer/store/merge.h"
#include "indexer/store/stories.h"
#include "indexer/store/versions.h"

namespace pressmark::indexer {

/// A fresh segment that is written: what became of its articles since.
struct FreshSegment {
  std::filesystem::path directory;
  std::vector<ArticleEntry> entries;
  std::vector<std::uint32_t>
      dead;  // docids: a later article of the same publication took their place
};

/// A copy of an article that a later one takes the place of, with another text: it becomes an
/// older version. Nowhere: the article was seen again as it is, and only that is noted.
struct OldVersion {
  enum class Place { Archive, Fresh, Memory, Nowhere };
  std::uint64_t key = 0;
  Place place = Place::Archive;
  std::size_t segment = 0;  // Fresh: in the publication
  std::uint32_t docid = 0;  // Fresh
  std::string record = {};  // Memory: the stored article
  Instant captured = {};    // Nowhere
  KnownVersion known = {};  // all but Nowhere
};

/// Everything that becomes part of the archive in one step.
struct Publication {
  std::vector<FreshSegment> segments;   // in the order of their articles
  std::vector<std::uint64_t> replaced;  // keys whose copies in segments published before are older
  std::vector<OldVersion> versions;     // of what is replaced or dead, oldest first
  // Number of versions by key, of newest copies that stay and got an older version.
  std::map<std::uint64_t, std::uint32_t> recounted;
  std::vector<KnownFile> files;  // done with this publication
  bool empty() const { return segments.empty() && files.empty() && versions.empty(); }
};

enum class OpenMode { Continue, Rebuild };

/// The only writer of an archive's manifest. One thread at a time; keys() may be used by other
/// threads.
///
/// Whatever a call has returned from is durable. A kill at any moment leaves an archive that is as
/// before the call or as after it, but for deletions of older copies and merges, which the next
/// Publisher does first, and stories, which its finish() makes.
class Publisher {
 public:
  /// Takes the lock, reads or makes the manifest, finishes what a killed run left. Rebuild: starts
  /// with an empty archive, also over one of another schema; the old one goes with the first
  /// publication, and stays when there is none.
  Publisher(std::filesystem::path archive, std::chrono::milliseconds lock_timeout, OpenMode mode);

  /// Removes what was written and not published: a run that failed leaves no full disk.
  ~Publisher();
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;

  const Manifest& manifest() const { return manifest_; }
  const std::filesystem::path& archive() const { return archive_; }
  /// The keys of all articles as of now. The object does not change: ask again after a publication.
  std::shared_ptr<const KeyIndex> keys() const { return keys_; }
  std::uint64_t articles() const;
  /// Where the older versions of articles are as of now. They stay there until finish().
  std::vector<std::filesystem::path> version_parts() const;
  /// The article of this key as it is stored; nothing when the archive has none.
  std::optional<StoredArticle> article(std::uint64_t key) const;
  /// What stays out whatever is read. The same while nothing is removed or allowed.
  const Deletions& deletions() const { return deletions_; }
  /// A rebuild has published nothing yet: what searches find is the old archive.
  bool old_archive_stands() const { return old_archive_stands_; }

  /// A new directory for fresh files, in the archive's file system.
  std::filesystem::path fresh_directory(std::uint64_t number) const;

  void publish(Publication publication);

  /// Puts what these fresh directories hold, as one segment, in the place of a segment that holds
  /// the same articles.
  void replace(std::size_t number, const std::vector<std::filesystem::path>& fresh);

  /// At the end of a run: few segments, stories, no leftovers.
  void finish();

  /// Makes one segment of all, and one part of all older versions, without what was deleted.
  void compact();

  /// Forgets these files, and deletes the articles that came from them or are held by them, but for
  /// those that another known file holds too. When that would be more than `most` articles nothing
  /// is done. Returns how many there are.
  std::uint64_t prune(const std::vector<KnownFile>& gone, std::uint64_t most);

  /// Deletes articles and all that they were before, for good: the list of deletions has them, and
  /// no part of the archive any byte of them. Damage does not keep them there: it is returned.
  std::optional<Damage> remove(const std::set<std::uint64_t>& keys);

  /// Takes keys off the list of deletions, and has the files that hold these articles read again by
  /// the next run. Returns how many files there are.
  std::size_t allow(const std::set<std::uint64_t>& keys);

 private:
  std::string next_name(const char* stem);
  std::filesystem::path path_of(const Segment& segment) const {
    return archive_ / segment.directory;
  }
  void commit(Manifest next);
  void settle();
  void mark_dead(Manifest& next, const std::vector<std::uint64_t>& keys) const;
  void remove_deleted();
  std::optional<Damage> write_anew();
  void merge(std::size_t first, std::size_t last, Checksums checksums = Checksums::Compare);
  void merge_tiers(std::size_t most);
  void add_files(Manifest& next, const std::vector<KnownFile>& files);
  void add_versions(Manifest& next, const Publication& publication);
  std::optional<FreshSegment> recount(Manifest& next, Publication& publication) const;
  void merge_versions(std::size_t first, std::size_t last);
  void merge_version_tiers(std::size_t most);
  ArticleFingerprints fingerprints() const;
  void put_stories(std::string_view table);
  void update_stories();
  void merge_beside_stories(const std::function<void()>& merging);
  void load_keys();
  void remove_leftovers(std::set<std::string> named = {});

  std::filesystem::path archive_;
  ArchiveLock lock_;
  Deletions deletions_;
  bool old_archive_stands_ = false;  // the MANIFEST on the disk is another than manifest_
  Manifest manifest_;
  std::vector<std::filesystem::path> merged_versions_;  // to be removed: a run may have them open
  std::shared_ptr<const KeyIndex> keys_;  // shared: workers look into it while the next one is made
};

}  // namespace pressmark::indexer
