#pragma once

#include <ctime>

namespace pressmark::indexer {

/// So much processor time of the thread that makes it, from then on. Asking costs a call into the
/// kernel, .3 us: between stages, not within loops.
class Deadline {
 public:
  explicit Deadline(double seconds) : end_(now() + seconds) {}
  bool passed() const { return now() > end_; }

 private:
  static double now() {
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  }

  double end_;
};

}  // namespace pressmark::indexer
