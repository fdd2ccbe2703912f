#include "searcher/article_texts.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/core.h>

#include "common/error.h"
#include "searcher/articles/article_reader.h"
#include "searcher/versions/text_diff.h"

namespace pressmark::searcher {
namespace {

std::string day_of(const StoredArticle& article) {
  if (article.crawled) return to_string(utc_day(*article.crawled));
  return article.indexed ? to_string(utc_day(*article.indexed)) : std::string();
}

}  // namespace

Xapian::docid only_article(const Xapian::Database& database, const std::string& id) {
  const bool address = id.find("://") != std::string::npos;
  auto found = address ? find_by_url(database, id) : find_by_id(database, id, 9);
  if (found.empty())
    throw Error(ExitCode::Partial, address ? "there is no article from " + id
                                           : "there is no article with the id " + id);
  // Of two versions of an article, while the older is not yet deleted, that in the later segment.
  std::ranges::sort(found, std::greater<>(),
                    [&](Xapian::docid each) { return (each - 1) % database.size(); });
  const std::uint64_t key = article_key_of(database, found.front());
  if (std::ranges::all_of(found, [&](auto each) { return article_key_of(database, each) == key; }))
    return found.front();
  std::string ids;
  for (const Xapian::docid each : found) ids += " " + read_article(database, each).id;
  throw Error(ExitCode::Usage, "several articles have ids that begin so:" + ids);
}

ArticleTexts texts_of(const ShardSet& archive, Xapian::docid article) {
  History history = archive.history(article);
  ArticleTexts texts{std::move(history.versions), std::move(history.captures)};
  texts.articles.push_back(read_article(archive.database(), article));
  return texts;
}

std::size_t checked_version(std::optional<std::size_t> version, const ArticleTexts& texts,
                            std::size_t otherwise) {
  if (!version) return otherwise;
  if (*version >= 1 && *version <= texts.articles.size()) return *version;
  throw Error(ExitCode::Usage, fmt::format("{} has versions 1 to {}", texts.articles.back().id,
                                           texts.articles.size()));
}

VersionDifference difference_since(std::optional<std::size_t> version, const ArticleTexts& texts) {
  const std::size_t newest = texts.articles.size();
  const std::size_t from = checked_version(version, texts, newest > 1 ? newest - 1 : newest);
  const StoredArticle& before = texts.articles[from - 1];
  const StoredArticle& after = texts.articles.back();
  return {.id = after.id,
          .url = after.url,
          .versions = newest,
          .from = {from, day_of(before)},
          .to = {newest, day_of(after)},
          .title = text_difference(before.title, after.title),
          .text = text_difference(before.text, after.text)};
}

}  // namespace pressmark::searcher
