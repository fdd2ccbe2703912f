#include "indexer/enrich/entities/newswire_marks.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using Mark = bool (*)(std::string_view, std::size_t, std::size_t);

bool is_mark(Mark mark, std::string_view text, std::string_view name) {
  const std::size_t begin = text.find(name);
  return mark(text, begin, begin + name.size());
}

TEST(NewswireMarks, ACodeStandsBehindItsExchangeOrInFrontOfIt) {
  EXPECT_TRUE(is_mark(is_stock_code, "Halden (NYSE: HLDN) fell", "HLDN"));
  EXPECT_TRUE(is_mark(is_stock_code, "Halden (Nasdaq:HLDN; LSE: HLD) fell", "HLDN"));
  EXPECT_TRUE(is_mark(is_stock_code, "Halden (TSX-V: HLDN.A) fell", "HLDN.A"));
  EXPECT_TRUE(is_mark(is_stock_code, "Halden (HLDN.OL) fell", "HLDN.OL"));
  EXPECT_TRUE(is_mark(is_stock_code, "Halden <HLDN.N> fell", "HLDN.N"));
  EXPECT_FALSE(is_mark(is_stock_code, "Members: NATO and others", "NATO"));
  EXPECT_FALSE(is_mark(is_stock_code, "NYSE: Halden fell", "Halden"));
  EXPECT_FALSE(is_mark(is_stock_code, "the capital (D.C.) fell", "D.C."));
  EXPECT_FALSE(is_mark(is_stock_code, "the alliance (NATO) met", "NATO"));
  EXPECT_FALSE(is_mark(is_stock_code, "HLDN", "HLDN"));
  EXPECT_FALSE(is_mark(is_stock_code, "In Amsterdam: HLDN fell", "HLDN"));
  EXPECT_FALSE(is_mark(is_stock_code, "One clear aim: HLDN membership", "HLDN"));
  EXPECT_FALSE(is_mark(is_stock_code, "The fund (six: HLDN, Moe, Aalto) fell", "HLDN"));
  EXPECT_FALSE(is_mark(is_stock_code, "They bought LSE: HLDN", "HLDN"));
}

TEST(NewswireMarks, AnAgencyStandsInADateline) {
  EXPECT_TRUE(is_mark(is_dateline_agency, "LIMA (EFE) - A bus", "EFE"));
  EXPECT_TRUE(is_mark(is_dateline_agency, "First.\nLIMA, June 3 (EFE) \u2013 A bus", "EFE"));
  EXPECT_TRUE(is_mark(is_dateline_agency, "TAMSEL, B.C. (EFE) - A bus", "EFE"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "Tor Moe (Jamaica) - 9.58 seconds", "Jamaica"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "Der neue Chef (SPD) - ein Jurist", "SPD"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "MOE, Anna (Labour) - 20,120 votes", "Labour"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "MOE, April (Labour) - 20,120 votes", "Labour"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "(EFE) - A bus", "EFE"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "LIMA (EFE) says", "EFE"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "LIMA, EFE - A bus", "EFE"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "LIMA (EFE", "EFE"));
  EXPECT_FALSE(is_mark(is_dateline_agency,
                       "A long line about buses and boats on the lakes of the north that the "
                       "Harbour Board (HB) - and others - own",
                       "HB"));
}

// Each mention searched the line before it from its end: a megabyte took minutes.
TEST(NewswireMarks, ALongLineIsReadOnce) {
  std::string text;
  while (text.size() < (std::size_t{4} << 20)) text += "OSLO (EFE) - ";
  std::size_t marks = 0;
  for (std::size_t at = 0; at + 10 < text.size(); at += 13) {
    marks += is_dateline_agency(text, at + 6, at + 9) ? 1 : 0;
    marks += is_dateline_town(text, at, at + 4) ? 1 : 0;
  }
  EXPECT_EQ(marks, 7U);
}

TEST(NewswireMarks, ATownOfFourCapitalsBeginsADateline) {
  EXPECT_TRUE(is_mark(is_dateline_town, "OSLO (EFE) - A bus", "OSLO"));
  EXPECT_TRUE(is_mark(is_dateline_town, "First.\nOSLO, June 3 - A bus", "OSLO"));
  EXPECT_TRUE(is_mark(is_dateline_town, "OSLO \u2014 A bus", "OSLO"));
  EXPECT_FALSE(is_mark(is_dateline_town, "OSLO buses", "OSLO"));
  EXPECT_FALSE(is_mark(is_dateline_town, "OSLO: buses", "OSLO"));
  EXPECT_FALSE(is_mark(is_dateline_town, "Oslo, June 3", "Oslo"));
  EXPECT_FALSE(is_mark(is_dateline_town, "USSR, June 3", "USSR"));
  EXPECT_FALSE(is_mark(is_dateline_town, "In OSLO, June", "OSLO"));
}

}  // namespace
}  // namespace pressmark::indexer
