#include "indexer/markup/dom.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

/// "html(body(p('text')))": the tree on one line.
std::string outline(const Page& page) {
  std::string out;
  std::vector<NodeId> open;
  for (NodeId node = 0; node < page.size(); ++node) {
    while (!open.empty() && page.end(open.back()) <= node) {
      out += ')';
      open.pop_back();
    }
    if (page.is_text(node)) {
      out += '\'' + std::string(page.text(node)) + '\'';
    } else {
      out += std::string(name(page.tag(node))) + '(';
      open.push_back(node);
    }
  }
  return out + std::string(open.size(), ')');
}

struct DomCase {
  std::string_view html;
  std::string_view tree;
};

constexpr DomCase kDomCases[] = {
    {"", ""},
    {"<p>a<p>b", "html(body(p('a')p('b')))"},
    {"<p>a<b>b</b>c</p>", "html(body(p('a'b('b')'c')))"},
    {"<ul><li>a<li>b</ul>", "html(body(ul(li('a')li('b'))))"},
    {"<p>caf&eacute; &amp; &#8220;bar&#8221;", "html(body(p('caf\u00e9 & \u201cbar\u201d')))"},
    {"<p>it&#146;s &#x85;", "html(body(p('it\u2019s \u2026')))"},  // windows-1252 by habit
    {"<p>a&#27;[31mb&#7;", "html(body(p('a[31mb')))"},             // no control characters
    {"<p>a&#127;b\x7F!", "html(body(p('ab!')))"},
    {"<p>caf\u00e9 \u00a9", "html(body(p('caf\u00e9 \u00a9')))"},
    {"<title>A &amp; B</title><p>c", "html(head(title('A & B'))body(p('c')))"},
};

TEST(Page, BuildsATreeOfWhatBrowsersWouldShow) {
  for (const DomCase& c : kDomCases) EXPECT_EQ(outline(parse_page(c.html)), c.tree) << c.html;
}

TEST(Page, FindsSiblingsAndAttributes) {
  const Page page =
      parse_page("<div id=x class=\"a &amp; b\"><p>1</p><p lang=de>2</p></div><div>3</div>");
  const auto div = page.find(Tag::Div, 0, page.size());
  ASSERT_TRUE(div);
  EXPECT_EQ(page.attribute(*div, Attr::Id), "x");
  EXPECT_EQ(page.attribute(*div, Attr::Class), "a & b");
  EXPECT_FALSE(page.has_attribute(*div, Attr::Href));
  const auto second = page.next_sibling(*div + 1);
  ASSERT_TRUE(second);
  EXPECT_EQ(page.attribute(*second, Attr::Lang), "de");
  EXPECT_EQ(page.parent(*second), *div);
  EXPECT_FALSE(page.next_sibling(*second));
  EXPECT_TRUE(page.contains(*div, *second + 1));
  EXPECT_EQ(text_of(page, *div), "1 2");
}

TEST(Page, KnowsWhatIsNotThere) {
  const Page page = parse_page("<p id=x></p><hr><p>text</p>");
  const auto empty = page.find(Tag::P, 0, page.size());
  ASSERT_TRUE(empty);
  EXPECT_EQ(page.text(*empty), "");
  EXPECT_EQ(page.attribute(*empty, Attr::Class), "");
  EXPECT_FALSE(page.find(Tag::Table, 0, page.size()));
  EXPECT_FALSE(page.find(Tag::P, page.size(), page.size() + 9));
  EXPECT_FALSE(page.next_sibling(0)) << "the root has none";
  EXPECT_TRUE(page.has_attribute(*empty, Attr::Id));
}

TEST(Page, TextOfPartsBlocksAndBreaksOnly) {
  const Page page = parse_page(
      "<div>one<p>two</p>th<b>re</b>e<br>four</div>five<b style='display:block'>six</b>seven");
  EXPECT_EQ(text_of(page, 0), "one two three four five six seven");
}

TEST(Page, DeepAndWidePagesAreNoTrouble) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  const Page page = parse_page(deep + "<p>ground</p>");
  EXPECT_TRUE(page.truncated());
  EXPECT_EQ(text_of(page, 0), "ground");
  std::string soup = "<p>first</p>";
  for (int i = 0; i < 400; ++i) soup += "<p><font><b>word";
  EXPECT_TRUE(text_of(parse_page(soup + "<p>last"), 0).ends_with("last"));
}

TEST(Page, CharsetDeclaredInThePageIsIgnored) {
  const Page page = parse_page(
      "<meta charset=utf-16><meta http-equiv=content-type content=\"text/html; "
      "charset=koi8-r\"><p>\u0434\u0430");
  EXPECT_EQ(text_of(page, 0), "\u0434\u0430");
}

TEST(Page, KeepsJsonLd) {
  const Page page =
      parse_page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script><p>a");
  ASSERT_EQ(page.json_ld().size(), 1U);
  EXPECT_EQ(page.json_ld()[0], "{\"@type\":\"NewsArticle\"}");
}

}  // namespace
}  // namespace pressmark::indexer
