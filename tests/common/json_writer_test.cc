#include "common/json_writer.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(JsonWriter, WritesMembersInOrder) {
  JsonWriter json;
  json.begin_object();
  json.member("v", 1);
  json.member("sure", true);
  json.member("score", 12.5);
  json.member_if("url", "");
  json.array("countries", std::vector<std::string>{"RU", "CN"});
  json.end_object();
  EXPECT_EQ(json.take(), R"({"v":1,"sure":true,"score":12.5,"countries":["RU","CN"]})");
}

TEST(JsonWriter, NeverWritesWhatATerminalActsUpon) {
  JsonWriter json;
  json.value(std::string_view("\x1b]0;x\x07 \xff \xc2\x9b \xe2\x80\xae \"\\\n"));
  EXPECT_EQ(json.take(), "\"\\u001B]0;x\\u0007 \uFFFD \\u009B \\u202E \\\"\\\\\\n\"");
}

TEST(JsonWriter, IsEmptyAgainAfterTake) {
  JsonWriter json;
  json.value(1);
  EXPECT_EQ(json.take(), "1");
  json.value(2);
  EXPECT_EQ(json.take(), "2");
}

}  // namespace
}  // namespace pressmark
