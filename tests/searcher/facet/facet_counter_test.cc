#include "searcher/facet/facet_counter.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/field_terms.h"
#include "common/text.h"
#include "searcher/facet/value_counts.h"
#include "searcher/query/parser.h"
#include "tests/searcher/facet/sample_segments.h"
#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

using enum FieldId;
using test::sample_segments;
using test::SampleArticle;
using ::testing::ElementsAre;

const std::vector<SampleArticle> kArticles = {
    {{"flood"}, "20190301", {{Country, {"FR"}}, {Person, {"Anne Morel", "Luc Petit"}}}, 1},
    {{"flood"}, "20190405", {{Country, {"FR", "DE"}}, {Person, {"Anne Morel"}}}, 2},
    {{"flood"}, "20190620", {{Country, {"DE"}}, {Org, {"Morel"}}}, 3},
    {{"flood"}, "", {}, 4},
    {{"dry"}, "20200101", {{Country, {"ES"}}}, 5},
};

const Xapian::Query kFlood("flood");

std::vector<std::string> rows(const Facet& facet) {
  std::vector<std::string> lines;
  for (const FacetValue& value : facet.values) {
    lines.push_back(value.value + "=" + std::to_string(value.count));
  }
  return lines;
}

Facet flood_facet(const FacetSpec& spec, std::size_t limit = 10, std::size_t segments = 1,
                  std::string_view locale = "en") {
  const auto archive = sample_segments(kArticles, segments);
  return count_facet(archive, matching(archive, kFlood), spec, limit, locale);
}

TEST(FacetCounter, AnArticleCountsOncePerValue) {
  for (const std::size_t segments : {1, 2, 3, 5}) {
    const Facet facet = flood_facet({Country, {}}, 10, segments);
    EXPECT_THAT(rows(facet), ElementsAre("DE=2", "FR=2")) << segments << " segments";
    EXPECT_EQ(facet.distinct, 2U);
    EXPECT_EQ(facet.missing, 1U);
    EXPECT_EQ(facet.total, 4U);
  }
}

TEST(FacetCounter, APatternKeepsTheValuesItFits) {
  EXPECT_THAT(rows(flood_facet({Person, {}, "mor*"})), ElementsAre("Anne Morel=2"));
  EXPECT_THAT(rows(flood_facet({Person, {}, "PETIT"})), ElementsAre("Luc Petit=1"));
  EXPECT_THAT(rows(flood_facet({Person, {}, "peti"})), ElementsAre());
  EXPECT_THAT(rows(flood_facet({Person, {}, "orel*"})), ElementsAre());
  EXPECT_THAT(rows(flood_facet({Country, {}, "germ*"})), ElementsAre("DE=2"));
  EXPECT_EQ(flood_facet({Person, {}, "mor*"}, 1).distinct, 1U);
}

TEST(FacetCounter, TheLimitKeepsTheMostFrequentAndStillCountsAll) {
  const Facet facet = flood_facet({Person, {}}, 1);
  EXPECT_THAT(rows(facet), ElementsAre("Anne Morel=2"));
  EXPECT_EQ(facet.distinct, 2U);
  EXPECT_THAT(rows(flood_facet({Person, {}}, 0)), ElementsAre("Anne Morel=2", "Luc Petit=1"));
}

TEST(FacetCounter, CountriesHaveNamesInTheUsersLanguage) {
  EXPECT_EQ(flood_facet({Country, {}}).values[0].label, "Germany");
  EXPECT_EQ(flood_facet({Country, {}}, 10, 1, "fr").values[0].label, "Allemagne");
}

TEST(FacetCounter, EntitiesAreTheThreeKindsTogether) {
  const Facet facet = flood_facet({Entity, {}});
  EXPECT_THAT(rows(facet), ElementsAre("Anne Morel=2", "Luc Petit=1", "Morel=1"));
  EXPECT_EQ(facet.values[2].query, "org:\"Morel\"");
  EXPECT_EQ(facet.values[2].label, "org");
  EXPECT_EQ(facet.missing, 1U);
}

TEST(FacetCounter, OutletsHaveTheNameThatTheirArticlesGive) {
  const auto archive =
      sample_segments({{{"flood", "Hbbc.co.uk"}, "", {{Source, {"bbc.co.uk"}}}, 1, "BBC Sport"},
                       {{"flood", "Hbbc.co.uk"}, "", {{Source, {"bbc.co.uk"}}}, 2, "BBC News"},
                       {{"flood", "Hbbc.co.uk"}, "", {{Source, {"bbc.co.uk"}}}, 3, "BBC News"},
                       {{"flood"}, "", {{Source, {"Harbour Times"}}}, 4, "Harbour Times"}},
                      2);
  Facet facet = count_facet(archive, matching(archive, kFlood), {Source, {}}, 0, "en");
  name_outlets(archive, Source, facet.values);
  EXPECT_EQ(facet.values[0].label, "BBC News");
  EXPECT_EQ(facet.values[0].query, "source:bbc.co.uk");
  EXPECT_EQ(facet.values[1].label, "");
  EXPECT_EQ(facet.values[1].query, "source:=\"Harbour Times\"");
  const MatchSet all = matching(archive, kFlood);
  EXPECT_THAT(rows(count_facet(archive, all, {Source, {}, "news"}, 0, "en")),
              ElementsAre("bbc.co.uk=3"));
}

TEST(FacetCounter, MonthsStandInTimeOrderWithZeroRows) {
  const Facet facet = flood_facet({Date, Interval::Month});
  EXPECT_THAT(rows(facet), ElementsAre("2019-03=1", "2019-04=1", "2019-05=0", "2019-06=1"));
  EXPECT_EQ(facet.missing, 1U);
  EXPECT_EQ(facet.values[0].query, "date:2019-03");
}

TEST(FacetCounter, NothingFoundGivesAnEmptyFacet) {
  const auto archive = sample_segments(kArticles);
  const Facet facet =
      count_facet(archive, matching(archive, Xapian::Query("snow")), {Country, {}}, 10, "en");
  EXPECT_TRUE(facet.values.empty());
  EXPECT_EQ(facet.total, 0U);
  EXPECT_EQ(size(matching(archive, Xapian::Query())), 0U);
}

TEST(FacetCounter, EqualsABruteForceCountWhateverTheSegments) {
  std::mt19937 random(20240229);
  std::vector<SampleArticle> articles;
  for (std::uint64_t i = 1; i <= 600; ++i) {
    SampleArticle article{{random() % 3 == 0 ? "a" : "b"}, "", {}, i};
    for (std::size_t n = random() % 5; n > 0; --n) {
      article.values[Person].push_back("Person " + std::to_string(random() % 40));
    }
    articles.push_back(article);
  }
  std::map<std::string, std::size_t> want;
  for (const SampleArticle& article : articles) {
    if (article.words[0] != "a") continue;
    const auto found = article.values.find(Person);
    if (found == article.values.end()) continue;
    std::vector<std::string> once = found->second;
    std::ranges::sort(once);
    once.erase(std::unique(once.begin(), once.end()), once.end());
    for (const std::string& value : once) ++want[value];
  }
  for (const std::size_t segments : {1, 4, 7}) {
    const auto archive = sample_segments(articles, segments);
    const Facet facet =
        count_facet(archive, matching(archive, Xapian::Query("a")), {Person, {}}, 0, "en");
    std::map<std::string, std::size_t> got;
    for (const FacetValue& value : facet.values) got[value.value] = value.count;
    EXPECT_EQ(got, want) << segments << " segments";
    EXPECT_TRUE(std::ranges::is_sorted(facet.values, [](const auto& a, const auto& b) {
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    }));
  }
}

TEST(ValueQuery, QuotesWhatIsNoPlainWord) {
  EXPECT_EQ(value_query(Country, "DE"), "country:DE");
  EXPECT_EQ(value_query(Source, "bbc.co.uk"), "source:bbc.co.uk");
  EXPECT_EQ(value_query(Person, "Anne Morel"), "person:\"Anne Morel\"");
  EXPECT_EQ(value_query(Tag, R"(say "no"\)"), R"(tag:"say \"no\"\\")");
  EXPECT_EQ(value_query(Person, "none"), "person:\"none\"");
  EXPECT_EQ(value_query(Place, "Japan"), "place:\"Japan\"");
  EXPECT_EQ(value_query(Tag, "1..2"), "tag:\"1..2\"");
  EXPECT_EQ(value_query(Tag, "Energie »Wende«"), "tag:\"Energie \\»Wende\\«\"");
  EXPECT_EQ(value_query(Tag, "''x''"), "tag:\"\\''x\\''\"");
  EXPECT_EQ(value_query(Tag, "None"), "tag:\"None\"");
  EXPECT_EQ(value_query(Tag, "NOT"), "tag:\"NOT\"");
  EXPECT_EQ(value_query(Source, "Reuters"), "source:=\"Reuters\"");
  EXPECT_EQ(value_query(Source, "Bild.de"), "source:=\"Bild.de\"");
}

/// What a row of a facet says of itself is read back as that value and no other.
TEST(ValueQuery, IsReadBackAsTheValueItWasMadeOf) {
  static const std::string kPieces[] = {"gas", "«", "»",   "“", "”", "„",  "‟",  "'",   "''", "\"",
                                        "\\",  "*", "~",   "?", "-", "+",  "..", ",",   ":",  "@",
                                        "(",   ")", "NOT", "=", "é", "東", "1",  "any", " x", "."};
  std::mt19937 random(20240229);
  for (int round = 0; round < 5000; ++round) {
    std::string value;
    for (unsigned length = 1 + random() % 6; length > 0; --length)
      value += kPieces[random() % std::size(kPieces)];
    for (const FieldId id : {Tag, Section, Source, Person, Author}) {
      const auto query = parse_query(value_query(id, value), {});
      ASSERT_TRUE(query.has_value()) << value << "\n" << query.error().message;
      ASSERT_EQ(query->root.kind, NodeKind::Filter) << value;
      ASSERT_EQ(query->root.field, id);
      ASSERT_EQ(query->root.values.size(), 1U) << value;
      const bool exactly = query->root.values[0].form == FilterValue::Form::Exactly;
      EXPECT_TRUE(exactly || query->root.values[0].form == FilterValue::Form::Equal) << value;
      EXPECT_EQ(parse_query(print(*query), {}).value(), *query) << value;
      const std::string read = query->root.values[0].text;
      EXPECT_EQ(value_term(id, read), value_term(id, std::string(trim(value)))) << value;
    }
  }
}

TEST(CountStories, NearCopiesCountOnce) {
  const auto archive = sample_segments(kArticles, 2);
  const MatchSet matches = matching(archive, kFlood);
  EXPECT_EQ(count_stories(archive, matches, StoryTable()), 4U);
}

/// The list of a term that all articles have, its first chunk nearly empty by now: Xapian ended the
/// search with "Unexpected end of posting list".
TEST(SourceLabel, IsFoundWhereAllArticlesAreOfOneOutletAndManyWereDeleted) {
  constexpr Xapian::docid kAll = 3000;
  const pressmark::test::TempDir directory;
  Xapian::WritableDatabase writable(directory.str("db"),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  Xapian::Document document;
  document.add_boolean_term(value_term(Source, "harbour.example"));
  document.add_value(slot::kSourceName, "The Harbour");
  for (Xapian::docid id = 1; id <= kAll; ++id) writable.add_document(document);
  writable.commit();
  for (Xapian::docid id = 3; id < kAll - 10; ++id) writable.delete_document(id);
  writable.commit();
  const std::vector<FacetSegment> segments = {
      {Xapian::Database(directory.str("db"), Xapian::DB_BACKEND_GLASS), FacetColumns()}};
  EXPECT_EQ(source_label(segments, "harbour.example"), "The Harbour");
}

}  // namespace
}  // namespace pressmark::searcher
