#include "searcher/facet/value_counts.h"

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_map>

#include "common/schema.h"

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

/// Keeps the most frequent of the values it is shown.
class BestCounts {
 public:
  explicit BestCounts(std::size_t most) : most_(most) {}

  void add(const ListColumn& column, std::uint32_t number, std::size_t count) {
    if (most_ != 0 && kept_.size() == most_ && count < kept_.front().count) return;
    const ValueCount value{column.value(number), count};
    if (most_ != 0 && kept_.size() == most_) {
      if (!before(value, kept_.front())) return;
      std::ranges::pop_heap(kept_, before);
      kept_.back() = value;
    } else {
      kept_.push_back(value);
    }
    if (most_ != 0) std::ranges::push_heap(kept_, before);
  }

  std::vector<ValueCount> take() { return std::move(kept_); }

 private:
  static bool before(const ValueCount& a, const ValueCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  }

  std::size_t most_;
  std::vector<ValueCount> kept_;  // a heap with the last of them in front
};

/// Adds up the counts of segments: a hash table by the stored hashes of the values, which are 64
/// bits of XXH3 and taken for the values themselves.
class Joined {
 public:
  explicit Joined(std::size_t expected) : places_(std::bit_ceil(2 * expected + 16), kFree) {
    values_.reserve(expected);
  }

  void add(const ListColumn& column, std::span<const std::uint32_t> counts) {
    const std::size_t mask = places_.size() - 1;
    for (std::uint32_t number = 0; number < counts.size(); ++number) {
      if (counts[number] == 0) continue;
      const std::uint64_t hash = column.hash(number);
      std::size_t at = hash & mask;
      while (places_[at] != kFree && values_[places_[at]].hash != hash) at = (at + 1) & mask;
      if (places_[at] == kFree) {
        places_[at] = static_cast<std::uint32_t>(values_.size());
        values_.push_back({hash, &column, number, 0});
      }
      values_[places_[at]].count += counts[number];
    }
  }

  std::size_t size() const { return values_.size(); }
  void give(BestCounts& best) const {
    for (const Value& value : values_) best.add(*value.column, value.number, value.count);
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  struct Value {
    std::uint64_t hash;
    const ListColumn* column;
    std::uint32_t number;
    std::uint32_t count;
  };
  std::vector<std::uint32_t> places_;
  std::vector<Value> values_;
};

std::size_t count_used(std::span<const std::uint32_t> counts) {
  return counts.size() - static_cast<std::size_t>(std::ranges::count(counts, 0U));
}

bool any_remote(std::span<const FacetSegment> segments) {
  return std::ranges::any_of(segments, &FacetSegment::remote);
}

/// The same as count_values with remote segments among them: whole values are counted there and
/// split here.
ValueCounts count_everywhere(std::span<const FacetSegment> segments, const MatchSet& matches,
                             unsigned slot, std::size_t most) {
  ValueCounts result;
  std::unordered_map<std::string, std::size_t> totals;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!segments[i].remote) {
      const ListColumn& column = segments[i].columns.list(slot);
      const auto counts = count_numbers(column, matches[i].articles, result.missing);
      for (std::uint32_t number = 0; number < counts.size(); ++number) {
        if (counts[number] != 0) totals[std::string(column.value(number))] += counts[number];
      }
      continue;
    }
    std::size_t with = 0;
    for (const auto& [encoded, articles] : remote_values(segments[i], matches[i], slot)) {
      auto values = decode_values(encoded);
      std::ranges::sort(values);
      values.erase(std::unique(values.begin(), values.end()), values.end());
      with += values.empty() ? 0 : articles;
      for (const std::string_view value : values) totals[std::string(value)] += articles;
    }
    result.missing += matches[i].count - with;
  }
  result.distinct = totals.size();
  auto texts = std::make_shared<std::vector<std::string>>();
  texts->reserve(totals.size());
  for (const auto& [value, count] : totals) {
    texts->push_back(value);
    result.values.push_back({texts->back(), count});
  }
  result.owned = std::move(texts);
  if (most != 0 && result.values.size() > most) {
    std::ranges::partial_sort(result.values,
                              result.values.begin() + static_cast<std::ptrdiff_t>(most),
                              [](const ValueCount& a, const ValueCount& b) {
                                return a.count != b.count ? a.count > b.count : a.value < b.value;
                              });
    result.values.resize(most);
  }
  return result;
}

/// Matches of a remote segment that have a value in none of the slots.
std::size_t remote_missing(const FacetSegment& segment, const SegmentMatches& matches,
                           std::span<const unsigned> slots) {
  std::vector<Xapian::Query> with;
  for (const unsigned slot : slots) {
    with.emplace_back(Xapian::Query::OP_VALUE_GE, slot, std::string(1, '\0'));
  }
  const Xapian::Query without(Xapian::Query::OP_AND_NOT, matches.query,
                              Xapian::Query(Xapian::Query::OP_OR, with.begin(), with.end()));
  return matching({&segment, 1}, without).front().count;
}

/// A day of publication as it is stored: YYYYMMDD; 0 for anything else.
std::uint32_t day_number(std::string_view stored) {
  std::uint32_t day = 0;
  for (const char c : stored) {
    if (c < '0' || c > '9' || day > 99999999) return 0;
    day = 10 * day + static_cast<std::uint32_t>(c - '0');
  }
  return day;
}

}  // namespace

ValueCounts count_values(std::span<const FacetSegment> segments, const MatchSet& matches,
                         unsigned slot, std::size_t most) {
  if (any_remote(segments)) return count_everywhere(segments, matches, slot, most);
  ValueCounts result;
  BestCounts best(most);
  if (segments.size() == 1) {
    const ListColumn& column = segments[0].columns.list(slot);
    const auto counts = count_numbers(column, matches[0].articles, result.missing);
    for (std::uint32_t number = 0; number < counts.size(); ++number) {
      if (counts[number] == 0) continue;
      ++result.distinct;
      best.add(column, number, counts[number]);
    }
    result.values = best.take();
    return result;
  }
  std::vector<std::vector<std::uint32_t>> counts;
  std::size_t used = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    counts.push_back(
        count_numbers(segments[i].columns.list(slot), matches[i].articles, result.missing));
    used += count_used(counts.back());
  }
  Joined joined(used);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    joined.add(segments[i].columns.list(slot), counts[i]);
  }
  joined.give(best);
  result.distinct = joined.size();
  result.values = best.take();
  return result;
}

std::size_t count_missing(std::span<const FacetSegment> segments, const MatchSet& matches,
                          std::span<const unsigned> slots) {
  std::size_t missing = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].remote) {
      missing += remote_missing(segments[i], matches[i], slots);
      continue;
    }
    for (const Xapian::docid article : matches[i].articles) {
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
  std::map<std::uint32_t, std::size_t> counts;
  days.reserve(size(matches));
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const Xapian::docid article : matches[i].articles)
      days.push_back(segments[i].columns.date(article));
    if (!segments[i].remote) continue;
    std::size_t dated = 0;
    for (const auto& [day, articles] : remote_values(segments[i], matches[i], slot::kSortDate)) {
      counts[day_number(day)] += articles;
      dated += articles;
    }
    if (dated < matches[i].count) counts[0] += matches[i].count - dated;
  }
  std::ranges::sort(days);
  for (auto it = days.begin(); it != days.end();) {
    const auto end = std::upper_bound(it, days.end(), *it);
    counts[*it] += static_cast<std::size_t>(end - it);
    it = end;
  }
  return counts;
}

std::pair<std::uint32_t, std::uint32_t> first_and_last_day(std::span<const FacetSegment> segments,
                                                           const MatchSet& matches) {
  std::uint32_t first = 0xFFFFFFFF, last = 0;
  const auto take = [&](std::uint32_t day) {
    first = std::min(first, day - 1);  // 0, undated, becomes the largest
    last = std::max(last, day);
  };
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const Xapian::docid article : matches[i].articles) take(segments[i].columns.date(article));
    if (!segments[i].remote) continue;
    for (const auto& [day, articles] : remote_values(segments[i], matches[i], slot::kSortDate)) {
      take(day_number(day));
    }
  }
  return last == 0 ? std::pair{0U, 0U} : std::pair{first + 1, last};
}

std::optional<std::pair<Date, Date>> as_dates(std::pair<std::uint32_t, std::uint32_t> days) {
  const auto day = [](std::uint32_t number) {
    return make_date(static_cast<int>(number / 10000), number / 100 % 100, number % 100);
  };
  const auto first = day(days.first), last = day(days.second);
  if (!first || !last) return std::nullopt;
  return std::pair{*first, *last};
}

std::size_t count_stories(std::span<const FacetSegment> segments, const MatchSet& matches,
                          const StoryTable& stories) {
  std::vector<bool> seen(stories.size(), false);
  std::size_t count = 0;
  const auto take = [&](std::uint64_t key) {
    const auto story = stories.story_number_of(key);
    if (story && seen[*story]) return;
    if (story) seen[*story] = true;
    ++count;
  };
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const Xapian::docid article : matches[i].articles) take(segments[i].columns.key(article));
  }
  return count;
}

}  // namespace pressmark::searcher
