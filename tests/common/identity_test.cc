#include "common/identity.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(Identity, IsTheAddressElseTheGivenIdElseTheOrigin) {
  const std::string by_url = article_identity("https://a.example/", "7", "dir/a.html");
  EXPECT_EQ(by_url, article_identity("https://a.example/", "8", "dir/b.html"));
  EXPECT_EQ(article_identity("", "7", "dir/a.html"), article_identity("", "7", "dir/b.html"));
  EXPECT_NE(article_identity("", "", "dir/a.html"), article_identity("", "", "dir/b.html"));
  EXPECT_EQ(article_identity("", "", "dir/a.html", "1"), article_identity("", "", "dir/a.html"));
  EXPECT_NE(article_identity("", "", "", "1"), article_identity("", "", "", "2"))
      << "its bytes where the origin names nothing";
}

TEST(Identity, KindsNeverMeet) {
  EXPECT_NE(article_identity("same", "", ""), article_identity("", "same", ""));
  EXPECT_NE(article_identity("", "same", ""), article_identity("", "", "same"));
  EXPECT_NE(article_identity("", "", "same"), article_identity("", "", "", "same"));
}

TEST(Identity, IdHasThirteenLettersAndDigitsAndIsStable) {
  EXPECT_EQ(article_id(std::uint64_t{0}), "aaaaaaaaaaaaa");
  EXPECT_EQ(article_id(~std::uint64_t{0}), "p777777777777");
  const std::string id = article_id("uhttps://a.example/");
  EXPECT_EQ(id.size(), 13U);
  EXPECT_TRUE(std::ranges::all_of(
      id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); }));
  EXPECT_EQ(id, article_id(article_key("uhttps://a.example/")));
}

TEST(Identity, IdsAreReadBack) {
  for (const std::uint64_t key : {std::uint64_t{0}, std::uint64_t{12345}, ~std::uint64_t{0}})
    EXPECT_EQ(key_of_id(article_id(key)), key);
  for (const char* text : {"", "aaaaaaaaaaaa", "aaaaaaaaaaaaaa", "q777777777777", "AAAAAAAAAAAAA",
                           "aaaaaaaaaaaa1", "https://a.example"})
    EXPECT_EQ(key_of_id(text), std::nullopt) << text;
}

}  // namespace
}  // namespace pressmark
