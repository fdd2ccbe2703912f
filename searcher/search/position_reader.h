#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

namespace pressmark::searcher {

/// Reads where terms stand in a number of articles: term by term, for a segment keeps the places of
/// one term together, in the order of its articles.
///
/// Xapian 1.4.22 reads each list of places with a new cursor, which begins at the root of the
/// table: two blocks a list, though most lists of a term lie behind the same branch. A new cursor
/// begins where the table's own stands, and only a count of places moves that one; so the places of
/// each term are counted in one article of each segment before they are read in all.
class PositionReader {
 public:
  /// `remote`: part of the database is elsewhere, where places cannot be counted. `database` must
  /// outlive this object.
  PositionReader(const Xapian::Database& database, std::span<const Xapian::docid> articles,
                 bool remote);

  /// The term to be read next; behind the one before in the order of bytes, or the same.
  void start(const std::string& term);

  /// Appends the first places of the term in an article, ascending, `most` at most; none when it
  /// does not stand there.
  void read(Xapian::docid article, std::size_t most, std::vector<Xapian::termpos>& places) const;

 private:
  const Xapian::Database& database_;
  std::string term_;
  std::vector<Xapian::TermIterator> samples_;  // the terms of one article of each segment
};

}  // namespace pressmark::searcher
