#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include "indexer/store/key_table.h"
#include "indexer/store/publisher.h"
#include "indexer/store/segment_writer.h"

namespace pressmark::indexer {

/// What became of an article.
enum class Verdict { Added, Updated, Duplicate };

/// Where segments and publications are cut: by what came in alone, so that the archive is the same
/// for any number of threads.
struct IntakeLimits {
  std::size_t segment_articles = 250;
  std::size_t segment_bytes = std::size_t{1} << 20;  // of text
  std::size_t publication_segments = 32;
  std::size_t publication_files = 50'000;
  std::size_t publication_inputs = 50'000;  // of any kind, since something was there to publish
};

/// A fresh segment that is to be written, by any thread.
struct SegmentJob {
  std::uint64_t publication = 0;
  std::size_t segment = 0;  // within the publication
  std::vector<NewArticle> articles;
};

/// Takes the articles of a run in their fixed order, sees to it that each identity is there once,
/// and cuts the stream into segments and publications. Does no work itself: it hands out jobs and
/// publications. One thread at a time.
class Intake {
 public:
  using WriteSegment = std::function<void(SegmentJob)>;
  using Publish = std::function<void(std::uint64_t number, Publication)>;
  using FreshDirectory =
      std::function<std::filesystem::path(std::uint64_t publication, std::size_t segment)>;

  /// Published versions of an article.
  using FindVersions = std::function<std::vector<KnownVersion>(std::uint64_t key)>;

  /// `keys`: of the archive as the run finds it.
  Intake(IntakeLimits limits, std::shared_ptr<const KeyIndex> keys, FreshDirectory directory,
         FindVersions versions, WriteSegment write, Publish publish);

  /// The later of two articles with one identity counts, but for a page that was fetched earlier
  /// than the one there: it becomes an older version, where its text is another than all that are
  /// known. The same text fetched at another time is captured(), whichever of the two is read
  /// first. A feed's copy of an article gives way to the page, and one that is cut to any that is
  /// not, whichever comes first. Neither is a version of the page, nor one feed's copy of
  /// another's; but a record's text may be less than the feed's that it replaces, which stays as a
  /// version. What was not fetched later than the newest copy, and says what an older version says,
  /// is known.
  Verdict add(NewArticle article);

  /// Whether the archive and this run have exactly this article as the newest of its identity.
  bool has(const ArticleEntry& entry);

  /// Key of the article with this number: its key, or a reference that no other article has.
  std::optional<std::uint64_t> article_of(std::uint64_t number);

  /// The article with this key was seen again as it is. False when there is none.
  bool captured(std::uint64_t key, Instant when);

  /// All articles of this file have been added.
  void file_done(KnownFile file);

  /// One more input has been dealt with, whatever became of it. What is open must not wait for
  /// millions that give no article: what is known of each of them waits too.
  void input_done();

  /// Number of the publication that what is added now will be part of.
  std::uint64_t publication() const { return open_number_; }

  /// A segment has been written. Publications leave when they are complete, in order.
  void segment_written(std::uint64_t publication, std::size_t segment);

  /// A publication is durable; `keys` are those of the archive now.
  void published(std::uint64_t publication, std::shared_ptr<const KeyIndex> keys);

  /// Nothing more comes: closes the open publication.
  void finish();

  /// Publications that are closed and not yet durable.
  std::size_t waiting() const { return pending_.size() - 1; }

 private:
  struct Pending {  // a publication that is not durable yet
    std::uint64_t number = 0;
    Publication content;
    std::unordered_map<std::uint64_t, std::pair<std::size_t, std::size_t>>
        places;  // key: segment, article
    std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> referred;  // reference: keys
    std::size_t unwritten = 0;
    std::size_t version_bytes = 0;  // of records that are kept in memory
    std::size_t inputs = 0;         // input_done()
    bool closed = false;
    bool handed_out = false;
  };

  struct Older {  // the copy that is known so far
    ArticleEntry entry;
    Pending* pending = nullptr;  // null: it is durable
    std::size_t segment = 0;     // of the publication or the archive
    std::size_t article = 0;
  };

  std::optional<Older> find_older(std::uint64_t key);
  void refer(const ArticleEntry& entry);
  void retire(const Older& older, std::uint64_t key);
  void keep_version(const Older& older, std::uint64_t key);
  void note_capture(std::uint64_t key, Instant when);
  bool is_known_version(const Older& newest, const NewArticle& article) const;
  Verdict add_earlier(const Older& newest, const NewArticle& article);
  std::vector<KnownVersion> versions_of(std::uint64_t key) const;
  void recount(const Older& newest, std::uint32_t versions);
  void cut_segment();
  void cut_publication();
  void hand_out();
  Pending& open() { return pending_.back(); }

  IntakeLimits limits_;
  std::shared_ptr<const KeyIndex>
      keys_;  // shared with the publisher, which makes a new one each time
  FreshDirectory directory_;
  FindVersions find_versions_;
  WriteSegment write_;
  Publish publish_;
  std::uint64_t open_number_ = 0;
  std::deque<Pending> pending_;       // the last is open; a deque: pointers to the others stay good
  std::vector<NewArticle> articles_;  // of the open segment
  std::vector<bool> removed_;         // replaced before the segment was cut
  std::size_t bytes_ = 0;
};

}  // namespace pressmark::indexer
