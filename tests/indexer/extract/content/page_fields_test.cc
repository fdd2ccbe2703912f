#include "indexer/extract/content/page_fields.h"

#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

NodeId first(const Page& page, Tag tag) { return *page.find(tag, 0, page.size()); }

TEST(PageFields, ShortTextStopsAtItsLimit) {
  const Page page = parse_page("<h1>Weir <b>opens</b></h1><h2>" + std::string(500, 'w') + "</h2>");
  EXPECT_EQ(short_text_of(page, first(page, Tag::H1), 20), "Weir opens");
  EXPECT_EQ(short_text_of(page, first(page, Tag::H1), 5), "");
  EXPECT_EQ(short_text_of(page, first(page, Tag::H2), 499), "");
  EXPECT_EQ(short_text_of(page, first(page, Tag::H2), 500).size(), 500U);
}

TEST(PageFields, ATitleLargerThanTitlesAreIsCut) {
  const Page page = parse_page("<title>Weir " + std::string(100'000, 'w') + "</title>");
  const std::string title = read_page_fields(page).document_title;
  EXPECT_EQ(title.size(), kMaxTitleBytes);
  EXPECT_TRUE(title.starts_with("Weir www"));
}

TEST(PageFields, AnElementOfHundredsIsNoLine) {
  std::string html = "<h1>";
  for (int i = 0; i < 400; ++i) html += "<b>w</b>";
  const Page page = parse_page(html + "</h1>");
  EXPECT_EQ(short_text_of(page, first(page, Tag::H1), 4000), "");
}

TEST(PageFields, LinksToAuthorsAreKnownByRelOrAddress) {
  const Page page = parse_page(
      "<a rel='nofollow author' href=/x>J</a><i><a href=/staff/jane>J</a></i>"
      "<b><a href=/news/1>N</a></b>");
  const NodeId rel = first(page, Tag::A);
  const NodeId address = *page.find(Tag::A, rel + 1, page.size());
  const NodeId news = *page.find(Tag::A, address + 1, page.size());
  EXPECT_TRUE(leads_to_author(page, rel));
  EXPECT_TRUE(leads_to_author(page, address));
  EXPECT_FALSE(leads_to_author(page, news));
}

TEST(PageFields, BylinesAreNamedInManyLanguages) {
  for (const std::string name : {"signature", "firma", "muhabir", "penulis", "szerzo", "yazar"}) {
    const Page page = parse_page("<p class=" + name + ">Jane Doe</p>");
    EXPECT_EQ(read_page_fields(page).bylines.size(), 1U) << name;
  }
}

TEST(PageFields, KnowsTheLabelInAHeading) {
  const auto rest = [](std::string_view html) {
    const Page page = parse_page(html);
    return text_without_label(page, *page.find(Tag::H1, 0, page.size()), kMaxHeadingBytes);
  };
  EXPECT_EQ(rest("<h1><span class=title__kicker>Harbour</span> <span>|</span> Ferry sold</h1>"),
            "Ferry sold");
  EXPECT_EQ(rest("<h1><span>Harbour</span> Ferry sold</h1>"), "");
}

TEST(PageFields, AMetaMayHaveSeveralNames) {
  const Page page = parse_page(
      "<meta property=article:published itemprop=datePublished content=2024-05-03>"
      "<meta property=author name=author content='Jane Doe'>");
  const PageFields fields = read_page_fields(page);
  EXPECT_EQ(fields.first({"articlepublished"}), "2024-05-03");
  EXPECT_EQ(fields.first({"datepublished"}), "2024-05-03");
  EXPECT_EQ(fields.first({"author"}), "Jane Doe");
  EXPECT_EQ(fields.meta.size(), 3U);
}

}  // namespace
}  // namespace pressmark::indexer
