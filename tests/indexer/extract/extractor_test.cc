#include "indexer/extract/extractor.h"

#include <gtest/gtest.h>

#include "indexer/extract/metadata/robots.h"

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

DecodedDocument page(const std::string& head) {
  DecodedDocument document;
  document.text =
      "<html><head><title>Weir holds</title>" + head +
      "</head><body><article><h1>Weir holds</h1><p>The weir held through the night, and "
      "the keeper lowered the gates when the water fell.</p></article></body></html>";
  return document;
}

TEST(Robots, DirectivesThatForbidIndexing) {
  for (const char* directives :
       {"noindex", "NOINDEX, nofollow", "nofollow , noindex", "none", "index,noindex",
        "max-snippet:20, noindex", "unavailable_after: 25 Jun 2010 15:00:00 PST, noindex"})
    EXPECT_TRUE(forbids_indexing(directives)) << directives;
  for (const char* directives : {"", "index, follow", "nofollow", "otherbot: noindex", "noindexes",
                                 "noarchive", "max-image-preview:none", "all"})
    EXPECT_FALSE(forbids_indexing(directives)) << directives;
}

TEST(Extract, APageThatAsksForNoIndexingIsLeftOutWhereThatIsWanted) {
  const DecodedDocument by_page = page("<meta name='ROBOTS' content='noindex, follow'>");
  DecodedDocument by_server = page("");
  by_server.robots = "otherbot: nofollow\nnoindex\n";
  DecodedDocument text = by_server;
  text.format = Format::PlainText;
  for (const DecodedDocument& document : {by_page, by_server, text}) {
    EXPECT_TRUE(extract(document, {}));
    const auto article = extract(document, {.keep_all = true, .respect_noindex = true});
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().reason, SkipReason::NoIndex);
  }
  DecodedDocument for_another = page("<meta name=otherbot content=noindex>");
  for_another.robots = "otherbot: noindex\n";
  EXPECT_TRUE(extract(for_another, {.respect_noindex = true}));
}

TEST(Extract, TheDayOfTheFileIsTakenOnlyWhereItIsWantedAndThereIsNoOther) {
  DecodedDocument undated = page("");
  undated.file_time = Instant(std::chrono::sys_days(2024y / 5 / 3) + 23h);
  EXPECT_FALSE(extract(undated, {})->published);
  const auto article = extract(undated, {.explain = true, .date_from_file = true});
  ASSERT_TRUE(article->published);
  EXPECT_EQ(*article->published, (PublishedDate{2024y / 5 / 3, DateOrigin::FileTime, false}));
  EXPECT_EQ(name(article->published->origin), "mtime");
  EXPECT_EQ(article->notes.back().rule, "last change of the file");

  DecodedDocument dated =
      page("<meta property='article:published_time' content='2021-01-02T08:00:00Z'>");
  dated.file_time = undated.file_time;
  EXPECT_EQ(extract(dated, {.date_from_file = true})->published->day, 2021y / 1 / 2);
  EXPECT_FALSE(extract(undated, {.date_from_file = true, .today = 2024y / 4 / 1})->published)
      << "a day that is still to come";
  DecodedDocument in_a_warc_file = page("");
  EXPECT_FALSE(extract(in_a_warc_file, {.date_from_file = true})->published);
  DecodedDocument without_time = page("");
  without_time.file_time = Instant();
  EXPECT_FALSE(extract(without_time, {.date_from_file = true})->published) << "1970: no time kept";
}

TEST(Extract, ADayThatIsStillToComeIsLeftOutWithAReason) {
  const auto rule = [](const DecodedDocument& document) {
    std::string last;
    const auto article = extract(document, {.explain = true, .today = 2024y / 5 / 3});
    EXPECT_FALSE(article->published);
    for (const FieldNote& note : article->notes) {
      if (note.field == "date") last = note.rule + ": " + note.value;
    }
    return last;
  };
  constexpr std::string_view kReason = "undated, for this day is still to come: 2031-01-01";
  EXPECT_EQ(rule(page("<meta property='article:published_time' content='2031-01-01T08:00:00Z'>")),
            kReason);
  DecodedDocument text;
  text.format = Format::PlainText;
  text.text =
      "Title: Weir holds\nDate: 2031-01-01\n\nThe weir held through the night, and the keeper "
      "lowered "
      "the gates when the water fell.\n";
  EXPECT_EQ(rule(text), kReason);
}

}  // namespace
}  // namespace pressmark::indexer
