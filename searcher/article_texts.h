#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/stored_article.h"
#include "searcher/model/difference.h"
#include "searcher/search/shard_set.h"

namespace pressmark::searcher {

/// The article whose id begins so, or that came from this address. Throws Error: none
/// (ExitCode::Partial), several (ExitCode::Usage).
Xapian::docid only_article(const Xapian::Database& database, const std::string& id);

/// All texts of an article, oldest first, and when the last one was seen again.
struct ArticleTexts {
  std::vector<StoredArticle> articles;
  std::vector<Instant> captures;
};

ArticleTexts texts_of(const ShardSet& archive, Xapian::docid article);

/// The version that was asked for, from 1; `otherwise` where none was. Throws Error
/// (ExitCode::Usage) for a number that there is not.
std::size_t checked_version(std::optional<std::size_t> version, const ArticleTexts& texts,
                            std::size_t otherwise);

/// What changed from a version to the newest one; nothing: from the one before it. Throws as
/// checked_version() does.
VersionDifference difference_since(std::optional<std::size_t> version, const ArticleTexts& texts);

}  // namespace pressmark::searcher
