#include "searcher/engine.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <unordered_set>

#include <fmt/format.h>

#include "common/error.h"
#include "common/file.h"
#include "common/identity.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/facet/related.h"
#include "searcher/facet/timeline.h"
#include "searcher/facet/value_counts.h"
#include "searcher/search/reliable_query.h"
#include "searcher/search/searcher.h"
#include "searcher/search/superseded.h"
#include "searcher/snippet/snippet_maker.h"

namespace pressmark::searcher {
namespace {

using Clock = std::chrono::steady_clock;

// Beyond it their number is not worth 100 ns an article.
constexpr std::size_t kCountStories = 20000;
constexpr std::size_t kLookCloser =
    2000;  // up to so many matches, days and stories are counted too

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The restrictions of a query without its words, for "share of articles that match".
ParsedQuery filters_of(const ParsedQuery& query) {
  const auto restricts = [](const QueryNode& node) {
    return node.kind == NodeKind::Filter || node.kind == NodeKind::Not;
  };
  ParsedQuery filters;
  if (restricts(query.root)) {
    filters.root = query.root;
  } else if (query.root.kind == NodeKind::And) {
    filters.root.kind = NodeKind::And;
    std::ranges::copy_if(query.root.children, std::back_inserter(filters.root.children), restricts);
    if (filters.root.children.empty()) filters.root = {};
    if (filters.root.children.size() == 1) {
      QueryNode only = filters.root.children.front();
      filters.root = std::move(only);
    }
  }
  return filters;
}

/// The article whose id begins so.
Xapian::docid only_article(const Xapian::Database& database, const std::string& id) {
  auto found = find_by_id(database, id, 9);
  if (found.empty()) throw Error(ExitCode::Partial, "there is no article with the id " + id);
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

/// Numbers YYYYMMDD as days.
std::optional<std::pair<Date, Date>> span_of(std::pair<std::uint32_t, std::uint32_t> days) {
  const auto day = [](std::uint32_t number) {
    return make_date(static_cast<int>(number / 10000), number / 100 % 100, number % 100);
  };
  const auto first = day(days.first), last = day(days.second);
  if (!first || !last) return std::nullopt;
  return std::pair{*first, *last};
}

}  // namespace

/// One attempt at a request, on the archive as it is now.
struct Engine::Reading {
  Engine& engine;
  const Xapian::Database& database;
  const SearchRequest& request;
  const BuiltQuery built;
  const std::optional<Xapian::docid> asked;  // the article whose story is listed

  Hit hit(const FoundArticle& found, std::size_t rank, const HitOptions& options) const {
    Hit hit;
    hit.rank = rank;
    hit.score = found.score;
    hit.article = read_article(database, found.id);
    const StoryTable& stories = engine.archive_.stories();
    const bool folded = request.collapse == Collapse::Stories;
    const std::uint64_t story =
        folded ? found.story : stories.story_of(article_key_of(database, found.id));
    hit.story = article_id(story);
    const auto copies = stories.articles_of(story);
    hit.similar = copies.empty() ? 0 : copies.size() - 1;
    if (!folded) hit.similar = 0;
    if (hit.similar > 0) similar_sources(hit, copies, options.similar_sources);
    if (asked) hit.shared = shared_text(database, found.id, *asked);
    if (options.short_ids) hit.short_id = shortest_id(database, hit.article.id);
    if (options.snippet_columns > 0) {
      const SnippetOptions snippet{.columns = options.snippet_columns};
      hit.snippet = make_snippet(hit.article.text, hit.article.language, built.terms,
                                 engine.analyzer_, snippet);
    }
    return hit;
  }

  /// Outlets of at most `most` of the copies.
  void similar_sources(Hit& hit, const std::vector<std::uint64_t>& copies, std::size_t most) const {
    for (const std::uint64_t key : copies) {
      if (most-- == 0) break;
      const auto copy = find_by_key(database, key);
      if (!copy || article_id(key) == hit.article.id) continue;
      const std::string name = outlet_name(database, *copy);
      const bool known = std::ranges::count(hit.similar_sources, name) > 0;
      if (!name.empty() && !known) hit.similar_sources.push_back(name);
    }
  }

  void counts(Answer& answer) const {
    const std::vector<FacetSegment>& segments = engine.facet_segments();
    const MatchSet matches = matching(segments, built.whole());
    answer.summary.total = size(matches);
    answer.summary.total_exact = true;
    if (request.collapse == Collapse::Stories && answer.summary.total <= kCountStories) {
      answer.summary.distinct = count_stories(segments, matches, engine.archive_.stories());
    }
    answer.summary.dates = span_of(first_and_last_day(segments, matches));
    for (const FacetSpec& spec : request.facets) {
      const bool siblings =
          request.facet_mode == FacetMode::Siblings && built.filters.contains(spec.field);
      answer.facets.push_back(
          count_facet(segments, siblings ? matching(segments, built.without(spec.field)) : matches,
                      spec, request.facet_limit, engine.locale_));
    }
    if (request.timeline) answer.timeline = timeline(segments, matches);
    for (const FieldId id : request.related) {
      answer.related.push_back(
          id == FieldId::Body
              ? related_words(segments, matches, engine.languages(database), built.terms,
                              request.facet_limit, engine.analyzer_)
              : related_values(segments, matches, id, request.facet_limit, engine.locale_));
    }
  }

  Timeline timeline(const std::vector<FacetSegment>& segments, const MatchSet& matches) const {
    if (request.timeline->measure == TimelineSpec::Measure::Count) {
      return count_timeline(segments, matches, *request.timeline, nullptr);
    }
    BuiltQuery filters = built;
    filters.text = Xapian::Query::MatchAll;
    const MatchSet base = matching(segments, filters.whole());
    return count_timeline(segments, matches, *request.timeline, &base);
  }

  bool wants_counts() const {
    return !request.facets.empty() || request.timeline || !request.related.empty();
  }
};

Engine::Engine(std::filesystem::path archive, std::string locale)
    : path_(std::move(archive)), locale_(std::move(locale)), archive_(path_) {}

const std::vector<std::string>& Engine::languages(const Xapian::Database& database) {
  if (language_generation_ != archive_.manifest().generation + 1) {
    languages_ = archive_languages(database);
    language_generation_ = archive_.manifest().generation + 1;
  }
  return languages_;
}

const std::vector<FacetSegment>& Engine::facet_segments() {
  const std::vector<Xapian::Database>& segments = archive_.segments();
  if (facet_generation_ != archive_.manifest().generation + 1) {
    facet_segments_.clear();
    for (std::size_t i = 0; i < segments.size(); ++i) {
      facet_segments_.push_back(
          {segments[i], FacetColumns::of_segment(archive_.directory(i), segments[i])});
    }
    facet_generation_ = archive_.manifest().generation + 1;
  }
  // Deletions modify a segment in place: after a reopening the old handle would fail again.
  for (std::size_t i = 0; i < segments.size(); ++i) facet_segments_[i].database = segments[i];
  return facet_segments_;
}

BuiltQuery Engine::build(const Xapian::Database& database, const SearchRequest& request,
                         const ParsedQuery& query) {
  const BuildOptions options{request.match, languages(database), &archive_.stories()};
  BuiltQuery built = build_query(query, database, options, analyzer_);
  const bool words = query.root.kind != NodeKind::Everything;
  if (!request.similar_to.empty()) {
    LikeThis like = like_this(database, only_article(database, request.similar_to));
    built.text =
        words ? Xapian::Query(Xapian::Query::OP_FILTER, like.query, built.text) : like.query;
    built.terms.insert(built.terms.end(), like.terms.begin(), like.terms.end());
  }
  if (!request.story_of.empty()) {
    const std::uint64_t key = article_key_of(database, only_article(database, request.story_of));
    const std::uint64_t story = archive_.stories().story_of(key);
    auto keys = archive_.stories().articles_of(story);
    if (keys.empty()) keys = {key};
    built.rest = Xapian::Query(Xapian::Query::OP_FILTER, built.rest, these_articles(keys));
  }
  std::ranges::sort(built.terms);
  return reliable(without_superseded(std::move(built), archive_), archive_.segments());
}

Answer Engine::answer(const SearchRequest& request, const ParsedQuery& query,
                      const HitOptions& options, const std::function<void(const Hit&)>& each) {
  const Clock::time_point start = Clock::now();
  std::unordered_set<Xapian::docid> done;  // hits that `each` has had
  std::uint64_t done_generation = 0;
  Answer answer;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    answer = {};
    std::optional<Xapian::docid> asked;
    if (!request.story_of.empty()) asked = only_article(database, request.story_of);
    const Reading reading{*this, database, request, build(database, request, query), asked};
    answer.notes = reading.built.notes;
    answer.summary.query = print(query);
    answer.summary.revision = archive_.manifest().generation;
    SearchOptions search{request.sort, request.offset, request.limit, Totals::Cheap, nullptr};
    if (request.collapse == Collapse::Stories) search.fold_into = &archive_.stories();
    const bool list = !request.only_counts;
    Found found;
    if (list) found = find(database, reading.built, search);
    answer.summary.total = found.total;
    answer.summary.total_exact = found.total_exact;
    if (!list || reading.wants_counts() || (found.total_exact && found.total <= kLookCloser)) {
      reading.counts(answer);
    }
    if (done_generation != 0 && done_generation != archive_.manifest().generation) {
      // Numbers of articles mean something else now; what was shown cannot be told from what was
      // not.
      if (!done.empty()) {
        throw Error(ExitCode::Database, "the archive changed while it was listed; run it again");
      }
    }
    done_generation = archive_.manifest().generation;
    std::size_t rank = request.offset;
    for (const FoundArticle& article : found.articles) {
      ++rank;
      if (each && done.contains(article.id)) continue;
      Hit hit = reading.hit(article, rank, options);
      if (each) {
        each(hit);
        done.insert(article.id);
      } else {
        answer.hits.push_back(std::move(hit));
      }
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
  answer.summary.elapsed_ms = milliseconds_since(start);
  return answer;
}

std::size_t Engine::count(const SearchRequest& request, const ParsedQuery& query) {
  std::size_t total = 0;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    total = searcher::count(database, build(database, request, query).whole());
  });
  return total;
}

std::vector<Explanation> Engine::explain(const SearchRequest& request, const ParsedQuery& query) {
  std::vector<Explanation> tree;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const BuildOptions options{request.match, languages(database), &archive_.stories()};
    tree = searcher::explain(query, database, options, analyzer_);
  });
  return tree;
}

std::vector<Suggestion> Engine::did_you_mean(const SearchRequest& request,
                                             const ParsedQuery& query) {
  std::vector<Suggestion> found;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const BuildOptions options{request.match, languages(database), &archive_.stories()};
    found = searcher::did_you_mean(query, database, options, analyzer_);
  });
  return found;
}

std::vector<Suggestion> Engine::without_each_filter(const SearchRequest& request,
                                                    const ParsedQuery& query) {
  std::vector<Suggestion> found;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const BuildOptions options{request.match, languages(database), &archive_.stories()};
    found = searcher::without_each_filter(query, database, options, analyzer_);
  });
  return found;
}

ArticleView Engine::view(const std::string& id, const SearchRequest& request,
                         const ParsedQuery& query) {
  ArticleView view;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    const Xapian::docid found = only_article(database, id);
    view.article = read_article(database, found);
    const std::uint64_t story = archive_.stories().story_of(article_key_of(database, found));
    view.story = article_id(story);
    const auto copies = archive_.stories().articles_of(story);
    view.similar = copies.empty() ? 0 : copies.size() - 1;
    std::vector<std::string> terms;
    if (query.root.kind != NodeKind::Everything) terms = build(database, request, query).terms;
    view.text = mark_text(view.article.text, view.article.language, terms, analyzer_);
  });
  return view;
}

Engine::Statistics Engine::statistics(std::size_t facet_limit) {
  Statistics result;
  with_reopening(archive_, [&](const Xapian::Database& database) {
    result = {};
    result.articles = database.get_doccount();
    result.segments = archive_.segments().size();
    result.in_stories = archive_.stories().size();
    result.revision = archive_.manifest().generation;
    const std::vector<FacetSegment>& segments = facet_segments();
    const MatchSet all = matching(segments, Xapian::Query::MatchAll);
    const auto days = count_days(segments, all);
    result.dates = span_of(first_and_last_day(segments, all));
    if (const auto undated = days.find(0); undated != days.end()) result.undated = undated->second;
    for (const FieldId id : {FieldId::Source, FieldId::Lang, FieldId::From, FieldId::Country}) {
      result.facets.push_back(count_facet(segments, all, {id, {}}, facet_limit, locale_));
    }
    for (std::size_t i = 0; i < archive_.segments().size(); ++i) {
      result.bytes += bytes_in(archive_.directory(i));
    }
  });
  return result;
}

}  // namespace pressmark::searcher
