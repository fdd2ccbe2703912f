#include "searcher/facet/timeline.h"

#include <algorithm>
#include <map>

#include "searcher/facet/facet_counter.h"
#include "searcher/facet/periods.h"
#include "searcher/facet/value_counts.h"

namespace pressmark::searcher {
namespace {

std::size_t at(const PeriodCounts& counts, Date start) {
  const auto found = counts.find(std::chrono::sys_days(start));
  return found == counts.end() ? 0 : found->second;
}

/// Articles of the whole archive by day; deleted ones may still be among them.
std::map<std::uint32_t, std::size_t> archive_days(std::span<const FacetSegment> segments) {
  std::map<std::uint32_t, std::size_t> counts;
  for (const FacetSegment& segment : segments) {
    if (segment.remote) {
      const std::span<const FacetSegment> only(&segment, 1);
      for (const auto& [day, articles] : count_days(only, everything(only)))
        counts[day] += articles;
      continue;
    }
    const std::span<const std::uint32_t> dates = segment.columns.dates().all();
    std::vector<std::uint32_t> days(dates.begin(), dates.end());
    std::ranges::sort(days);
    for (auto it = days.begin(); it != days.end();) {
      const auto end = std::upper_bound(it, days.end(), *it);
      counts[*it] += static_cast<std::size_t>(end - it);
      it = end;
    }
  }
  return counts;
}

std::size_t dated(const PeriodCounts& counts) {
  std::size_t total = 0;
  for (const auto& [start, count] : counts) total += count;
  return total;
}

}  // namespace

Timeline count_timeline(std::span<const FacetSegment> segments, const MatchSet& matches,
                        const TimelineSpec& spec, const MatchSet* base, const DateRange& asked) {
  Timeline timeline{spec, {}, 0, 0, {}};
  const PeriodCounts counts = by_period(count_days(segments, matches), spec.interval);
  timeline.undated = size(matches) - dated(counts);
  PeriodCounts of;
  if (base != nullptr) {
    of = by_period(count_days(segments, *base), spec.interval);
    timeline.share_total = size(*base);
  }
  const PeriodCounts& span = base != nullptr ? of : counts;
  if (span.empty()) return timeline;
  const PeriodCounts archived = by_period(archive_days(segments), spec.interval);
  for (const Date start : time_rows(span, asked, spec.interval)) {
    Bucket bucket{start, period_label(start, spec.interval), at(counts, start), at(archived, start),
                  std::nullopt};
    if (base != nullptr) bucket.of = at(of, start);
    timeline.buckets.push_back(std::move(bucket));
  }
  return timeline;
}

}  // namespace pressmark::searcher
