#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/expected.h"
#include "searcher/model/parsed_query.h"
#include "searcher/model/search_request.h"

namespace pressmark::searcher {

enum class ParseMode {
  Strict,    // anything that is not understood is an error
  Tolerant,  // a line that is not understood is taken as plain words, with a hint: batch lines
  Literal,   // words only
};

struct ParseContext {
  Date today = Date{};  // for relative dates
  ParseMode mode = ParseMode::Strict;
  Match match = Match::All;  // how words that stand beside each other are joined
  /// The text of a saved query by its name; @name is an error without it.
  std::function<std::optional<std::string>(std::string_view)> saved = {};
};

/// Reads a query in the query language. Never throws on content; bounded by the limits in
/// parsed_query.h.
Expected<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseContext& context);

/// One filter as options give it: "country:ua,ru", "person=Xi Jinping". All behind the first ':' or
/// '=' is the value; commas separate values where the field's values have none.
Expected<ParsedQuery, QueryError> parse_filter(std::string_view text, const ParseContext& context);

/// Both must match; filters on one field become one filter with the values of both.
ParsedQuery both(ParsedQuery query, ParsedQuery filter);

}  // namespace pressmark::searcher
