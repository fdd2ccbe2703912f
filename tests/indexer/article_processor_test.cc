#include "indexer/article_processor.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

RawDocument page() {
  RawDocument raw;
  raw.origin = "a.html";
  raw.bytes =
      "<html><head><title>Weir holds</title></head><body><h1>Weir holds</h1><p>The weir held "
      "through the night, and the keeper lowered the gates when the water fell.</p></body></html>";
  return raw;
}

TEST(ArticleProcessor, ADocumentThatTakesTooLongIsLeftOutAtTheNextStage) {
  const ArticleProcessor hurried({}, {}, {}, 0.0);
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
  const ArticleProcessor processor({}, {}, {}, 60.0);
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

}  // namespace
}  // namespace pressmark::indexer
