#include "indexer/source/table_shape.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;

/// table_shape() of a table with a row more, that has a text of kLeastText in each column.
std::optional<TableShape> shape_of(std::string_view head) {
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  std::string all(head);
  if (!head.ends_with('\n') && !head.ends_with('\r')) all += '\n';
  for (const char separator : std::string(",\t;|")) {
    const auto cells = std::count(line.begin(), line.end(), separator);
    if (cells == 0) continue;
    for (int i = 0; i <= cells; ++i) all.append(100, '.').append(i < cells ? 1 : 0, separator);
    all += head.find('\n') == std::string_view::npos ? '\r' : '\n';
  }
  return table_shape(all, true);
}

TEST(TableShape, IsToldByTheNamesOfItsColumns) {
  struct Case {
    std::string_view head;
    char separator;
  };
  constexpr Case kCases[] = {
      {",id,title,publication,author,date,url,content\n0,1,a,b,c,d,e,f\n", ','},
      {"\xef\xbb\xbfHeadline;Date;Full Text\r\na;b;c\r\n", ';'},
      {"category\tfilename\ttitle\tcontent\nsport\t1.txt\ta\tb\n", '\t'},
      {"\"title\"|\"body\"\na|b", '|'},
      {"title,text;x\na,b\n", ','},
      {"Published At,article-body,web_url\r\"a\rb\",c,d\r", ','},
      {"title,text\n1,2,3\n\na,b\n", ','},
      {"title,text\na,\"a text that goes on\nand on", ','},
  };
  for (const Case& c : kCases) {
    const std::string_view head = c.head;
    const auto shape = head.ends_with("on") ? table_shape(head, false) : shape_of(head);
    if (c.head.starts_with("title,text;x")) {
      EXPECT_FALSE(shape) << "no column of texts";
      continue;
    }
    ASSERT_TRUE(shape) << c.head;
    EXPECT_EQ(shape->form.separator, c.separator) << c.head;
  }
}

TEST(TableShape, NamesColumnsAsTheReaderOfRecordsKnowsThem) {
  const auto shape = table_shape(
      "\"Full Text\",PUBLISH DATE,source.name,,\"Mood, of all\",by-line,articleBody\n,,,,,,\n" +
          std::string(100, '.') + ",,,,,,\n",
      true);
  ASSERT_TRUE(shape);
  EXPECT_THAT(shape->columns, ElementsAre("full_text", "publish_date", "source_name", "",
                                          "Mood, of all", "byline", "articleBody"));
}

TEST(TableShape, OfOtherFilesThereIsNone) {
  constexpr std::string_view kOthers[] = {
      "",
      "title,text",
      "title,text\n",
      "title,text\n\n\n",
      "title,text\nThe bridge opens on Monday\nThe ferry sails\n",
      "Title, Text\nThe bridge, it is said, opens on Monday, at nine.\n",
      "Text, date and source of the report were checked, the editors said.\nOn Monday, they.\n",
      "The council met, and the vote, title and text, was put off; why?\nThe mayor, it was said.\n",
      "id,language,text\n1,en,a\n",            // any strings
      "id,title,url,publish_date\n1,a,b,c\n",  // no texts
      "text,content\na,b\n",                   // nothing but texts
      "text\na\n",                             // one column
      "title=a,text=b\nc,d\n",                 // settings
      "def story(title,text):\n  return title,text\n",
      "INSERT INTO t (title,text) VALUES\n('a','b');\n",
      "2024-01-02T03:04:05Z,title,text\n",
      "\"title,text\na,b\n",  // a quotation without an end
      "<html><body>title,text</body></html>\na,b\n",
      "| title | text |\n|---|---|\n| a | b |\n",  // Markdown
  };
  for (const std::string_view head : kOthers) EXPECT_FALSE(table_shape(head, true)) << head;
  const std::string name(101, 'x');
  EXPECT_FALSE(table_shape("title,text," + name + "\na,b,c\n", true)) << "no name is so long";
  std::string many = "title,text";
  for (int i = 0; i < 999; ++i) many += ",x";
  EXPECT_FALSE(table_shape(many + "\n", true));
}

TEST(TableShape, OfLogsGoodsAndTweetsThereIsNone) {
  const std::string text(100, '.');
  for (const std::string names :
       {"article,name", "timestamp,content", "created_at,text", "source,text", "category,text"}) {
    EXPECT_FALSE(table_shape(names + "\na," + text + "\n" + text + ",a\n", true)) << names;
    EXPECT_TRUE(table_shape(names + ",title\na," + text + ",b\n" + text + ",a,b\n", true)) << names;
  }
  EXPECT_FALSE(table_shape("title,text\na,b\n", true)) << "no text";
  EXPECT_TRUE(table_shape("title,text\na,b\nc," + text + "\n", true));
}

TEST(TableShape, SaysWhetherBackslashesEscape) {
  const auto escape = [](const std::string& rows, char separator) {
    const std::string text = std::string(1, separator) + std::string(100, '.') + "\n";
    const auto shape =
        table_shape("title" + std::string(1, separator) + "text\na" + text + rows, true);
    EXPECT_TRUE(shape) << rows;
    return shape && shape->form.backslashes;
  };
  EXPECT_TRUE(escape(R"("a","he said \"no\" twice")", ','));
  EXPECT_TRUE(escape(R"("a","he said \"no\"")"
                     "\n",
                     ','));
  EXPECT_FALSE(escape(R"("a","C:\")"
                      "\n",
                      ','));
  EXPECT_FALSE(escape(R"("a","he said ""no"" and \"yes\" to it")", ','));
  EXPECT_FALSE(escape(R"(a,"b")", ','));
  EXPECT_TRUE(escape("a\t\\N\n", '\t'));
  EXPECT_TRUE(escape("a\tb\\nc\\nd\n", '\t'));
  EXPECT_FALSE(escape("a\tD:\\news\n", '\t'));
}

}  // namespace
}  // namespace pressmark::indexer
