#include "searcher/facet/timeline.h"

#include "searcher/facet/facet_counter.h"
#include "searcher/facet/periods.h"
#include "searcher/facet/value_counts.h"

namespace pressmark::searcher {
namespace {

std::size_t at(const PeriodCounts& counts, Date start) {
  const auto found = counts.find(std::chrono::sys_days(start));
  return found == counts.end() ? 0 : found->second;
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
  const PeriodCounts archived =
      by_period(count_days(segments, everything(segments)), spec.interval);
  for (const Date start : time_rows(span, asked, spec.interval)) {
    Bucket bucket{start, period_label(start, spec.interval), at(counts, start), at(archived, start),
                  std::nullopt};
    if (base != nullptr) bucket.of = at(of, start);
    timeline.buckets.push_back(std::move(bucket));
  }
  return timeline;
}

}  // namespace pressmark::searcher
