#include "searcher/engine.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "common/file.h"
#include "common/identity.h"
#include "searcher/article_texts.h"
#include "searcher/articles/article_reader.h"
#include "searcher/facet/comparison.h"
#include "searcher/facet/cross_counter.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/facet/value_counts.h"
#include "searcher/hit_giver.h"
#include "searcher/hit_maker.h"
#include "searcher/query/parser.h"
#include "searcher/query/restrictions.h"
#include "searcher/search/reliable_query.h"
#include "searcher/search/searcher.h"
#include "searcher/search/superseded.h"
#include "searcher/snippet/snippet_maker.h"

namespace pressmark::searcher {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLookCloser =
    2000;  // up to so many matches, days and stories are counted too

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

}  // namespace

Engine::Engine(const std::vector<std::string>& archives, const ShardOptions& options,
               std::string locale)
    : locale_(std::move(locale)), archive_(archives, options) {}

const std::vector<std::string>& Engine::languages(const Xapian::Database& database) {
  if (language_opening_ != archive_.openings()) {
    languages_ = archive_languages(database);
    language_opening_ = archive_.openings();
  }
  return languages_;
}

const SegmentTables& Engine::tables() {
  if (table_opening_ == archive_.openings()) return tables_;
  SegmentTables tables{{}, true};
  for (const ShardSet::Shard& shard : archive_.shards()) {
    if (shard.remote()) {
      tables.complete = false;
      continue;
    }
    SegmentTables::Tables found{FacetColumns::in_file_of(shard.directory, shard.database),
                                WeightBounds::in_file_of(shard.directory, shard.database)};
    if (found.columns.rows() == 0) tables.complete = false;
    tables.segments.emplace(shard.database.get_uuid(), std::move(found));
  }
  tables_ = std::move(tables);
  table_opening_ = archive_.openings();
  return tables_;
}

const std::vector<FacetSegment>& Engine::facet_segments() {
  if (facet_opening_ == archive_.openings()) return facet_segments_;
  std::vector<FacetSegment> segments;
  for (const ShardSet::Shard& shard : archive_.shards()) {
    FacetSegment& segment = segments.emplace_back();
    segment.database = shard.database;
    segment.remote = shard.remote();
    if (segment.remote) continue;
    segment.columns = tables().of(shard.database).columns;
    if (segment.columns.rows() == 0)
      segment.columns = FacetColumns::of_segment(shard.directory, shard.database);
  }
  facet_segments_ = std::move(segments);
  facet_opening_ = archive_.openings();
  return facet_segments_;
}

BuildOptions Engine::build_options(const Xapian::Database& database, Match match) {
  return {match, languages(database), &archive_.stories(), archive_.has_remote()};
}

BuiltQuery Engine::build(const Xapian::Database& database, const SearchRequest& request,
                         const ParsedQuery& query) {
  const BuildOptions options = build_options(database, request.match);
  BuiltQuery built = build_query(query, database, options, analyzer_);
  const bool words = query.root.kind != NodeKind::Everything;
  if (!request.similar_to.empty()) {
    LikeThis like = request.similar_to == "-"
                        ? like_text(database, request.similar_text, options.languages, analyzer_)
                        : like_this(database, only_article(database, request.similar_to));
    built.text =
        words ? Xapian::Query(Xapian::Query::OP_FILTER, like.query, built.text) : like.query;
    built.terms.insert(built.terms.end(), like.terms.begin(), like.terms.end());
  }
  if (!request.story_of.empty()) {
    const Xapian::docid article = only_article(database, request.story_of);
    const std::uint64_t key = article_key_of(database, article);
    auto keys = story_of_article(archive_, article, key);
    if (keys.empty()) keys = {key};
    built.rest = Xapian::Query(Xapian::Query::OP_FILTER, built.rest, these_articles(keys));
  }
  std::ranges::sort(built.terms);
  return safe(std::move(built));
}

AnswerCounts Engine::counts(const Xapian::Database& database, const SearchRequest& request,
                            const ParsedQuery& query, const BuiltQuery& built) {
  // Copies in different archives are found among the hits only.
  const bool stories = request.collapse == Collapse::Stories && !archive_.parted();
  const auto filter = [this, &database](const FacetValue& value) {
    const auto parsed = parse_query(value.query, {});
    if (!parsed) return Xapian::Query::MatchNothing;
    return safe(build_query(*parsed, database, build_options(database, Match::All), analyzer_))
        .whole();
  };
  Xapian::Query base;
  if (request.timeline && request.timeline->measure == TimelineSpec::Measure::Share) {
    BuiltQuery filters = build(database, request, filters_of(query));
    filters.text = Xapian::Query::MatchAll;  // of --similar
    base = filters.whole();
  }
  return {facet_segments(),    request, built,     stories ? &archive_.stories() : nullptr,
          languages(database), locale_, analyzer_, filter,
          asked_days(query),   base};
}

BuiltQuery Engine::safe(BuiltQuery built) const {
  // Neither can be sent to a remote archive.
  if (archive_.has_remote()) return built;
  for (const SegmentSet* member : archive_.here()) {
    built = without_superseded(std::move(built), *member);
  }
  std::vector<Xapian::Database> segments;
  for (const ShardSet::Shard& shard : archive_.shards()) segments.push_back(shard.database);
  return reliable(std::move(built), segments);
}

SearchOptions Engine::search_options(const SearchRequest& request) {
  SearchOptions search{request.sort, request.offset, request.limit};
  if (request.collapse == Collapse::Stories) search.fold_into = &archive_.stories();
  search.fold_by_text = archive_.parted();
  search.remote = archive_.has_remote();
  search.tables = &tables();
  search.half_life_days = request.half_life_days;
  return search;
}

Answer Engine::answer(const SearchRequest& request, const ParsedQuery& query,
                      const HitOptions& options, const HitTaker& taker) {
  const Clock::time_point start = Clock::now();
  HitGiver giver(taker, request.offset);
  Answer answer;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    answer = {};
    std::optional<Xapian::docid> asked;
    if (!request.story_of.empty()) asked = only_article(database, request.story_of);
    const BuiltQuery built = build(database, request, query);
    answer.notes = built.notes;
    answer.summary.query = print(query);
    answer.summary.revision = archive_.revision();
    const SearchOptions search = search_options(request);
    Found found;
    if (!request.only_counts) found = find(database, built, search);
    answer.summary.total = found.total;
    answer.summary.total_exact = found.total_exact;
    if (request.only_counts || request.counts() || found.total <= kLookCloser) {
      counts(database, request, query, built).add_to(answer);
    }
    if (built.cut) answer.summary.total_exact = false;
    HitMaker maker{archive_, request, built, options, analyzer_, asked, {}};
    // Of a remote archive all ids would be sent; where few are wanted they are looked up.
    if (options.short_ids && !archive_.has_remote() && !taker.wish) {
      std::vector<std::uint64_t> keys;
      for (const FoundArticle& article : found.articles) keys.push_back(article.key);
      maker.short_ids = shortest_ids(database, std::move(keys));
    }
    std::size_t rank = request.offset;
    if (taker.take) {
      giver.begin({archive_.revision(), archive_.shards().size()});
      rank = giver.give(found.articles, maker, search.fold_into != nullptr);
    } else {
      for (const FoundArticle& article : found.articles)
        answer.hits.push_back(maker.make(article, ++rank));
    }
    if (rank > request.offset) {
      answer.summary.first = request.offset + 1;
      answer.summary.last = rank;
    }
    if (answer.timeline) {
      const ParsedQuery filters = filters_of(query);
      if (filters.root.kind != NodeKind::Everything) answer.timeline->share_query = print(filters);
    }
  });
  answer.of_several_states = giver.of_several_states();
  answer.summary.elapsed_ms = milliseconds_since(start);
  return answer;
}

std::string Engine::untold() const {
  if (!archive_.has_remote()) return {};
  return "archives behind tcp:// serve neither their tables of near-copies nor older versions: "
         "copies are folded among the hits shown only, and what --story, --stats and --show say of "
         "either is incomplete";
}

Engine::Counted Engine::count(const SearchRequest& request, const ParsedQuery& query) {
  Counted counted;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    BuiltQuery built = build(database, request, query);
    counted.count = {searcher::count(database, built.whole()), !built.cut};
    counted.notes = std::move(built.notes);
  });
  return counted;
}

Engine::Matrix Engine::matrix(const SearchRequest& request, const std::vector<NamedQuery>& queries,
                              const FacetSpec& columns) {
  Matrix matrix;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    matrix = {};
    std::vector<QueryRow> rows;
    std::vector<DateRange> asked;
    for (const NamedQuery& each : queries) {
      QueryRow& row = rows.emplace_back();
      std::vector<std::string>& notes = matrix.notes.emplace_back();
      row.value.value = each.name;
      row.value.query = "(-*)";
      if (!each.query) continue;
      asked.push_back(asked_days(*each.query));
      row.value.query = "(" + print(*each.query) + ")";
      BuiltQuery built = build(database, request, *each.query);
      row.query = built.whole();
      notes = std::move(built.notes);
    }
    matrix.table = count_rows(facet_segments(), std::move(rows), columns, request.facet_limit,
                              locale_, hull(asked));
  });
  return matrix;
}

Engine::Compared Engine::compare(const SearchRequest& request, const ParsedQuery& results,
                                 const ParsedQuery& others) {
  Compared compared;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    compared = {};
    BuiltQuery one = build(database, request, results), two = build(database, request, others);
    const std::vector<FacetSegment>& segments = facet_segments();
    const MatchSet here = matching(segments, one.whole()), there = matching(segments, two.whole());
    compared.articles = size(here);
    compared.others = size(there);
    std::vector<std::string> terms;
    std::ranges::set_union(one.terms, two.terms, std::back_inserter(terms));
    std::ranges::set_union(one.notes, two.notes, std::back_inserter(compared.notes));
    for (const FacetSpec& spec : request.facets) {
      const bool words = spec.field == FieldId::Body;
      Comparison& found = compared.comparisons.emplace_back(
          words ? compared_words(count_words(segments, here), count_words(segments, there),
                                 languages(database), terms, request.facet_limit, analyzer_)
                : searcher::compared(count_facet(segments, here, spec, 0, locale_),
                                     count_facet(segments, there, spec, 0, locale_),
                                     request.facet_limit));
      name_outlets(segments, spec.field, found.values);
      found.query = print(results);
      found.other_query = print(others);
    }
  });
  return compared;
}

ClauseCounter Engine::counter(const Xapian::Database& database, const BuildOptions& options) {
  return {database, options, analyzer_, [this, &database](BuiltQuery built) {
            return searcher::count(database, safe(std::move(built)).whole());
          }};
}

std::vector<Explanation> Engine::explain(const SearchRequest& request, const ParsedQuery& query) {
  std::vector<Explanation> tree;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const BuildOptions options = build_options(database, request.match);
    tree = searcher::explain(query, counter(database, options));
  });
  return tree;
}

std::vector<Explanation> Engine::explain_for(const std::string& id, const SearchRequest& request,
                                             const ParsedQuery& query) {
  std::vector<Explanation> tree;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const std::uint64_t key = article_key_of(database, only_article(database, id));
    const BuildOptions options = build_options(database, request.match);
    tree = searcher::explain(query, counter(database, options), these_articles({key}));
  });
  return tree;
}

std::size_t Engine::articles() {
  std::size_t count = 0;
  with_reopening(archive_,
                 [&](const Xapian::Database& database) { count = database.get_doccount(); });
  return count;
}

std::vector<Suggestion> Engine::did_you_mean(const SearchRequest& request,
                                             const ParsedQuery& query) {
  std::vector<Suggestion> found;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const BuildOptions options = build_options(database, request.match);
    found = searcher::did_you_mean(query, counter(database, options));
  });
  return found;
}

std::vector<Suggestion> Engine::without_each_filter(const SearchRequest& request,
                                                    const ParsedQuery& query) {
  std::vector<Suggestion> found;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const BuildOptions options = build_options(database, request.match);
    found = searcher::without_each_filter(query, counter(database, options));
  });
  return found;
}

ArticleView Engine::view(const std::string& id, const SearchRequest& request,
                         const ParsedQuery& query, std::optional<std::size_t> version) {
  ArticleView view;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const Xapian::docid found = only_article(database, id);
    ArticleTexts texts = texts_of(archive_, found);
    view.versions = texts.articles.size();
    view.version = checked_version(version, texts, view.versions);
    view.article = std::move(texts.articles[view.version - 1]);
    view.captures = std::move(texts.captures);
    const auto copies = story_of_article(archive_, found, article_key_of(database, found));
    view.story = copies.empty() ? view.article.id : article_id(copies.front());
    view.similar = copies.empty() ? 0 : copies.size() - 1;
    std::vector<std::string> terms;
    if (query.root.kind != NodeKind::Everything) terms = build(database, request, query).terms;
    view.text = mark_text(view.article.text, view.article.language, terms, analyzer_);
  });
  return view;
}

VersionDifference Engine::difference(const std::string& id, std::optional<std::size_t> version) {
  VersionDifference difference;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    difference = difference_since(version, texts_of(archive_, only_article(database, id)));
  });
  return difference;
}

Engine::Statistics Engine::statistics(std::size_t facet_limit) {
  Statistics result;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    result = {};
    result.articles = database.get_doccount();
    result.segments = archive_.shards().size();
    if (!archive_.has_remote()) {
      result.in_stories = archive_.stories().size();
      result.revision = archive_.revision();
      result.bytes = 0;
    }
    const std::vector<FacetSegment>& segments = facet_segments();
    const MatchSet all = matching(segments, Xapian::Query::MatchAll);
    if (!archive_.has_remote())
      result.near_copies = size(all) - count_stories(segments, all, archive_.stories());
    const auto days = count_days(segments, all);
    result.dates = as_dates(first_and_last_day(segments, all));
    if (const auto undated = days.find(0); undated != days.end()) result.undated = undated->second;
    for (const FieldId id : {FieldId::Source, FieldId::Lang, FieldId::From, FieldId::Country}) {
      result.facets.push_back(count_facet(segments, all, {id, {}}, facet_limit, locale_));
      name_outlets(segments, id, result.facets.back().values);
    }
    for (const ShardSet::Shard& shard : archive_.shards()) {
      if (result.bytes) *result.bytes += bytes_in(shard.directory);
    }
  });
  return result;
}

}  // namespace pressmark::searcher
