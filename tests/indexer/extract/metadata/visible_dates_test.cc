#include "indexer/extract/metadata/visible_dates.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/extract/metadata.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kText =
    "<p>The weir below the old mill is open to boats again, a year after the flood broke its "
    "gate.</p>"
    "<p>Children of both villages opened it on Friday, and the band of the mill played from a "
    "barge.</p>"
    "<p>Eels and trout have been seen above it since, says the warden, who counts them every "
    "night.</p>";

/// The day of a page with these details and teasers around its text.
std::string day(std::string_view details, std::string_view teasers, std::string_view head = {}) {
  DecodedDocument document;
  document.text = "<html lang=en-GB><title>Weir opens</title>";
  document.text.append(head).append("<body><h1>Weir opens</h1>").append(details);
  document.text.append(kText).append(teasers);
  const auto published = read_metadata(parse_page(document.text), document, {}).published;
  return published ? to_string(published->day) : std::string();
}

TEST(VisibleDates, ALineNextToTheHeadlineOutranksDaysOfSeveralStoriesBehindTheText) {
  const std::string next = "<div><a href=/3>Mill</a><span class=date>11 May 2024</span></div>";
  for (const std::string_view later :
       {"<div><a href=/2>Lock</a><time datetime=2024-05-09>9 May</time></div>",
        "<div><a href=/2>Lock</a><time class='entry-date published'>9 May 2024</time></div>",
        "<div><a href=/2>Lock</a><span class=date>9 May 2024</span></div>"}) {
    const std::string teasers = std::string(later) + next;
    EXPECT_EQ(day("<p>3 May 2024</p>", teasers), "2024-05-03") << later;
    EXPECT_EQ(day("<span class=date>3 May 2024</span>", teasers), "2024-05-03") << later;
  }
}

constexpr std::string_view kFoot =
    "<div class=entry-meta><time class='entry-date published' "
    "datetime=2024-05-03T08:00:00+01:00>3 May 2024</time></div>";
constexpr std::string_view kMore =
    "<div><a href=/2>Lock</a><span class=date>9 May 2024</span></div>"
    "<div><a href=/3>Mill</a><span class=date>11 May 2024</span></div>";

TEST(VisibleDates, TheDayAtTheFootOfTheArticleOutranksLinesNextToTheHeadline) {
  const std::string with_others = std::string(kFoot).append(kMore);
  for (const std::string_view line :
       {"<p>12 March 1931 – 28 April 2024</p>",
        "<figure><img><figcaption>12 June 1998</figcaption></figure>",
        "<p>Saturday 18 May 2024</p>", "<p>In cinemas 26 April 2024</p>"})
    EXPECT_EQ(day(line, kFoot), "2024-05-03") << line;
  for (const std::string_view line : {"<p>12 March 1931 – 28 April 2024</p>",
                                      "<figure><img><figcaption>12 June 1998</figcaption></figure>",
                                      "<time datetime=PT5M>5 min</time>"})
    EXPECT_EQ(day(line, with_others), "2024-05-03") << line << ": no day of publication";
  const std::string whole = "<p>Saturday 18 May 2024</p>";
  DecodedDocument document;
  document.text.append("<html lang=en-GB><title>Weir opens</title><body><article><h1>Weir opens")
      .append("</h1>")
      .append(whole)
      .append(kText)
      .append(kFoot)
      .append("</article>")
      .append(kMore);
  const auto published = read_metadata(parse_page(document.text), document, {}).published;
  ASSERT_TRUE(published);
  EXPECT_EQ(to_string(published->day), "2024-05-03") << "in the headline's article";
}

TEST(VisibleDates, BehindTheTextWordsStillSayThatADayIsOfPublication) {
  const std::string teasers(kMore);
  EXPECT_EQ(day("<p>5 May 2024</p>", "<div class=date>First published: 3 May 2024</div>" + teasers),
            "2024-05-03");
  EXPECT_EQ(day("<p>Updated 5 May 2024</p>", "<time datetime=2024-05-03>3 May</time>" + teasers),
            "2024-05-03");
  EXPECT_EQ(day("", "<time datetime=2024-05-03>3 May</time>"), "2024-05-03");
}

TEST(VisibleDates, BesideTheHeadlineOfAnotherStoryStandsItsDay) {
  constexpr std::string_view kTeaser =
      "<div><h4><a href=/2>The lock at the mill stays shut</a></h4>"
      "<time datetime=2024-05-04>4 May 2024</time></div>";
  constexpr std::string_view kLinked =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir opens",)"
      R"("datePublished":"2024-05-03T18:22:10Z"}</script>)";
  EXPECT_EQ(day("<p>3 hours ago</p>", kTeaser), "");
  EXPECT_EQ(day("<p>3 hours ago</p>", kTeaser, kLinked), "2024-05-03") << "no neighbour in a zone";
  for (const std::string_view beside :
       {"<a rel=author href=/jd>Jane Doe of the Valley Desk</a>", "<a href=/12>Тимур Завьялов</a>",
        "<a href=/valley>Valley news</a>", "<a href=/1>Weir opens</a>"}) {
    const std::string details =
        "<div><h4>" + std::string(beside) + "</h4><time>3 May 2024</time></div>";
    EXPECT_EQ(day(details, kTeaser), "2024-05-03") << beside;
  }
}

TEST(VisibleDates, BesideTheArticlesOwnTextStandsItsOwnDay) {
  constexpr std::string_view kDay = "<p class=date>3 May 2024</p>";
  const std::string own = std::string(kDay).append(kText);
  const auto apart = [](std::string_view body) {
    DecodedDocument document;
    document.text.append("<html lang=en-GB><title>Weir opens</title><body><header><h1>Weir opens")
        .append("</h1></header><div class=body>")
        .append(body)
        .append("</div>");
    const auto published = read_metadata(parse_page(document.text), document, {}).published;
    return published ? to_string(published->day) : std::string();
  };
  EXPECT_EQ(apart(own + "<h4><a href=/3>Read also: the lock stays shut</a></h4>"), "2024-05-03");
  EXPECT_EQ(apart("<h2>Why <a href=/c>the council of the valley</a> paid</h2>" + std::string(kDay)),
            "2024-05-03")
      << "the link is of the heading's own story";
  EXPECT_EQ(apart("<h4><a href=/3>The lock at the mill stays shut</a></h4>"
                  "<p class=date>Published: 3 May 2024</p>"),
            "2024-05-03")
      << "its words say so";
  EXPECT_EQ(apart("<h4><a href=/3>The lock at the mill stays shut</a></h4>" + std::string(kDay)),
            "");
}

TEST(VisibleDates, AHeadingInSignsWithoutBlanksIsAStorysToo) {
  EXPECT_EQ(
      day("", "<div><h3><a href=/2>青溪图书馆延长开放时间</a></h3><time>2024-05-04</time></div>"),
      "");
  EXPECT_EQ(day("", "<div><h3><a href=/2>王小明</a></h3><time>2024-05-04</time></div>"),
            "2024-05-04");
}

}  // namespace
}  // namespace pressmark::indexer
