#include "searcher/facet/related.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "common/schema.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/facet/value_counts.h"
#include "searcher/facet/word_counts.h"

namespace pressmark::searcher {
namespace {

/// k * ln(k / expected), 0 for k = 0.
double part(double k, double expected) { return k > 0 ? k * std::log(k / expected) : 0; }

void keep_most_significant(std::vector<RelatedValue>& values, std::size_t limit) {
  std::ranges::sort(values, [](const RelatedValue& a, const RelatedValue& b) {
    return a.significance != b.significance ? a.significance > b.significance : a.value < b.value;
  });
  if (limit != 0 && values.size() > limit) values.resize(limit);
}

}  // namespace

double significance(std::size_t count, std::size_t sample, std::size_t archived,
                    std::size_t articles) {
  archived = std::max(archived, count);
  articles = std::max({articles, archived, sample});
  if (sample == 0 || sample == articles) return 0;
  const auto k11 = static_cast<double>(count), n1 = static_cast<double>(sample);
  const auto k21 = static_cast<double>(archived) - k11, n2 = static_cast<double>(articles) - n1;
  const double share = static_cast<double>(archived) / static_cast<double>(articles);
  if (k11 / n1 <= k21 / n2) return 0;
  return 2 * (part(k11, n1 * share) + part(k21, n2 * share) + part(n1 - k11, n1 * (1 - share)) +
              part(n2 - k21, n2 * (1 - share)));
}

Related related_values(std::span<const FacetSegment> segments, const MatchSet& matches, FieldId id,
                       std::size_t limit, std::string_view locale) {
  Related related{id, {}, size(matches)};
  if (!field(id).slot) return related;
  const MatchSet all = everything(segments);
  const std::size_t articles = size(all);
  std::unordered_map<std::string_view, std::size_t> archived;
  const ValueCounts archive_counts = count_values(segments, all, *field(id).slot);
  for (const ValueCount& each : archive_counts.values) archived[each.value] = each.count;
  const ValueCounts counts = count_values(segments, matches, *field(id).slot);
  for (const ValueCount& each : counts.values) {
    const std::size_t whole = archived[each.value];
    const double evidence = significance(each.count, related.sample, whole, articles);
    if (each.count < kLeastCount || evidence < kLeastSignificance) continue;
    related.values.push_back({std::string(each.value), value_label(id, each.value, locale),
                              value_query(id, each.value), each.count, whole, evidence});
  }
  keep_most_significant(related.values, limit);
  return related;
}

Related related_words(std::span<const FacetSegment> segments, const MatchSet& matches,
                      std::span<const std::string> languages, std::span<const std::string> terms,
                      std::size_t limit, Analyzer& analyzer) {
  const WordCounts counts = count_words(segments, matches);
  Related related{FieldId::Body, {}, counts.sample};
  std::size_t articles = 0;
  for (const FacetSegment& segment : segments) articles += segment.database.get_doccount();
  for (const auto& [form, count] : counts.forms) {
    if (count < kLeastCount) continue;
    std::size_t archived = 0;
    for (const FacetSegment& segment : segments) archived += segment.database.get_termfreq(form);
    const double evidence = significance(count, related.sample, archived, articles);
    if (evidence < kLeastSignificance || says_nothing(form, languages, terms, analyzer)) continue;
    related.values.push_back({form, "", form, count, archived, evidence});
  }
  keep_most_significant(related.values, limit);
  return related;
}

}  // namespace pressmark::searcher
