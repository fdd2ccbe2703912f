#include "searcher/search/searcher.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>

#include "common/error.h"
#include "common/field_terms.h"
#include "common/schema.h"
#include "searcher/search/ranking.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

constexpr int kMaxReopenings = 10;
constexpr Xapian::doccount kFoldingMargin =
    20;  // looked at beyond the hits wanted, for copies among them

/// A query ready to be run, and how its matches are ordered.
class Run {
 public:
  Run(const Xapian::Database& database, const Query& query, SortOrder sort, Totals totals)
      : database_(database), enquire_(database), totals_(totals) {
    enquire_.set_query(query);
    if (sort == SortOrder::Relevance) {
      enquire_.set_weighting_scheme(*ranking_scheme());
      enquire_.set_sort_by_relevance_then_value(slot::kRecency, true);
    } else {
      enquire_.set_weighting_scheme(Xapian::BoolWeight());
      enquire_.set_sort_by_value(slot::kRecency, sort == SortOrder::Newest);
    }
  }

  /// Matches from the first to `most`; 0: all.
  Xapian::MSet first(std::size_t most) const {
    const Xapian::doccount all = std::max<Xapian::doccount>(database_.get_doccount(), 1);
    const auto wanted =
        most == 0 ? all : static_cast<Xapian::doccount>(std::min<std::size_t>(most, all));
    return enquire_.get_mset(0, wanted, totals_ == Totals::Exact ? all : wanted);
  }

 private:
  const Xapian::Database& database_;
  Xapian::Enquire enquire_;
  Totals totals_;
};

void note_total(const Xapian::MSet& matches, Found& found) {
  found.total = matches.get_matches_estimated();
  found.total_exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
}

/// Every match as a hit of its own.
void take(const Xapian::MSet& matches, Found& found) {
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    found.articles.push_back({*match, match.get_weight(), 0, {}});
  }
}

/// The matches folded into stories: the first article of a story stands for it.
void fold(const Xapian::MSet& matches, const Xapian::Database& database, const StoryTable& stories,
          Found& found) {
  std::unordered_map<std::uint64_t, std::size_t> place;  // story -> hit
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const std::uint64_t key =
        decode_key(database.get_document(*match).get_value(slot::kArticleKey));
    const std::uint64_t story = stories.story_of(key);
    const auto [known, fresh] = place.try_emplace(story, found.articles.size());
    if (fresh)
      found.articles.push_back({*match, match.get_weight(), story, {}});
    else
      found.articles[known->second].folded.push_back(*match);
  }
}

/// All hits up to offset + limit.
Found run(const Xapian::Database& database, const Query& query, const SearchOptions& options) {
  Found found;
  const Run search(database, query, options.sort, options.totals);
  const std::size_t wanted = options.limit == 0 ? 0 : options.offset + options.limit;
  if (options.fold_into == nullptr) {
    const Xapian::MSet matches = search.first(wanted);
    note_total(matches, found);
    take(matches, found);
    return found;
  }
  for (std::size_t looked_at = wanted == 0 ? 0 : wanted + kFoldingMargin;; looked_at *= 4) {
    const Xapian::MSet matches = search.first(looked_at);
    found = {};
    note_total(matches, found);
    fold(matches, database, *options.fold_into, found);
    if (looked_at == 0 || matches.size() < looked_at || found.articles.size() >= wanted) break;
  }
  if (wanted != 0 && found.articles.size() > wanted) found.articles.resize(wanted);
  return found;
}

/// Oldest first: articles without a day stand behind all others.
Found run_oldest(const Xapian::Database& database, const Query& query,
                 const SearchOptions& options) {
  const Query undated(value_term(FieldId::Dated, "none"));
  Found found = run(database, Query(Query::OP_AND_NOT, query, undated), options);
  SearchOptions rest = options;
  const std::size_t wanted = options.limit == 0 ? 0 : options.offset + options.limit;
  if (wanted != 0) {
    rest.offset = 0;
    rest.limit = found.articles.size() < wanted ? wanted - found.articles.size() : 1;
  }
  Found others = run(database, Query(Query::OP_FILTER, query, undated), rest);
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
  Found found = options.sort == SortOrder::Oldest ? run_oldest(database, whole, options)
                                                  : run(database, whole, options);
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
  enquire.set_weighting_scheme(Xapian::BoolWeight());
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
