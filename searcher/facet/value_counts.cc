#include "searcher/facet/value_counts.h"

#include <algorithm>
#include <bit>

namespace pressmark::searcher {
namespace {

/// Articles by number of the value in the segment's dictionary; counts those without any value.
std::vector<std::uint32_t> count_numbers(const ListColumn& column,
                                         std::span<const Xapian::docid> articles,
                                         std::size_t& missing) {
  std::vector<std::uint32_t> counts(column.size(), 0);
  for (const Xapian::docid article : articles) {
    const auto numbers = column.of(article);
    missing += numbers.empty() ? 1 : 0;
    for (const std::uint32_t number : numbers) {
      if (number < counts.size()) ++counts[number];
    }
  }
  return counts;
}

/// Adds up the counts of segments: a hash table by the stored hashes of the values.
class Joined {
 public:
  explicit Joined(std::size_t expected) : places_(std::bit_ceil(2 * expected + 16), 0) {}

  void add(const ListColumn& column, std::span<const std::uint32_t> counts) {
    for (std::uint32_t number = 0; number < counts.size(); ++number) {
      if (counts[number] != 0) add(column.hash(number), column.value(number), counts[number]);
    }
  }

  std::vector<ValueCount> take() { return std::move(values_); }

 private:
  void add(std::uint64_t hash, std::string_view value, std::size_t count) {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = hash & mask;
    for (; places_[at] != 0; at = (at + 1) & mask) {
      ValueCount& known = values_[places_[at] - 1];
      if (hashes_[places_[at] - 1] == hash && known.value == value) {
        known.count += count;
        return;
      }
    }
    values_.push_back({value, count});
    hashes_.push_back(hash);
    places_[at] = static_cast<std::uint32_t>(values_.size());
  }

  std::vector<std::uint32_t> places_;  // 0: free; else one more than the index of the value
  std::vector<ValueCount> values_;
  std::vector<std::uint64_t> hashes_;
};

std::size_t count_used(std::span<const std::uint32_t> counts) {
  return counts.size() - static_cast<std::size_t>(std::ranges::count(counts, 0U));
}

}  // namespace

ValueCounts count_values(std::span<const FacetSegment> segments, const MatchSet& matches,
                         unsigned slot) {
  ValueCounts result;
  std::vector<std::vector<std::uint32_t>> counts;
  std::size_t used = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    counts.push_back(count_numbers(segments[i].columns.list(slot), matches[i], result.missing));
    used += count_used(counts.back());
  }
  if (segments.size() == 1) {
    const ListColumn& column = segments[0].columns.list(slot);
    result.values.reserve(used);
    for (std::uint32_t number = 0; number < counts[0].size(); ++number) {
      if (counts[0][number] == 0) continue;
      result.values.push_back({column.value(number), counts[0][number]});
    }
    return result;
  }
  Joined joined(used);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    joined.add(segments[i].columns.list(slot), counts[i]);
  }
  result.values = joined.take();
  return result;
}

std::size_t count_missing(std::span<const FacetSegment> segments, const MatchSet& matches,
                          std::span<const unsigned> slots) {
  std::size_t missing = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const Xapian::docid article : matches[i]) {
      const bool none = std::ranges::all_of(
          slots, [&](unsigned slot) { return segments[i].columns.list(slot).of(article).empty(); });
      missing += none ? 1 : 0;
    }
  }
  return missing;
}

std::map<std::uint32_t, std::size_t> count_days(std::span<const FacetSegment> segments,
                                                const MatchSet& matches) {
  std::vector<std::uint32_t> days;
  days.reserve(size(matches));
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const Xapian::docid article : matches[i])
      days.push_back(segments[i].columns.date(article));
  }
  std::ranges::sort(days);
  std::map<std::uint32_t, std::size_t> counts;
  for (auto it = days.begin(); it != days.end();) {
    const auto end = std::upper_bound(it, days.end(), *it);
    counts.emplace_hint(counts.end(), *it, static_cast<std::size_t>(end - it));
    it = end;
  }
  return counts;
}

std::size_t count_stories(std::span<const FacetSegment> segments, const MatchSet& matches,
                          const StoryTable& stories) {
  if (stories.size() == 0) return size(matches);
  std::vector<std::uint64_t> keys;
  keys.reserve(size(matches));
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const Xapian::docid article : matches[i]) {
      keys.push_back(stories.story_of(segments[i].columns.key(article)));
    }
  }
  std::ranges::sort(keys);
  return static_cast<std::size_t>(std::unique(keys.begin(), keys.end()) - keys.begin());
}

}  // namespace pressmark::searcher
