#include "searcher/hit_maker.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/field_terms.h"
#include "common/identity.h"
#include "searcher/snippet/snippet_maker.h"

namespace pressmark::searcher {

std::vector<std::uint64_t> story_of_article(const ShardSet& archive, Xapian::docid article,
                                            std::uint64_t key) {
  const Xapian::Database& database = archive.database();
  const StoryTable& stories = archive.stories();
  std::vector<std::uint64_t> keys = stories.articles_of(stories.story_of(key));
  if (!archive.parted()) return keys;
  const auto add = [&](std::uint64_t other) {
    const auto known = stories.articles_of(stories.story_of(other));
    keys.insert(keys.end(), known.begin(), known.end());
    if (known.empty()) keys.push_back(other);
  };
  add(key);
  for (const Xapian::docid copy : near_copies(database, article)) {
    add(article_key_of(database, copy));
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  if (keys.size() == 1) keys.clear();
  return keys;
}

Hit HitMaker::make(const FoundArticle& found, std::size_t rank) const {
  const Xapian::Database& database = archive.database();
  Hit hit;
  hit.rank = rank;
  hit.score = found.score;
  hit.article = read_article(database, found.id);
  hit.versions = version_count(database, found.id);
  if (options.stories) {
    const auto copies = story_of_article(archive, found.id, found.key);
    hit.story = copies.empty() ? hit.article.id : article_id(copies.front());
    hit.folds = request.collapse == Collapse::Stories;
    if (!copies.empty()) hit.similar = copies.size() - 1;
    if (hit.folds && !copies.empty()) name_sources(hit, copies);
  }
  if (asked) hit.shared = shared_text(database, found.id, *asked);
  if (options.short_ids) {
    const auto known = short_ids.find(found.key);
    hit.short_id = known == short_ids.end() ? shortest_id(database, hit.article.id) : known->second;
  }
  if (options.snippet_columns > 0) {
    const SnippetOptions snippet{.columns = options.snippet_columns};
    hit.snippet =
        make_snippet(hit.article.text, hit.article.language, built.terms, analyzer, snippet);
  }
  if (options.mention_columns > 0) {
    const Snippet marked = mark_text(hit.article.text, hit.article.language, built.terms, analyzer);
    hit.mentions = mentions(marked, options.mention_columns);
  }
  return hit;
}

/// Outlets of as many copies as are to be named.
void HitMaker::name_sources(Hit& hit, const std::vector<std::uint64_t>& copies) const {
  const std::size_t most = std::min(options.similar_sources, copies.size());
  std::vector<Xapian::docid> others;
  for (const std::uint64_t key : std::span(copies).first(most)) {
    const auto copy = find_by_key(archive.database(), key);
    if (copy && article_id(key) != hit.article.id) others.push_back(*copy);
  }
  for (std::string& name : outlet_names(archive.database(), others)) {
    const bool known = std::ranges::count(hit.similar_sources, name) > 0;
    if (!name.empty() && !known) hit.similar_sources.push_back(std::move(name));
  }
}

}  // namespace pressmark::searcher
