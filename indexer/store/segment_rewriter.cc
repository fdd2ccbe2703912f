#include "indexer/store/segment_rewriter.h"

#include <utility>

#include <fmt/core.h>

#include "common/error.h"
#include "common/segment_set.h"
#include "indexer/store/merge.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPartArticles = 500;
constexpr std::size_t kPartBytes = std::size_t{2} << 20;
constexpr std::size_t kMostParts = 16;  // each is a database with five open files when merged

}  // namespace

SegmentReader::SegmentReader(const fs::path& segment)
    : database_(open_segment(segment)),
      at_(database_.postlist_begin("")),
      end_(database_.postlist_end("")) {}

std::optional<std::string> SegmentReader::next() {
  if (at_ == end_) return std::nullopt;
  std::string record = database_.get_document(*at_).get_data();
  ++at_;
  return record;
}

SegmentRewriter::SegmentRewriter(Publisher& publisher, std::size_t number)
    : publisher_(publisher), number_(number) {}

void SegmentRewriter::add(NewArticle article) {
  article.entry.docid = static_cast<std::uint32_t>(waiting_.size() + 1);
  bytes_ += article.bytes;
  waiting_.push_back(std::move(article));
  if (waiting_.size() >= kPartArticles || bytes_ >= kPartBytes) write_part();
}

void SegmentRewriter::finish() {
  if (!waiting_.empty()) write_part();
  const Segment& segment = publisher_.manifest().segments.at(number_);
  if (articles_ != segment.articles) {
    throw Error(ExitCode::Database, fmt::format("{} holds {} articles, but {} could be read",
                                                segment.directory, segment.articles, articles_));
  }
  std::vector<fs::path> directories;
  for (const Part& part : parts_) directories.push_back(part.directory);
  publisher_.replace(number_, directories);
}

void SegmentRewriter::write_part() {
  articles_ += waiting_.size();
  parts_.push_back({next_directory(), waiting_.size()});
  write_fresh_segment(parts_.back().directory, waiting_);
  waiting_.clear();
  bytes_ = 0;
  merge_parts();
}

/// Keeps the parts few: a segment may have thousands of them in the end.
void SegmentRewriter::merge_parts() {
  std::vector<std::uint64_t> sizes;
  for (const Part& part : parts_) sizes.push_back(part.articles);
  const auto range = pick_merge(sizes, kMostParts);
  if (!range) return;
  const auto first = parts_.begin() + static_cast<std::ptrdiff_t>(range->first);
  const auto last = parts_.begin() + static_cast<std::ptrdiff_t>(range->last);
  std::vector<fs::path> inputs;
  for (auto part = first; part != last; ++part) inputs.push_back(part->directory);
  const fs::path directory = next_directory();
  *first = {directory, compact_databases(inputs, directory)};
  parts_.erase(first + 1, last);
  for (const fs::path& input : inputs) fs::remove_all(input);
}

fs::path SegmentRewriter::next_directory() { return publisher_.fresh_directory(directories_++); }

}  // namespace pressmark::indexer
