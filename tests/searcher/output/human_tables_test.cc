#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/output/human_printer.h"
#include "searcher/output/row_printer.h"
#include "tests/searcher/output/sample_hits.h"

namespace pressmark::searcher {
namespace {

using test::into;
using test::sample_hit;
using ::testing::HasSubstr;

CrossTable sample_table() {
  CrossTable table;
  table.spec = {CrossSpec::Kind::Table, {FieldId::Country, {}}, {FieldId::Date, Interval::Year}};
  table.columns = {{"2021", "", "date:2021", 3}, {"2022", "", "date:2022", 1204}};
  table.rows = {{{"DE", "Germany", "country:DE", 1207}, {3, 1204}},
                {{"RU", "Russia", "country:RU", 2}, {0, 2}}};
  table.total = 1300;
  return table;
}

CrossTable sample_pairs() {
  CrossTable table;
  table.spec = {CrossSpec::Kind::Pairs, {FieldId::Person, {}}, {FieldId::Org, {}}};
  table.pairs = {{{"Ada Fenn", "", "person:\"Ada Fenn\"", 9}, {"Tide Board", "", "", 7}, 5}};
  table.total = 12;
  return table;
}

TEST(HumanPrinter, ATableOfTwoFacetsShowsZerosAsDots) {
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).crossing(sample_table());
  EXPECT_EQ(out,
            "country × year                                                    1 300 articles\n"
            "                2021   2022\n"
            "  DE  Germany      3  1 204\n"
            "  RU  Russia       ·      2\n");
}

TEST(Printers, ArticlesWithoutAValueAreNamedInTables) {
  CrossTable table = sample_table();
  table.columns.push_back({"", "(none)", "date:none", 1});
  for (CrossTable::Row& row : table.rows) row.counts.push_back(1);
  table.rows.push_back({{"", "(none)", "country:none", 4}, {4, 0, 0}});
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).crossing(table);
  EXPECT_THAT(out, HasSubstr("2021    2022  (none)\n"));
  EXPECT_THAT(out, HasSubstr("\n  (none)"));
  out.clear();
  TablePrinter(RowForm::Csv, into(out)).crossing(table);
  EXPECT_EQ(out, "country,2021,2022,(none),total\nDE,3,1204,1,1207\nRU,0,2,1,2\n(none),4,0,0,4\n");
}

TEST(HumanPrinter, ATableThatIsTooWideIsCutIntoBands) {
  CrossTable table = sample_table();
  std::string out;
  HumanPrinter(Style{.width = 26}, into(out), into(out)).crossing(table);
  EXPECT_THAT(out, HasSubstr("  DE  Germany      3\n"));
  EXPECT_THAT(out, HasSubstr("  DE  Germany  1 204\n"));
}

TEST(HumanPrinter, PairsAreLines) {
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).crossing(sample_pairs());
  EXPECT_THAT(out, HasSubstr("  Ada Fenn  Tide Board        5\n"));
}

Comparison sample_comparison() {
  using enum ComparedValue::Share;
  return {{FieldId::Country, {}},
          {{"DE", "Germany", "country:DE", 1207, 40, More, 512.3},
           {"RU", "Russia", "country:RU", 0, 25, Less, 24.04}},
          2400,
          100,
          "gas date:2022",
          "gas date:2021"};
}

TEST(HumanPrinter, AComparisonSaysWhichShareIsTheLarger) {
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).comparison(sample_comparison());
  EXPECT_EQ(out,
            "country                                               of 2 400 articles · of 100\n"
            "  + DE  Germany                        1 207  50 %     40  40 %   G² 512\n"
            "  - RU  Russia                             0   0 %     25  25 %   G² 24\n");
  out.clear();
  HumanPrinter(Style(), into(out), into(out)).comparison({{FieldId::Body, {}}, {}, 3, 2, "", ""});
  EXPECT_THAT(out, HasSubstr("word"));
  EXPECT_THAT(out, HasSubstr("(nothing differs by more than chance)"));
}

TEST(TablePrinter, AComparisonIsRows) {
  std::string out;
  TablePrinter(RowForm::Csv, into(out)).comparison(sample_comparison());
  EXPECT_EQ(out,
            "field,value,label,count,of,count2,of2,share,significance,query\n"
            "country,DE,Germany,1207,2400,40,100,more,512.30,country:DE\n"
            "country,RU,Russia,0,2400,25,100,less,24.04,country:RU\n");
}

TEST(HumanPrinter, MentionsStandBelowEachOther) {
  Hit hit = sample_hit();
  hit.snippet = {};
  hit.mentions = {{1, "Two harbour ", "ferries", " collide"}, {12, "the ", "ferry", " sank"}};
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).hit(hit);
  EXPECT_THAT(out, HasSubstr("    ¶1                     Two harbour **ferries** collide\n"));
  EXPECT_THAT(out, HasSubstr("    ¶12                             the **ferry** sank\n"));
}

TEST(HumanPrinter, AStoryIsAListByTime) {
  Hit hit = sample_hit();
  hit.shared = 0.864;
  std::string out;
  HumanPrinter printer(Style(), into(out), into(out));
  printer.hit(hit);
  hit.rank = 2;
  printer.hit(hit);
  EXPECT_EQ(out,
            "story k3f9qaaaaaaaa                                                text the same\n"
            " 1  2022-09-27   Wash Advertiser         Harbour ferries collide…  k3f9q    86 %\n"
            " 2  2022-09-27   Wash Advertiser         Harbour ferries collide…  k3f9q    86 %\n");
}

TEST(HumanPrinter, NothingThatStandsOutIsSaid) {
  std::string out;
  HumanPrinter(Style(), into(out), into(out)).related({FieldId::Person, {}, 8});
  EXPECT_THAT(out, HasSubstr("(nothing stands out)"));
}

TEST(TablePrinter, ATableOfTwoFacetsIsOne) {
  std::string out;
  TablePrinter(RowForm::Csv, into(out)).crossing(sample_table());
  EXPECT_EQ(out, "country,2021,2022,total\nDE,3,1204,1207\nRU,0,2,2\n");
  out.clear();
  TablePrinter(RowForm::Csv, into(out)).crossing(sample_pairs());
  EXPECT_EQ(out, "person,org,count\nAda Fenn,Tide Board,5\n");
}

}  // namespace
}  // namespace pressmark::searcher
