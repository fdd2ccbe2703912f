#include "indexer/enrich/entities/newswire_marks.h"

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
}

TEST(NewswireMarks, AnAgencyStandsInADateline) {
  EXPECT_TRUE(is_mark(is_dateline_agency, "LIMA (EFE) - A bus", "EFE"));
  EXPECT_TRUE(is_mark(is_dateline_agency, "Oslo, 3. Juni (dpa) \u2013 Ein Bus", "dpa"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "LIMA (EFE) says", "EFE"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "LIMA, EFE - A bus", "EFE"));
  EXPECT_FALSE(is_mark(is_dateline_agency, "LIMA (EFE", "EFE"));
  EXPECT_FALSE(is_mark(is_dateline_agency,
                       "A long line about buses and boats on the lakes of the north that the "
                       "Harbour Board (HB) - and others - own",
                       "HB"));
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
