#include "searcher/search/searcher.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <queue>
#include <unordered_map>

#include <fmt/format.h>

#include "common/error.h"
#include "common/field_terms.h"
#include "common/schema.h"
#include "searcher/model/flat_weight.h"
#include "searcher/search/proximity.h"
#include "searcher/search/ranking.h"
#include "searcher/search/reliable_query.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

constexpr int kMaxReopenings = 10;
constexpr Xapian::doccount kFoldingMargin =
    20;  // looked at beyond the hits wanted, for copies among them

/// The best so many matches are read for the nearness of the query's words; below, order is by
/// words alone.
constexpr std::size_t kReadForProximity = 100;

/// Matches in their order.
struct Matches {
  std::vector<FoundArticle> articles;
  bool complete = false;  // there are no more
  std::size_t total = 0;
  bool total_exact = false;
};

/// A query ready to be run, and how its matches are ordered.
class Run {
 public:
  Run(const Xapian::Database& database, const Query& query, const BuiltQuery& built,
      const SearchOptions& options)
      : database_(database), enquire_(database), totals_(options.totals) {
    enquire_.set_query(query);
    if (options.sort == SortOrder::Relevance) {
      enquire_.set_weighting_scheme(*ranking_scheme());
      enquire_.set_sort_by_relevance_then_value(slot::kRecency, true);
      proximity_.emplace(database, built.sequence);
    } else {
      enquire_.set_weighting_scheme(FlatWeight());
      enquire_.set_sort_by_value(slot::kRecency, options.sort == SortOrder::Newest);
    }
  }

  /// Matches from the first to `most`; 0: all.
  Matches first(std::size_t most) const {
    const bool near = proximity_ && proximity_->most() > 0;
    const std::size_t all = std::max<std::size_t>(database_.get_doccount(), 1);
    const std::size_t wanted = most == 0 ? all : std::min(most, all);
    const std::size_t read = near ? std::min(std::max(wanted, kReadForProximity), all) : wanted;
    const Xapian::MSet found =
        enquire_.get_mset(0, static_cast<Xapian::doccount>(read),
                          static_cast<Xapian::doccount>(totals_ == Totals::Exact ? all : read));
    Matches matches;
    matches.total = found.get_matches_estimated();
    matches.total_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    for (auto match = found.begin(); match != found.end(); ++match) {
      matches.articles.push_back({*match, match.get_weight(), 0, {}});
    }
    if (near) add_gains(matches.articles, wanted);
    matches.complete = matches.articles.size() <= wanted && found.size() < read;
    if (matches.articles.size() > wanted) matches.articles.resize(wanted);
    return matches;
  }

 private:
  /// Adds what nearness is worth to the best matches and orders them anew. Stops where no match can
  /// come among the first `wanted` any more: their order is what reading all would give.
  void add_gains(std::vector<FoundArticle>& articles, std::size_t wanted) const {
    std::priority_queue<double, std::vector<double>, std::greater<>> best;
    const std::size_t end = std::min(articles.size(), kReadForProximity);
    for (std::size_t i = 0; i < end; ++i) {
      if (best.size() == wanted && articles[i].score + proximity_->most() < best.top()) break;
      articles[i].score += proximity_->gain(articles[i].id);
      best.push(articles[i].score);
      if (best.size() > wanted) best.pop();
    }
    std::ranges::stable_sort(articles, std::greater<>(), &FoundArticle::score);
  }

  const Xapian::Database& database_;
  Xapian::Enquire enquire_;
  Totals totals_;
  std::optional<Proximity> proximity_;
};

/// The matches folded into stories: the first article of a story stands for it.
std::vector<FoundArticle> folded(std::vector<FoundArticle> matches,
                                 const Xapian::Database& database, const StoryTable& stories) {
  std::vector<FoundArticle> hits;
  std::unordered_map<std::uint64_t, std::size_t> place;  // story -> hit
  for (FoundArticle& match : matches) {
    const std::uint64_t key =
        decode_key(database.get_document(match.id).get_value(slot::kArticleKey));
    match.story = stories.story_of(key);
    const auto [known, fresh] = place.try_emplace(match.story, hits.size());
    if (fresh)
      hits.push_back(std::move(match));
    else
      hits[known->second].folded.push_back(match.id);
  }
  return hits;
}

/// All hits up to offset + limit.
Found run(const Xapian::Database& database, const Query& query, const BuiltQuery& built,
          const SearchOptions& options) {
  const Run search(database, query, built, options);
  const std::size_t wanted = options.limit == 0 ? 0 : options.offset + options.limit;
  const bool folds = options.fold_into != nullptr;
  Found found;
  for (std::size_t read = wanted == 0 || !folds ? wanted : wanted + kFoldingMargin;; read *= 4) {
    Matches matches = search.first(read);
    found = {std::move(matches.articles), matches.total, matches.total_exact};
    if (!folds) return found;
    found.articles = folded(std::move(found.articles), database, *options.fold_into);
    if (read == 0 || matches.complete || found.articles.size() >= wanted) break;
  }
  if (wanted != 0 && found.articles.size() > wanted) found.articles.resize(wanted);
  return found;
}

/// Oldest first: articles without a day stand behind all others.
Found run_oldest(const Xapian::Database& database, const Query& query, const BuiltQuery& built,
                 const SearchOptions& options) {
  const Query undated = unweighted_term(value_term(FieldId::Dated, "none"));
  Found found = run(database, Query(Query::OP_AND_NOT, query, undated), built, options);
  SearchOptions rest = options;
  const std::size_t wanted = options.limit == 0 ? 0 : options.offset + options.limit;
  if (wanted != 0) {
    rest.offset = 0;
    rest.limit = found.articles.size() < wanted ? wanted - found.articles.size() : 1;
  }
  Found others = run(database, Query(Query::OP_FILTER, query, undated), built, rest);
  found.total += others.total;
  found.total_exact = found.total_exact && others.total_exact;
  for (FoundArticle& article : others.articles) {
    if (wanted != 0 && found.articles.size() >= wanted) break;
    const auto same = std::ranges::find_if(found.articles, [&](const FoundArticle& known) {
      return options.fold_into != nullptr && known.story == article.story;
    });
    if (same == found.articles.end())
      found.articles.push_back(std::move(article));
    else
      same->folded.push_back(article.id);
  }
  return found;
}

}  // namespace

Found find(const Xapian::Database& database, const BuiltQuery& query,
           const SearchOptions& options) {
  if (database.get_doccount() == 0) return {{}, 0, true};
  const Query whole = query.whole();
  Found found = options.sort == SortOrder::Oldest ? run_oldest(database, whole, query, options)
                                                  : run(database, whole, query, options);
  const std::size_t skipped = std::min(options.offset, found.articles.size());
  found.articles.erase(found.articles.begin(),
                       found.articles.begin() + static_cast<std::ptrdiff_t>(skipped));
  return found;
}

std::size_t count(const Xapian::Database& database, const Xapian::Query& query) {
  const Xapian::doccount all = database.get_doccount();
  if (all == 0) return 0;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(FlatWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  return enquire.get_mset(0, 0, all).get_matches_lower_bound();
}

void with_reopening(SegmentSet& archive,
                    const std::function<void(const Xapian::Database&)>& request) {
  for (int tries = 0;; ++tries) {
    try {
      request(archive.database());
      return;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (tries >= kMaxReopenings) throw;
    } catch (const Xapian::DatabaseOpeningError&) {
      if (tries >= kMaxReopenings) throw;
    }
    archive.reopen();
  }
}

}  // namespace pressmark::searcher
