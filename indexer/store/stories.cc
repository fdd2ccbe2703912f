#include "indexer/store/stories.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/schema.h"
#include "common/segment_set.h"
#include "common/story_table.h"

namespace pressmark::indexer {

ArticleFingerprints read_fingerprints(std::span<const std::filesystem::path> segments,
                                      FingerprintStorage storage) {
  ArticleFingerprints articles{FingerprintList(std::move(storage)), {}};
  for (const std::filesystem::path& segment : segments) {
    const Xapian::Database database = open_segment(segment);
    auto key = database.valuestream_begin(slot::kArticleKey);
    for (auto value = database.valuestream_begin(slot::kFingerprint);
         value != database.valuestream_end(slot::kFingerprint); ++value) {
      key.skip_to(value.get_docid());
      articles.list.add(decode_fingerprint(*value));
      articles.keys.push_back(decode_key(*key));
    }
  }
  return articles;
}

std::string encode_stories(ArticleFingerprints compared) {
  const std::vector<std::uint32_t> group_of = find_stories(std::move(compared.list));
  const std::vector<std::uint64_t>& keys = compared.keys;
  // The key of a story is the smallest among its articles, whatever order they stand in.
  std::vector<std::uint64_t> story(keys.size(), ~std::uint64_t{0});
  std::vector<std::uint32_t> articles(keys.size(), 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    story[group_of[i]] = std::min(story[group_of[i]], keys[i]);
    ++articles[group_of[i]];
  }
  std::vector<StoryTable::Entry> entries;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (articles[group_of[i]] > 1) entries.push_back({keys[i], story[group_of[i]]});
  }
  return StoryTable::encode(std::move(entries));
}

}  // namespace pressmark::indexer
