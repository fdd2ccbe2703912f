#include "common/outlet_table.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/country.h"
#include "common/text.h"
#include "common/url.h"

namespace pressmark::embedded {
std::string_view outlets();
}

namespace pressmark {
namespace {

TEST(OutletTable, FindsByDomain) {
  const auto guardian = find_outlet_by_domain("theguardian.com");
  ASSERT_TRUE(guardian);
  EXPECT_EQ(guardian->name, "The Guardian");
  EXPECT_EQ(guardian->country, "GB");
  EXPECT_FALSE(find_outlet_by_domain("www.theguardian.com"));
  EXPECT_FALSE(find_outlet_by_domain("the-pennine-echo.example"));
}

TEST(OutletTable, FindsByNameWhateverItsDress) {
  struct Case {
    std::string_view name, domain;
  };
  constexpr Case kCases[] = {
      {"The Guardian", "theguardian.com"},
      {"guardian", "theguardian.com"},
      {"LE MONDE", "lemonde.fr"},
      {"El Pais", "elpais.com"},
      {"Frankfurter Allgemeine Zeitung", "faz.net"},
      {"Известия", "iz.ru"},
      {"朝日新聞", "asahi.com"},
      {"The Irish Times", "irishtimes.com"},
      {"Libération", "liberation.fr"},
      {"Wall Street Journal", "wsj.com"},
      {"BBC News", "bbc.co.uk"},
  };
  for (const Case& c : kCases) {
    const auto found = find_outlet_by_name(c.name);
    ASSERT_TRUE(found) << c.name;
    EXPECT_EQ(found->domain, c.domain) << c.name;
  }
  for (const std::string_view unknown : {"The Pennine Echo", "", "the", "Guardian angel"}) {
    EXPECT_FALSE(find_outlet_by_name(unknown)) << unknown;
  }
}

TEST(OutletTable, RowsAreSortedRegistrableAndPlaced) {
  std::string last;
  std::set<std::string_view> countries;
  for (const std::string_view line : split(embedded::outlets(), '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    ASSERT_EQ(cells.size(), 4U) << line;
    EXPECT_LT(last, cells[0]);
    last = cells[0];
    EXPECT_EQ(registrable_domain(cells[0]), cells[0]);
    EXPECT_FALSE(cells[1].empty()) << line;
    EXPECT_EQ(find_country(cells[2]), cells[2]) << line;
    countries.insert(cells[2]);
  }
  EXPECT_GT(countries.size(), 140U);
}

}  // namespace
}  // namespace pressmark
