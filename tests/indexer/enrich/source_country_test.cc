#include "indexer/enrich/source_country.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using ::testing::HasSubstr;

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

TEST(SourceCountry, TheTableOfTheUserMayHaveAHeaderAndOtherLetters) {
  const test::TempDir folder;
  const SourceCountries sources(
      folder.write("sources.tsv",
                   "\xEF\xBB\xBF"
                   "domain\tname\tcountry\r\n\nb\u00FCcher.de\tDie B\u00FCcher\tAT\r\n"));
  EXPECT_EQ(sources.country_of({.domain = "xn--bcher-kva.de", .name = ""}), "AT");
  EXPECT_EQ(sources.name_of({.domain = "xn--bcher-kva.de", .name = ""}), "Die B\u00FCcher");
}

TEST(SourceCountry, SaysWhereTheTableOfTheUserIsWrong) {
  const test::TempDir folder;
  struct Case {
    std::string table;
    std::string want;
  };
  const Case kCases[] = {
      {"harbour.de\tHarbour Post\tAtlantis\n", "sources.tsv:1: unknown country"},
      {"# mine\nharbour.de,Harbour Post,AT\n", "sources.tsv:2: one cell alone"},
      {"harbour.de  Harbour Post  AT\n", "sources.tsv:1: one cell alone"},
      {"www.harbour.de\tHarbour Post\n", "domain of an outlet; write harbour.de"},
      {"https://harbour.de/\tHarbour Post\n", "domain of an outlet; write harbour.de"},
      {"blog.harbour.co.uk\tHarbour Post\n", "domain of an outlet; write harbour.co.uk"},
      {"Harbour Post\tharbour.de\tAT\n", "\"Harbour Post\" is no domain of an outlet"},
      {"\t\tAT\n", "neither a domain nor a name"},
      {std::string("h\0a\0", 4), "is no UTF-8 text"},
  };
  const auto refusal = [](const std::string& path) -> std::string {
    try {
      const SourceCountries sources(path);
      return "accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Usage);
      return error.what();
    }
  };
  for (const Case& test : kCases)
    EXPECT_THAT(refusal(folder.write("sources.tsv", test.table)), HasSubstr(test.want));
  EXPECT_THAT(refusal("/nowhere/sources.tsv"), HasSubstr("No such file"));
  EXPECT_THAT(refusal(folder.str()), HasSubstr("Is a directory"));
}

}  // namespace
}  // namespace pressmark::indexer
