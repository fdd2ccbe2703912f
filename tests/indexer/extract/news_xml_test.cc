#include "indexer/extract/news_xml.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

Outcome<Article> read(std::string_view xml) {
  DecodedDocument document;
  document.origin = "a.xml";
  document.format = Format::NewsXml;
  document.text = xml;
  return extract_news_xml(document, {});
}

constexpr std::string_view kNitf = R"(<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">
<nitf><head><title>slug-pier</title><docdata>
<doc-id regsrc="MERIDIAN" id-string="m-4711"/><date.issue norm="20230314T101500Z"/>
<key-list><keyword key="harbour"/><keyword key="ice"/></key-list></docdata>
<pubdata name="Saltmere Courier" ex-ref="https://www.saltmere-courier.example/ice?utm_source=x"/></head>
<body xml:lang="en"><body.head><hedline><hl1>Saltmere harbour <em>freezes</em> over</hl1>
<hl2>First time in forty years</hl2></hedline>
<byline>By <person>Jane Doe</person><byttl>Staff writer</byttl></byline>
<dateline><location>SALTMERE</location>, <story.date norm="20230314">March 14</story.date></dateline></body.head>
<body.content><media><media-caption><p>A ferry in the ice.</p></media-caption></media>
<block><p>The harbour froze &#8212; for the first time.</p><p>Children <em>skated</em>.</p></block>
<p> </p></body.content><body.end><tagline>Edited by nobody.</tagline></body.end></body></nitf>)";

TEST(NewsXml, ReadsNitf) {
  const auto article = read(kNitf);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Saltmere harbour freezes over");
  EXPECT_EQ(article->text, "The harbour froze \u2014 for the first time.\n\nChildren skated.");
  EXPECT_EQ(article->published, (PublishedDate{2023y / 3 / 14, DateOrigin::Given, true}));
  EXPECT_EQ(article->authors, std::vector<std::string>{"Jane Doe"});
  EXPECT_EQ(article->url, "https://www.saltmere-courier.example/ice");
  EXPECT_EQ(article->outlet, (Outlet{"saltmere-courier.example", "Saltmere Courier"}));
  EXPECT_EQ(article->external_id, "m-4711");
  EXPECT_EQ(article->dateline, "SALTMERE, March 14");
  EXPECT_EQ(article->declared_language, "en");
  EXPECT_EQ(article->tags, (std::vector<std::string>{"harbour", "ice"}));
  EXPECT_FALSE(article->truncated);
}

TEST(NewsXml, ReadsTheFirstItemWithATextOfAMessage) {
  const auto article = read(R"(<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:photo"><contentMeta><headline>A photo</headline></contentMeta></newsItem>
<newsItem guid="urn:story:1"><itemMeta><provider literal="Meridian"/>
<versionCreated>2023-03-15T08:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2023-03-14T10:15:00+01:00</contentCreated><by>Von Anna Müller</by>
<headline>Hafen zugefroren</headline><language tag="de"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body><h2>Eis</h2><p>Der Hafen ist <b>zugefroren</b>.</p><p>Kinder
liefen Schlittschuh.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>)");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Hafen zugefroren");
  EXPECT_EQ(article->external_id, "urn:story:1");
  EXPECT_EQ(article->text, "Eis\n\nDer Hafen ist zugefroren.\n\nKinder liefen Schlittschuh.");
  EXPECT_EQ(article->authors, std::vector<std::string>{"Anna Müller"});
  EXPECT_EQ(article->outlet.name, "Meridian");
  EXPECT_EQ(article->published->day, 2023y / 3 / 14);
  EXPECT_EQ(article->modified, 2023y / 3 / 15);
  EXPECT_EQ(article->declared_language, "de");
}

TEST(NewsXml, ReadsTextWithoutParagraphsOfItsOwn) {
  const auto article = read(
      "<NewsML><NewsItem><NewsLines><HeadLine>Ice</HeadLine></NewsLines><DataContent>The harbour "
      "froze.\n\nChildren skated.</DataContent></NewsItem></NewsML>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Ice");
  EXPECT_EQ(article->text, "The harbour froze.\n\nChildren skated.");
}

TEST(NewsXml, ReadsTheItemsOfOlderArchives) {
  const auto article = read(
      R"(<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en"><title>SALTMERE: Ice.</title>
<headline>Harbour frozen.</headline><byline>Jane Doe</byline><dateline>SALTMERE</dateline>
<text><p>The harbour froze.</p><p>Children skated.</p></text><copyright>(c) Meridian</copyright></newsitem>)");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Harbour frozen.");
  EXPECT_EQ(article->text, "The harbour froze.\n\nChildren skated.");
  EXPECT_EQ(article->published->day, 1996y / 8 / 20);
  EXPECT_EQ(article->external_id, "2286");
  EXPECT_EQ(article->authors, std::vector<std::string>{"Jane Doe"});
}

TEST(NewsXml, WhatIsNoArticleIsSkipped) {
  EXPECT_EQ(read("<nitf><body/></nitf>").error().reason, SkipReason::NoText);
  EXPECT_EQ(read("nitf").error().reason, SkipReason::Damaged);
  EXPECT_EQ(read("").error().reason, SkipReason::Damaged);
}

TEST(NewsXml, EntitiesOfADocumentsOwnAreNotRead) {
  EXPECT_EQ(read("<!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><nitf><body.content>"
                 "<p>&b;</p></body.content></nitf>")
                .error()
                .reason,
            SkipReason::Damaged);
}

TEST(NewsXml, AnAttributeIsReadAsItIsMeant) {
  const auto article = read(
      "<nitf><head><docdata><doc-id id-string='a&amp;b&lt;c&#38;d&amp;#38;e'/></docdata>"
      "<pubdata name='Marks &amp; Sons' ex-ref='https://saltmere.example/s?sec=1&amp;id=2'/>"
      "</head><body><body.content><p>The harbour froze.</p></body.content></body></nitf>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->url, "https://saltmere.example/s?sec=1&id=2");
  EXPECT_EQ(article->outlet.name, "Marks & Sons");
  EXPECT_EQ(article->external_id, "a&b<c&d&#38;e");
}

TEST(NewsXml, ABrokenOrHugeDocumentGivesWhatComesBefore) {
  const auto broken =
      read("<nitf><body.content><p>The harbour froze.</p><p>Children skated</body.content></nitf>");
  ASSERT_TRUE(broken);
  EXPECT_TRUE(broken->text.starts_with("The harbour froze."));
  EXPECT_TRUE(broken->truncated);
  std::string many = "<nitf><body.content>";
  for (int i = 0; i < 200'000; ++i) many += "<p>a</p>";
  const auto huge = read(many + "</body.content></nitf>");
  ASSERT_TRUE(huge);
  EXPECT_TRUE(huge->truncated);
  std::string deep = "<nitf><body.content><p>First.</p>";
  for (int i = 0; i < 100'000; ++i) deep += "<block>";
  ASSERT_TRUE(read(deep));
}

TEST(NewsXml, ATagWithoutEndOfAttributesEndsTheDocument) {
  // libxml2 compares each of them with all the others.
  std::string large = "<nitf><body.content><p>First > all.</p><!-- <p it's > --><p ";
  for (int i = 0; i < 500'000; ++i) large += "a" + std::to_string(i) + "='>' ";
  const auto article = read(large + ">Second.</p></body.content></nitf>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "First > all.");
  EXPECT_TRUE(article->truncated);
}

TEST(NewsXml, WhatStandsWithinAnotherOfItsNameIsNotReadAgain) {
  const auto article = read(
      "<nitf><head><keyword>harbour <keyword>ice</keyword></keyword></head><body><byline><byline>"
      "<person>Jane <person>Doe</person></person></byline></byline>"
      "<body.content><p>The harbour froze.</p></body.content></body></nitf>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->tags, std::vector<std::string>{"harbour ice"});
  EXPECT_EQ(article->authors, std::vector<std::string>{"Jane Doe"});
}

TEST(NewsXml, ARowOfATableIsALine) {
  const auto article = read(
      "<nitf><body><body.content><p>The boats raced.</p><table><tr><td>Heron</td><td>4</td></tr>"
      "<tr><td>Otter</td><td>3</td></tr></table></body.content></body></nitf>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "The boats raced.\n\nHeron 4\n\nOtter 3");
}

TEST(NewsXml, OneThatSaysNearlyNothingIsReadAsFarAsItSaysSomething) {
  EXPECT_FALSE(read("<nitf/>"));
  EXPECT_FALSE(
      read("<nitf><body><body.content><block><p> </p></block></body.content></body></nitf>"));
  EXPECT_FALSE(read("<newsItem><contentSet><inlineXML/></contentSet></newsItem>"));
  const auto bare = read("<nitf><body><body.content><p>The harbour froze.</p></body.content>");
  ASSERT_TRUE(bare);  // cut
  EXPECT_EQ(bare->text, "The harbour froze.");
  EXPECT_TRUE(bare->title.empty());
  DecodedDocument document;
  document.format = Format::NewsXml;
  document.text = kNitf;
  document.truncated = true;
  const auto article = extract_news_xml(document, {.explain = true});
  ASSERT_TRUE(article);
  EXPECT_TRUE(article->truncated);
  EXPECT_FALSE(article->notes.empty());
  document.text = "<nitf><head><docdata/></head><body/></nitf>";
  const auto empty = extract_news_xml(document, {.keep_all = true});
  ASSERT_TRUE(empty);
  EXPECT_TRUE(empty->text.empty());
}

}  // namespace
}  // namespace pressmark::indexer
