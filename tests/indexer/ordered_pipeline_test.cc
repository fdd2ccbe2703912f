#include "indexer/ordered_pipeline.h"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

/// Gives so many documents "0", "1", ..., each tenth a skipped input, and throws at `fails_at`.
class Numbers : public Source {
 public:
  explicit Numbers(int count, int fails_at = -1) : count_(count), fails_at_(fails_at) {}
  std::optional<SourceItem> next() override {
    if (at_ == fails_at_) throw std::runtime_error("the disk went away");
    if (at_ == count_) return std::nullopt;
    const std::string name = std::to_string(at_);
    if (at_++ % 10 == 9) return SkippedInput{name, {SkipReason::NotText, ""}};
    RawDocument raw;
    raw.origin = name;
    raw.bytes.assign(3000, 'x');
    return raw;
  }

 private:
  int count_;
  int fails_at_;
  int at_ = 0;
};

using Pipeline = OrderedPipeline<std::string>;

Pipeline::Handlers handlers(std::vector<std::string>& seen) {
  return {.make_work = [] { return Pipeline::Work([](RawDocument raw) { return raw.origin; }); },
          .consume =
              [&seen](Pipeline::Item item) {
                if (auto* name = std::get_if<std::string>(&item)) seen.push_back(*name);
                if (auto* skipped = std::get_if<SkippedInput>(&item))
                  seen.push_back("skipped " + skipped->origin);
              },
          .at_end = [&seen] { seen.emplace_back("end"); },
          .stop_requested = [] { return false; }};
}

TEST(OrderedPipeline, TheOrderIsThatOfTheSourceForAnyNumberOfThreads) {
  std::vector<std::string> expected;
  for (int i = 0; i < 2000; ++i)
    expected.push_back((i % 10 == 9 ? "skipped " : "") + std::to_string(i));
  expected.emplace_back("end");
  for (const unsigned jobs : {1U, 2U, 7U}) {
    Numbers source(2000);
    std::vector<std::string> seen;
    Pipeline(source, {.jobs = jobs, .bytes = 10'000}, handlers(seen)).run();
    EXPECT_EQ(seen, expected) << jobs << " jobs";
  }
}

TEST(OrderedPipeline, DocumentsInFlightAreBoundedUntilTheyAreConsumed) {
  // Consuming the first waits until as many are read as the bound lets through, and then for more.
  Numbers source(400);
  std::vector<std::string> seen;
  auto own = handlers(seen);
  std::atomic<int> read = 0;
  std::atomic<int> consumed = 0;
  std::atomic<int> most = 0;
  own.make_work = [&] {
    return Pipeline::Work([&](RawDocument raw) {
      const int flying = ++read - consumed;
      int before = most;
      while (before < flying && !most.compare_exchange_weak(before, flying)) {
      }
      return raw.origin;
    });
  };
  own.consume = [&](Pipeline::Item item) {
    if (std::holds_alternative<std::string>(item)) ++consumed;
  };
  // A chunk holds 44 documents of these; the bound lets one through at a time.
  Pipeline(source, {.jobs = 4, .bytes = 140'000}, own).run();
  EXPECT_EQ(consumed, 360);
  EXPECT_LE(most, 50);
}

/// A disk that is slow: what waits to be written counts as what is read does.
TEST(OrderedPipeline, WhatAJobHoldsIsInFlightUntilItIsDone) {
  class Counted : public Source {
   public:
    explicit Counted(std::atomic<int>& given) : given_(given) {}
    std::optional<SourceItem> next() override {
      auto item = numbers_.next();
      ++given_;
      return item;
    }

   private:
    Numbers numbers_{2000};
    std::atomic<int>& given_;
  };
  std::atomic<int> given = 0;
  Counted source(given);
  std::vector<std::string> seen;
  auto own = handlers(seen);
  Pipeline* running = nullptr;
  int read_meanwhile = 0;
  own.consume = [&, posted = false](Pipeline::Item) mutable {
    if (std::exchange(posted, true)) return;
    running->post(
        [&] {
          for (int quiet = 0, before = given; quiet < 2000; ++quiet) {
            std::this_thread::yield();
            if (std::exchange(before, given) != before) quiet = 0;  // the reader comes on
          }
          read_meanwhile = given;
        },
        [] {}, 520'000);
  };
  Pipeline pipeline(source, {.jobs = 2, .bytes = 520'000}, own);
  running = &pipeline;
  pipeline.run();
  EXPECT_LE(read_meanwhile, 5 * 49) << "four chunks were in flight, and one waited for its turn";
  EXPECT_EQ(given, 2001) << "the rest is read once the job is done";
}

TEST(OrderedPipeline, AnEmptySourceEnds) {
  Numbers source(0);
  std::vector<std::string> seen;
  Pipeline(source, {.jobs = 2}, handlers(seen)).run();
  EXPECT_EQ(seen, (std::vector<std::string>{"end"}));
}

TEST(OrderedPipeline, PostedJobsAreDoneBeforeItEnds) {
  Numbers source(100);
  std::vector<std::string> seen;
  auto own = handlers(seen);
  Pipeline* running = nullptr;
  int posted = 0;
  int done = 0;
  std::atomic<int> worked = 0;
  own.consume = [&](Pipeline::Item) {
    ++posted;
    running->post([&] { ++worked; }, [&] { ++done; });
  };
  Pipeline pipeline(source, {.jobs = 2, .waiting_jobs = 3}, own);
  running = &pipeline;
  pipeline.run();
  EXPECT_EQ(posted, 100);
  EXPECT_EQ(worked, 100);
  EXPECT_EQ(done, 100);
}

TEST(OrderedPipeline, AFailureAnywhereComesOutOfRun) {
  std::vector<std::string> seen;
  {
    Numbers source(1000, 500);
    EXPECT_THROW(Pipeline(source, {.jobs = 2}, handlers(seen)).run(), std::runtime_error);
  }
  {
    Numbers source(1000);
    auto own = handlers(seen);
    own.make_work = [] {
      return Pipeline::Work([](RawDocument raw) -> std::string {
        if (raw.origin == "700") throw std::logic_error("work");
        return raw.origin;
      });
    };
    EXPECT_THROW(Pipeline(source, {.jobs = 2}, own).run(), std::logic_error);
  }
  {
    Numbers source(1000);
    auto own = handlers(seen);
    own.consume = [](Pipeline::Item) { throw std::out_of_range("consume"); };
    EXPECT_THROW(Pipeline(source, {.jobs = 2}, own).run(), std::out_of_range);
  }
}

TEST(OrderedPipeline, AStopEndsTheSourceEarlyAndTheRestAsAlways) {
  Numbers source(100'000);
  std::vector<std::string> seen;
  auto own = handlers(seen);
  std::atomic<int> asked = 0;
  own.stop_requested = [&] { return ++asked > 50; };
  Pipeline(source, {.jobs = 2}, own).run();
  EXPECT_EQ(seen.size(), 51U);
  EXPECT_EQ(seen.back(), "end");
}

}  // namespace
}  // namespace pressmark::indexer
