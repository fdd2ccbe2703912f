#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/store/publisher.h"
#include "indexer/store/segment_writer.h"

namespace pressmark::indexer {

/// The stored records of a segment, in the order of its articles. One thread at a time.
class SegmentReader {
 public:
  /// Throws Xapian::Error.
  explicit SegmentReader(const std::filesystem::path& segment);

  /// Nothing at the end. Throws Xapian::Error.
  std::optional<std::string> next();

 private:
  Xapian::Database database_;
  Xapian::PostingIterator at_, end_;
};

/// Puts new documents in the place of a segment's, one for each of its articles. Nothing of it is
/// part of the archive before finish(), which is one step; what a kill leaves is removed by the
/// next run. One thread at a time.
class SegmentRewriter {
 public:
  /// `number`: of the segment, in the order of the publisher's manifest.
  SegmentRewriter(Publisher& publisher, std::size_t number);

  /// In the order of the segment's articles.
  void add(NewArticle article);

  /// Throws Error (ExitCode::Database), and leaves the segment as it was, when it has another
  /// number of articles than were added.
  void finish();

 private:
  void write_part();
  void merge_parts();
  std::filesystem::path next_directory();

  struct Part {
    std::filesystem::path directory;
    std::uint64_t articles = 0;
  };

  Publisher& publisher_;
  std::size_t number_;
  std::vector<NewArticle> waiting_;
  std::size_t bytes_ = 0;  // of text that waits
  std::vector<Part> parts_;
  std::uint64_t articles_ = 0;  // of the parts
  std::uint64_t directories_ = 0;
};

}  // namespace pressmark::indexer
