#include "indexer/extract/text/block.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

std::vector<Block> split_blocks(const Page& page) {
  std::vector<Block> blocks;
  for_each_block(page, [&](Block block) { blocks.push_back(std::move(block)); });
  return blocks;
}

std::vector<std::string> texts(std::string_view html) {
  std::vector<std::string> all;
  for (const Block& block : split_blocks(parse_page(html))) all.push_back(block.text);
  return all;
}

using Texts = std::vector<std::string>;

TEST(SplitBlocks, EndsAtBlockElementsAndDoubleBreaks) {
  EXPECT_EQ(texts("<div>one <b>t</b>wo<p>three</p>four</div>"),
            (Texts{"one two", "three", "four"}));
  EXPECT_EQ(texts("a<br>b<br><br>c<br> \n <br>d"), (Texts{"a\nb", "c", "d"}));
  EXPECT_EQ(texts("<table><tr><td>1</td><td>2</td></tr></table>"), (Texts{"1", "2"}));
  EXPECT_EQ(texts("<p>&nbsp;</p><p> \u2014 </p><p>x</p>"), (Texts{"x"}));
}

TEST(SplitBlocks, EndsWhereAStyleSaysSoAndBetweenElementsOfThePagesOwn) {
  EXPECT_EQ(texts("<p><span style='display:block'>One</span><span style='display: flex'>two</span>"
                  "three<b style='display:inline-block'>four</b></p>"),
            (Texts{"One", "two", "threefour"}));
  EXPECT_EQ(texts("<x-par>Rain <x-tip>fell</x-tip>.</x-par><x-par>It stayed.</x-par>"),
            (Texts{"Rain fell.", "It stayed."}));
  EXPECT_EQ(texts("<x-a>Rain</x-a> <x-a>fell.</x-a> <i>It</i> <x-a>stayed.</x-a><p>"),
            (Texts{"Rain fell. It stayed."}));
  EXPECT_EQ(texts("<x-a>Rain</x-a><x-a>fell</x-a>"), (Texts{"Rain fell"}));
  EXPECT_EQ(texts("un<x-mark>believ</x-mark>able"), (Texts{"unbelievable"}));
}

TEST(SplitBlocks, LinesOfAPreAreThoseOfAText) {
  EXPECT_EQ(
      texts("<pre>Rain over Saltmere\n\nThe harbour of Saltmere <b>froze</b> on Sunday, for "
            "the first\n  time in forty years, and the ferry stayed at its pier\nall day.\n "
            "\nResults:\n1. Saltmere\n</pre>after\nit"),
      (Texts{"Rain over Saltmere",
             "The harbour of Saltmere froze on Sunday, for the first time in forty years, and "
             "the ferry stayed at its pier all day.",
             "Results:\n1. Saltmere", "after it"}));
}

TEST(SplitBlocks, CollapsesWhiteSpaceOfEveryScript) {
  EXPECT_EQ(texts("<p> a&nbsp;\n b\u3000c </p>"), (Texts{"a b c"}));
}

TEST(SplitBlocks, MarksWithoutWidthPartNoWordsButOfScriptsWithoutBlanks) {
  EXPECT_EQ(texts("<p>coun&#8203;cil \uFEFFof&#8203; <wbr>2&#8203;4.</p>"),
            (Texts{"council of 24."}));
  EXPECT_EQ(texts("<p>\u200B\u1797\u17b6\u200B\u179f\u17b6\u200B.</p>"),
            (Texts{"\u1797\u17b6\u200B\u179f\u17b6."}));
}

struct Case {
  std::string_view html;
  std::uint32_t weight, link_weight, sentence_ends;
  bool ends_sentence;
};

constexpr Case kCases[] = {
    {"<p>Rain fell. It stayed.</p>", 16, 0, 2, true},
    {"<p>He said \u201cno.\u201d</p>", 8, 0, 1, true},
    {"<p>Version 2.5 of it</p>", 13, 0, 0, false},
    {"<p>See <a href=/x>here</a></p>", 7, 4, 0, false},
    {"<p>\u5e02\u9577\u306f\u8fce\u3048\u305f\u3002</p>", 18, 0, 1, true},
    {"<p>\u0932\u094b\u0917 \u0906\u090f\u0964</p>", 5, 0, 1, true},
    {"<p>\u0648\u0635\u0644\u0648\u0627\u061f</p>", 5, 0, 1, true},
};

TEST(SplitBlocks, WeighsTextsOfAllScriptsAlike) {
  for (const Case& c : kCases) {
    const std::vector<Block> blocks = split_blocks(parse_page(c.html));
    ASSERT_EQ(blocks.size(), 1U) << c.html;
    EXPECT_EQ(blocks[0].weight, c.weight) << c.html;
    EXPECT_EQ(blocks[0].link_weight, c.link_weight) << c.html;
    EXPECT_EQ(blocks[0].sentence_ends, c.sentence_ends) << c.html;
    EXPECT_EQ(blocks[0].ends_sentence, c.ends_sentence) << c.html;
  }
}

TEST(SplitBlocks, CountsLinksToPeopleApart) {
  const auto blocks = split_blocks(parse_page(
      "<p><a href='mailto:a@b.example'>a</a> <a href='https://twitter.com/somebody'>b</a> "
      "<a href='https://twitter.com/somebody/status/1'>c</a> <a href='/story'>d</a></p>"));
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].links, 4U);
  EXPECT_EQ(blocks[0].contact_links, 2U);
}

TEST(SplitBlocks, AFilmOrAPostIsNobodysAccount) {
  const auto contacts = [](std::string_view href) {
    const Page page = parse_page("<p>a <a href='" + std::string(href) + "'>b</a></p>");
    return split_blocks(page).at(0).contact_links;
  };
  for (const std::string_view account :
       {"https://www.facebook.com/somebody/", "https://x.com/somebody?lang=en",
        "https://www.linkedin.com/in/somebody", "https://t.me/somebody",
        "https://www.youtube.com/channel/abc/featured", "https://t.me/s/somebody",
        "https://www.facebook.com/groups/somebody"})
    EXPECT_EQ(contacts(account), 1U) << account;
  for (const std::string_view page :
       {"https://www.youtube.com/watch?v=abc", "https://www.facebook.com/somebody/posts/2",
        "https://www.tiktok.com/@somebody/video/7", "https://www.instagram.com/p/abc/",
        "https://t.me/somebody/12", "https://x.com"})
    EXPECT_EQ(contacts(page), 0U) << page;
}

}  // namespace
}  // namespace pressmark::indexer
