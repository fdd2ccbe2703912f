#include "indexer/extract/text/text_header.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text.h"
#include "indexer/extract/text/text_paragraphs.h"

namespace pressmark::indexer {
namespace {

/// "Title=Weir opens Date=3 May 2024 (2)": the fields, and how many lines they take.
std::string header_of(std::string_view text) {
  static constexpr const char* kNames[] = {"Title",  "Date",     "Source",  "Url",
                                           "Author", "Language", "Section", "Description"};
  const TextHeader header = read_text_header(split(text, '\n'));
  std::string out;
  for (const HeaderLine& line : header.lines) {
    out += kNames[static_cast<int>(line.field)];
    out += '=';
    out += line.value;
    out += ' ';
  }
  return out + "(" + std::to_string(header.consumed) + ")";
}

TEST(TextHeader, IsABlockOfNamedLines) {
  const struct {
    std::string_view text, want;
  } cases[] = {
      {"Title: Weir opens\nDate: 3 May 2024\n\nThe weir", "Title=Weir opens Date=3 May 2024 (3)"},
      {"\n\nTitle: Weir opens\nAuthor: J\nThe weir", "Title=Weir opens Author=J (4)"},
      {"URL: https://a.example/1\nThe weir", "Url=https://a.example/1 (1)"},
      {"Date: 2024-05-03\n\n\n\nThe weir", "Date=2024-05-03 (4)"},
      {"标题：水坝\n日期：2024年5月3日\n\n水", "Title=水坝 Date=2024年5月3日 (3)"},
      {"Title: Weir: open：now\nBy: J\n", "Title=Weir: open：now Author=J (3)"},
      {"Title: a\nX-Id: 7\nSource: b\nThe weir", "Title=a Source=b (3)"},
      {"Title: a\nX-Id: 7\nThe weir", "(0)"},
      {"Title: a\nSource: b\nX-Id: 7\nThe weir", "Title=a Source=b (3)"},
      {"X-Id: 7\nTitle: a\nSource: b", "(0)"},
      {"Title: only a headline with a colon\n\nThe weir", "(0)"},
      {"URL: no address\n\nThe weir", "(0)"},
      {"Date: no day\n\nThe weir", "(0)"},
      {": nameless\n", "(0)"},
      {"The weir, he said at noon: it opens\n", "(0)"},
      {" : x\n", "(0)"},
      {"", "(0)"},
      {"\n\n", "(0)"},
  };
  for (const auto& c : cases) EXPECT_EQ(header_of(c.text), c.want) << c.text;
  std::string many;
  for (int i = 0; i < 100; ++i) many += "Title: a\n";
  EXPECT_EQ(read_text_header(split(many, '\n')).lines.size(), 24U);
}

TEST(TextHeader, MayBeFrontMatterInYaml) {
  const struct {
    std::string_view text, want;
  } cases[] = {
      {"---\ntitle: \"Weir: open\"\ndate: 2024-05-03\nurl: https://a.example/1\n---\n\nThe weir",
       "Title=Weir: open Date=2024-05-03 Url=https://a.example/1 (6)"},
      {"---\ntitle: 'Weir'\ntags: [a, b]\nauthors:\n- Jane Doe\n- 'J. Roe'\n---\nThe weir",
       "Title=Weir Author=Jane Doe Author=J. Roe (7)"},
      {"---\nauthor: [Jane Doe, \"J. Roe\"]\ntags:\n- x\n...\n",
       "Author=Jane Doe Author=J. Roe (6)"},
      {"---\nlink: https://a.example/1\nimage:\nurl: https://a.example/1.jpg\n---\n",
       "Url=https://a.example/1 (6)"},
      {"---\ndraft: false\ndate: null\n---\nThe weir", "(4)"},
      {"---\nThe weir opened.\n---\nThe weir", "(0)"},
      {"---\ntitle: Weir\n\nThe weir opened and no line of hyphens follows.", "(0)"},
      {"---", "(0)"},
  };
  for (const auto& c : cases) EXPECT_EQ(header_of(c.text), c.want) << c.text;
}

TEST(TextParagraphs, AreLinesUnlessTheTextIsWrapped) {
  const auto joined = [](std::string_view text) {
    std::string out;
    for (const std::string& line : unwrapped_lines(split(text, '\n'))) {
      if (!line.empty()) out += line + "|";
    }
    return out;
  };
  EXPECT_EQ(joined(""), "");
  EXPECT_EQ(joined("one\n\n\ntwo"), "one|two|");
  EXPECT_EQ(joined("A short line\nand another"), "A short line|and another|");
  const std::string wrapped =
      "The weir that was built ten years ago by\nworkmen of the town is open again.";
  EXPECT_EQ(joined(wrapped),
            "The weir that was built ten years ago by workmen of the town is open again.|");
  for (const std::string_view end :
       {".", "!", "?", ":", "…", ".\"", ".'", ".)", ".”", ".’", ".»"}) {
    const std::string line = "The weir that was built ten years ago is open" + std::string(end);
    EXPECT_EQ(joined(line + "\n" + line), line + "|" + line + "|") << "each line ends a sentence";
  }
  const std::string wide(140, 'x');
  EXPECT_EQ(joined(wide + "\n" + wide), wide + "|" + wide + "|") << "too wide to be wrapped";
}

}  // namespace
}  // namespace pressmark::indexer
