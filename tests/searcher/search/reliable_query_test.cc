// A word that all articles of a segment have, after some of them were deleted: Xapian 1.4.22 ended
// such searches with "Unexpected end of posting list".
#include "searcher/search/reliable_query.h"

#include <gtest/gtest.h>

#include "searcher/facet/match_set.h"
#include "searcher/search/searcher.h"
#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

constexpr std::size_t kArticleCount = 3000;  // more than one chunk of every list
constexpr std::size_t kDeleted = 100;

BuiltQuery words(const Query& text) {
  BuiltQuery query;
  query.text = text;
  return query;
}

class Reliable : public ::testing::Test {
 protected:
  Reliable() {
    Xapian::WritableDatabase writable(directory_.str("db"),
                                      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (std::size_t i = 1; i <= kArticleCount; ++i) {
      Xapian::Document document;
      document.add_term("all", 1 + i % 3);
      if (i % 2 == 0) document.add_term("even");
      writable.add_document(document);
    }
    for (Xapian::docid id = 500; id < 500 + kDeleted; ++id) writable.delete_document(id);
    writable.commit();
    segments_.emplace_back(directory_.str("db"), Xapian::DB_BACKEND_GLASS);
  }

  std::size_t matches(BuiltQuery query, SortOrder sort) {
    SearchOptions options;
    options.sort = sort;
    options.limit = 0;
    query = reliable(std::move(query), segments_);
    const Found found = find(segments_[0], query, options);
    EXPECT_EQ(found.total, found.articles.size());
    EXPECT_EQ(count(segments_[0], query.whole()), found.total);
    const std::vector<FacetSegment> columns = {{segments_[0], FacetColumns()}};
    EXPECT_EQ(size(matching(columns, query.whole())), found.total);
    return found.total;
  }

  test::TempDir directory_;
  std::vector<Xapian::Database> segments_;
};

TEST_F(Reliable, AWordOfAllArticlesIsFoundInEveryOrder) {
  for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest}) {
    EXPECT_EQ(matches(words(Query("all")), sort), kArticleCount - kDeleted);
  }
}

TEST_F(Reliable, AFilterThatAllArticlesPassLetsThemPass) {
  for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest}) {
    BuiltQuery query;
    query.filters[FieldId::Lang] = Query("all");
    EXPECT_EQ(matches(query, sort), kArticleCount - kDeleted);
    query.filters[FieldId::Lang] = Query(Query::OP_OR, Query("all"), Query("even"));
    EXPECT_EQ(matches(query, sort), kArticleCount - kDeleted);
    query.text = Query("even");
    EXPECT_EQ(matches(query, sort), (kArticleCount - kDeleted) / 2);
  }
}

TEST_F(Reliable, AFilterAmongTheWordsLetsThemPass) {
  const Query filter(Query::OP_SCALE_WEIGHT, Query("all"), 0.0);
  EXPECT_EQ(matches(words(filter), SortOrder::Relevance), kArticleCount - kDeleted);
  EXPECT_EQ(matches(words(Query(Query::OP_OR, filter, Query("even"))), SortOrder::Relevance),
            kArticleCount - kDeleted);
}

TEST_F(Reliable, AnExcludedWordOfAllArticlesLeavesNone) {
  BuiltQuery query;
  query.rest = Query(Query::OP_AND_NOT, Query::MatchAll, Query("all"));
  EXPECT_EQ(matches(query, SortOrder::Newest), 0U);
  query.rest = Query(Query::OP_AND_NOT, Query::MatchAll, Query("even"));
  EXPECT_EQ(matches(query, SortOrder::Newest), (kArticleCount - kDeleted) / 2);
}

TEST_F(Reliable, RankingStaysAsItWas) {
  const BuiltQuery query = words(Query(Query::OP_OR, Query("all"), Query("even")));
  const BuiltQuery same = reliable(query, segments_);
  EXPECT_EQ(same.text.get_description(), query.text.get_description());
}

}  // namespace
}  // namespace pressmark::searcher
