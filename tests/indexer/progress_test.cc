#include "indexer/progress.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

constexpr Progress::Clock::time_point kStart{};

std::string figures_of(Progress& progress, Progress::Clock::duration at, Progressed so_far) {
  return progress.line(kStart + at, so_far).figures;
}

TEST(Progress, SaysShareArticlesRateAndTheTimeToCome) {
  Progress progress(kStart, {}, 100ms);
  const auto [name, figures] =
      progress.line(kStart + 10s, {"/crawl/crawl-39.warc.gz:182734+7", 12'840, 19'300, 410, 1000});
  EXPECT_EQ(name, "crawl-39.warc.gz");
  EXPECT_EQ(figures, "41 %  12 840 articles  1 930/s  ETA 14 s");
}

TEST(Progress, NamesWhatIsRead) {
  Progress progress(kStart, {}, 100ms);
  const auto name = [&](std::string_view origin) {
    return progress.line(kStart + 1s, {.input = origin}).name;
  };
  EXPECT_EQ(name("a.html"), "a.html");
  EXPECT_EQ(name("crawl/x.jsonl:17"), "x.jsonl");
  EXPECT_EQ(name("crawl/2024"), "2024");
  EXPECT_EQ(name("crawl/a.tar!pages/b.html"), "b.html");
  EXPECT_EQ(name("17"), "17");
  EXPECT_EQ(name("-"), "-");
}

TEST(Progress, WhatIsNotKnownIsLeftOut) {
  Progress progress(kStart, {}, 100ms);
  EXPECT_EQ(figures_of(progress, 0s, {}), "0 articles");
  EXPECT_EQ(figures_of(progress, 10s, {"-", 50, 50, 9000, 0}), "50 articles  5/s")
      << "standard input has no end that is known";
  EXPECT_EQ(figures_of(progress, 11s, {"a", 55, 55, 0, 100}), "0 %  55 articles  5/s")
      << "nothing is done yet";
  EXPECT_EQ(figures_of(progress, 12s, {"a", 60, 60, 150, 100}), "100 %  60 articles  5/s")
      << "a file grew";
  Progress fresh(kStart, {}, 100ms);
  EXPECT_EQ(figures_of(fresh, 1s, {"a", 5, 5, 10, 100}), "10 %  5 articles  5/s") << "too early";
}

TEST(Progress, RatesAreThoseOfLately) {
  Progress progress(kStart, {}, 100ms);
  // Half of the input is known from the last run and passed over in a moment.
  EXPECT_EQ(figures_of(progress, 10s, {"a", 0, 1000, 500, 1000}),
            "50 %  0 articles  100/s  ETA 10 s");
  std::string last;
  for (int i = 1; i <= 12; ++i) {
    const auto more = static_cast<std::uint64_t>(i);
    last = figures_of(progress, 10s + i * 10s, {"a", more, 1000 + more * 10, 500 + more, 1000});
  }
  EXPECT_EQ(last, "51 %  12 articles  1/s  ETA 1 h 21 min");
}

TEST(Progress, ALineIsDueNowAndThen) {
  Progress at_once(kStart, {}, 100ms);
  EXPECT_TRUE(at_once.due(kStart));
  at_once.line(kStart, {});
  EXPECT_FALSE(at_once.due(kStart + 99ms));
  EXPECT_TRUE(at_once.due(kStart + 100ms));
  const Progress later(kStart, 60s, 60s);
  EXPECT_FALSE(later.due(kStart + 59s));
  EXPECT_TRUE(later.due(kStart + 60s));
}

TEST(Progress, LongTimesAreRounded) {
  const auto eta = [](std::uint64_t whole) {
    Progress progress(kStart, {}, 100ms);
    const std::string figures = figures_of(progress, 2s, {"a", 0, 0, 2, whole});
    const std::size_t at = figures.find("ETA ");
    return at == std::string::npos ? "" : figures.substr(at + 4);
  };
  EXPECT_EQ(eta(61), "59 s");
  EXPECT_EQ(eta(62), "1 min");
  EXPECT_EQ(eta(2 + 200), "3 min");
  EXPECT_EQ(eta(2 + 3 * 3600 + 65), "3 h 1 min");
  EXPECT_EQ(eta(2'000'000), "") << "as good as unknown";
}

}  // namespace
}  // namespace pressmark::indexer
