#include "indexer/progress.h"

#include <algorithm>

#include <fmt/core.h>

#include "indexer/report.h"

namespace pressmark::indexer {
namespace {

using namespace std::chrono_literals;

constexpr auto kMarkAge = 15s;
constexpr auto kLeastTime = 2s;   // before a rate says something of the time to come
constexpr double kLongest = 1e6;  // seconds: what is said to take longer is not known

/// "a.warc.gz" of "crawl/a.warc.gz:1234".
std::string name_of(std::string_view origin) {
  origin = origin.substr(origin.rfind('/') + 1);
  const std::size_t number = origin.find_last_not_of("0123456789+");
  if (number != std::string_view::npos && number > 0 && origin[number] == ':')
    origin = origin.substr(0, number);
  return std::string(origin);
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min", (whole + 30) / 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace

Progress::Progress(Clock::time_point start, Clock::duration first, Clock::duration interval)
    : interval_(interval), next_(start + first), marks_{Mark{start}, Mark{start}} {}

ProgressLine Progress::line(Clock::time_point now, const Progressed& so_far) {
  next_ = now + interval_;
  if (now - marks_[1].time >= kMarkAge) {
    marks_ = {marks_[1], Mark{now, so_far.items, so_far.amount}};
  }
  const Mark& from = marks_[0];
  const double seconds = std::chrono::duration<double>(now - from.time).count();
  std::string figures;
  const std::uint64_t done = std::min(so_far.amount, so_far.whole);
  if (so_far.whole > 0) {
    const auto share = static_cast<double>(done) / static_cast<double>(so_far.whole);
    figures += fmt::format("{} %  ", static_cast<int>(100 * share));
  }
  figures += fmt::format("{} articles", grouped(so_far.articles));
  if (seconds <= 0) return {name_of(so_far.input), figures};
  const double rate = static_cast<double>(so_far.items - from.items) / seconds;
  figures += fmt::format("  {}/s", grouped(static_cast<std::uint64_t>(rate)));
  const double speed = static_cast<double>(so_far.amount - from.amount) / seconds;
  if (done < so_far.whole && speed > 0 && now - from.time >= kLeastTime) {
    const double left = static_cast<double>(so_far.whole - done) / speed;
    if (left < kLongest) figures += "  ETA " + duration(left);
  }
  return {name_of(so_far.input), figures};
}

}  // namespace pressmark::indexer
