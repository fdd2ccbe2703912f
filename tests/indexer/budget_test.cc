#include "indexer/budget.h"

#include <future>
#include <thread>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(Budget, BoundsItemsAndBytes) {
  Budget budget(3, 100);
  EXPECT_TRUE(budget.take(60));
  EXPECT_TRUE(budget.take(40));
  std::promise<void> started;
  std::atomic<bool> taken = false;
  std::jthread waits([&] {
    started.set_value();
    taken = budget.take(10);
  });
  started.get_future().wait();
  for (int i = 0; i < 1000; ++i) std::this_thread::yield();
  EXPECT_FALSE(taken);
  budget.give_back(40);
  waits.join();
  EXPECT_TRUE(taken);
}

TEST(Budget, WhatIsLargerThanTheBoundPassesAlone) {
  Budget budget(3, 100);
  EXPECT_TRUE(budget.take(1000));
  budget.give_back(1000);
  budget.add(50);
  std::atomic<bool> taken = false;
  std::jthread waits([&] { taken = budget.take(1000); });
  for (int i = 0; i < 1000; ++i) std::this_thread::yield();
  EXPECT_FALSE(taken) << "what was added without waiting counts too";
  budget.give_back(50);
  waits.join();
  EXPECT_TRUE(taken);
}

TEST(Budget, NobodyWaitsOnceItIsClosed) {
  Budget budget(1, 100);
  EXPECT_TRUE(budget.take(1));
  std::jthread closes([&] { budget.close(); });
  EXPECT_FALSE(budget.take(1));
}

}  // namespace
}  // namespace pressmark::indexer
