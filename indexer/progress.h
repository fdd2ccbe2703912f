#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark::indexer {

/// How far a run has come. Amounts are of anything that adds up: bytes of input, articles.
struct Progressed {
  std::string_view input;      // what is being read: an origin
  std::uint64_t articles = 0;  // that it has given so far
  std::uint64_t items = 0;     // that were looked at: what the rate counts
  std::uint64_t amount = 0;    // done
  std::uint64_t whole = 0;     // amount of all of it; 0: not known
};

/// "crawl-39.warc.gz" and "41 %  12 840 articles  1 930/s  ETA 3 min".
struct ProgressLine {
  std::string name;
  std::string figures;
};

/// Says now and then how a run comes on. Rates are those of the last quarter of a minute or half;
/// what cannot be known yet is left out.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  /// `first`: until the first line; `interval`: between two lines.
  Progress(Clock::time_point start, Clock::duration first, Clock::duration interval);

  bool due(Clock::time_point now) const { return now >= next_; }
  /// The line that is due.
  ProgressLine line(Clock::time_point now, const Progressed& so_far);

 private:
  struct Mark {
    Clock::time_point time;
    std::uint64_t items = 0;
    std::uint64_t amount = 0;
  };

  Clock::duration interval_;
  Clock::time_point next_;
  std::array<Mark, 2> marks_;  // what the rates are counted from, and what they will be
};

}  // namespace pressmark::indexer
