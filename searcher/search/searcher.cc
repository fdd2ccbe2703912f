#include "searcher/search/searcher.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/core.h>

#include "common/date.h"
#include "common/error.h"
#include "common/field_terms.h"
#include "common/published_days.h"
#include "common/schema.h"
#include "searcher/model/flat_weight.h"
#include "searcher/search/proximity.h"
#include "searcher/search/ranked_terms.h"
#include "searcher/search/ranking.h"
#include "searcher/search/recency_keys.h"
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

/// The best so many matches are ordered anew by freshness; below, order is by words alone.
constexpr std::size_t kReadForFreshness = 1000;

/// Part of its score that an article keeps however old it is.
constexpr double kTimeless = 0.5;

/// Matches in their order.
struct Matches {
  std::vector<FoundArticle> articles;
  bool complete = false;  // there are no more
  std::size_t total = 0;
  bool total_exact = false;
};

/// Xapian adds up the weights of an article in an order that depends on the segment it lies in, so
/// that their last bits do too.
double rounded(double weight) { return std::round(weight * 1e6) / 1e6; }

bool before(const FoundArticle& a, const FoundArticle& b) {
  return a.score != b.score ? a.score > b.score : a.order > b.order;
}

/// The article's key, which ends its kRecency.
std::uint64_t key_in(std::string_view recency) {
  constexpr std::size_t kKeyBytes = 8;
  return decode_key(recency.substr(recency.size() - std::min(recency.size(), kKeyBytes)));
}

/// A query ready to be run, and how its matches are ordered.
class Run {
 public:
  Run(const Xapian::Database& database, const Query& query, const BuiltQuery& built,
      const SearchOptions& options)
      : database_(database), enquire_(database), remote_(options.remote) {
    static const SegmentTables kNone;
    const SegmentTables& tables = options.tables == nullptr ? kNone : *options.tables;
    if (options.sort == SortOrder::Blend) half_life_days_ = options.half_life_days;
    ranked_ = options.sort == SortOrder::Relevance || options.sort == SortOrder::Blend;
    Query asked = query;
    if (!options.remote) {
      estimated_ = for_estimate(query);
      asked = ranked_ ? passing_over(query, database, tables) : without_weights(query);
    }
    if (tables.complete) asked = recency_.emplace(tables).noted(asked);
    enquire_.set_query(asked);
    if (ranked_) {
      enquire_.set_weighting_scheme(*ranking_scheme());
      if (recency_)
        enquire_.set_sort_by_relevance_then_key(&*recency_, true);
      else
        enquire_.set_sort_by_relevance_then_value(slot::kRecency, true);
      proximity_.emplace(database, built.sequence, options.remote);
    } else {
      enquire_.set_weighting_scheme(FlatWeight());
      const bool newest = options.sort == SortOrder::Newest;
      if (recency_)
        enquire_.set_sort_by_key(&*recency_, newest);
      else
        enquire_.set_sort_by_value(slot::kRecency, newest);
    }
  }

  /// Matches from the first to `most`; 0: all.
  Matches first(std::size_t most) const {
    const bool near = proximity_ && proximity_->most() > 0;
    const std::size_t all = std::max<std::size_t>(database_.get_doccount(), 1);
    const std::size_t wanted = most == 0 ? all : std::min(most, all);
    const std::size_t more =
        half_life_days_ ? kReadForFreshness : (near ? kReadForProximity : wanted);
    const std::size_t read = std::min(std::max(wanted, more), all);
    const Xapian::MSet found = enquire_.get_mset(0, static_cast<Xapian::doccount>(read),
                                                 static_cast<Xapian::doccount>(read));
    Matches matches;
    const std::size_t at_least = found.get_matches_lower_bound();
    const std::size_t at_most = found.get_matches_upper_bound();
    matches.total_exact = at_least == at_most || found.size() < read;
    if (matches.total_exact) {
      matches.total = found.size() < read ? found.size() : at_least;
    } else {
      // An estimate may lie outside the bounds: it is no part of what Xapian promises.
      const std::size_t guess = estimated_.empty() ? found.get_matches_estimated() : estimate();
      matches.total = std::max(at_least, std::min(guess, at_most));
    }
    for (auto match = found.begin(); match != found.end(); ++match) {
      FoundArticle& article = matches.articles.emplace_back();
      article.id = *match;
      article.score = rounded(match.get_weight());
      article.order = match.get_sort_key();
      article.key = key_in(article.order);
    }
    if (near) add_gains(matches.articles, half_life_days_ ? read : wanted);
    if (half_life_days_) add_freshness(matches.articles);
    if (ranked_) std::ranges::stable_sort(matches.articles, before);
    matches.complete = matches.articles.size() <= wanted && (found.size() < read || read == all);
    if (matches.articles.size() > wanted) matches.articles.resize(wanted);
    return matches;
  }

 private:
  /// Number of matches as Xapian estimates it from the lists of its terms; sources of postings tell
  /// it less than the truth.
  std::size_t estimate() const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(estimated_);
    enquire.set_weighting_scheme(FlatWeight());
    return enquire.get_mset(0, 0, Xapian::doccount{0}).get_matches_estimated();
  }

  /// Adds what nearness is worth to the best matches that it can bring among the first `wanted`:
  /// their order is what reading all would give.
  void add_gains(std::vector<FoundArticle>& articles, std::size_t wanted) const {
    std::size_t end = std::min(articles.size(), kReadForProximity);
    if (wanted < end) {
      const double least = articles[wanted - 1].score - proximity_->most();
      const auto behind = [least](const FoundArticle& each) { return each.score < least; };
      end = static_cast<std::size_t>(
          std::ranges::find_if(articles.begin() + wanted, articles.begin() + end, behind) -
          articles.begin());
    }
    std::vector<Xapian::docid> ids;
    for (std::size_t i = 0; i < end; ++i) ids.push_back(articles[i].id);
    const std::vector<double> gains = proximity_->gains(ids);
    for (std::size_t i = 0; i < end; ++i) articles[i].score = rounded(articles[i].score + gains[i]);
  }

  /// Takes away from the scores of old articles, up to half; ages are counted from the newest day
  /// of any article, so that an answer does not change with the clock. Undated ones are as old as
  /// can be.
  void add_freshness(std::vector<FoundArticle>& articles) const {
    const auto day_of = [](const std::string& stored) -> std::optional<Date> {
      if (stored.size() != 8) return std::nullopt;
      return parse_iso_date(stored.substr(0, 4) + "-" + stored.substr(4, 2) + "-" +
                            stored.substr(6));
    };
    // A remote archive would send all its terms; the bound of a slot may be that of a deleted one.
    const auto newest = remote_ ? day_of(database_.get_value_upper_bound(slot::kSortDate))
                                : newest_published_day(database_);
    const std::size_t end = std::min(articles.size(), kReadForFreshness);
    for (std::size_t i = 0; i < end; ++i) {
      const auto day = day_of(database_.get_document(articles[i].id).get_value(slot::kSortDate));
      double fresh = 0;
      if (newest && day) {
        const auto age = (std::chrono::sys_days(*newest) - std::chrono::sys_days(*day)).count();
        fresh = std::exp2(-static_cast<double>(age) / *half_life_days_);
      }
      articles[i].score = rounded(articles[i].score * (kTimeless + (1 - kTimeless) * fresh));
    }
    // The others keep their places behind.
    for (std::size_t i = end; i < articles.size(); ++i) articles[i].score *= kTimeless;
  }

  const Xapian::Database& database_;
  Query estimated_;  // in the place of the query; empty: part of the archive is elsewhere
  std::optional<RecencyKeys> recency_;  // enquire_ looks into it
  Xapian::Enquire enquire_;
  bool remote_;  // part of the archive is elsewhere
  std::optional<double> half_life_days_;
  bool ranked_ = false;
  std::optional<Proximity> proximity_;
};

/// Which stories are copies of each other by the fingerprints of their texts.
class TextsAlike {
 public:
  /// The place of an earlier text that this one is a copy of; else remembers it under `place`.
  std::optional<std::size_t> copy_of(const Xapian::Document& article, std::size_t place) {
    auto hashes = decode_fingerprint(article.get_value(slot::kFingerprint));
    std::ranges::sort(hashes);
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    std::map<std::size_t, std::size_t> shared;  // text -> hashes
    for (const std::uint32_t hash : hashes) {
      for (const std::size_t text : with_hash_[hash]) ++shared[text];
    }
    for (const auto& [text, count] : shared) {
      if (are_copies(count, std::min(texts_[text].size, hashes.size()))) return texts_[text].place;
    }
    for (const std::uint32_t hash : hashes) with_hash_[hash].push_back(texts_.size());
    texts_.push_back({hashes.size(), place});
    return std::nullopt;
  }

 private:
  struct Text {
    std::size_t size = 0;
    std::size_t place = 0;
  };
  std::vector<Text> texts_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> with_hash_;
};

/// The matches folded into stories: the first article of a story stands for it.
std::vector<FoundArticle> folded(std::vector<FoundArticle> matches,
                                 const Xapian::Database& database, const SearchOptions& options) {
  std::vector<FoundArticle> hits;
  std::unordered_map<std::uint64_t, std::size_t> place;  // story -> hit
  TextsAlike texts;
  for (FoundArticle& match : matches) {
    match.story = options.fold_into->story_of(match.key);
    const auto [known, fresh] = place.try_emplace(match.story, hits.size());
    if (fresh && options.fold_by_text) {
      if (const auto same = texts.copy_of(database.get_document(match.id), hits.size()))
        known->second = *same;
    }
    if (known->second == hits.size()) {
      hits.push_back(std::move(match));
      continue;
    }
    FoundArticle& hit = hits[known->second];
    hit.story = std::min(hit.story, match.story);
    hit.folded.push_back(match.id);
  }
  return hits;
}

/// Oldest first: articles without a day stand behind all others.
class OldestRun {
 public:
  OldestRun(const Xapian::Database& database, const Query& query, const BuiltQuery& built,
            const SearchOptions& options)
      : undated_(options.remote ? Query(kUndated) : unweighted_term(kUndated)),
        dated_run_(database, Query(Query::OP_AND_NOT, query, undated_), built, options),
        undated_run_(database, Query(Query::OP_FILTER, query, undated_), built, options) {}

  /// As Run::first.
  Matches first(std::size_t most) const {
    Matches matches = dated_run_.first(most);
    const std::size_t left = most - std::min(most, matches.articles.size());
    // Where there is no room, one is read for how many there are.
    Matches others = undated_run_.first(most == 0 ? 0 : std::max<std::size_t>(left, 1));
    matches.total += others.total;
    matches.total_exact = matches.total_exact && others.total_exact;
    matches.complete = matches.complete && others.complete && (most == 0 || left > 0);
    if (most != 0 && others.articles.size() > left) others.articles.resize(left);
    std::ranges::move(others.articles, std::back_inserter(matches.articles));
    return matches;
  }

 private:
  inline static const std::string kUndated = value_term(FieldId::Dated, "none");
  Query undated_;
  Run dated_run_, undated_run_;
};

/// All hits up to offset + limit of a Run or an OldestRun.
template <typename AnyRun>
Found run(const AnyRun& search, const Xapian::Database& database, const SearchOptions& options) {
  const std::size_t wanted = options.limit == 0 ? 0 : options.offset + options.limit;
  const bool folds = options.fold_into != nullptr;
  Found found;
  for (std::size_t read = wanted == 0 || !folds ? wanted : wanted + kFoldingMargin;; read *= 4) {
    Matches matches = search.first(read);
    found = {std::move(matches.articles), matches.total, matches.total_exact};
    if (!folds) return found;
    found.articles = folded(std::move(found.articles), database, options);
    if (read == 0 || matches.complete || found.articles.size() >= wanted) break;
  }
  if (wanted != 0 && found.articles.size() > wanted) found.articles.resize(wanted);
  return found;
}

}  // namespace

Found find(const Xapian::Database& database, const BuiltQuery& query,
           const SearchOptions& options) {
  if (database.get_doccount() == 0) return {{}, 0, true};
  const Query whole = query.whole();
  Found found = options.sort == SortOrder::Oldest
                    ? run(OldestRun(database, whole, query, options), database, options)
                    : run(Run(database, whole, query, options), database, options);
  const std::size_t skipped = std::min(options.offset, found.articles.size());
  found.articles.erase(found.articles.begin(),
                       found.articles.begin() + static_cast<std::ptrdiff_t>(skipped));
  return found;
}

std::size_t count(const Xapian::Database& database, const Xapian::Query& query) {
  const Xapian::doccount all = database.get_doccount();
  if (all == 0) return 0;
  Xapian::Enquire enquire(database);
  enquire.set_query(without_weights(query));
  enquire.set_weighting_scheme(FlatWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  return enquire.get_mset(0, 0, all).get_matches_lower_bound();
}

void with_reopening(ShardSet& archive,
                    const std::function<void(const Xapian::Database&)>& request) {
  bool changed = false;
  for (int tries = 0;; ++tries) {
    try {
      if (std::exchange(changed, false)) archive.reopen();
      request(archive.database());
      return;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (tries >= kMaxReopenings) throw;
    } catch (const Xapian::DatabaseOpeningError&) {
      if (tries >= kMaxReopenings) throw;
    } catch (const Xapian::NetworkError& error) {
      archive.give_up(error);  // opens nothing anew: what has changed besides is met again
      continue;
    } catch (const Xapian::WildcardError&) {
      throw Error(ExitCode::Usage,
                  "a beginning with * fits too many values of a remote archive; "
                  "write more of it");
    }
    changed = true;
  }
}

}  // namespace pressmark::searcher
