#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/schema.h"

namespace pressmark::searcher {

enum class NodeKind {
  Everything,  // *
  And,         // all children
  Or,          // any child
  Not,         // its only child does not match
  Near,        // both children within `number` words, any order
  Adj,         // the same in this order
  Same,        // both children in one paragraph
  AtLeast,     // its only child at least `number` times
  Word,        // any form of `text`
  Exact,       // ="text": exactly these words
  Phrase,      // "text": exactly these words together
  Within,      // "text"~number: any form of these words within so many words, any order
  Pattern,     // inflat*, wom?n
  Fuzzy,       // electon~
  Filter,      // field:values
};

/// Which part of an article a word is looked for in.
enum class TextScope { Anywhere, Title, Lead, Body };

/// One value of a filter.
struct FilterValue {
  enum class Form {
    Equal,    // `text`: a code, a folded value, a whole name; a flag
    Exactly,  // an outlet that stands in the facet as `text`
    Word,     // a name with the words of `text`
    Prefix,   // values that begin with `text`
    Suffix,   // host names that end with `text`: *.gov.uk
    Dates,    // `dates`
    None,     // articles without a value
    Any,      // articles with one
    Numbers,  // from `low` to `high`
  };
  Form form = Form::Equal;
  std::string text;
  DateRange dates;
  std::optional<std::uint64_t> low, high;
  friend bool operator==(const FilterValue&, const FilterValue&) = default;
};

/// A node of a query's tree.
struct QueryNode {
  NodeKind kind = NodeKind::Everything;
  TextScope scope = TextScope::Anywhere;
  std::string text;
  unsigned number = 0;
  FieldId field = FieldId::Body;    // of a Filter
  std::vector<FilterValue> values;  // of a Filter: any of them
  std::vector<QueryNode> children;
  friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

/// A query that was understood. Depth at most kMaxQueryDepth.
struct ParsedQuery {
  QueryNode root;
  std::vector<std::string> hints;  // for stderr: `"and" is a word here; the operator is AND`
  friend bool operator==(const ParsedQuery& a, const ParsedQuery& b) { return a.root == b.root; }
};

/// What is wrong with a query, and where.
struct QueryError {
  /// Form: it is no query, so it may be a sentence. Name: it is one, but there is no such field,
  /// country, date ...
  enum class Fault { Form, Name };
  std::string text;        // the line that the column refers to
  std::size_t column = 0;  // in bytes, from 0
  std::size_t length = 0;  // in bytes; at least 1 unless the place is the line's end
  std::string message;     // `unknown field "contry" in the query`
  std::string suggestion;  // `did you mean "country"?`; may be empty
  Fault fault = Fault::Form;
};

inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxQueryTerms = 256;
inline constexpr std::size_t kMaxQueryDepth = 32;
inline constexpr std::size_t kMaxPhraseWords = 50;
inline constexpr std::size_t kMaxExpansion = 1000;

/// The query as one could type it; parsing it again gives the same query.
std::string print(const ParsedQuery& query);

}  // namespace pressmark::searcher
