// Passing over articles that cannot come among the best must not change the list.
#include "searcher/search/ranked_terms.h"

#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/facet_columns.h"
#include "common/schema.h"
#include "searcher/search/ranking.h"
#include "searcher/search/recency_keys.h"
#include "searcher/search/searcher.h"
#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

constexpr int kArticles = 1500;  // enough for words to have bounds

/// Segments with articles of words "w0" (in almost all of them) to "w19" (in few), some deleted.
class Segments {
 public:
  explicit Segments(std::size_t number) {
    std::mt19937 random(7);  // NOLINT: always the same articles
    for (std::size_t i = 0; i < number; ++i) {
      const std::string name = dir_.str("seg" + std::to_string(i));
      Xapian::WritableDatabase segment(name, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
      for (int article = 0; article < kArticles; ++article) segment.add_document(made(random));
      segment.delete_document(3);
      segment.delete_document(390);
      segment.commit();
      parts_.emplace_back(name, Xapian::DB_BACKEND_GLASS);
      database_.add_database(parts_.back());
      SegmentTables::Tables beside;
      beside.columns = FacetColumns::from_bytes(FacetColumns::encode(parts_.back()));
      beside.bounds = WeightBounds::from_bytes(
          WeightBounds::encode(parts_.back(), beside.columns.lengths().all()));
      tables_.segments.emplace(parts_.back().get_uuid(), std::move(beside));
    }
    tables_.complete = true;
  }

  const Xapian::Database& database() const { return database_; }
  const SegmentTables& tables() const { return tables_; }

 private:
  static Xapian::Document made(std::mt19937& random) {
    Xapian::Document document;
    const unsigned words = 1 + random() % 60;
    for (unsigned at = 1; at <= words; ++at) {
      // Small numbers far more often.
      const double share = static_cast<double>(random() % 1000) / 1000;
      document.add_posting("w" + std::to_string(static_cast<int>(20 * share * share * share)), at);
    }
    const unsigned day = 20200101 + random() % 3;
    const std::string key = encode_key(1 + random() % 1000000007U);
    const bool dated = random() % 5 != 0;
    if (dated) document.add_value(slot::kSortDate, std::to_string(day));
    document.add_value(slot::kArticleKey, key);
    document.add_value(slot::kRecency, (dated ? std::to_string(day) : "0") + key);
    return document;
  }

  test::TempDir dir_;
  std::vector<Xapian::Database> parts_;
  SegmentTables tables_;
  Xapian::Database database_;
};

std::vector<std::pair<Xapian::docid, double>> best(Xapian::Enquire& enquire, const Query& query,
                                                   Xapian::doccount most) {
  enquire.set_query(query);
  enquire.set_weighting_scheme(*ranking_scheme());
  const Xapian::MSet matches = enquire.get_mset(0, most);
  std::vector<std::pair<Xapian::docid, double>> found;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    found.emplace_back(*match, std::round(match.get_weight() * 1e9) / 1e9);
  }
  return found;
}

std::vector<Query> queries() {
  const Query a("w0"), b("w3"), c("w11"), d("w19"), none("w99");
  const Query fifth(Query::OP_SCALE_WEIGHT, a, 0.2);
  const Query none_of(Query::OP_SCALE_WEIGHT, b, 0.0);
  const Query pair[] = {a, b};
  return {a,
          d,
          none,
          Query("w0", 3),
          fifth,
          Query(Query::OP_AND, a, b),
          Query(Query::OP_OR, a, b),
          Query(Query::OP_OR, Query(Query::OP_OR, fifth, c), d),
          Query(Query::OP_OR, none, b),
          Query(Query::OP_OR, Query(Query::OP_AND, a, b), Query(Query::OP_OR, c, d)),
          Query(Query::OP_AND, Query(Query::OP_AND, Query("w1"), Query("w2")), a),
          Query(Query::OP_AND, a, Query(Query::OP_AND_MAYBE, b, d)),
          Query(Query::OP_FILTER, Query(Query::OP_AND, a, b), Query("w2")),
          Query(Query::OP_FILTER, Query(Query::OP_OR, a, c), Query("w5")),
          Query(Query::OP_AND, Query(Query::OP_OR, a, c), Query(Query::OP_OR, b, d)),
          Query(Query::OP_AND_MAYBE, c, a),
          Query(Query::OP_FILTER, a, d),
          Query(Query::OP_FILTER, Query(Query::OP_OR, a, b),
                Query(Query::OP_PHRASE, pair, pair + 2, 2)),
          Query(Query::OP_AND_NOT, a, c),
          Query(Query::OP_AND_MAYBE, none_of, Query(Query::OP_OR, a, c)),
          Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, a, c), 0.7)};
}

TEST(RankedTerms, GiveTheListThatXapianGivesInSegmentsOrOne) {
  for (const std::size_t number : {1U, 3U}) {
    const Segments segments(number);
    RecencyKeys keys(segments.tables());
    const SegmentTables none;
    for (const Query& query : queries()) {
      for (const Xapian::doccount most : {1U, 10U, 2000U}) {
        Xapian::Enquire plain(segments.database());
        plain.set_sort_by_relevance_then_value(slot::kRecency, true);
        const auto expected = best(plain, query, most);
        Xapian::Enquire ours(segments.database());
        ours.set_sort_by_relevance_then_key(&keys, true);
        for (const SegmentTables* tables : {&segments.tables(), &none}) {
          const Query passing = passing_over(query, segments.database(), *tables);
          EXPECT_EQ(best(ours, keys.noted(passing), most), expected) << query.get_description();
        }
      }
    }
  }
}

TEST(RankedTerms, SayWithinWhichBoundsTheyMatch) {
  const Segments segments(3);
  for (const Query& query : queries()) {
    const auto bounds = [&](const Query& asked) {
      Xapian::Enquire enquire(segments.database());
      enquire.set_query(asked);
      enquire.set_weighting_scheme(*ranking_scheme());
      const Xapian::MSet none = enquire.get_mset(0, 0, Xapian::doccount{0});
      return std::pair(none.get_matches_lower_bound(), none.get_matches_upper_bound());
    };
    EXPECT_EQ(bounds(passing_over(query, segments.database(), segments.tables())), bounds(query))
        << query.get_description();
  }
}

TEST(RankedTerms, AreLeftOutOfTheEstimateOfAPhrase) {
  const Query pair[] = {Query("w1"), Query("w2")};
  const Query phrase(Query::OP_PHRASE, pair, pair + 2, 2);
  const Query ranked(Query::OP_FILTER, Query(Query::OP_AND, Query("w1"), Query("w2")), phrase);
  const auto described = [](const Query& query) { return query.get_description(); };
  EXPECT_EQ(described(for_estimate(ranked)), described(phrase));
  const Query dated(Query::OP_FILTER, ranked, Query("D2020"));
  EXPECT_EQ(described(for_estimate(dated)),
            described(Query(Query::OP_FILTER, phrase, Query("D2020"))));
  EXPECT_EQ(described(without_weights(dated)), described(dated));
}

TEST(RankedTerms, TakeTheBestOfSeveral) {
  const Segments segments(1);
  RecencyKeys keys(segments.tables());
  const Query fifth(Query::OP_SCALE_WEIGHT, Query("w0"), 0.2);
  for (const Query& query :
       {Query(Query::OP_MAX, fifth, Query("w3")),
        Query(Query::OP_AND, Query("w4"), Query(Query::OP_MAX, fifth, Query("w11")))}) {
    for (const Xapian::doccount most : {1U, 10U, 2000U}) {
      Xapian::Enquire plain(segments.database());
      plain.set_sort_by_relevance_then_value(slot::kRecency, true);
      Xapian::Enquire ours(segments.database());
      ours.set_sort_by_relevance_then_key(&keys, true);
      const Query passing = passing_over(query, segments.database(), segments.tables());
      EXPECT_EQ(best(ours, passing, most), best(plain, query, most)) << query.get_description();
    }
  }
}

// Xapian's own OP_MAX ends the process here: both words stand in the last article of a segment.
TEST(RankedTerms, TakeTheBestOfSeveralInAllSegments) {
  test::TempDir dir;
  Xapian::Database database;
  SegmentTables tables;
  for (const char* name : {"one", "two", "three"}) {
    Xapian::WritableDatabase segment(dir.str(name), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (int i = 0; i < 5; ++i) {
      Xapian::Document document;
      document.add_posting("die", 1);
      document.add_posting("boat", 2);
      segment.add_document(document);
    }
    segment.commit();
    database.add_database(Xapian::Database(dir.str(name)));
  }
  BuiltQuery query;
  query.text = Query(Query::OP_MAX, Query("die"), Query("boat"));
  SearchOptions options;
  options.limit = 3;
  EXPECT_EQ(find(database, query, options).articles.size(), 3U);
  options.sort = SortOrder::Newest;
  EXPECT_EQ(find(database, query, options).articles.size(), 3U);
  EXPECT_EQ(count(database, query.whole()), 15U);
}

TEST(RecencyKeys, AreWhatTheArticlesHold) {
  for (const std::size_t number : {1U, 3U}) {
    const Segments segments(number);
    RecencyKeys keys(segments.tables());
    Xapian::Enquire enquire(segments.database());
    enquire.set_query(keys.noted(Query::MatchAll));
    enquire.set_sort_by_key(&keys, true);
    const Xapian::MSet all = enquire.get_mset(0, 5000);
    EXPECT_EQ(all.size(), number * (kArticles - 2));
    for (auto it = all.begin(); it != all.end(); ++it) {
      EXPECT_EQ(it.get_sort_key(), it.get_document().get_value(slot::kRecency)) << *it;
    }
  }
}

}  // namespace
}  // namespace pressmark::searcher
