#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/analysis.h"
#include "searcher/answer.h"
#include "searcher/articles/article_reader.h"
#include "searcher/model/built_query.h"
#include "searcher/model/search_request.h"
#include "searcher/search/searcher.h"
#include "searcher/search/shard_set.h"

namespace pressmark::searcher {

/// Keys of the articles of an article's story, ascending; nothing when it stands alone. Where
/// several archives are searched, copies in another one are looked for. `key`: that of the article.
std::vector<std::uint64_t> story_of_article(const ShardSet& archive, Xapian::docid article,
                                            std::uint64_t key);

/// Makes what is shown of an article that was found: its record, snippet, copies. Everything it
/// refers to must outlive it.
struct HitMaker {
  const ShardSet& archive;
  const SearchRequest& request;
  const BuiltQuery& built;
  const HitOptions& options;
  Analyzer& analyzer;
  std::optional<Xapian::docid> asked;  // the article whose story is listed
  ShortIds short_ids;                  // of the articles found; of others they are looked up

  Hit make(const FoundArticle& found, std::size_t rank) const;

 private:
  void name_sources(Hit& hit, const std::vector<std::uint64_t>& copies) const;
};

}  // namespace pressmark::searcher
