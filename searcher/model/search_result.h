#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/date.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "searcher/model/search_request.h"

namespace pressmark::searcher {

/// Text with marked ranges: code point offsets, ascending, [begin, end).
struct Snippet {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> highlights;
  friend bool operator==(const Snippet&, const Snippet&) = default;
};

/// One mention of a query's word in an article, with what stands around it in its paragraph.
struct Mention {
  std::size_t paragraph = 0;  // from 1
  std::string before, word, after;
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Hit {
  std::size_t rank = 0;  // from 1
  double score = 0;
  StoredArticle article;
  std::string short_id;      // shortest beginning of the id that no other article has; at least 5
  std::string story;         // the same for all near-copies
  std::size_t versions = 1;  // that the archive keeps, this one among them
  std::size_t similar = 0;   // near-copies in the archive
  bool folds = true;         // they are folded under this hit
  std::vector<std::string> similar_sources;  // names of their outlets, each once
  Snippet snippet;
  std::vector<Mention> mentions;  // with --kwic: all, as they stand
  std::optional<double> shared;   // of a story: part of the text that the asked article has too
  std::string query_id;           // in a batch: which query it answers
};

struct FacetValue {
  std::string value;  // as stored: "DE", "Emmanuel Macron", "2022-08"
  std::string label;  // for people: "Germany"; empty when the value says it
  std::string query;  // what selects it: person:"Emmanuel Macron"
  std::size_t count = 0;
  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

struct Facet {
  FacetSpec spec;
  std::vector<FacetValue> values;  // most frequent first, ties by value; dates in time order
  std::size_t distinct = 0;        // values in all, also those beyond the limit
  std::size_t missing = 0;         // articles without a value: the "(none)" row
  std::size_t total = 0;           // articles counted
};

struct Bucket {
  Date start;                     // first day
  std::string label;              // "2022-08", "2022-W31"
  std::size_t count = 0;          // matching articles
  std::size_t archived = 0;       // articles of the archive; 0 marks a gap of the archive
  std::optional<std::size_t> of;  // articles that match the filters without the words
};

struct Timeline {
  TimelineSpec spec;
  std::vector<Bucket> buckets;  // in time order, none left out between the first and the last
  std::size_t undated = 0;
  std::size_t share_total = 0;  // all articles behind `of`
  std::string share_query;      // what they match; empty: the whole archive
};

/// Two facets against each other, or queries against a facet.
struct CrossTable {
  struct Row {
    FacetValue value;
    std::vector<std::size_t> counts;  // by column
  };
  struct Pair {
    FacetValue first, second;  // counts are those of the values alone
    std::size_t count = 0;     // articles that have both
  };
  CrossSpec spec;
  std::vector<FacetValue> columns;  // of a table: their counts over all rows
  std::vector<Row> rows;            // of a table
  std::vector<Pair> pairs;          // of pairs: most frequent first
  std::size_t total = 0;            // articles counted
};

/// What stands in these results more often than in the archive.
struct RelatedValue {
  std::string value;
  std::string label;
  std::string query;
  std::size_t count = 0;     // of these results
  std::size_t archived = 0;  // of the archive
  double significance = 0;   // log-likelihood ratio G2; 10.8 is p < .001
};

struct Related {
  FieldId field = FieldId::Person;  // Body: words
  std::vector<RelatedValue> values;
  std::size_t sample = 0;  // results looked at
};

/// A value among the articles of two queries.
struct ComparedValue {
  std::string value;
  std::string label;
  std::string query;
  std::size_t count = 0;                                // of the results
  std::size_t other = 0;                                // of those that they are compared with
  enum class Share { More, Less } share = Share::More;  // of the results, than of the others
  double significance = 0;                              // log-likelihood ratio G2; 10.8 is p < .001
};

/// Where the articles of two queries differ in one facet.
struct Comparison {
  FacetSpec spec;                     // FieldId::Body: words
  std::vector<ComparedValue> values;  // most significant first
  std::size_t articles = 0;           // of the results that were looked at
  std::size_t others = 0;
  std::string query, other_query;  // as understood
};

/// How many articles match.
struct Count {
  std::size_t articles = 0;
  bool exact = true;  // else more would: a pattern was cut
};

/// What a search says of itself at its end.
struct Summary {
  std::string query_id;   // in a batch
  std::string query;      // as understood, with the filters of options
  std::size_t first = 0;  // rank of the first hit shown; 0 when none was
  std::size_t last = 0;
  std::size_t total = 0;  // matching articles
  bool total_exact = true;
  std::optional<std::size_t> distinct;         // stories among them, where counted
  std::optional<std::pair<Date, Date>> dates;  // earliest and latest day, where looked at
  double elapsed_ms = 0;
  std::uint64_t revision = 0;  // generation of the archive
};

}  // namespace pressmark::searcher
