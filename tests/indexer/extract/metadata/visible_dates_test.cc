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

TEST(VisibleDates, ALineNextToTheHeadlineOutranksElementsBehindTheText) {
  for (const std::string_view later :
       {"<div><a href=/2>Lock</a><time datetime=2024-05-09>9 May</time></div>",
        "<div><a href=/2>Lock</a><time class='entry-date published'>9 May 2024</time></div>",
        "<div><a href=/2>Lock</a><span class=date>9 May 2024</span></div>"}) {
    EXPECT_EQ(day("<p>3 May 2024</p>", later), "2024-05-03") << later;
    EXPECT_EQ(day("<span class=date>3 May 2024</span>", later), "2024-05-03") << later;
  }
}

TEST(VisibleDates, BehindTheTextWordsStillSayThatADayIsOfPublication) {
  EXPECT_EQ(day("<p>5 May 2024</p>", "<div class=date>First published: 3 May 2024</div>"),
            "2024-05-03");
  EXPECT_EQ(day("<p>Updated 5 May 2024</p>", "<time datetime=2024-05-03>3 May</time>"),
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

TEST(VisibleDates, AHeadingInSignsWithoutBlanksIsAStorysToo) {
  EXPECT_EQ(
      day("", "<div><h3><a href=/2>青溪图书馆延长开放时间</a></h3><time>2024-05-04</time></div>"),
      "");
  EXPECT_EQ(day("", "<div><h3><a href=/2>王小明</a></h3><time>2024-05-04</time></div>"),
            "2024-05-04");
}

}  // namespace
}  // namespace pressmark::indexer
