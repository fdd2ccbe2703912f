#pragma once

#include <memory>

#include <xapian.h>

namespace pressmark::searcher {

/// Xapian's parameter c of the ranking scheme: how much longer articles count less.
inline constexpr double kLengthNormalisation = 1.0;

/// The weighting scheme of every ranked search (DECISIONS, ranking). One that Xapian ships, so that
/// remote shards know it.
std::unique_ptr<Xapian::Weight> ranking_scheme();

}  // namespace pressmark::searcher
