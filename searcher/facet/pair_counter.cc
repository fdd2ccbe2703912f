#include "searcher/facet/pair_counter.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "searcher/facet/facet_counter.h"
#include "searcher/facet/periods.h"
#include "searcher/facet/value_counts.h"

namespace pressmark::searcher {
namespace {

using Number = std::uint32_t;
constexpr Number kNone = 0xFFFFFFFF;

/// Lists of numbers, one behind the other.
struct Lists {
  std::vector<std::size_t> begins{0};  // one more at the end
  std::vector<Number> numbers;

  std::size_t size() const { return begins.size() - 1; }
  std::span<const Number> of(std::size_t list) const {
    return std::span(numbers).subspan(begins[list], begins[list + 1] - begins[list]);
  }
  void close() { begins.push_back(numbers.size()); }
};

/// For each number the lists that it stands in.
Lists turned(const Lists& lists, std::size_t numbers) {
  Lists out;
  out.begins.assign(numbers + 1, 0);
  for (const Number number : lists.numbers) ++out.begins[number + 1];
  std::partial_sum(out.begins.begin(), out.begins.end(), out.begins.begin());
  out.numbers.resize(lists.numbers.size());
  std::vector<std::size_t> at(out.begins.begin(), out.begins.end() - 1);
  for (std::size_t list = 0; list < lists.size(); ++list) {
    for (const Number number : lists.of(list))
      out.numbers[at[number]++] = static_cast<Number>(list);
  }
  return out;
}

/// The values of a facet among some articles, and which of them each article has.
class ValuesByArticle {
 public:
  ValuesByArticle(std::span<const FacetSegment> segments, const MatchSet& matches,
                  const FacetSpec& spec, std::string_view locale)
      : facet_(count_facet(segments, matches, spec, 0, locale)), parts_(facet_parts(spec.field)) {
    for (Number i = 0; i < values().size(); ++i) {
      // Where a facet has several parts the label names the one.
      const FieldId part = parts_.size() > 1 ? find_field(values()[i].label)->id : parts_[0];
      number_of_[part][values()[i].value] = i;
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (spec.interval) {
        read_days(segments[i].columns, matches[i].articles, *spec.interval);
      } else {
        read_lists(segments[i].columns, matches[i].articles);
      }
    }
  }

  const std::vector<FacetValue>& values() const { return facet_.values; }
  const Lists& lists() const { return lists_; }

 private:
  /// kNone: the value does not fit the facet's pattern.
  Number number(FieldId part, std::string_view value) const {
    const auto names = number_of_.find(part);
    if (names == number_of_.end()) return kNone;
    const auto known = names->second.find(value);
    return known == names->second.end() ? kNone : known->second;
  }

  void read_days(const FacetColumns& columns, std::span<const Xapian::docid> articles,
                 Interval interval) {
    std::unordered_map<std::uint32_t, Number> of_day;
    for (const Xapian::docid article : articles) {
      const std::uint32_t day = columns.date(article);
      const auto [known, fresh] = of_day.try_emplace(day, kNone);
      const auto date = fresh ? as_dates({day, day}) : std::nullopt;
      if (date)
        known->second =
            number(parts_[0], period_label(period_start(date->first, interval), interval));
      if (known->second != kNone) lists_.numbers.push_back(known->second);
      lists_.close();
    }
  }

  void read_lists(const FacetColumns& columns, std::span<const Xapian::docid> articles) {
    struct Part {
      FieldId field;
      const ListColumn& column;
      std::vector<std::optional<Number>> numbers;  // by number in the segment's dictionary
    };
    std::vector<Part> parts;
    for (const FieldId id : parts_) {
      if (!field(id).slot) continue;
      const ListColumn& column = columns.list(*field(id).slot);
      parts.push_back({id, column, std::vector<std::optional<Number>>(column.size())});
    }
    for (const Xapian::docid article : articles) {
      for (Part& part : parts) {
        for (const std::uint32_t value : part.column.of(article)) {
          if (value >= part.numbers.size()) continue;
          std::optional<Number>& known = part.numbers[value];
          if (!known) known = number(part.field, part.column.value(value));
          if (*known != kNone) lists_.numbers.push_back(*known);
        }
      }
      lists_.close();
    }
  }

  Facet facet_;
  std::vector<FieldId> parts_;
  std::map<FieldId, std::unordered_map<std::string_view, Number>> number_of_;  // into facet_
  Lists lists_;
};

/// The most frequent pairs that are shown to it, as numbers.
class BestPairs {
 public:
  BestPairs(const std::vector<FacetValue>& firsts, const std::vector<FacetValue>& seconds,
            std::size_t most)
      : firsts_(firsts), seconds_(seconds), most_(most) {}

  /// Whether a pair of so many articles may be among them.
  bool may_take(std::size_t count) const {
    return most_ == 0 || kept_.size() < most_ || count >= kept_.front().count;
  }

  void add(Number first, Number second, std::size_t count) {
    kept_.push_back({first, second, count});
    if (most_ == 0) return;
    const auto order = [this](const Kept& a, const Kept& b) { return before(a, b); };
    std::ranges::push_heap(kept_, order);  // with the last of them in front
    if (kept_.size() <= most_) return;
    std::ranges::pop_heap(kept_, order);
    kept_.pop_back();
  }

  std::vector<CrossTable::Pair> take() {
    std::ranges::sort(kept_, [this](const Kept& a, const Kept& b) { return before(a, b); });
    std::vector<CrossTable::Pair> pairs;
    for (const Kept& each : kept_)
      pairs.push_back({firsts_[each.first], seconds_[each.second], each.count});
    return pairs;
  }

 private:
  struct Kept {
    Number first, second;
    std::size_t count;
  };

  bool before(const Kept& a, const Kept& b) const {
    if (a.count != b.count) return a.count > b.count;
    const int order = firsts_[a.first].value.compare(firsts_[b.first].value);
    return order != 0 ? order < 0 : seconds_[a.second].value < seconds_[b.second].value;
  }

  const std::vector<FacetValue>& firsts_;
  const std::vector<FacetValue>& seconds_;
  std::size_t most_;
  std::vector<Kept> kept_;
};

}  // namespace

std::vector<CrossTable::Pair> count_pairs(std::span<const FacetSegment> segments,
                                          const MatchSet& matches, const CrossSpec& spec,
                                          std::size_t limit, std::string_view locale) {
  const bool same = spec.rows == spec.columns;
  const ValuesByArticle rows(segments, matches, spec.rows, locale);
  std::optional<ValuesByArticle> other;
  if (!same) other.emplace(segments, matches, spec.columns, locale);
  const ValuesByArticle& columns = same ? rows : *other;
  const Lists articles_of = turned(rows.lists(), rows.values().size());
  std::vector<Number> firsts(rows.values().size());
  std::iota(firsts.begin(), firsts.end(), Number{0});
  std::ranges::stable_sort(firsts, std::greater<>(),
                           [&](Number number) { return rows.values()[number].count; });
  BestPairs best(rows.values(), columns.values(), limit);
  std::vector<std::uint32_t> counts(columns.values().size(), 0);
  std::vector<Number> met;
  for (const Number first : firsts) {
    const FacetValue& one = rows.values()[first];
    // A pair has no more articles than either of its values.
    if (one.count == 0 || !best.may_take(one.count)) break;
    for (const Number article : articles_of.of(first)) {
      for (const Number second : columns.lists().of(article)) {
        if (counts[second]++ == 0) met.push_back(second);
      }
    }
    for (const Number second : met) {
      const std::size_t count = std::exchange(counts[second], 0);
      const FacetValue& two = columns.values()[second];
      // Of one facet with itself each pair is met twice: the more frequent value stands first.
      const bool again =
          same && (two.count > one.count || (two.count == one.count && two.value <= one.value));
      if (!again && best.may_take(count)) best.add(first, second, count);
    }
    met.clear();
  }
  return best.take();
}

}  // namespace pressmark::searcher
