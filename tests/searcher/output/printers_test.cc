#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "common/utf8.h"
#include "searcher/output/human_printer.h"
#include "searcher/output/json_printer.h"
#include "searcher/output/row_printer.h"
#include "tests/searcher/output/sample_hits.h"

namespace pressmark::searcher {
namespace {

using namespace std::chrono_literals;
using test::hostile_text;
using test::into;
using test::sample_hit;
using ::testing::HasSubstr;

Facet sample_facet() {
  Facet facet;
  facet.spec = {FieldId::Country, {}};
  facet.values = {{"DE", "Germany", "country:DE", 412}, {"RU", "Russia", "country:RU", 281}};
  facet.distinct = 14;
  facet.missing = 61;
  facet.total = 1204;
  return facet;
}

Timeline sample_timeline() {
  Timeline timeline;
  timeline.spec = {Interval::Month, TimelineSpec::Measure::Share};
  timeline.buckets = {{2022y / 1 / 1, "2022-01", 61, 7625, 7625},
                      {2022y / 2 / 1, "2022-02", 0, 10, 10},
                      {2022y / 3 / 1, "2022-03", 0, 0, 0}};
  timeline.share_total = 41332;
  timeline.share_query = "date:2022";
  return timeline;
}

TEST(HumanPrinter, AHitFitsEightyColumns) {
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).hit(sample_hit());
  EXPECT_EQ(out,
            " 1  Harbour ferries collide in fog             Wash Advertiser · GB · 2022-09-27\n"
            "    … two **ferries** had **collided** off the pier …\n"
            "    https://wash-advertiser.example/ferries    k3f9q\n"
            "    +7 similar: Tide Wire, Fen Echo, Coast Post …\n");
  Hit hit = sample_hit();
  hit.folds = false;  // its copies are hits of their own
  out.clear();
  HumanPrinter(Style(), into(out), into(out)).hit(hit);
  EXPECT_THAT(out, ::testing::Not(HasSubstr("similar")));
  hit.folds = true;
  hit.similar_sources = {"Tide Wire"};
  out.clear();
  HumanPrinter(Style(), into(out), into(out)).hit(hit);
  EXPECT_THAT(out, HasSubstr("k3f9q · +7 similar: Tide Wire\n"));
}

TEST(HumanPrinter, ALongHeadlineWrapsBesideItsOrigin) {
  Hit hit = sample_hit();
  hit.article.title = "Two harbour ferries collide in dense fog off the pier and nobody is hurt";
  hit.article.date_sure = false;
  hit.similar = 0;
  hit.snippet = {};
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).hit(hit);
  EXPECT_EQ(out,
            " 1  Two harbour ferries collide in dense fog  Wash Advertiser · GB · ~2022-09-27\n"
            "    off the pier and nobody is hurt\n"
            "    https://wash-advertiser.example/ferries    k3f9q\n");
}

TEST(HumanPrinter, FacetsHaveCountsSharesAndTheRest) {
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).facet(sample_facet());
  EXPECT_EQ(out,
            "country                                                14 values, 1 204 articles\n"
            "  DE  Germany     412   34 %\n"
            "  RU  Russia      281   23 %\n"
            "  (none)           61    5 %\n"
            "  … 12 more: --facet-limit 0\n");
}

TEST(HumanPrinter, ATimelineTellsZerosFromGaps) {
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).timeline(sample_timeline());
  EXPECT_EQ(out,
            "2022-01     61    0.8 %\n"
            "2022-02      0    0.0 %\n"
            "2022-03      0   —      no articles archived in this month\n"
            "share of 41 332 articles that match  date:2022\n");
}

TEST(TablePrinter, ATimelineKeepsTheUndated) {
  Timeline timeline = sample_timeline();
  timeline.undated = 5;
  std::string out;
  TablePrinter(RowForm::Csv, into(out)).timeline(timeline);
  EXPECT_THAT(out, HasSubstr("\nmonth,,undated,5,,,\n"));
}

TEST(HumanPrinter, BarsAreForTerminals) {
  std::string out;
  HumanPrinter(Style{.bars = true}, into(out), into(out)).facet(sample_facet());
  EXPECT_THAT(out, HasSubstr("34 %  ████████████████████████\n"));
}

TEST(HumanPrinter, TheLastLineTellsWhatWasFound) {
  Summary summary{"", "gas", 1, 10, 3617, true, 1204, {{2019y / 1 / 3, 2023y / 11 / 30}}, 11.2, 7};
  EXPECT_EQ(footer_text(summary),
            "1–10 of 1 204 articles (3 617 with duplicates) · 2019-01-03 … 2023-11-30 · 11 ms");
  summary = {"", "gas", 1, 10, 3617, false, {}, {}, 3.4, 7};
  EXPECT_EQ(footer_text(summary), "1–10 of ~3 617 articles · 3 ms");
  summary = {"", "gas", 1, 1, 1, true, 1, {{2019y / 1 / 3, 2019y / 1 / 3}}, 1, 7};
  EXPECT_EQ(footer_text(summary), "1–1 of 1 article · 2019-01-03 · 1 ms");
}

TEST(HumanPrinter, AnArticleIsWrappedWithItsFacts) {
  ArticleView view;
  view.article = sample_hit().article;
  view.similar = 2;
  view.text = {"First line of it.\n\nSecond ferries paragraph.", {{26, 33}}};
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).article(view);
  EXPECT_THAT(out, HasSubstr("Harbour ferries collide in fog\n\nsource      Wash Advertiser "
                             "(wash-advertiser.example) · GB\n"));
  EXPECT_THAT(out, HasSubstr("about       United Kingdom, Norway\n"));
  EXPECT_THAT(out, HasSubstr("\nFirst line of it.\n\nSecond **ferries** paragraph.\n"));
  EXPECT_THAT(out, HasSubstr("similar     2 near-copies: "));
  out.clear();
  view.similar = 1;
  HumanPrinter(Style(), into(out), into(out), HumanPrinter::Detail::Short, "fr").article(view);
  EXPECT_THAT(out, HasSubstr("about       Royaume-Uni, Norvège\n"));
  EXPECT_THAT(out, HasSubstr("language    anglais\n"));
  EXPECT_THAT(out, HasSubstr("similar     1 near-copy: "));
}

TEST(HumanPrinter, ALongRunOfEmptyRowsOfTimeIsOneLine) {
  Facet facet;
  facet.spec = {FieldId::Date, Interval::Year};
  for (int year = 1849; year <= 1880; ++year)
    facet.values.push_back({std::to_string(year), "", "", year == 1849 || year == 1880 ? 1U : 0U});
  facet.distinct = 3;  // one before the rows that are shown
  facet.total = 3;
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).facet(facet);
  EXPECT_THAT(out, HasSubstr("  … 1 before: --facet-limit 0\n  1849              1"));
  EXPECT_THAT(out, HasSubstr("\n  … 30 years without an article\n  1880"));
}

TEST(JsonPrinter, AHitIsOneObject) {
  std::string out;
  JsonPrinter(into(out)).hit(sample_hit());
  rapidjson::Document json;
  ASSERT_FALSE(json.Parse(out.c_str()).HasParseError()) << out;
  EXPECT_STREQ(json["type"].GetString(), "hit");
  EXPECT_EQ(json["v"].GetInt(), 1);
  EXPECT_STREQ(json["date"].GetString(), "2022-09-27");
  EXPECT_EQ(json["highlights"][1][0].GetInt(), 18);
  EXPECT_EQ(json["similar"].GetInt(), 7);
  EXPECT_STREQ(json["countries"][1].GetString(), "NO");
  EXPECT_FALSE(json.HasMember("external_id"));
  EXPECT_FALSE(json.HasMember("authors"));
  EXPECT_EQ(json["versions"].GetInt(), 1);
}

TEST(JsonPrinter, FacetsAndBucketsAreLines) {
  std::string out;
  JsonPrinter printer(into(out));
  printer.facet(sample_facet());
  EXPECT_THAT(out,
              HasSubstr(R"({"type":"facet","v":1,"field":"country","value":"DE",)"
                        R"("label":"Germany","count":412,"exact":true,"query":"country:DE"})"));
  EXPECT_THAT(out, HasSubstr(R"("values":14,"shown":2,"missing":61,"articles":1204)"));
  out.clear();
  printer.timeline(sample_timeline());
  EXPECT_THAT(out, HasSubstr(R"("start":"2022-01-01","label":"2022-01","count":61,"archived":7625,)"
                             R"("of":7625,"share":0.008})"));
}

TEST(TablePrinter, WritesRfc4180) {
  Hit hit = sample_hit();
  hit.article.title = "Fog, \"thick as soup\"";
  std::string out;
  TablePrinter(RowForm::Csv, into(out)).hit(hit);
  EXPECT_THAT(out, HasSubstr("rank,score,id,"));
  EXPECT_THAT(out, HasSubstr(",\"Fog, \"\"thick as soup\"\"\","));
  out.clear();
  TablePrinter table(RowForm::Tsv, into(out));
  table.facet(sample_facet());
  EXPECT_EQ(out,
            "field\tvalue\tlabel\tcount\tquery\ncountry\tDE\tGermany\t412\tcountry:DE\n"
            "country\tRU\tRussia\t281\tcountry:RU\ncountry\t\t(none)\t61\t\n");
}

TEST(Template, KnowsWhereADayCameFromAndWhatElseAHitHas) {
  Hit hit = sample_hit();
  hit.article.date_origin = "meta";
  hit.article.date_sure = false;
  hit.article.section = "Ports";
  hit.article.tags = {"fog", "ferries"};
  hit.article.kind = "live";
  hit.article.added = Instant{};
  hit.article.crawled = std::nullopt;
  hit.versions = 3;
  const auto record = Template::parse(
      "{date_source}|{date_sure}|{crawled}|{added}|{section}|{tags}|{kind}|{versions}");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->fill(hit, Safety::Escaped),
            "meta|false||1970-01-01T00:00:00Z|Ports|fog; ferries|live|3");
  hit.article.date.reset();
  EXPECT_EQ(Template::parse("{date_source}{date_sure}")->fill(hit, Safety::Escaped), "");
}

TEST(Template, ReadsFieldsAndEscapes) {
  const auto record = Template::parse("{date}\\t{{x}} {title}");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->fill(sample_hit(), Safety::Escaped),
            "2022-09-27\t{x} Harbour ferries collide in fog");
  EXPECT_THAT(Template::parse("{titel}").error(), HasSubstr("unknown field \"titel\""));
  EXPECT_THAT(Template::parse("{title").error(), HasSubstr("never closed"));
}

TEST(TrecPrinter, PrefersTheIdTheArticleCameWith) {
  Hit hit = sample_hit();
  hit.query_id = "q 7";
  std::string out;
  TrecPrinter printer(into(out));
  printer.hit(hit);
  hit.article.external_id = "AP-17";
  printer.hit(hit);
  EXPECT_EQ(out,
            "q_7 Q0 k3f9qaaaaaaaa 1 12.410000 pressmark\nq_7 Q0 AP-17 1 12.410000 pressmark\n");
}

TEST(Printers, NoControlByteOfAnArticleComesThrough) {
  Hit hit = sample_hit();
  StoredArticle& article = hit.article;
  for (std::string* text : {&article.title, &article.source_name, &article.source, &article.url,
                            &article.origin, &article.external_id, &article.source_country,
                            &article.section, &article.language, &hit.query_id}) {
    *text = hostile_text();
  }
  article.persons = article.authors = article.countries = {hostile_text()};
  hit.similar_sources = {hostile_text()};
  hit.snippet.text = to_utf8_lossy(hostile_text());
  Facet facet = sample_facet();
  facet.values[0].value = facet.values[0].label = facet.values[0].query = hostile_text();
  Related related{FieldId::Person, {{hostile_text(), hostile_text(), hostile_text(), 1, 1, 1}}, 1};
  Comparison comparison{{FieldId::Person, {}}, {}, 1, 1, hostile_text(), hostile_text()};
  comparison.values.push_back({hostile_text(), hostile_text(), hostile_text(), 1, 1});
  const Style style;
  std::string out;
  const Write write = into(out);
  HumanPrinter human(style, write, write, HumanPrinter::Detail::Long);
  JsonPrinter json(write);
  TablePrinter csv(RowForm::Csv, write);
  LinePrinter lines(*Template::parse("{title} {url} {persons}"), "\n", Safety::Escaped, write);
  TrecPrinter trec(write);
  for (Printer* printer : std::initializer_list<Printer*>{&human, &json, &csv, &lines, &trec}) {
    out.clear();
    printer->hit(hit);
    printer->facet(facet);
    printer->related(related);
    printer->comparison(comparison);
    printer->article({.article = article,
                      .story = "s",
                      .similar = 1,
                      .text = {to_utf8_lossy(hostile_text()), {}}});
    printer->count(hostile_text(), {3});
    EXPECT_TRUE(is_utf8(out));
    for (std::size_t at = 0; at < out.size();) {
      const char32_t c = next_code_point(out, at);
      const bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x202E;
      const bool ours = c == '\t';  // between the query and its count
      EXPECT_FALSE(control && !ours) << static_cast<unsigned>(c) << " in " << out;
    }
  }
}

}  // namespace
}  // namespace pressmark::searcher
