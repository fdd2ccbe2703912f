#include "indexer/document/document_builder.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/analysis.h"
#include "common/field_terms.h"
#include "common/schema.h"
#include "common/stored_article.h"

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

const DocumentContext kContext = {"url:https://example.org/ferry", "d41d", Instant{}, Instant{}};

IndexedArticle ferry() {
  IndexedArticle indexed;
  indexed.article.url = "https://www.news.example.co.uk/ferry";
  indexed.article.origin = "crawl/ferry.html";
  indexed.article.title = "Ferries return";
  indexed.article.text =
      "The ferry sailed.\n\nPassengers cheered.\n\nThe harbour's closed ferries sailed later.";
  indexed.article.published = PublishedDate{2022y / 9 / 1, DateOrigin::JsonLd, true};
  indexed.article.authors = {"Jeanne Dupont"};
  indexed.article.outlet = {"example.co.uk", "The Example"};
  indexed.annotations.language = "en";
  indexed.annotations.countries = {"GB", "IE"};
  indexed.annotations.entities = {{EntityType::Person, "Xi Jinping", 1, {}},
                                  {EntityType::Place, "Kyïv", 2, {}}};
  return indexed;
}

std::vector<std::string> terms_of(const Xapian::Document& document) {
  std::vector<std::string> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms.push_back(*term);
  return terms;
}

std::vector<unsigned> positions(const Xapian::Document& document, const std::string& name) {
  auto term = document.termlist_begin();
  term.skip_to(name);
  if (term == document.termlist_end() || *term != name) return {};
  return {term.positionlist_begin(), term.positionlist_end()};
}

unsigned wdf(const Xapian::Document& document, const std::string& name) {
  auto term = document.termlist_begin();
  term.skip_to(name);
  return term == document.termlist_end() || *term != name ? 0 : term.get_wdf();
}

TEST(DocumentBuilder, GivesFormsStemsAndFilters) {
  const auto terms = terms_of(build_document(ferry(), kContext));
  EXPECT_THAT(terms, IsSupersetOf({"ferry",
                                   "ferries",
                                   "Zenferri",
                                   "the",
                                   "SZenferri",
                                   "D2022",
                                   "D202209",
                                   "D20220901",
                                   "XCgb",
                                   "XCie",
                                   "XP xi jinping",
                                   "XPxi",
                                   "XPjinping",
                                   "XG kyiv",
                                   "XGkyiv",
                                   "Len",
                                   "A jeanne dupont",
                                   "Hexample.co.uk",
                                   "Hnews.example.co.uk",
                                   "H*.co.uk",
                                   "H the example",
                                   "H example",
                                   "XDsure",
                                   "XHauthor",
                                   "Tarticle"}));
  EXPECT_THAT(terms, Not(Contains("Zenthe")));
}

TEST(DocumentBuilder, CountsTitleWordsThreeTimesAndEachWordOnce) {
  const Xapian::Document document = build_document(ferry(), kContext);
  EXPECT_EQ(wdf(document, "Zenferri"), 3U + 2U);
  EXPECT_EQ(wdf(document, "ferry"), 0U);  // its stem carries the weight
  EXPECT_EQ(wdf(document, "the"), 2U);
}

TEST(DocumentBuilder, KeepsAPlaceUnderTheStemOnlyWhereTheFormIsAnother) {
  IndexedArticle indexed = ferry();
  indexed.article.title.clear();
  indexed.article.text = "Report on the boat. Reports of boats, reported.";
  const Xapian::Document document = build_document(indexed, kContext);
  const auto reports = positions(document, "reports"), reported = positions(document, "reported");
  ASSERT_EQ(positions(document, "report").size(), 1U);
  EXPECT_THAT(positions(document, "Zenreport"), ElementsAre(reports[0], reported[0]));
  EXPECT_THAT(positions(document, "Zenboat"), ElementsAre(positions(document, "boats")[0]));
  EXPECT_EQ(wdf(document, "Zenreport"), 3U);
  EXPECT_EQ(wdf(document, "Zenboat"), 2U);
  EXPECT_EQ(stem_form("Zenboat"), "boat");
  EXPECT_EQ(stem_form("boat"), "");
  EXPECT_EQ(stem_form("SZenboat"), "");
}

TEST(DocumentBuilder, KeepsParagraphsApartAndMarksThem) {
  const Xapian::Document document = build_document(ferry(), kContext);
  const auto cheered = positions(document, "cheered"), sailed = positions(document, "sailed");
  ASSERT_EQ(cheered.size(), 1U);
  ASSERT_EQ(sailed.size(), 2U);
  EXPECT_GT(cheered[0] - sailed[0], kBlockWords);
  EXPECT_GT(sailed[1] - cheered[0], kBlockWords);
  const auto before = [&](std::string_view marker, unsigned position) {
    const auto marks = positions(document, std::string(marker));
    return std::ranges::count(marks, position - 1) == 1;
  };
  EXPECT_TRUE(before(marker::kLead, cheered[0]));
  EXPECT_FALSE(before(marker::kLead, sailed[1]));
  EXPECT_TRUE(before(marker::kBody, sailed[1]));
  EXPECT_FALSE(before(marker::kBody, positions(document, "return")[0]));
  EXPECT_TRUE(before(marker::kTitle, positions(document, "return")[0]));
}

TEST(DocumentBuilder, SplitsAParagraphWithoutEnd) {
  IndexedArticle indexed = ferry();
  indexed.article.title.clear();
  indexed.article.text.clear();
  for (unsigned i = 0; i < 3 * kBlockWords; ++i) indexed.article.text += "boat ";
  const auto boats = positions(build_document(indexed, kContext), "boat");
  ASSERT_EQ(boats.size(), 3 * kBlockWords);
  EXPECT_EQ(boats[kBlockWords - 1] - boats[0], kBlockWords - 1);
  EXPECT_EQ(boats[kBlockWords] - boats[kBlockWords - 1], kBlockGap + 1);
}

TEST(DocumentBuilder, BoundsTheDistinctWordsOfAnArticle) {
  IndexedArticle indexed = ferry();
  indexed.article.text = "boat ";
  for (int i = 0; i < 200'000; ++i) indexed.article.text += "w" + std::to_string(i) + " ";
  indexed.article.text += "boat";
  const Xapian::Document document = build_document(indexed, kContext);
  EXPECT_LT(document.termlist_count(), 140'000U);
  EXPECT_EQ(positions(document, "w0").size(), 1U);
  EXPECT_TRUE(positions(document, "w199999").empty());
  EXPECT_EQ(positions(document, "boat").size(), 2U);  // a known word is still seen
}

TEST(DocumentBuilder, StoresWhatAHitShows) {
  const auto stored = decode_stored_article(build_document(ferry(), kContext).get_data());
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->title, "Ferries return");
  EXPECT_EQ(stored->words, 11U);
  EXPECT_THAT(stored->countries, ElementsAre("GB", "IE"));
  EXPECT_THAT(stored->persons, ElementsAre("Xi Jinping"));
}

TEST(DocumentBuilder, GivesFacetsTheirValues) {
  const Xapian::Document document = build_document(ferry(), kContext);
  const auto countries = document.get_value(*field(FieldId::Country).slot);
  EXPECT_THAT(decode_values(countries), ElementsAre("GB", "IE"));
  EXPECT_EQ(document.get_value(slot::kSortDate), "20220901");
  EXPECT_EQ(document.get_value(slot::kSourceName), "The Example");
}

TEST(DocumentBuilder, AnEntityIsFoundByWordsOfItsOtherNames) {
  IndexedArticle fund = ferry();
  fund.annotations.entities = {
      {EntityType::Organization, "International Monetary Fund", 1, {"IMF"}}};
  DocumentBuilder builder;
  const auto terms = terms_of(builder.build(fund, kContext));
  EXPECT_THAT(terms,
              IsSupersetOf(name_word_terms(FieldId::Org, "international monetary fund imf")));
  EXPECT_THAT(terms, Contains(whole_name_term(FieldId::Org, "international monetary fund")));
  EXPECT_THAT(terms, Not(Contains(whole_name_term(FieldId::Org, "imf")))) << "it is no value";
}

TEST(DocumentBuilder, SaysWhenThereIsNoDate) {
  IndexedArticle indexed = ferry();
  indexed.article.published.reset();
  const Xapian::Document document = build_document(indexed, kContext);
  EXPECT_THAT(terms_of(document), Contains("XDnone"));
  EXPECT_EQ(document.get_value(slot::kSortDate), "");
}

TEST(DocumentBuilder, ReusesNothingOfTheArticleBefore) {
  DocumentBuilder builder;
  builder.build(ferry(), kContext);
  IndexedArticle other = ferry();
  other.article.title = "Trams";
  other.article.text = "Other words.";
  EXPECT_EQ(terms_of(builder.build(other, kContext)), terms_of(build_document(other, kContext)));
}

}  // namespace
}  // namespace pressmark::indexer
