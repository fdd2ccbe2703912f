#include "indexer/extract/metadata/outlet.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(Outlet, ComesFromAddressAndNames) {
  struct Case {
    OutletEvidence evidence;
    Outlet want;
  };
  const Case kCases[] = {
      {{"https://www.theguardian.com/x", {}}, {"theguardian.com", "The Guardian"}},
      {{"", {"The Guardian"}}, {"theguardian.com", "The Guardian"}},
      {{"", {"guardian"}}, {"theguardian.com", "The Guardian"}},
      {{"", {"The Pennine Echo"}}, {"", "The Pennine Echo"}},
      {{"https://pennine-echo.example/1", {"Some Media Group", "The Pennine Echo"}},
       {"pennine-echo.example", "The Pennine Echo"}},
      {{"https://tpe.example/1", {"The Pennine Echo"}}, {"tpe.example", "The Pennine Echo"}},
      {{"https://nowhere.example/1", {"", "https://facebook.example/x", "Moor News"}},
       {"nowhere.example", "Moor News"}},
      {{"", {"pennine-echo.example", "The Pennine Echo"}},
       {"pennine-echo.example", "The Pennine Echo"}},
      {{"", {"Moor News", "pennine-echo.example"}}, {"", "Moor News"}},
      {{"", {}}, {"", ""}},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(choose_outlet(c.evidence).outlet, c.want) << c.evidence.url;
}

TEST(Outlet, NamesAreChosenByAgreement) {
  struct Case {
    OutletEvidence evidence;
    Outlet want;
    std::string_view rule;
  };
  const Case kCases[] = {
      {{"https://echo.example/1", {"The Echo | News from the coast"}},
       {"echo.example", "The Echo"},
       "the domain's letters"},
      {{"https://echo.example/1", {"Breaking news - Echo"}},
       {"echo.example", "Echo"},
       "the domain's letters"},
      {{"https://x24.example/1", {"Moor | Dale", "Moor Media"}},
       {"x24.example", "Moor | Dale"},
       "first stated"},
      {{"https://x24.example/1", {"Moor Media", "The Dale", "Dale"}},
       {"x24.example", "The Dale"},
       "two sources agree"},
      {{"https://www.theguardian.com/x", {"Media Group", "Society", "Society"}},
       {"theguardian.com", "The Guardian"},
       "known outlet"},
      {{"https://moornews.theguardian.com/x", {"The Moor News", "Moor News"}},
       {"theguardian.com", "The Moor News"},
       "the host's letters"},
      {{"https://dale.example/1", {"Moor News"}, "https://moornews.example/"},
       {"moornews.example", "Moor News"},
       "the domain's letters"},
      {{"https://dale.example/1", {"Dale Post"}, "https://moornews.example/"},
       {"dale.example", "Dale Post"},
       "agrees with the domain"},
  };
  for (const Case& c : kCases) {
    const OutletChoice choice = choose_outlet(c.evidence);
    EXPECT_EQ(choice.outlet, c.want) << choice.outlet.name << ' ' << choice.outlet.domain;
    EXPECT_EQ(choice.rule, c.rule) << c.want.name;
  }
}

TEST(Outlet, NameAndDomainAgreeByLettersOrInitials) {
  EXPECT_TRUE(agrees_with_domain("Wash Advertiser", "wash-advertiser.example"));
  EXPECT_TRUE(agrees_with_domain("The Moor Street Journal", "msj.example"));
  EXPECT_TRUE(agrees_with_domain("Moor News", "moornews24.example"));
  EXPECT_FALSE(agrees_with_domain("Sports", "wash-advertiser.example"));
  EXPECT_FALSE(agrees_with_domain("", "x.example"));
}

TEST(Outlet, ATaglineIsWhatTheTitleLeavesOut) {
  constexpr std::string_view kName = "Moor Echo | News from the heath";
  EXPECT_EQ(part_in_title(kName, "Moor Echo - Weir opens"), "Moor Echo");
  EXPECT_EQ(part_in_title(kName, "Weir opens - Moor Echo"), "Moor Echo");
  EXPECT_EQ(part_in_title(kName, "Weir opens - Moor Echo | News from the heath"), "");
  EXPECT_EQ(part_in_title("Moor Echo", "Moor Echo - Weir opens"), "");
}

TEST(Outlet, IsSpelledWithTheBlanksOfAnotherSource) {
  EXPECT_EQ(choose_outlet({"", {"moorherald", "Moor Herald"}}).outlet.name, "Moor Herald");
  EXPECT_EQ(choose_outlet({"", {"moorherald", "The Moor Post"}}).outlet.name, "moorherald");
}

TEST(Outlet, AddressesFilesAndWordsOfAnySiteNameNone) {
  for (const std::string_view name :
       {"pennine-echo.example", "pennine-echo", "News", "Actualités", ""})
    EXPECT_TRUE(says_no_outlet(name)) << name;
  for (const std::string_view name : {"The Pennine Echo", "echo", "Moor-Echo", "News of the Moor"})
    EXPECT_FALSE(says_no_outlet(name)) << name;
}

}  // namespace
}  // namespace pressmark::indexer
