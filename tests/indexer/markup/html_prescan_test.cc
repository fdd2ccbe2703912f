#include "indexer/markup/html_prescan.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view page;
  std::string_view html;
};

/// The page with each list of attributes in its tag.
std::string written(const PrescannedPage& page) {
  std::string html;
  const std::string list = " " + std::string(kListAttribute) + "=\"";
  for (std::size_t at = 0; at < page.html.size();) {
    const std::size_t begin = std::min(page.html.find(list, at), page.html.size());
    html.append(page.html, at, begin - at);
    if (begin == page.html.size()) break;
    const std::size_t end = page.html.find('"', begin + list.size());
    const std::size_t number = std::stoul(page.html.substr(begin + list.size(), end));
    for (std::size_t i = number == 0 ? 0 : page.list_ends[number - 1]; i < page.list_ends[number];
         ++i) {
      const Attr name = page.attributes[i].name;
      html += name == Attr::Class   ? " class=["
              : name == Attr::Id    ? " id=["
              : name == Attr::Style ? " style=["
              : name == Attr::Title ? " title=["
                                    : " other=[";
      html.append(page.attributes[i].value) += ']';
    }
    at = end + 1;
  }
  return html;
}

constexpr Case kCases[] = {
    {"plain & simple", "plain & simple"},
    {"<P CLASS=Lead id=x>A<P ID=y>B", "<p class=[Lead] id=[x]>A<p id=[y]>B"},
    {"<p id=1 ID=2 class=a>", "<p id=[1] class=[a]>"},
    {"<p id=1 class='R&amp;D'>", "<p id=\"1\" class='R&amp;D'>"},  // references: the tree builder's
    {"<p i=7>", "<p>"},
    {"<div onclick=\"x()\" id='a\"b' data-x=1>t</div>", "<div id=[a\"b]>t</div>"},
    {"<div style=\"display: none\">t</div>", "<div style=[none]>t</div>"},
    {"<div style=\"color:red\">t</div>", "<div>t</div>"},
    {"<b style='color: red; Display : LIST-ITEM !important'>t</b>", "<b style=[block]>t</b>"},
    {"<b style='display:none;display:inline-block'>t</b>", "<b>t</b>"},
    {"<b style='--display:block;font-display:none'>t</b>", "<b>t</b>"},
    {"a<script>if (a < b) '</p>'</script>b", "ab"},
    {"a<style>p{}</style>b<svg><path/></svg>c", "abc"},
    {"a<!-- <p>gone</p> -->b", "ab"},
    {"a<!-->b<!--->c", "abc"},
    {"<!DOCTYPE html>t", "t"},
    {"<!DOCTYPE html [<!ENTITY a \"<p>\">]>t", "t"},
    {"<?xml version=\"1.0\"?>t", "t"},
    {"3 < 4 and <5", "3 &lt; 4 and &lt;5"},
    {"<title>War <b> peace</title>", "<title>War &lt;b> peace</title>"},
    {"a</b></>c</span>d", "acd"},
    {"<b>a</b></b>", "<b>a</b>"},
    {"<div><b>a</div>b</b>", "<div><b>a</div>b"},
    {"<b><div>a</b></div>", "<b><div>a</div>"},
    {"<my-card>a</my-card>", "<x-custom>a</x-custom>"},
    {"<card>a</card>", "<x-other>a</x-other>"},
    {"<img src=x alt=\"long\">a", "<img>a"},
    {"<noscript><p>enable it</p></noscript>a", "a"},
    {"<iframe src=x></iframe>a<select><option>b</select>c", "ac"},
    {"</br>a", "<br>a"},
    {"<ruby>a<rt>b</rt></ruby>c", "<ruby>a<rt></rt></ruby>c"},
    {"<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>c",
     "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>c"},
    {"<ruby>a<rt>b<c><ruby>d<rt><i>e</i> < f</ruby>g",
     "<ruby>a<rt><x-other><ruby>d<rt><i></i></ruby>g"},
    {"<ruby>a<rt>b<p>c", "<ruby>a<rt><p>c"},
    {"a<rt>b</rt>c", "a<rt>b</rt>c"},
};

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(HtmlPrescan, KeepsTextAndDropsTheRest) {
  for (const Case& c : kCases) EXPECT_EQ(written(prescan_html(c.page)), c.html) << c.page;
}

TEST(HtmlPrescan, KeepsJsonLdOfAllScripts) {
  const PrescannedPage page = prescan_html(
      "<script type=\"application/ld+json\">{\"a\":1}</script><script "
      "type=application/json>{}</script><script>x</script>");
  ASSERT_EQ(page.json_ld.size(), 1U);
  EXPECT_EQ(page.json_ld[0], "{\"a\":1}");
}

TEST(HtmlPrescan, OtherScriptsAreKeptBesideThePageIfTheyAreLong) {
  const std::string body = "state = \"" + std::string(300, 'x') + "\"";
  const std::string html = "<p>a<script>short()</script><script>" + body + "</script>b";
  const PrescannedPage page = prescan_html(html);
  EXPECT_EQ(page.scripts, std::vector<std::string_view>{body});
  EXPECT_EQ(page.html.find("state"), std::string::npos);
}

TEST(HtmlPrescan, ObjectsInAttributesAreKeptAsScriptsAre) {
  const std::string state = "{&quot;a&quot;:&quot;" + std::string(300, 'x') + "&quot;}";
  const std::string html = "<div id=app data-page=\"" + state + "\" title=\"" +
                           std::string(400, 'y') + "\" data-b=\"{&quot;b&quot;:1}\"></div>";
  EXPECT_EQ(prescan_html(html).scripts, std::vector<std::string_view>{state});
}

TEST(HtmlPrescan, CommentOrScriptWithoutEndCostsNoTextBefore) {
  EXPECT_EQ(prescan_html("<p>kept</p><script>var a = '<p>';").html, "<p>kept</p>");
  EXPECT_EQ(prescan_html("<p>kept</p><!-- lost lost").html, "<p>kept</p>");
  EXPECT_EQ(prescan_html("<p>kept</p><!-- lost ><p>kept too").html, "<p>kept</p><p>kept too");
}

TEST(HtmlPrescan, AnElementOfXmlEndsWithItsTag) {
  const std::string xml =
      "<?xml version=\"1.0\"?>\n<html><head><script src=\"x\"/><title/></head><body><a "
      "id=\"top\"/><div/><p>kept</p></body></html>";
  EXPECT_EQ(
      written(prescan_html(xml)),
      "\n<html><head><title></title></head><body><a id=[top]></a><div></div><p>kept</p></body>"
      "</html>");
  EXPECT_EQ(prescan_html(xml.substr(xml.find('\n'))).html, "\n<html><head>") << "no XML";
  EXPECT_EQ(prescan_html("<?xml?>" + repeat("<div>", kMaxDepth) + "<div/>a</div>b").html,
            repeat("<div>", kMaxDepth) + "<br>a</div>b");
}

TEST(HtmlPrescan, QuoteWithoutEndDoesNotSwallowThePage) {
  EXPECT_EQ(prescan_html("<a href=\"x>link</a> and the text").html, "<a>link</a> and the text");
}

TEST(HtmlPrescan, NoscriptWithoutEndLosesOnlyItsTag) {
  EXPECT_EQ(prescan_html("<noscript><p>text of the page").html, "<p>text of the page");
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

TEST(HtmlPrescan, DropsTagsBelowTheGreatestDepthButNoText) {
  const PrescannedPage page = prescan_html(repeat("<div>", 5000) + "deep" + repeat("</div>", 5000));
  EXPECT_TRUE(page.truncated);
  EXPECT_EQ(count(page.html, "<div>"), kMaxDepth);
  EXPECT_EQ(count(page.html, "<br>"), 5000 - kMaxDepth);
  EXPECT_NE(page.html.find("deep"), std::string::npos);
}

TEST(HtmlPrescan, UnclosedInlineTagsKeepParagraphsApart) {
  const PrescannedPage page = prescan_html(repeat("<p><font><b>word", 2000));
  EXPECT_EQ(count(page.html, "word"), 2000U);
  EXPECT_EQ(count(page.html, "<p>") + count(page.html, "<br>"), 2000U);
}

TEST(HtmlPrescan, CapsAttributesOfOneTag) {
  const std::string many_text = "<a " + repeat("title=1 ", 200000) + "id=last>x</a>y";
  const PrescannedPage many = prescan_html(many_text);
  EXPECT_EQ(count(written(many), "title"), 1U);
  EXPECT_EQ(count(written(many), "last"), 0U);
  EXPECT_TRUE(many.html.ends_with(">x</a>y"));
  const std::string big_text = "<a title=\"" + repeat("x", 1U << 20U) + "\" id=b>x</a>y";
  const PrescannedPage big = prescan_html(big_text);
  EXPECT_LT(written(big).size(), kMaxTagBytes);
  EXPECT_TRUE(big.html.ends_with(">x</a>y"));
}

TEST(HtmlPrescan, CutsPagesBetweenTwoCodePoints) {
  const PrescannedPage page = prescan_html(repeat("\u00fc", kMaxPageBytes / 2 + 10));
  EXPECT_TRUE(page.truncated);
  EXPECT_EQ(page.html.size(), kMaxPageBytes);
}

TEST(HtmlPrescan, OpeningsWithoutEndAreReadOnce) {
  // Each of these is quadratic when every opening searches the rest of the page for its end.
  for (const std::string_view part :
       {"<!--", "<noscript>", "<svg>", "<a '", "<a \"", "<", "</", "<!", "<template>", "<a b=\">\"",
        "<a b=\">'\" c='>'", "<!doctype[>"}) {
    EXPECT_LE(prescan_html(repeat(part, 200000)).html.size(), 6000000U) << part;
  }
}

TEST(HtmlPrescan, EndsFarBehindAllOpeningsAreSearchedOnce) {
  EXPECT_EQ(prescan_html(repeat("<!doctype[>", 700000) + "]>end").html, "end");
}

TEST(HtmlPrescan, QuotesThatHideEveryEndOfATagHideNoText) {
  EXPECT_EQ(prescan_html("<p id=\">a\" b=\">c").html, "<p>a\" b=\">c");
  EXPECT_EQ(prescan_html("<b id='>a' c=\">\"<i d='>e' f=\">g").html,
            prescan_html("<b>a' c=\">\"<i>e' f=\">g").html);
}

TEST(HtmlPrescan, EndTagsThatMatchNothingCostNoMoreThanOthers) {
  // A walk over all open elements for each of these end tags takes minutes.
  const PrescannedPage page =
      prescan_html("<b><div>" + repeat("<i>", 990) + repeat("</b>", 1500000) + "end");
  EXPECT_TRUE(page.html.ends_with("<i>end"));
}

}  // namespace
}  // namespace pressmark::indexer
