#include "indexer/extract/json/json_document.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

/// The member "a" of each value, parted by blanks; "!" at the end when the text is not sound.
std::string values_of_a(std::string_view text, JsonTolerance tolerance) {
  const JsonText json = JsonText::parse(text, tolerance);
  std::string out;
  for (const rapidjson::Document& value : json.values())
    out += (out.empty() ? "" : " ") + scalar_of(member(value, "a"));
  return json.sound() ? out : out + "!";
}

struct Case {
  std::string_view text;
  std::string_view values;
};

TEST(JsonText, OfAPageIsReadAsPagesWriteIt) {
  constexpr Case kCases[] = {
      {R"({"a":1})", "1"},
      {"<!-- {\"a\":1} -->", "1"},
      {"//<![CDATA[\n{\"a\":1}\n//]]>", "1"},
      {"/*<![CDATA[*/ {\"a\":1} /*]]>*/", "1"},
      {"<![CDATA[{\"a\":1}]]>", "1"},
      {R"({"a":1,})", "1"},
      {"{\"a\": /* why */ 1}", "1"},
      {R"({"a":1};)", "1"},
      {R"({"a":1}{"a":2})", "1 2"},
      {R"({"a":1} , {"a":2})", "1 2"},
      {"{\"a\":\"two\nlines\"}", "two lines"},
      {"{\"a\":\"a tab\there\"}", "a tab here"},
      {R"({"a":"no \escape"})", "no escape"},
      {R"({"a":"a \"word\""})", "a \"word\""},
      {R"({"a":"-->"})", "-->"},
      {R"({"a":"a;b"})", "a;b"},
      {R"({"a":[-1,2]})", ""},
      {R"({"a":-7})", "-7"},
      {R"({"a":1.5})", "1.5"},
      {R"({"a":18446744073709551615})", "18446744073709551615"},
      {R"({"a":1} and then)", "1!"},
      {R"({"a":"no end)", "!"},
      {R"({"a":"\)", "!"},
      {"<p>", "!"},
      {"", ""},
      {" ,, ", ""},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(values_of_a(c.text, JsonTolerance::Page), c.values) << c.text;
}

TEST(JsonText, OfAFileIsOneValueAndNothingElse) {
  constexpr Case kCases[] = {
      {R"({"a":1})", "1"},         {R"({"a":NaN})", ""},
      {R"({"a":1}{"a":2})", "!"},  {R"({"a":1,})", "!"},
      {"{\"a\":\"x\ny\"}", "!"},   {R"({"a":"\escape"})", "!"},
      {"<!-- {\"a\":1} -->", "!"}, {"", "!"},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(values_of_a(c.text, JsonTolerance::Strict), c.values) << c.text;
}

TEST(JsonText, TheValuesOfAScriptAreBounded) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += R"({"a":1})";
  EXPECT_EQ(JsonText::parse(many, JsonTolerance::Page).values().size(), 16U);
}

TEST(JsonText, DepthCostsNoStack) {
  const std::string deep = std::string(500'000, '[') + std::string(500'000, ']');
  EXPECT_TRUE(JsonText::parse(deep, JsonTolerance::Strict).sound());
  EXPECT_FALSE(JsonText::parse(deep.substr(1), JsonTolerance::Strict).sound());
  EXPECT_TRUE(JsonText::parse(deep, JsonTolerance::Page).sound());
}

TEST(JsonText, MembersAndStringsOfTheWrongKindAreNone) {
  const JsonText json = JsonText::parse(R"({"a":[1],"b":"x\u0000y","c":true,"d":null})", {});
  const JsonValue& object = json.values().front();
  EXPECT_EQ(member(object, "absent"), nullptr);
  EXPECT_EQ(member(*member(object, "a"), "a"), nullptr) << "a list has no members";
  EXPECT_EQ(string_of(nullptr), "");
  EXPECT_EQ(string_of(member(object, "a")), "");
  EXPECT_EQ(string_of(member(object, "b")), "xy");
  EXPECT_EQ(scalar_of(nullptr), "");
  EXPECT_EQ(scalar_of(member(object, "c")), "");
  EXPECT_EQ(scalar_of(member(object, "d")), "");
}

TEST(JsonText, BytesThatAreNoUtf8AreReplaced) {
  EXPECT_EQ(values_of_a("{\"a\":\"caf\xe9!\"}", JsonTolerance::Strict), "caf\uFFFD!");
  EXPECT_EQ(values_of_a(R"({"a":"\uD83D\uDE00"})", JsonTolerance::Strict), "\U0001F600");
}

TEST(JsonText, HalfAPairOfSurrogatesIsReplaced) {
  constexpr Case kCases[] = {
      {R"({"a":"Pier \ud83d"})", "Pier \uFFFD"},
      {R"({"a":"\uD83D\uD83D\uDE00"})", "\uFFFD\U0001F600"},
      {R"({"a":"\\ud83d \ud83d"})", "\\ud83d \uFFFD"},
      {R"({"a":"\ud83d\u0041"})", "\uFFFDA"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(values_of_a(c.text, JsonTolerance::Strict), c.values) << c.text;
    EXPECT_EQ(values_of_a(c.text, JsonTolerance::Page), c.values) << c.text;
  }
  EXPECT_EQ(values_of_a(R"({"a":"\uDE00 pier"})", JsonTolerance::Page), "\uFFFD pier");
  EXPECT_EQ(values_of_a(R"({"a":"\ud8)", JsonTolerance::Strict), "!");
}

}  // namespace
}  // namespace pressmark::indexer
