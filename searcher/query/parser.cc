#include "searcher/query/parser.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/core.h>

#include "common/text.h"
#include "common/tokenizer.h"
#include "common/utf8.h"
#include "searcher/query/field_value.h"
#include "searcher/query/foreign_forms.h"
#include "searcher/query/grammar.h"
#include "searcher/query/lexer.h"
#include "searcher/query/value_list.h"

namespace pressmark::searcher {
namespace {

/// The words of a line, whatever else stands in it.
Expected<ParsedQuery, QueryError> plain_words(std::string_view line, const ParseContext& context) {
  Folder folder;
  Tokenizer tokens(line, folder);
  ParsedQuery query;
  query.root = node(context.match == Match::Any ? NodeKind::Or : NodeKind::And);
  while (const auto token = tokens.next()) {
    if (token->kind == TokenKind::Bigram || token->kind == TokenKind::Compound) continue;
    if (query.root.children.size() == kMaxQueryTerms) {
      query.hints.push_back(fmt::format("only the first {} words are looked for", kMaxQueryTerms));
      break;
    }
    QueryNode word = node(NodeKind::Word);
    word.text = line.substr(token->begin, token->end - token->begin);
    query.root.children.push_back(std::move(word));
  }
  if (query.root.children.empty()) {
    return Unexpected<QueryError>(
        QueryError{std::string(line), 0, line.size(), "there is nothing to look for", {}});
  }
  if (query.root.children.size() == 1) query.root = QueryNode(query.root.children[0]);
  return query;
}

/// A value of an option and where in the line its text begins.
struct OptionValue {
  Lexeme text;
  Quoting quoting = Quoting::Bare;
  std::size_t at = 0;
};

OptionValue take_value(const Field& of, Lexer& lexer, Lexer::Commas commas) {
  lexer.skip_space();
  const bool exactly = of.id == FieldId::Source && lexer.take('=');
  const std::size_t mark = lexer.quote_here();
  OptionValue value{mark > 0 ? lexer.take_quote() : lexer.take_rest(commas),
                    mark > 0 ? Quoting::Quoted : Quoting::Bare, 0};
  if (exactly) value.quoting = behind_equals(lexer.line(), value.text);
  value.at = value.text.begin + mark;
  lexer.skip_space();
  return value;
}

/// A filter of an option as it stands in a query. Days and names of lists stay as they were typed.
std::string within_query(std::string_view filter, const ParsedQuery& read) {
  const bool dates = field(read.root.field).kind == FieldKind::Date;
  if (!dates && filter.find('@') == filter.npos) return print(read);
  const std::string line = one_line(filter);
  const std::size_t separator = line.find_first_of(":=");
  std::string out = line.substr(0, separator) + ':';
  const bool list = find_field(std::string_view(line).substr(0, separator)) != nullptr;
  const auto commas = list ? Lexer::Commas::End : Lexer::Commas::Belong;
  Lexer lexer(line);
  lexer.move_to(separator + 1);
  for (bool more = true; more;) {
    const Field& of = field(read.root.field);
    const OptionValue typed = take_value(of, lexer, commas);
    const std::string& text = typed.text.text;
    const bool listed = !dates && names_list(of, typed.text, typed.quoting);
    const bool plain = listed || std::ranges::all_of(text, [](char c) {
                         return (c >= '0' && c <= '9') ||
                                ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '.';
                       });
    if (typed.quoting == Quoting::Exactly) out += '=';
    out += plain ? text : quote(text);
    more = list && lexer.take_comma();
    if (more) out += ',';
  }
  return out;
}

}  // namespace

Expected<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseContext& context) {
  const std::string valid = one_line(text);
  text = valid;
  std::vector<std::string> hints;
  if (text.size() > kMaxQueryBytes) {
    if (context.mode == ParseMode::Strict) {
      return Unexpected<QueryError>(
          QueryError{std::string(utf8_prefix(text, 60)),
                     0,
                     1,
                     fmt::format("the query is longer than {} bytes", kMaxQueryBytes),
                     {}});
    }
    text = utf8_prefix(text, kMaxQueryBytes);
    hints.push_back(fmt::format("only the first {} bytes are looked at", kMaxQueryBytes));
  }
  auto parsed = context.mode == ParseMode::Literal ? plain_words(text, context)
                                                   : Parser(text, context, 0).parse();
  const bool sentence =
      !parsed &&
      (context.mode == ParseMode::Tolerant ||
       (context.mode == ParseMode::Sentence && parsed.error().fault == QueryError::Fault::Form));
  if (sentence) {
    hints.push_back(fmt::format("taken as plain words: {}", parsed.error().message));
    parsed = plain_words(text, context);
  }
  if (parsed) std::ranges::move(hints, std::back_inserter(parsed->hints));
  return parsed;
}

Expected<ParsedQuery, QueryError> parse_filter(std::string_view text, const ParseContext& context) {
  const std::string valid = one_line(text);
  const std::size_t separator = std::min(valid.find_first_of(":="), valid.size());
  const std::string_view name = std::string_view(valid).substr(0, separator);
  const auto failure = [&](std::size_t column, std::size_t length, std::string message,
                           std::string suggestion) {
    return Unexpected<QueryError>(QueryError{valid, std::min(column, valid.size()),
                                             std::max<std::size_t>(length, 1), std::move(message),
                                             std::move(suggestion)});
  };
  const auto wrong_value = [&](std::size_t at, const ValueError& error) {
    return failure(at + error.offset, error.length, error.message, error.suggestion);
  };
  const Field* known = find_field(name);
  Lexer lexer(valid);
  lexer.move_to(std::min(separator + 1, valid.size()));
  QueryNode filter = node(NodeKind::Filter);
  std::vector<std::string> hints;
  const bool bound = parse_date_bound(name, "today", context.today).has_value();
  if (bound) known = &field(FieldId::Date);
  if (known == nullptr || known->kind == FieldKind::Text) {
    const std::string_view near = nearest_field(name);
    if (known != nullptr)
      return failure(0, name.size(), fmt::format("\"{}\" is no filter", name),
                     "write it in the query");
    return failure(0, name.size(), fmt::format("unknown field \"{}\"", name),
                   near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
  }
  filter.field = known->id;
  const std::size_t value_at = lexer.at();
  const std::size_t grouped = grouped_number(std::string_view(valid).substr(value_at));
  if (known->kind == FieldKind::Number && grouped > 0)
    return failure(value_at, grouped, kCommaBetweenValues, thousands_hint(*known));
  const auto is_new = [&filter](const FilterValue& value) {
    return std::ranges::find(filter.values, value) == filter.values.end();
  };
  const auto commas = takes_list(*known) && !bound ? Lexer::Commas::End : Lexer::Commas::Belong;
  do {
    const OptionValue typed = take_value(*known, lexer, commas);
    if (!typed.text.closed)
      return failure(typed.text.begin, 1, "the quotation is never closed", {});
    if (!bound && names_list(*known, typed.text, typed.quoting)) {
      const auto values = values_of_list(*known, typed.text, context);
      if (!values) return wrong_value(typed.at, values.error());
      std::ranges::copy_if(*values, std::back_inserter(filter.values), is_new);
      continue;
    }
    const auto value =
        bound ? *parse_date_bound(name, typed.text.text, context.today)
              : parse_field_value(*known, typed.text, typed.quoting, context.today_of(*known));
    if (!value) return wrong_value(typed.at, value.error());
    if (std::string note = note_on_value(*known, typed.text.text, *value); !note.empty())
      hints.push_back(std::move(note));
    if (is_new(*value)) filter.values.push_back(*value);
  } while (commas == Lexer::Commas::End && lexer.take_comma());
  if (!lexer.at_end())
    return failure(lexer.at(), valid.size() - lexer.at(), "a comma is missing before this", {});
  return ParsedQuery{std::move(filter), std::move(hints)};
}

std::optional<std::string> joined_text(std::string_view query, std::span<const std::string> filters,
                                       const ParseContext& context) {
  const std::string one = one_line(query);
  const std::string words(trim(one));
  std::optional<ParsedQuery> wanted;
  if (!words.empty()) {
    auto read = parse_query(words, context);
    if (!read) return std::nullopt;
    wanted = std::move(*read);
  }
  std::string behind;
  for (const std::string& filter : filters) {
    auto read = parse_filter(filter, context);
    if (!read) return std::nullopt;
    behind += (behind.empty() ? "" : " ") + within_query(filter, *read);
    wanted = wanted ? both(std::move(*wanted), std::move(*read)) : std::move(*read);
  }
  if (!wanted) return std::nullopt;
  if (behind.empty()) return words;
  // An OR binds less than what is put beside it.
  for (const std::string& text : {words + " " + behind, "(" + words + ") " + behind}) {
    const auto again = parse_query(text, context);
    if (again && *again == *wanted) return std::string(trim(text));
  }
  return print(*wanted);
}

std::optional<std::string> without_name(std::string_view line, std::string_view name,
                                        const ParseContext& context) {
  const auto wanted = parse_query(line, context);
  if (!wanted) return std::nullopt;
  std::string out;
  bool begins = true;  // a unit of the query
  for (Lexer lexer(line); !lexer.at_end();) {
    const std::size_t at = lexer.at();
    if (lexer.quote_here() > 0) {
      lexer.take_quote();
    } else if (begins && lexer.here() == '@') {
      if (lexer.take_word().text.substr(1) == name) {
        out += fmt::format("({})", context.saved(name).value_or(""));
        continue;
      }
    } else {
      begins = lexer.at_boundary() || (begins && lexer.take_sign().bytes > 0);
      if (lexer.at() == at) lexer.move_to(at + 1);
    }
    out += line.substr(at, lexer.at() - at);
  }
  ParseContext others = context;
  others.saved = [&](std::string_view other) {
    return other == name ? std::nullopt : context.saved(other);
  };
  const auto again = parse_query(out, others);
  return again && *again == *wanted ? std::optional(out) : std::nullopt;
}

std::optional<QueryError> backward_dates(const ParsedQuery& query) {
  DateRange all;
  for (const QueryNode& part : query.root.children) {
    const bool bound = query.root.kind == NodeKind::And && part.kind == NodeKind::Filter &&
                       part.field == FieldId::Date && part.values.size() == 1;
    if (!bound) continue;
    const DateRange& dates = part.values.front().dates;
    if (dates.first && (!all.first || *all.first < *dates.first)) all.first = dates.first;
    if (dates.last && (!all.last || *dates.last < *all.last)) all.last = dates.last;
  }
  if (!all.first || !all.last || *all.first <= *all.last) return std::nullopt;
  std::string text = fmt::format("date:{}..{}", to_string(*all.first), to_string(*all.last));
  const std::size_t length = text.size();
  return QueryError{std::move(text), 0, length, "the dates end before they begin",
                    "no day is in all of them"};
}

ParsedQuery both(ParsedQuery query, ParsedQuery filter) {
  ParsedQuery out;
  out.hints = std::move(query.hints);
  std::ranges::move(filter.hints, std::back_inserter(out.hints));
  std::vector<QueryNode> parts;
  if (query.root.kind == NodeKind::And) {
    parts = std::move(query.root.children);
  } else {
    parts.push_back(std::move(query.root));
  }
  QueryNode& added = filter.root;
  const auto same = std::ranges::find_if(
      parts, [&](const QueryNode& part) { return are_alternatives(part, added); });
  if (same == parts.end()) {
    parts.push_back(std::move(added));
  } else {
    for (FilterValue& value : added.values) {
      if (std::ranges::find(same->values, value) == same->values.end()) {
        same->values.push_back(std::move(value));
      }
    }
  }
  out.root = parts.size() == 1 ? std::move(parts[0]) : node(NodeKind::And, std::move(parts));
  return out;
}

}  // namespace pressmark::searcher
