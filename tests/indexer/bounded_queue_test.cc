#include "indexer/bounded_queue.h"

#include <atomic>
#include <limits>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();

TEST(BoundedQueue, GivesInOrderAndEndsWhenClosed) {
  BoundedQueue<int> queue(kAny, kAny);
  EXPECT_TRUE(queue.push(1));
  EXPECT_TRUE(queue.push(2));
  queue.push_urgent(0);
  queue.close();
  EXPECT_FALSE(queue.push(3));
  EXPECT_EQ(queue.pop(), 0);
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), 2);
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, AnItemLargerThanTheBoundPassesAlone) {
  BoundedQueue<int> queue(10, 100);
  EXPECT_TRUE(queue.push(1, 1000));
  EXPECT_EQ(queue.pop(), 1);
}

TEST(BoundedQueue, AbandonDropsWhatIsInside) {
  BoundedQueue<std::shared_ptr<int>> queue(10, 100);
  const auto item = std::make_shared<int>(1);
  queue.push(item);
  queue.abandon();
  EXPECT_EQ(item.use_count(), 1);
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, NeverHoldsMoreThanItsBounds) {
  BoundedQueue<int> queue(1000, 30);
  std::atomic<int> inside = 0;
  std::atomic<int> most = 0;
  std::jthread reader([&] {
    while (queue.pop()) --inside;
  });
  for (int i = 0; i < 2000; ++i) {
    queue.push(i, 10);
    // Counted after the push: at most one that is taken out already and one on its way in are off.
    most = std::max(most.load(), ++inside);
  }
  queue.close();
  reader.join();
  EXPECT_EQ(inside, 0);
  EXPECT_LE(most, 3 + 2);
}

TEST(BoundedQueue, ClosingWakesWhoWaits) {
  BoundedQueue<int> full(1, kAny);
  full.push(1);
  BoundedQueue<int> empty(1, kAny);
  std::jthread writer([&] { EXPECT_FALSE(full.push(2)); });
  std::jthread reader([&] { EXPECT_EQ(empty.pop(), std::nullopt); });
  full.close();
  empty.close();
}

}  // namespace
}  // namespace pressmark::indexer
