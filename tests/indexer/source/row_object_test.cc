#include "indexer/source/row_object.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

std::string object(const std::vector<std::string>& columns, std::string_view bytes) {
  RowScanner row({}, columns.size());
  row.scan(bytes, true);
  return row_object(columns, row, bytes);
}

TEST(RowObject, HasTheCellsThatHoldSomethingByTheirColumns) {
  EXPECT_EQ(object({"title", "", "text", "url"}, "A,b,\"C \"\"d\"\"\ne\",\n"),
            R"({"title":"A","text":"C \"d\"\ne"})");
  EXPECT_EQ(object({"a", "b"}, ",\n"), "{}");
  EXPECT_EQ(object({"a\"b"}, std::string_view("x\\\t\0\r.", 6)),
            R"({"a\"b":"x\\\u0009\u0000\u000d."})");
}

TEST(RowObject, AnIdThatIsANumberIsThatOfTheRow) {
  EXPECT_EQ(object({"id", "title"}, "17,17\n"), R"({"row_number":"17","title":"17"})");
  EXPECT_EQ(object({"id", "title"}, "n17,17\n"), R"({"row_id":"n17","title":"17"})");
}

TEST(RowObject, TheLongestTextIsTheArticles) {
  EXPECT_EQ(object({"text", "content"}, "a,bc\n"), R"({"row_text":"a","content":"bc"})");
  EXPECT_EQ(object({"text", "content"}, "abc,bc\n"), R"({"text":"abc","row_content":"bc"})");
  EXPECT_EQ(object({"text", "title"}, "a\n"), R"({"text":"a"})") << "cells that are left off";
}

TEST(RowObject, KeepsTheBytesOfAnyCharset) {
  EXPECT_EQ(object({"a"}, "caf\xe9 \\ \xe9t\xe9\n"), "{\"a\":\"caf\xe9 \\\\ \xe9t\xe9\"}");
  EXPECT_EQ(object({"a"}, "\x83\x5c \x95\x5c\\\n"), "{\"a\":\"\x83\x5c \x95\x5c\\\\\"}")
      << "Shift_JIS: half a letter is no backslash";
  EXPECT_EQ(object({"a"}, "\xb1 \x83\x5c\n"), "{\"a\":\"\xb1 \x83\x5c\"}") << "half-width kana";
  EXPECT_EQ(object({"a"}, "\xe8\xa1\xa8\\\n"), "{\"a\":\"\xe8\xa1\xa8\\\\\"}") << "UTF-8";
}

}  // namespace
}  // namespace pressmark::indexer
