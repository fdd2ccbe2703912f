#include "indexer/extract/outlet.h"

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
      {{"", {}}, {"", ""}},
  };
  for (const Case& c : kCases) EXPECT_EQ(choose_outlet(c.evidence), c.want) << c.evidence.url;
}

TEST(Outlet, NameAndDomainAgreeByLettersOrInitials) {
  EXPECT_TRUE(agrees_with_domain("Wash Advertiser", "wash-advertiser.example"));
  EXPECT_TRUE(agrees_with_domain("The Moor Street Journal", "msj.example"));
  EXPECT_TRUE(agrees_with_domain("Moor News", "moornews24.example"));
  EXPECT_FALSE(agrees_with_domain("Sports", "wash-advertiser.example"));
  EXPECT_FALSE(agrees_with_domain("", "x.example"));
}

}  // namespace
}  // namespace pressmark::indexer
