#pragma once

#include <memory>
#include <string>

#include <xapian.h>

#include "searcher/search/segment_tables.h"

namespace pressmark::searcher {

/// Makes what slot kRecency of an article holds, which breaks ties, out of the columns beside the
/// segments: Xapian reads a block of its own for almost each of the articles that come among the
/// best for a while.
class RecencyKeys : public Xapian::KeyMaker {
 public:
  /// `tables` must be complete and outlive this object.
  explicit RecencyKeys(const SegmentTables& tables);

  /// The query to be sorted by these keys: Xapian does not tell a maker of keys which segment an
  /// article is of, so a part of the query takes note of it.
  Xapian::Query noted(const Xapian::Query& query) const;

  std::string operator()(const Xapian::Document& article) const override;

 private:
  struct Segment {
    const FacetColumns* columns = nullptr;
  };
  class Note;

  const SegmentTables& tables_;
  std::shared_ptr<Segment> current_;  // shared with the notes, which Xapian owns
};

}  // namespace pressmark::searcher
