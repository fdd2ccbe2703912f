#include "searcher/output/html_printer.h"

#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/output/sample_hits.h"

namespace pressmark::searcher {
namespace {

using namespace std::chrono;
using test::hostile_text;
using test::sample_hit;
using ::testing::HasSubstr;
using ::testing::Not;

template <typename Fill>
std::string page(Fill fill) {
  std::string out;
  HtmlPrinter printer("fog <harbour>", [&](std::string_view text) { out += text; });
  fill(printer);
  printer.finish();
  return out;
}

TEST(HtmlPrinter, ShowsHitsWithMarksAndLinks) {
  Hit hit = sample_hit();
  hit.snippet = {"Été: ferries & fog", {{5, 12}}};
  const std::string html = page([&](HtmlPrinter& printer) { printer.hit(hit); });
  EXPECT_THAT(html, HasSubstr("<title>fog &lt;harbour&gt;</title>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"https://wash-advertiser.example/ferries\">Harbour ferries "
                              "collide in fog</a>"));
  EXPECT_THAT(html, HasSubstr("<p>Été: <mark>ferries</mark> &amp; fog</p>"));
}

TEST(HtmlPrinter, LetsNothingOfAnArticleBeMarkup) {
  Hit hit = sample_hit();
  hit.article.title = "<script>alert(1)</script>";
  hit.article.url = "javascript:alert(1)";
  hit.article.source_name = "\"><img src=x onerror=alert(1)>";
  hit.article.origin = hostile_text();
  hit.snippet = {"<b>bold</b>", {{0, 3}}};
  const std::string html = page([&](HtmlPrinter& printer) { printer.hit(hit); });
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("<b>")));
  EXPECT_THAT(html, Not(HasSubstr("href=")));
  EXPECT_THAT(html, Not(HasSubstr("\x1B")));
}

TEST(HtmlPrinter, AsksNothingOfAnyNetwork) {
  Hit hit = sample_hit();
  hit.article.url.clear();
  const std::string html = page([&](HtmlPrinter& printer) { printer.hit(hit); });
  EXPECT_FALSE(std::regex_search(html, std::regex("( src=|href=|@import|url\\()")));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_THAT(html, HasSubstr("prefers-color-scheme: dark"));
  EXPECT_THAT(html, HasSubstr("@media print"));
}

TEST(HtmlPrinter, DrawsATimelineInWhichGapsOfTheArchiveAreNotZeroes) {
  Timeline timeline;
  timeline.spec.interval = Interval::Month;
  timeline.buckets = {{2022y / 1 / 1, "2022-01", 4, 9, std::nullopt},
                      {2022y / 2 / 1, "2022-02", 0, 0, std::nullopt},
                      {2022y / 3 / 1, "2022-03", 2, 9, std::nullopt}};
  const std::string html = page([&](HtmlPrinter& printer) { printer.timeline(timeline); });
  EXPECT_THAT(html, HasSubstr("<rect class=\"bar\" x=\"0.0\" y=\"18.0\" width=\"60.0\" "
                              "height=\"140.0\"><title>2022-01: 4</title>"));
  EXPECT_THAT(html, HasSubstr("class=\"gap\""));
  EXPECT_THAT(html, HasSubstr("2022-02: 0, nothing archived"));
  EXPECT_THAT(html, HasSubstr("height=\"70.0\"><title>2022-03: 2</title>"));
}

TEST(HtmlPrinter, ShowsFacetsWithTheRest) {
  Facet facet;
  facet.spec = FacetSpec(FieldId::Country, std::nullopt);
  facet.values = {{"DE", "Germany", "country:DE", 8}, {"FR", "France", "country:FR", 2}};
  facet.distinct = 5;
  facet.missing = 1;
  const std::string html = page([&](HtmlPrinter& printer) { printer.facet(facet); });
  EXPECT_THAT(html, HasSubstr("<tr><td>Germany<td class=\"n\">8<td>"));
  EXPECT_THAT(html, HasSubstr("width=\"30.0\""));
  EXPECT_THAT(html, HasSubstr("(none)<td class=\"n\">1"));
  EXPECT_THAT(html, HasSubstr("3 more"));
}

TEST(HtmlPrinter, ShowsTheNamesOfEntitiesAndTheirKind) {
  const FacetValue name{"Anne <Morel>", "person", "person:\"Anne <Morel>\"", 2};
  Facet facet;
  facet.spec = FacetSpec(FieldId::Entity, std::nullopt);
  facet.values = {name};
  CrossTable table;
  table.spec = {CrossSpec::Kind::Pairs, facet.spec, FacetSpec(FieldId::Country, std::nullopt)};
  table.pairs = {{name, {"DE", "Germany", "country:DE", 3}, 2}};
  const std::string html = page([&](HtmlPrinter& printer) {
    printer.facet(facet);
    printer.crossing(table);
  });
  EXPECT_THAT(html, HasSubstr("<tr><td>Anne &lt;Morel&gt; (person)<td class=\"n\">2"));
  EXPECT_THAT(html, HasSubstr("<tr><td>Anne &lt;Morel&gt; (person)<td>Germany<td"));
}

TEST(HtmlPrinter, ShowsTablesOfTwoFacets) {
  CrossTable table;
  table.spec = {CrossSpec::Kind::Table, FacetSpec(FieldId::Country, std::nullopt),
                FacetSpec(FieldId::Date, Interval::Year)};
  table.columns = {{"2021", "", "", 3}, {"2022", "", "", 1}};
  table.rows = {{{"DE", "Ger<many", "", 4}, {3, 0}}};
  const std::string html = page([&](HtmlPrinter& printer) { printer.crossing(table); });
  EXPECT_THAT(html, HasSubstr("<h3>country × year</h3>"));
  EXPECT_THAT(html, HasSubstr("<tr><td>Ger&lt;many<td class=\"n\">3<td class=\"n none\">0</tr>"));
  table.spec.kind = CrossSpec::Kind::Pairs;
  table.pairs = {{table.rows[0].value, table.columns[0], 3}};
  const std::string pairs = page([&](HtmlPrinter& printer) { printer.crossing(table); });
  EXPECT_THAT(pairs, HasSubstr("<tr><td>Ger&lt;many<td>2021<td class=\"n\">3</tr>"));
}

}  // namespace
}  // namespace pressmark::searcher
