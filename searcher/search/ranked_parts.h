#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/search/segment_tables.h"
#include "searcher/search/term_weight.h"

namespace pressmark::searcher {

/// No article, behind all others.
inline constexpr Xapian::docid kNoArticle = std::numeric_limits<Xapian::docid>::max();

/// A part of a query that ranks, walked through in one segment: a word, or parts that are joined.
/// One thread at a time.
class RankedPart {
 public:
  virtual ~RankedPart() = default;

  /// The same part, to be opened for another segment.
  virtual std::unique_ptr<RankedPart> copy() const = 0;
  virtual void open(const Xapian::Database& segment) = 0;

  /// Moves to the first article from `id` on, unless it is there or behind already; passes over
  /// none that weighs `least` and more. With a `least` of more than 0 it may stop early, with a
  /// weight below that; then the article need not match.
  virtual void seek(Xapian::docid id, double least) = 0;
  /// Where it is; 0 before the first call of seek(), kNoArticle behind the last article.
  virtual Xapian::docid at() const = 0;
  /// What the article counts where it is.
  virtual double weight() const = 0;
  /// The most that any article counts in a block of WeightBounds.
  virtual double bound(Xapian::docid block) const = 0;
  /// The most that any article counts.
  virtual double most() const = 0;

  /// How many articles match, as Xapian guesses it.
  struct Matches {
    std::uint64_t least = 0;
    double guess = 0;
    std::uint64_t most = 0;
  };
  virtual Matches matches() const = 0;
};

using RankedParts = std::vector<std::unique_ptr<RankedPart>>;

/// A term. `tables` must outlive it. shared_ptr: the parts of all segments have the same weight.
std::unique_ptr<RankedPart> ranked_term(std::string term, std::shared_ptr<const TermWeight> weight,
                                        const SegmentTables& tables);

enum class Joined {
  All,   // articles with all parts; their weights add up
  Any,   // articles with any part; weights add up
  Best,  // articles with any part; the one that weighs most counts
};

/// At least one part.
std::unique_ptr<RankedPart> joined(Joined how, RankedParts parts);

}  // namespace pressmark::searcher
