#include "indexer/extract/text/html_text.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

struct PlainCase {
  std::string_view text;
  std::string_view plain;
};

TEST(HtmlText, OneLineWithoutMarkup) {
  constexpr PlainCase kCases[] = {
      {"plain", "plain"},
      {" a \n b ", "a b"},
      {"a &amp; b &lt;c&gt;", "a & b"},  // what two rounds leave is markup too
      {"&amp;quot;Weir&amp;quot;", "\"Weir\""},
      {"caf&eacute; &#233; &#xE9; &#XE9;", "café é é é"},
      {"&unknown; &; &#; &#x; &#12a; &#xG;", "&unknown; &; &#; &#x; &#12a; &#xG;"},
      {"AT&T & co", "AT&T & co"},
      {"&", "&"},
      {"&averyverylongname;", "&averyverylongname;"},
      {"a&#0;b&#55296;c&#999999999;d", "a b c d"},  // no characters
      {"<b>bold</b> and <i class=\"x\">italic</i>", "bold and italic"},
      {"3 < 4 <5 and <", "3 < 4 <5 and <"},
      {"a<!-- gone -->b", "ab"},
      {"never <closed", "never <closed"},
  };
  for (const PlainCase& c : kCases) EXPECT_EQ(plain_line(c.text), c.plain) << c.text;
  const std::string far = "<a " + std::string(3000, 'x') + ">";
  EXPECT_EQ(plain_line(far), far) << "a tag of 3,000 bytes is none";
}

TEST(HtmlText, ParagraphsEndWithLinesAndBlocks) {
  constexpr PlainCase kCases[] = {
      {"one\ntwo\n\n three ", "one\n\ntwo\n\nthree"},
      {"<p>one</p><P class=x>two<br/>three<br>four", "one\n\ntwo\n\nthree\n\nfour"},
      {"<b>one</b> two", "one two"},
      {"&lt;p&gt;one&lt;/p&gt;two", "one\n\ntwo"},
      {"", ""},
      {" \n ", ""},
  };
  for (const PlainCase& c : kCases) EXPECT_EQ(plain_paragraphs(c.text), c.plain) << c.text;
}

TEST(HtmlText, ALengthEndsBetweenCodePoints) {
  EXPECT_EQ(utf8_length("aé", 2), 1U);
  EXPECT_EQ(utf8_length("aé", 3), 3U);
}

}  // namespace
}  // namespace pressmark::indexer
