#include "searcher/query/parser.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "common/text.h"
#include "common/tokenizer.h"
#include "common/utf8.h"
#include "searcher/query/field_value.h"
#include "searcher/query/grammar.h"

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

}  // namespace

Expected<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseContext& context) {
  std::string valid;
  if (!is_utf8(text)) {
    valid = to_utf8_lossy(text);
    text = valid;
  }
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
  }
  if (context.mode == ParseMode::Literal) return plain_words(text, context);
  auto parsed = Parser(text, context, 0).parse();
  if (parsed || context.mode == ParseMode::Strict) return parsed;
  auto plain = plain_words(text, context);
  if (plain)
    plain->hints.push_back(fmt::format("taken as plain words: {}", parsed.error().message));
  return plain;
}

Expected<ParsedQuery, QueryError> parse_filter(std::string_view text, const ParseContext& context) {
  const std::string valid = to_utf8_lossy(text);
  const std::size_t separator = std::min(valid.find_first_of(":="), valid.size());
  const std::string_view name = std::string_view(valid).substr(0, separator);
  const auto failure = [&](std::size_t column, std::size_t length, std::string message,
                           std::string suggestion) {
    return Unexpected<QueryError>(QueryError{valid, std::min(column, valid.size()),
                                             std::max<std::size_t>(length, 1), std::move(message),
                                             std::move(suggestion)});
  };
  const Field* known = find_field(name);
  const std::string_view values =
      separator < valid.size() ? std::string_view(valid).substr(separator + 1) : std::string_view();
  QueryNode filter = node(NodeKind::Filter);
  const auto bound = parse_date_bound(name, values, context.today);
  if (bound) {
    if (!*bound)
      return failure(separator + 1 + bound->error().offset, bound->error().length,
                     bound->error().message, bound->error().suggestion);
    filter.field = FieldId::Date;
    filter.values.push_back(**bound);
    return ParsedQuery{filter, {}};
  }
  if (known == nullptr || known->kind == FieldKind::Text) {
    const std::string_view near = nearest_field(name);
    if (known != nullptr)
      return failure(0, name.size(), fmt::format("\"{}\" is no filter", name),
                     "write it in the query");
    return failure(0, name.size(), fmt::format("unknown field \"{}\"", name),
                   near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
  }
  filter.field = known->id;
  std::size_t at = separator + 1;
  for (const std::string_view item :
       takes_list(*known) ? split(values, ',') : std::vector<std::string_view>{values}) {
    const bool quoted = item.size() >= 2 && item.front() == '"' && item.back() == '"';
    const std::string_view bare = quoted ? item.substr(1, item.size() - 2) : item;
    const auto value =
        parse_field_value(*known, bare, quoted ? Quoting::Quoted : Quoting::Bare, context.today);
    if (!value)
      return failure(at + value.error().offset + (quoted ? 1 : 0), value.error().length,
                     value.error().message, value.error().suggestion);
    if (std::ranges::find(filter.values, *value) == filter.values.end())
      filter.values.push_back(*value);
    at += item.size() + 1;
  }
  return ParsedQuery{filter, {}};
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
  const auto same = std::ranges::find_if(parts, [&](const QueryNode& part) {
    return added.kind == NodeKind::Filter && part.kind == NodeKind::Filter &&
           part.field == added.field && merges(added.field);
  });
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
