#include "indexer/extract/feeds/feed_fields.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

FeedFields fields_of(std::string_view feed) {
  const auto fields = xml_feed_fields(feed);
  EXPECT_TRUE(fields) << feed;
  return fields.value_or(FeedFields{});
}

FeedFields rss(std::string_view item) {
  return fields_of(
      "<rss><channel><title>Halden Post</title><link>https://a.example/</link>"
      "<language>en</language>\n<item>" +
      std::string(item) + "</item>\n</channel></rss>");
}

TEST(FeedFields, OfRss) {
  const FeedFields fields = rss(
      "<title><![CDATA[Ice &amp; salt]]></title><link> https://a.example/ice?a=1&amp;b=2 </link>"
      "<guid isPermaLink='false'>17</guid><pubDate>Mon, 06 May 2024 10:00:00 +0200</pubDate>"
      "<dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>"
      "<category>Sea</category><category><![CDATA[Ice]]></category><category>Sea</category>"
      "<description>&lt;p&gt;Short.&lt;/p&gt;</description>"
      "<content:encoded><![CDATA[<p>Long]]]]><![CDATA[>text.</p>]]></content:encoded>"
      "<media:title>Photo</media:title><dcterms:modified>2024-05-07</dcterms:modified>");
  EXPECT_EQ(fields.title, "Ice & salt");
  EXPECT_EQ(fields.link, "https://a.example/ice?a=1&b=2");
  EXPECT_EQ(fields.id, "17");
  EXPECT_EQ(fields.published, "Mon, 06 May 2024 10:00:00 +0200");
  EXPECT_EQ(fields.modified, "2024-05-07");
  EXPECT_EQ(fields.language, "en");
  EXPECT_THAT(fields.authors, ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(fields.tags, ElementsAre("Sea", "Ice"));
  EXPECT_THAT(fields.outlets, ElementsAre("Halden Post"));
  EXPECT_EQ(fields.summary, "<p>Short.</p>");
  EXPECT_EQ(fields.content, "<p>Long]]>text.</p>");
  EXPECT_FALSE(fields.comment);
}

TEST(FeedFields, OfAtom) {
  const FeedFields fields = fields_of(
      "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:lang='de' xml:base='https://a.example/f/'>"
      "<a:title>Anzeiger</a:title><a:author><a:name>Redaktion</a:name></a:author><a:entry>"
      "<a:title type='html'>Eis &amp;amp; Salz</a:title><a:link rel='self' href='/self'/>"
      "<a:link type='text/html' rel='alternate' href='../eis?a&amp;b'/><a:id>tag:1</a:id>"
      "<a:published>2024-05-06</a:published><a:updated>2024-05-07</a:updated>"
      "<a:category term='sea' label='See'/><a:source><a:title>Moor Echo</a:title></a:source>"
      "<a:content type='xhtml'><div><p>Salz &amp; Eis &lt; 3</p></div></a:content>"
      "</a:entry></a:feed>");
  EXPECT_EQ(fields.title, "Eis & Salz");
  EXPECT_EQ(fields.link, "https://a.example/eis?a&b");
  EXPECT_EQ(fields.id, "tag:1");
  EXPECT_EQ(fields.published, "2024-05-06");
  EXPECT_EQ(fields.modified, "2024-05-07");
  EXPECT_EQ(fields.language, "de");
  EXPECT_THAT(fields.authors, ElementsAre("Redaktion")) << "the feed's, where the entry has none";
  EXPECT_THAT(fields.tags, ElementsAre("See"));
  EXPECT_THAT(fields.outlets, ElementsAre("Moor Echo", "Anzeiger"));
  EXPECT_EQ(fields.content, "<div><p>Salz &amp; Eis &lt; 3</p></div>") << "is HTML as it stands";
}

TEST(FeedFields, OfRdf) {
  const FeedFields fields = fields_of(
      "<rdf:RDF><channel rdf:about='x'><title>Tidende » Sport</title><dc:language>da</dc:language>"
      "</channel>\n<item rdf:about='https://a.example/1'><title>Is</title>"
      "<dc:date>2024-05-06</dc:date></item></rdf:RDF>");
  EXPECT_EQ(fields.link, "https://a.example/1");
  EXPECT_EQ(fields.language, "da");
  EXPECT_EQ(fields.published, "2024-05-06");
  EXPECT_THAT(fields.outlets, ElementsAre("Tidende | Sport"));
}

TEST(FeedFields, TheLinkIsWhereTheFeedHasIt) {
  const auto link = [](std::string_view item) { return rss(item).link; };
  EXPECT_EQ(link("<link>/ice</link>"), "https://a.example/ice");
  EXPECT_EQ(link("<link>https://t.example/1</link><feedburner:origLink>https://a.example/ice"
                 "</feedburner:origLink>"),
            "https://a.example/ice");
  EXPECT_EQ(link("<guid>https://a.example/ice</guid>"), "https://a.example/ice");
  EXPECT_EQ(link("<guid isPermaLink='false'>https://a.example/?p=7</guid>"),
            "https://a.example/?p=7")
      << "better than none";
  EXPECT_EQ(link("<guid>17</guid>"), "");
  EXPECT_EQ(link("<link href='https://a.example/a.pdf' type='application/pdf'/>"),
            "https://a.example/a.pdf");
}

TEST(FeedFields, AuthorsAreNamesWithoutAddresses) {
  const auto authors = [](std::string_view item) { return rss(item).authors; };
  EXPECT_THAT(authors("<author>desk@a.example (Ann Berg)</author>"), ElementsAre("Ann Berg"));
  EXPECT_THAT(authors("<author>Ann Berg &lt;desk@a.example&gt;</author>"), ElementsAre("Ann Berg"));
  EXPECT_THAT(authors("<author>desk@a.example</author>"), IsEmpty());
  EXPECT_THAT(authors("<author><name>Ann</name><email>x@a.example</email></author>"),
              ElementsAre("Ann"));
}

TEST(FeedFields, TextIsReadHoweverItIsEscaped) {
  const auto content = [](std::string_view inner) {
    return rss("<content:encoded>" + std::string(inner) + "</content:encoded>").content;
  };
  EXPECT_EQ(content("&lt;p&gt;a &amp;amp; b&lt;/p&gt;"), "<p>a &amp; b</p>");
  EXPECT_EQ(content("&amp;lt;p&amp;gt;a"), "<p>a") << "twice";
  EXPECT_EQ(content("<p>a<br>b &nbsp; & c</p>"), "<p>a<br>b &nbsp; & c</p>") << "not at all";
  EXPECT_EQ(content("&#65;<![CDATA[<i>&amp;]]>&lt;b<![CDATA[c"), "A<i>&amp;<bc");
}

TEST(FeedFields, CommentsAreTold) {
  EXPECT_TRUE(rss("<link>https://a.example/ice#comment-3</link>").comment);
  EXPECT_TRUE(rss("<guid>https://a.example/ice#comments</guid>").comment);
  EXPECT_TRUE(rss("<thr:in-reply-to ref='x'/>").comment);
  EXPECT_FALSE(rss("<link>https://a.example/ice#xtor=RSS-1</link>").comment);
}

TEST(FeedFields, TheOutletIsNamedWithoutTheFeed) {
  const auto outlets = [](std::string_view title) {
    return fields_of("<rss><channel><title>" + std::string(title) + "</title><item/>").outlets;
  };
  EXPECT_THAT(outlets("Halden Post - RSS Feed"), ElementsAre("Halden Post"));
  EXPECT_THAT(outlets("RSS"), ElementsAre("RSS"));
  EXPECT_THAT(outlets(""), IsEmpty());
}

TEST(FeedFields, DraftsInAnExportAreTold) {
  EXPECT_TRUE(rss("<wp:status>draft</wp:status>").unpublished);
  EXPECT_FALSE(rss("<wp:status><![CDATA[publish]]></wp:status>").unpublished);
  EXPECT_FALSE(rss("<title>Ice</title>").unpublished);
}

TEST(FeedFields, WhatIsBrokenGivesTheRest) {
  EXPECT_EQ(rss("<dc:creator>Jane<title>Ice</title><link>https://a.example/ice").title, "Ice");
  EXPECT_EQ(rss("<a><a>x</a></a><title>Ice</title>").title, "Ice");
  EXPECT_FALSE(xml_feed_fields("<rss><channel></channel></rss>"));
  EXPECT_FALSE(xml_feed_fields(""));
  EXPECT_EQ(fields_of("<item/>").title, "");
  std::string many;
  for (int i = 0; i < 200'000; ++i) many += "<a>";
  EXPECT_EQ(rss(many + "<title>Ice</title>").title, "") << "and it takes no time";
}

}  // namespace
}  // namespace pressmark::indexer
