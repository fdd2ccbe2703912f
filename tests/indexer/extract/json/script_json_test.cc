#include "indexer/extract/json/script_json.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

const std::string kLong(500, 'x');

TEST(JsonInScript, IsTheWholeScriptWhereItIsNothingElse) {
  const std::string json = " {\"a\":\"" + kLong + "\"}\n";
  const auto found = json_in_script(json);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], "{\"a\":\"" + kLong + "\"}");
}

TEST(JsonInScript, IsTheValueOfAnAttribute) {
  const auto found = json_in_script("{&quot;a&quot;:&quot;&amp;lt;p&gt;" + kLong + "&quot;}");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], "{\"a\":\"&lt;p>" + kLong + "\"}");
}

TEST(JsonInScript, IsWhatAScriptAssigns) {
  const auto found =
      json_in_script("window.config={\"a\":1};if(a==b){c()}\nwindow.__STATE__ = {\"a\":\"}\\\"" +
                     kLong + "\",\"b\":undefined};(function(){})();");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], "{\"a\":\"}\\\"" + kLong + "\",\"b\":null}");
}

TEST(JsonInScript, IsWhatAScriptParses) {
  for (const std::string quote : {"\"", "'"}) {
    const auto found =
        json_in_script("s = JSON.parse(" + quote + R"({\"a\":\u0022\u00e9\\n\x3cp\u003E )" + kLong +
                       R"(\"})" + quote + ");");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0], R"({"a":"\u00e9\n<p> )" + kLong + "\"}");
  }
}

TEST(JsonInScript, EndsWhereAScriptIsTorn) {
  EXPECT_TRUE(json_in_script("a = {\"b\": [\"" + kLong).empty());
  EXPECT_TRUE(json_in_script("a = JSON.parse(\"" + kLong).empty());
  EXPECT_TRUE(json_in_script("a = JSON.parse(\"" + kLong + "\\").empty());
  EXPECT_TRUE(json_in_script("a =").empty());
  EXPECT_TRUE(json_in_script("").empty());
}

}  // namespace
}  // namespace pressmark::indexer
