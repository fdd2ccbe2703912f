#include "indexer/article_processor.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

RawDocument page() {
  RawDocument raw;
  raw.origin = "a.html";
  raw.bytes =
      "<html><head><title>Weir holds</title></head><body><h1>Weir holds</h1><p>The weir held "
      "through the night, and the keeper lowered the gates when the water fell.</p></body></html>";
  return raw;
}

TEST(ArticleProcessor, ADocumentThatTakesTooLongIsLeftOutAtTheNextStage) {
  const ArticleProcessor hurried({}, {}, {}, {}, 0.0);
  const auto article = hurried.read(page());
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error(), (Skip{SkipReason::TooSlow, "over 0 seconds to decode it"}));
  Workbench bench;
  const ProcessedDocument processed = hurried.process(page(), KeyIndex(), bench);
  ASSERT_TRUE(std::holds_alternative<Skip>(processed.content));
  EXPECT_EQ(std::get<Skip>(processed.content).reason, SkipReason::TooSlow);
  EXPECT_EQ(skip_class(SkipReason::TooSlow), SkipClass::Failed) << "it is told";
}

TEST(ArticleProcessor, TimeIsThatOfADocument) {
  const ArticleProcessor processor({}, {}, {}, {}, 60.0);
  EXPECT_TRUE(processor.read(page()));
  EXPECT_TRUE(processor.read(page()));
}

TEST(Deadline, PassesWithTheThreadsOwnTime) {
  const Deadline far(3600.0);
  EXPECT_FALSE(far.passed());
  const Deadline near(0.01);
  while (!near.passed()) {
  }
  EXPECT_FALSE(far.passed());
}

TEST(ArticleProcessor, TheTextsLanguageSettlesTheOrderOfNumbers) {
  const ArticleProcessor processor({}, {}, Instant(std::chrono::sys_days(2024y / 6 / 1)));
  const auto day = [&](std::string_view text) {
    RawDocument raw;
    raw.origin = "page.html";
    raw.bytes.append("<title>Pier</title><h1>Pier</h1><p class=date>03/04/2024</p><p>")
        .append(text);
    const Outcome<IndexedArticle> read = processor.read(std::move(raw));
    return read && read->article.published ? read->article.published->day : Date{};
  };
  EXPECT_EQ(day("The council of the harbour town decided on Tuesday to rebuild the pier after the "
                "storm. Work will begin in the spring and cost four million."),
            2024y / 3 / 4);
  EXPECT_EQ(day("Le conseil municipal a décidé mardi de reconstruire la jetée après la tempête. "
                "Les travaux commenceront au printemps et coûteront quatre millions."),
            2024y / 4 / 3);
}

TEST(ArticleProcessor, TheAddressThatAPageStatesIsAskedFor) {
  const auto read = [](PathFilter filter, bool included) {
    RawDocument raw = page();
    raw.included = included;
    raw.bytes += "<link rel=canonical href='https://weir.example/holds'>";
    const ArticleProcessor processor({}, {}, {}, std::move(filter), 60.0);
    const auto article = processor.read(std::move(raw));
    return article ? Skip{SkipReason::NoText, "none"} : article.error();
  };
  const Skip kept{SkipReason::NoText, "none"};
  const Skip left_out{SkipReason::Excluded, "https://weir.example/holds"};
  EXPECT_EQ(read({{}, {"https://weir.example/*"}}, true), left_out);
  EXPECT_EQ(read({{}, {"https://other.example/*"}}, true), kept);
  EXPECT_EQ(read({{"https://weir.example/*"}, {}}, false), kept);
  EXPECT_EQ(read({{"https://other.example/*"}, {}}, false), left_out);
  EXPECT_EQ(read({{"https://other.example/*"}, {}}, true), kept) << "its path fits";
}

}  // namespace
}  // namespace pressmark::indexer
