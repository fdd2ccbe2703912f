#include "common/xml_tags.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "+a" begins an element, "-a" ends it, "=a" is an empty one.
std::string shown(const XmlTag& tag) {
  const char kind = tag.kind == XmlTag::Kind::Begin ? '+'
                    : tag.kind == XmlTag::Kind::End ? '-'
                                                    : '=';
  return kind + std::string(tag.name);
}

std::vector<std::string> tags_of(std::string_view text) {
  std::vector<std::string> found;
  XmlTags tags(text);
  while (const auto tag = tags.next()) found.push_back(shown(*tag));
  return found;
}

TEST(XmlTags, AreTheTagsOfTheText) {
  EXPECT_THAT(tags_of("<?xml version='1.0'?><!DOCTYPE a><a b='c'>text<d:e/><f g=\"h\" /></a\n>"),
              ElementsAre("+a", "=d:e", "=f", "-a"));
  XmlTags tags("x<a b='1>2'>y");
  const auto tag = tags.next();
  ASSERT_TRUE(tag);
  EXPECT_EQ(tag->begin, 1U);
  EXPECT_EQ(tag->end, 12U);
  EXPECT_EQ(tag->attributes, " b='1>2'");
  EXPECT_FALSE(tags.next());
}

TEST(XmlTags, SectionsArePassedOver) {
  EXPECT_THAT(tags_of("<!-- <a> --><![CDATA[<b>]]><?c <d> ?><e/>"), ElementsAre("=e"));
  EXPECT_THAT(tags_of("<!DOCTYPE a [<!ENTITY b '<c>'> ]><a>"), ElementsAre("+a"));
  EXPECT_THAT(tags_of("<![CDATA[a]]]]><![CDATA[><b>]]><c/>"), ElementsAre("=c"));
}

TEST(XmlTags, WhatIsBrokenCostsLittle) {
  EXPECT_THAT(tags_of("1 < 2 <3> <a <b> << <c d='e> <f/>"), ElementsAre("+b", "+c", "=f"));
  EXPECT_THAT(tags_of("<!-- <a> <![CDATA[ <b> <? <c>"), ElementsAre("+a", "+b", "+c")) << "no ends";
  EXPECT_THAT(tags_of("<![CDATA[<a></a><![CDATA[<b>]]><c/>"), ElementsAre("+a", "-a", "=c"))
      << "the first has lost its end";
  EXPECT_THAT(tags_of("<!DOCTYPE a [ <b>"), ElementsAre("+b"));
  for (const char* text : {"", "<", "</", "<a", "<!", "<!-", "</ a>", "< a>"})
    EXPECT_THAT(tags_of(text), IsEmpty()) << text;
}

TEST(XmlTags, GoOnInATextThatComesInPieces) {
  const std::string text = "<a><!-- <b> --><c d='e'>f</c><![CDATA[<g>]]></a>";
  std::vector<std::string> found;
  std::size_t dropped = 0;
  XmlTags tags({}, XmlTags::Text::Begin);
  for (std::size_t size = 1; size <= text.size(); ++size) {
    const std::string piece = text.substr(dropped, size - dropped);
    tags.go_on(piece, size < text.size() ? XmlTags::Text::Begin : XmlTags::Text::Whole);
    while (const auto tag = tags.next()) found.push_back(shown(*tag));
    const std::size_t seen = tags.position();
    dropped += seen;
    const std::string rest = text.substr(dropped, size - dropped);
    tags.go_on(rest, tags.whole() ? XmlTags::Text::Whole : XmlTags::Text::Begin, seen);
  }
  EXPECT_THAT(found, ElementsAre("+a", "+c", "-c", "-a"));
}

TEST(XmlTags, OneThatIsGivenBackComesAgain) {
  XmlTags tags("<a><b>");
  ASSERT_TRUE(tags.next());
  const auto tag = tags.next();
  ASSERT_TRUE(tag);
  tags.give_back(*tag);
  EXPECT_EQ(tags.next()->name, "b");
}

TEST(XmlTags, NamesAndAttributes) {
  EXPECT_EQ(local_name("dc:creator"), "creator");
  EXPECT_EQ(local_name("creator"), "creator");
  constexpr std::string_view kAttributes = " a = 'b' xml:lang=\"en\" c d=e f='";
  EXPECT_EQ(xml_attribute(kAttributes, "a"), "b");
  EXPECT_EQ(xml_attribute(kAttributes, "xml:lang"), "en");
  EXPECT_EQ(xml_attribute(kAttributes, "lang"), "");
  EXPECT_EQ(xml_attribute(kAttributes, "c"), "");
  EXPECT_EQ(xml_attribute(kAttributes, "d"), "e");
  EXPECT_EQ(xml_attribute(kAttributes, "f"), "");
  EXPECT_EQ(xml_attribute(" a=", "a"), "");
}

TEST(XmlEscaped, StandsInTextAndInAttributes) {
  EXPECT_EQ(xml_escaped("a & \"b\" <c> &amp;"), "a &amp; &quot;b&quot; &lt;c> &amp;amp;");
}

}  // namespace
}  // namespace pressmark
