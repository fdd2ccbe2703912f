#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/schema.h"

namespace pressmark::searcher {

/// One word of a query in its place among the others.
struct SequenceWord {
  std::vector<std::string> terms;  // as in the index; any of them
  bool common = false;             // a function word
};

/// A parsed query as Xapian sees it, in parts, so that a facet can leave out the filter on its own
/// field. A value with one owner and one thread at a time (Xapian::Query is reference counted).
struct BuiltQuery {
  Xapian::Query text = Xapian::Query::MatchAll;  // what ranks: words and phrases; MatchAll for "*"
  std::map<FieldId, Xapian::Query>
      filters;  // restrictions on one field each, joined by AND; never rank
  Xapian::Query rest = Xapian::Query::MatchAll;  // every other restriction: dates, negations, flags
  std::vector<std::string> terms;                // terms to mark in snippets, as in the index
  std::vector<std::string> notes;  // for stderr: "inflat* was cut to its 1 000 most frequent words"
  bool cut = false;                // a pattern was: more articles would match

  std::vector<SequenceWord>
      sequence;  // the words that rank, as they stand: for their nearness in articles

  /// Everything, ready for the matcher.
  Xapian::Query whole() const;
  /// Everything but the filter on this field.
  Xapian::Query without(FieldId field) const;
};

}  // namespace pressmark::searcher
