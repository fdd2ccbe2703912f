#pragma once

#include <vector>

#include "indexer/markup/dom.h"

namespace pressmark::indexer {

/// Sums of values over any subtree of a page, each in constant time: add(), finish() once, then
/// ask.
class SubtreeSum {
 public:
  SubtreeSum() = default;
  explicit SubtreeSum(const Page& page) : page_(&page), sums_(page.size() + 1U, 0) {}

  void add(NodeId node, double value) { sums_[node + 1U] += value; }
  void finish() {
    for (std::size_t i = 1; i < sums_.size(); ++i) sums_[i] += sums_[i - 1];
  }
  double of(NodeId node) const { return sums_[page_->end(node)] - sums_[node]; }
  /// Of the nodes from ... to - 1 in document order.
  double between(NodeId from, NodeId to) const { return sums_[to] - sums_[from]; }

 private:
  const Page* page_ = nullptr;
  std::vector<double> sums_;
};

}  // namespace pressmark::indexer
