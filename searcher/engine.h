#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/analysis.h"
#include "common/segment_set.h"
#include "searcher/articles/article_reader.h"
#include "searcher/facet/match_set.h"
#include "searcher/model/built_query.h"
#include "searcher/model/parsed_query.h"
#include "searcher/model/search_result.h"
#include "searcher/output/printer.h"
#include "searcher/query/query_builder.h"

namespace pressmark::searcher {

/// What is made of each hit.
struct HitOptions {
  std::size_t snippet_columns = 0;  // 0: no snippet
  bool short_ids = false;
  std::size_t similar_sources = 0;  // near-copies whose outlets are named
};

/// Everything a search gives but the hits of an unlimited one, which go to `Answer::each`.
struct Answer {
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<Timeline> timeline;
  std::vector<Related> related;
  Summary summary;
  std::vector<std::string> notes;
};

/// An archive opened for questions. Every method reads all it returns before it returns, and asks
/// again when the archive changed meanwhile.
class Engine {
 public:
  /// Throws Error (ExitCode::Database) when there is no archive or it cannot be read.
  Engine(std::filesystem::path archive, std::string locale);

  /// Hits, facets, timeline and what else the request names. `each` takes the hits of an unlimited
  /// request (limit 0) one by one, each once also when the archive changes under it; without it
  /// they are collected.
  Answer answer(const SearchRequest& request, const ParsedQuery& query, const HitOptions& hits,
                const std::function<void(const Hit&)>& each = {});

  /// Exact number of matching articles.
  std::size_t count(const SearchRequest& request, const ParsedQuery& query);

  std::vector<Explanation> explain(const SearchRequest& request, const ParsedQuery& query);
  std::vector<Suggestion> did_you_mean(const SearchRequest& request, const ParsedQuery& query);
  std::vector<Suggestion> without_each_filter(const SearchRequest& request,
                                              const ParsedQuery& query);

  /// The one article whose id begins so, its text marked with the words of the query. Throws Error:
  /// none (ExitCode::Partial), several (ExitCode::Usage).
  ArticleView view(const std::string& id, const SearchRequest& request, const ParsedQuery& query);

  /// What the archive holds.
  struct Statistics {
    std::size_t articles = 0, segments = 0, undated = 0, in_stories = 0;
    std::optional<std::pair<Date, Date>> dates;
    std::vector<Facet> facets;  // source, lang, from, kind
    std::uint64_t revision = 0;
    std::uintmax_t bytes = 0;
  };
  Statistics statistics(std::size_t facet_limit);

 private:
  struct Reading;  // one attempt at a request

  BuiltQuery build(const Xapian::Database& database, const SearchRequest& request,
                   const ParsedQuery& query);
  const std::vector<FacetSegment>& facet_segments();
  const std::vector<std::string>& languages(const Xapian::Database& database);

  std::filesystem::path path_;
  std::string locale_;
  SegmentSet archive_;
  Analyzer analyzer_;
  std::vector<std::string> languages_;
  std::vector<FacetSegment> facet_segments_;
  std::uint64_t facet_generation_ = 0;
  std::uint64_t language_generation_ = 0;
};

}  // namespace pressmark::searcher
