#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace pressmark::indexer {

/// What may be on its way between threads at a time, in items and in bytes.
class Budget {
 public:
  Budget(std::size_t max_items, std::size_t max_bytes)
      : max_items_(max_items), max_bytes_(max_bytes) {}

  /// Waits until there is room for one more item. One that is larger than the bound passes when
  /// nothing else is on its way. False when the budget is closed.
  bool take(std::size_t bytes) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return closed_ || items_ == 0 || (items_ < max_items_ && bytes_ + bytes <= max_bytes_);
    });
    if (closed_) return false;
    ++items_;
    bytes_ += bytes;
    return true;
  }

  /// The same without waiting, for what takes the place of items that are given back.
  void add(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    ++items_;
    bytes_ += bytes;
  }

  void give_back(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    --items_;
    bytes_ -= bytes;
    room_.notify_all();
  }

  /// Nobody waits any more.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    room_.notify_all();
  }

 private:
  const std::size_t max_items_;
  const std::size_t max_bytes_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::size_t items_ = 0;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace pressmark::indexer
