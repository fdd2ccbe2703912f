#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/analysis.h"
#include "searcher/answer.h"
#include "searcher/answer_counts.h"
#include "searcher/facet/match_set.h"
#include "searcher/model/built_query.h"
#include "searcher/model/parsed_query.h"
#include "searcher/output/printer.h"
#include "searcher/query/explain.h"
#include "searcher/query/query_builder.h"
#include "searcher/search/searcher.h"
#include "searcher/search/segment_tables.h"
#include "searcher/search/shard_set.h"

namespace pressmark::searcher {

/// A query and what it is called in a table; without the query it finds nothing.
struct NamedQuery {
  std::string name;
  std::optional<ParsedQuery> query;
};

/// One archive or several, opened for questions as one. Every method reads all it returns before it
/// returns, and asks again when the archive changed meanwhile.
class Engine {
 public:
  /// Throws Error as ShardSet does.
  Engine(const std::vector<std::string>& archives, const ShardOptions& options, std::string locale);

  /// Hits, facets, timeline and what else the request names. The hits of an unlimited request
  /// (limit 0) go to the taker, each once also when the archive changes under it; without one they
  /// are collected.
  Answer answer(const SearchRequest& request, const ParsedQuery& query, const HitOptions& hits,
                const HitTaker& taker = {});

  /// Number of matching articles, and what is to be known of the query.
  struct Counted {
    Count count;
    std::vector<std::string> notes;
  };
  Counted count(const SearchRequest& request, const ParsedQuery& query);

  /// Numbers of the articles that match each query, by the values of a facet: its ten most frequent
  /// unless the request has another limit, all periods of time. Of one state of the archive.
  struct Matrix {
    CrossTable table;
    std::vector<std::vector<std::string>> notes;  // of each query
  };
  Matrix matrix(const SearchRequest& request, const std::vector<NamedQuery>& queries,
                const FacetSpec& columns);

  /// Where the articles of two queries differ, in each facet of the request.
  struct Compared {
    std::vector<Comparison> comparisons;
    std::size_t articles = 0, others = 0;
    std::vector<std::string> notes;
  };
  Compared compare(const SearchRequest& request, const ParsedQuery& results,
                   const ParsedQuery& others);

  std::vector<Explanation> explain(const SearchRequest& request, const ParsedQuery& query);
  /// The same, and which clauses the article matches whose id begins so, or that came from this
  /// address. Throws Error as view() does.
  std::vector<Explanation> explain_for(const std::string& id, const SearchRequest& request,
                                       const ParsedQuery& query);
  std::size_t articles();  // in all archives, copies too
  std::vector<Suggestion> did_you_mean(const SearchRequest& request, const ParsedQuery& query);
  std::vector<Suggestion> without_each_filter(const SearchRequest& request,
                                              const ParsedQuery& query);

  /// The one article whose id begins so, its text marked with the words of the query. Throws Error:
  /// none (ExitCode::Partial), several (ExitCode::Usage).
  /// `version`: 1 is the oldest text that the archive has; nothing: the one that is searched.
  /// Throws Error (ExitCode::Usage) for a number that there is not.
  ArticleView view(const std::string& id, const SearchRequest& request, const ParsedQuery& query,
                   std::optional<std::size_t> version = {});

  /// What changed from a version of the article to the newest one; nothing: from the one before it.
  /// An article of one version gives a difference of nothing.
  VersionDifference difference(const std::string& id, std::optional<std::size_t> version);

  /// What the archive holds.
  struct Statistics {
    std::size_t articles = 0, segments = 0, undated = 0;
    // Unknown where part of the archive is elsewhere.
    std::optional<std::size_t> in_stories;
    std::optional<std::size_t> near_copies;  // articles beyond the first of each story
    std::optional<std::pair<Date, Date>> dates;
    std::vector<Facet> facets;  // source, lang, from, country
    std::optional<std::uint64_t> revision;
    std::optional<std::uintmax_t> bytes;
  };
  Statistics statistics(std::size_t facet_limit);

  /// What archives elsewhere do not tell, a sentence; empty when all are here.
  std::string untold() const;

  /// Archives that are left out of all answers, and why: a sentence each.
  const std::vector<std::string>& left_out() const { return archive_.left_out(); }

 private:
  BuildOptions build_options(const Xapian::Database& database, Match match);
  SearchOptions search_options(const SearchRequest& request);
  AnswerCounts counts(const Xapian::Database& database, const SearchRequest& request,
                      const ParsedQuery& query, const BuiltQuery& built);
  /// The query without what Xapian or a publication under way would get wrong.
  BuiltQuery safe(BuiltQuery built) const;
  BuiltQuery build(const Xapian::Database& database, const SearchRequest& request,
                   const ParsedQuery& query);
  /// Refers to both.
  ClauseCounter counter(const Xapian::Database& database, const BuildOptions& options);
  const std::vector<FacetSegment>& facet_segments();
  /// As far as they are in files.
  const SegmentTables& tables();
  const std::vector<std::string>& languages(const Xapian::Database& database);

  std::string locale_;
  ShardSet archive_;
  Analyzer analyzer_;
  std::vector<std::string> languages_;
  std::vector<FacetSegment> facet_segments_;
  SegmentTables tables_;
  std::uint64_t facet_opening_ = 0;
  std::uint64_t table_opening_ = 0;
  std::uint64_t language_opening_ = 0;
};

}  // namespace pressmark::searcher
