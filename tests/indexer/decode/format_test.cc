#include "indexer/decode/format.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view text;
  std::string_view media_type;
  Format format;
};

constexpr Case kCases[] = {
    {"<!DOCTYPE html><title>Bridge</title>", "", Format::Html},
    {"\n\n <HTML><BODY>Bridge", "", Format::Html},
    {"<!-- saved by a browser --><div><p>Bridge</p></div>", "", Format::Html},
    {"<?xml version='1.0'?>\n<!DOCTYPE html [<!ENTITY a 'b'>]>\n<html xmlns='x'>", "",
     Format::Html},
    {"<p>A fragment.</p><p>Another.</p>", "", Format::Html},
    {"Bridge closed\n\nThe old bridge (built < 1900) was closed.", "", Format::PlainText},
    {"Bridge closed\n\nUse <b> and <i> sparingly, the editor wrote.", "", Format::PlainText},
    {"A story without markup.", "text/html", Format::PlainText},
    {"A story with <p>one tag.", "text/html", Format::Html},
    {"How to write <html>: begin with <head>, then <body>.", "text/plain", Format::PlainText},
    {"{\"title\": \"Bridge\"}", "application/json", Format::JsonArticle},
    {"{curly} beginnings are text", "", Format::PlainText},
    {"<?xml version='1.0'?><nitf><head/></nitf>", "", Format::NewsXml},
    {"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>", "", Format::NewsXml},
    {"<?xml version='1.0'?>\n<!-- agency -->\n<nar:newsItem xmlns:nar='x'>", "", Format::NewsXml},
    {"<?xml version='1.0'?><NewsML Version='1.2'>", "", Format::NewsXml},
    {"", "", Format::PlainText},
    {"<!-- a note without an end", "", Format::Html},
    {"<?xml without an end", "", Format::Html},
    {"<!ELEMENT without an end", "", Format::PlainText},
    {"<!X [ without an end >", "", Format::PlainText},
    {"<!X [ <a> ]><nitf>", "", Format::NewsXml},
    {"<!X><!-- and --><a:nitf>", "", Format::NewsXml},
    {"<?xml version='1.0'?><x><p>a</p><p>b</p><p>c</p><p>d</p></x>", "", Format::Html},
    {"A story with <p>one tag.", "application/xhtml+xml", Format::Html},
    {"\f\n ", "", Format::PlainText},
};

TEST(Format, IsToldByContent) {
  for (const Case& c : kCases) {
    const auto format = format_of(c.text, c.media_type, "a");
    ASSERT_TRUE(format) << c.text;
    EXPECT_EQ(*format, c.format) << c.text;
  }
}

TEST(Format, SignsWithoutAnEndAreReadOnce) {
  // Quadratic when every "<" searches the rest of the text for the end of a name.
  for (const std::string_view part : {"<", "</", "<p"}) {
    std::string text = "Harbour ";
    while (text.size() < 1'000'000) text += part;
    EXPECT_EQ(*format_of(text, "text/html", "a"), Format::PlainText) << part;
  }
}

TEST(Format, OtherXmlAndCodeAreNotText) {
  EXPECT_FALSE(format_of("<?xml version='1.0'?><urlset><url/></urlset>", "", "sitemap.xml"));
  EXPECT_FALSE(format_of("<svg xmlns='x'><path d='M0'/></svg>", "", "logo"));
  EXPECT_FALSE(format_of("<feed xmlns='http://www.w3.org/2005/Atom'>", "", "feed"));
  EXPECT_FALSE(format_of("function bridge() { return 1; }", "", "site/app.js"));
  EXPECT_FALSE(format_of("body { color: red }", "text/css", "a"));
  EXPECT_FALSE(format_of("#!/usr/bin/env bash\nset -e\n", "", "crawl/fetch.sh"));
  EXPECT_FALSE(format_of("\n# ours\nUser-agent: *\nDisallow:\n", "text/plain", "robots.txt"));
  EXPECT_FALSE(format_of("var bridge;", "text/javascript", "a"));
  EXPECT_FALSE(format_of("var bridge;", "text/ecmascript", "a"));
  EXPECT_FALSE(format_of("<rdf:RDF xmlns:rdf='x'>", "", "feed"));
  EXPECT_TRUE(format_of("<" + std::string(70, 'x') + "> is no element", "", "a"));
  EXPECT_TRUE(format_of("<!doctype html><p>Named like a script.</p>", "", "read.js"));
}

TEST(BinaryKind, LeavesPagesWithStrayControlBytesAlone) {
  std::string page = "<!DOCTYPE html><p>";
  for (int i = 0; i < 400; ++i) page += "word \x01 word ";
  EXPECT_FALSE(binary_kind(page));
  EXPECT_FALSE(binary_kind("<html><meta content=\"" + std::string(2000, '\0') + "\">text"));
  EXPECT_TRUE(binary_kind(std::string(2000, '\0')));
  EXPECT_FALSE(binary_kind("OTTO, the oldest seal of the zoo, has died."));
}

}  // namespace
}  // namespace pressmark::indexer
