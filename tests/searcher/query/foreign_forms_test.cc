// What is written otherwise elsewhere is refused with what to write here, never taken as words.
#include "searcher/query/foreign_forms.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace pressmark::searcher {
namespace {

std::string read_foreign(std::string_view text) {
  const auto query = parse_query(text, {});
  if (query) return print(*query);
  const QueryError& error = query.error();
  return error.message + " | " + error.suggestion;
}

TEST(ForeignForms, OfOperatorsAreRefused) {
  for (const std::string_view text :
       {"near/5", "NEAR5", "NEAR/x", "adj/5", "ADJ/", "atleast5", "ATLEAST/3", "atleast/x",
        "atleast/", "w/5", "within/5", "pre/3", "SAME/5"}) {
    EXPECT_TRUE(is_like_operator(text)) << text;
    EXPECT_NE(read_foreign("gas " + std::string(text) + " leak").find("is no operator"),
              std::string::npos)
        << text;
    const std::string quoted = "\\" + std::string(text);  // as a word, which is printed so too
    EXPECT_EQ(*parse_query(print(*parse_query(quoted, {})), {}), *parse_query(quoted, {})) << text;
  }
  for (const std::string_view text :
       {"near", "nearby", "w", "near/far", "w/o", "adjacent", "same5"})
    EXPECT_FALSE(is_like_operator(text)) << text;
}

TEST(ForeignForms, OfFiltersAreRefused) {
  EXPECT_EQ(read_foreign("gas country=ua"), "a field has a colon behind it | country:ua");
  EXPECT_EQ(read_foreign("e=mc2"), "e\\=mc2");
  EXPECT_TRUE(read_foreign("gas страна:ua").starts_with("unknown field \"страна\" in the query"));
  EXPECT_TRUE(read_foreign("Länder:de").starts_with("unknown field \"Länder\" in the query"));
  EXPECT_EQ(read_foreign("小池：连任"),
            "小池\\：连任");  // a colon between words that have no blanks
}

TEST(ForeignForms, OfNumbersAreRefused) {
  EXPECT_EQ(read_foreign("words:>1,000"),
            "a comma stands between values | thousands have none, as in words:1000; two values are "
            "words:100 OR words:200");
  EXPECT_FALSE(parse_filter("words=>1,000", {}));
  EXPECT_TRUE(parse_filter("words=>1000", {}));
  EXPECT_EQ(read_foreign("words:12,500,000").substr(0, 29), "a comma stands between values");
  EXPECT_EQ(read_foreign("versions:2,3"), "versions:2,3");
  for (const std::string_view text : {"words:1,0200", "words:200,1", "words:1000,200"}) {
    const auto query = parse_query(text, {});
    ASSERT_TRUE(query) << text;
    EXPECT_EQ(*parse_query(print(*query), {}), *query) << text;
  }
}

TEST(ForeignForms, OfQuotationsAreRefused) {
  EXPECT_EQ(read_foreign("'Red Cross' gas"),
            "single quotation marks hold no words together | write \"Red Cross\"");
  EXPECT_EQ(read_foreign("rock 'n' roll fans' day"), "rock \\'n\\' roll fans\\' day");
  for (const std::string_view text : {"the '90s and the workers' flood", "'tis the workers' fight",
                                      "the \u2018workers\u2019 fight"})
    EXPECT_TRUE(parse_query(text, {})) << text;
  EXPECT_EQ(read_foreign("'don't know'").substr(0, 23), "single quotation marks ");
}

TEST(ForeignForms, OfCountriesOfSeveralWordsAreRefused) {
  EXPECT_EQ(read_foreign("country:United States gas"),
            "no country is called \"United\" | several words stand in quotation marks: \"United "
            "States\"");
  EXPECT_EQ(read_foreign("country:Atlantis gas").find("quotation"), std::string::npos);
}

}  // namespace
}  // namespace pressmark::searcher
