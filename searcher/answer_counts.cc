#include "searcher/answer_counts.h"

#include <algorithm>

#include "searcher/facet/facet_counter.h"
#include "searcher/facet/related.h"
#include "searcher/facet/timeline.h"
#include "searcher/facet/value_counts.h"

namespace pressmark::searcher {
namespace {

// Beyond it their number is not worth 100 ns an article.
constexpr std::size_t kCountStories = 20000;

/// The finest interval whose rows still fit on two screens.
Interval fitting_interval(const std::optional<std::pair<Date, Date>>& dates) {
  if (!dates) return Interval::Month;
  using std::chrono::sys_days;
  const auto days = (sys_days(dates->second) - sys_days(dates->first)).count();
  if (days <= 45) return Interval::Day;
  if (days <= 45 * 7) return Interval::Week;
  return days <= 45 * 31 ? Interval::Month : Interval::Year;
}

}  // namespace

void AnswerCounts::add_to(Answer& answer) const {
  const MatchSet matches = matching(segments, built.whole());
  answer.summary.total = size(matches);
  answer.summary.total_exact = true;
  if (stories != nullptr && answer.summary.total <= kCountStories) {
    answer.summary.distinct = count_stories(segments, matches, *stories);
  }
  answer.summary.dates = as_dates(first_and_last_day(segments, matches));
  for (const FacetSpec& spec : request.facets) {
    const bool siblings =
        request.facet_mode == FacetMode::Siblings && built.filters.contains(spec.field);
    answer.facets.push_back(
        count_facet(segments, siblings ? matching(segments, built.without(spec.field)) : matches,
                    spec, request.facet_limit, locale));
    std::vector<FacetValue>& values = answer.facets.back().values;
    name_outlets(segments, spec.field, values);
    const std::size_t most = request.period_limit;
    if (spec.interval && most != 0 && values.size() > most)
      values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(most));
  }
  if (request.timeline) answer.timeline = timeline(matches);
  for (const CrossSpec& spec : request.crossings) {
    answer.crossings.push_back(
        count_cross(segments, built.whole(), spec, request.facet_limit, locale, filter, asked));
  }
  for (const FieldId id : request.related) {
    Related& related = answer.related.emplace_back(
        id == FieldId::Body ? related_words(segments, matches, languages, built.terms,
                                            request.facet_limit, analyzer)
                            : related_values(segments, matches, id, request.facet_limit, locale));
    name_outlets(segments, id, related.values);
  }
}

Timeline AnswerCounts::timeline(const MatchSet& matches) const {
  TimelineSpec spec = *request.timeline;
  const auto fitted = [&](const MatchSet& shown) {
    if (!spec.fitting) return;
    auto dates = as_dates(first_and_last_day(segments, shown));
    if (dates && asked.first) dates->first = std::min(dates->first, *asked.first);
    if (dates && asked.last) dates->second = std::max(dates->second, *asked.last);
    spec.interval = fitting_interval(dates);
  };
  if (spec.measure == TimelineSpec::Measure::Count) {
    fitted(matches);
    return count_timeline(segments, matches, spec, nullptr, asked);
  }
  const MatchSet all = matching(segments, base);
  fitted(all);
  return count_timeline(segments, matches, spec, &all, asked);
}

}  // namespace pressmark::searcher
