#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/store/intake.h"

namespace pressmark::indexer::test {

inline NewArticle article(std::uint64_t key, std::uint64_t digest,
                          std::optional<int> crawled = {}) {
  NewArticle article;
  article.entry = {.key = key, .digest = digest, .text = digest / 10};
  if (crawled) article.entry.crawled = Instant(std::chrono::seconds(*crawled));
  article.bytes = 100;
  return article;
}

/// An intake whose jobs and publications are kept for looking at. Segments of two articles,
/// publications of two.
struct Bench {
  explicit Bench(std::shared_ptr<const KeyIndex> keys = std::make_shared<const KeyIndex>())
      : intake(
            {.segment_articles = 2,
             .segment_bytes = 1000,
             .publication_segments = 2,
             .publication_files = 3,
             .publication_inputs = 4},
            keys,
            [](std::uint64_t publication, std::size_t segment) {
              return std::filesystem::path(std::to_string(publication) + "-" +
                                           std::to_string(segment));
            },
            [this](std::uint64_t key) {
              return key == 7 ? published : std::vector<KnownVersion>();
            },
            [this](SegmentJob job) { jobs.push_back(std::move(job)); },
            [this](std::uint64_t number, Publication publication) {
              numbers.push_back(number);
              publications.push_back(std::move(publication));
            }) {}

  void write_all() {
    for (const SegmentJob& job : std::exchange(jobs, {}))
      intake.segment_written(job.publication, job.segment);
  }

  std::vector<KnownVersion> published;  // versions of article 7
  std::vector<SegmentJob> jobs;
  std::vector<std::uint64_t> numbers;
  std::vector<Publication> publications;
  Intake intake;
};

}  // namespace pressmark::indexer::test
