#include "searcher/query/mention_source.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pressmark::searcher {
namespace {

/// The first and the last place of a mention.
struct Span {
  Xapian::termpos begin = 0;
  Xapian::termpos end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

using Positions = std::vector<Xapian::termpos>;

/// Where any of the terms stands in an article, ascending.
Positions positions(const Xapian::Database& database, Xapian::docid id,
                    const std::vector<std::string>& terms) {
  Positions found;
  for (const std::string& term : terms) {
    std::copy(database.positionlist_begin(id, term), database.positionlist_end(id, term),
              std::back_inserter(found));
  }
  std::ranges::sort(found);
  return found;
}

/// Where the places stand one behind the other.
void add_spans(const Xapian::Database& database, Xapian::docid id, const std::vector<Slot>& places,
               std::vector<Span>& spans) {
  Positions begins;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Positions here = positions(database, id, position_terms(places[i]));
    if (i == 0) {
      begins = here;
    } else {
      std::erase_if(begins, [&](Xapian::termpos begin) {
        return !std::ranges::binary_search(here, begin + static_cast<Xapian::termpos>(i));
      });
    }
    if (begins.empty()) return;
  }
  const auto length = static_cast<Xapian::termpos>(places.size()) - 1;
  for (const Xapian::termpos begin : begins) spans.push_back({begin, begin + length});
}

/// All mentions in an article, or in the part of it that the marker `within` is of, in their order.
std::vector<Span> spans(const Xapian::Database& database, Xapian::docid id,
                        const Mentions& mentions, const std::string& within) {
  std::vector<Span> found;
  for (const std::vector<Slot>& places : mentions) add_spans(database, id, places, found);
  if (!within.empty()) {  // a marker stands one place before each word
    const Positions part = positions(database, id, {within});
    std::erase_if(found, [&](const Span& span) {
      return span.begin == 0 || !std::ranges::binary_search(part, span.begin - 1);
    });
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// Whether one of the later spans begins behind one of the earlier, not further than `distance`.
bool follows(const std::vector<Span>& earlier, const std::vector<Span>& later, unsigned distance) {
  return std::ranges::any_of(earlier, [&](const Span& span) {
    const auto next = std::ranges::upper_bound(later, span.end, {}, &Span::begin);
    return next != later.end() && next->begin - span.end <= distance;
  });
}

/// Mentions that begin at one place are one: "co-operate", as two words and as one.
std::size_t count_begins(const std::vector<Span>& found) {
  std::size_t begins = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    begins += i == 0 || found[i].begin != found[i - 1].begin ? 1 : 0;
  return begins;
}

}  // namespace

Xapian::Query MentionSource::query(Wanted wanted) {
  auto* source = new MentionSource(std::move(wanted));  // NOLINT: owned by the query
  return Xapian::Query(source->release());
}

MentionSource* MentionSource::clone() const {
  return new MentionSource(wanted_);
}  // NOLINT: owned by Xapian

void MentionSource::init(const Xapian::Database& database) {
  database_ = database;
  articles_ = database.get_doccount();
  last_ = database.get_lastdocid();
  at_ = 0;
  found_ = false;
  set_maxweight(0);
}

bool MentionSource::matches(Xapian::docid id) const {
  const std::vector<Span> first = spans(database_, id, wanted_.first, wanted_.within);
  if (!wanted_.second) return count_begins(first) >= wanted_.least;
  if (first.empty()) return false;
  const std::vector<Span> second = spans(database_, id, *wanted_.second, wanted_.within);
  return follows(first, second, wanted_.distance) ||
         (wanted_.order == Order::Any && follows(second, first, wanted_.distance));
}

void MentionSource::next(double min_weight) { skip_to(at_ + 1, min_weight); }

void MentionSource::skip_to(Xapian::docid id, double) {
  at_ = std::max(at_, id);
  while (at_ <= last_ && !matches(at_)) ++at_;
  found_ = true;
}

bool MentionSource::check(Xapian::docid id, double) {
  if (id > at_) {
    at_ = id;
    found_ = matches(id);
  }
  return found_;
}

}  // namespace pressmark::searcher
