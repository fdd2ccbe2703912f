#include "indexer/enrich/source_country.h"

#include <fstream>

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

TEST(SourceCountry, ReadsTheCountryCodeOfADomain) {
  struct Case {
    std::string_view domain;
    std::string_view want;
  };
  constexpr Case kCases[] = {
      {"harbour-post.co.uk", "GB"},
      {"hafenblatt.de", "DE"},
      {"harbour.com", ""},
      {"harbour.tv", ""},
      {"harbour.io", ""},
      {"puerto.co", ""},
      {"puerto.com.co", "CO"},
      {"harbour.eu", ""},
      {"harbour.zz", ""},
      {"gavan.su", "RU"},
      {"de", ""},
      {"", ""},
      {"harbour.me", ""},
      {"HARBOUR.FR", "FR"},
  };
  for (const Case& test : kCases) EXPECT_EQ(domain_country(test.domain), test.want) << test.domain;
}

TEST(SourceCountry, KnowsLargeOutletsByDomainAndByName) {
  const SourceCountries sources("");
  EXPECT_EQ(sources.country_of({.domain = "theguardian.com", .name = ""}), "GB");
  EXPECT_EQ(sources.country_of({.domain = "", .name = "The Guardian"}), "GB");
  EXPECT_EQ(sources.country_of({.domain = "harbour-post.com", .name = "The Guardian"}), "");
  EXPECT_EQ(sources.country_of({.domain = "", .name = "Harbour Post"}), "");
}

TEST(SourceCountry, TheTableOfTheUserWins) {
  const test::TempDir folder;
  const std::string path = folder.path() / "sources.tsv";
  std::ofstream(path)
      << "# mine\nharbour.de\tHarbour Post\tAustria\nquay.com\t\tnz\nname-only.com\tQuay\t\n";
  const SourceCountries sources(path);
  EXPECT_EQ(sources.country_of({.domain = "harbour.de", .name = ""}), "AT");
  EXPECT_EQ(sources.country_of({.domain = "", .name = "HARBOUR POST"}), "AT");
  EXPECT_EQ(sources.country_of({.domain = "quay.com", .name = ""}), "NZ");
  EXPECT_EQ(sources.country_of({.domain = "other.se", .name = ""}), "SE");
  EXPECT_EQ(sources.country_of({.domain = "name-only.com", .name = ""}), "");
  EXPECT_EQ(sources.name_of({.domain = "Harbour.de", .name = "Hafenpost"}), "Harbour Post");
  EXPECT_EQ(sources.name_of({.domain = "name-only.com", .name = ""}), "Quay");
  EXPECT_EQ(sources.name_of({.domain = "quay.com", .name = "Quay News"}), std::nullopt);
}

TEST(SourceCountry, SaysWhereTheTableOfTheUserIsWrong) {
  const test::TempDir folder;
  const std::string path = folder.path() / "sources.tsv";
  std::ofstream(path) << "harbour.de\tHarbour Post\tAtlantis\n";
  try {
    const SourceCountries sources(path);
    FAIL() << "an unknown country was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    EXPECT_NE(std::string(error.what()).find("sources.tsv:1"), std::string::npos) << error.what();
  }
  EXPECT_THROW(SourceCountries("/nowhere/sources.tsv"), Error);
}

}  // namespace
}  // namespace pressmark::indexer
