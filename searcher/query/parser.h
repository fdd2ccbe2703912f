#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/expected.h"
#include "searcher/model/parsed_query.h"
#include "searcher/model/search_request.h"

namespace pressmark::searcher {

enum class ParseMode {
  Strict,    // anything that is not understood is an error
  Sentence,  // a text that is no query is taken as plain words, with a hint; a field, country or
             // date that does not exist is an error: --match any
  Tolerant,  // any line that is not understood is taken as plain words: batch lines
  Literal,   // words only
};

/// The day it is, for relative dates.
struct Today {
  Date here = Date{};  // in the user's zone
  Date utc = Date{};
};

struct ParseContext {
  Date today = Date{};  // for relative dates
  ParseMode mode = ParseMode::Strict;
  Match match = Match::All;  // how words that stand beside each other are joined
  /// The text of a saved query by its name; @name is an error without it.
  std::function<std::optional<std::string>(std::string_view)> saved = {};
  /// The text of a list of values by its name, for field:@name; or what else may have been meant.
  std::function<Expected<std::string, std::string>(std::string_view)> list = {};
  std::optional<Date> utc_today =
      {};  // for crawled: and added:, which hold days of UTC; else today

  Date today_of(const Field& field) const {
    const bool utc = field.id == FieldId::Crawled || field.id == FieldId::Added;
    return utc ? utc_today.value_or(today) : today;
  }
};

/// Reads a query in the query language. Never throws on content; bounded by the limits in
/// parsed_query.h.
Expected<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseContext& context);

/// One filter as options give it: "country:ua,ru", "person=Xi Jinping", "author=\"Lee, Ann\"". All
/// behind the first ':' or '=' is the value, blanks included; commas separate values where the
/// field takes several. Else values are read as in a query.
Expected<ParsedQuery, QueryError> parse_filter(std::string_view text, const ParseContext& context);

/// A query and filters of options as one line that means the same when it is read again: words and
/// days as they were typed, so that "7d" counts from the day it is asked. Nothing when one of them
/// is not understood.
std::optional<std::string> joined_text(std::string_view query, std::span<const std::string> filters,
                                       const ParseContext& context);

/// The same line where a saved query that is called so is no longer named: its text stands in its
/// place. Nothing when that means something else, or a query that it names brings the name back.
std::optional<std::string> without_name(std::string_view line, std::string_view name,
                                        const ParseContext& context);

/// Where no day can be in all of the query's dates, "since:2022 until:2021": what is wrong.
std::optional<QueryError> backward_dates(const ParsedQuery& query);

/// Both must match; filters on one field become one filter with the values of both.
ParsedQuery both(ParsedQuery query, ParsedQuery filter);

}  // namespace pressmark::searcher
