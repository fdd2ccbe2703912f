// What a query asks of fields: their values, days and lists.
#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "searcher/query/foreign_forms.h"
#include "searcher/query/grammar.h"
#include "searcher/query/value_list.h"

namespace pressmark::searcher {

Parser::Maybe Parser::fielded(const Lexeme& name) {
  const Field* known = find_field(name.text);
  const std::size_t length = name.end - name.begin;
  if (filter_ || scope_ != TextScope::Anywhere)
    return fail(name.begin, length, "a field cannot stand inside another field's parentheses");
  const bool bound = parse_date_bound(name.text, "today", context_.today).has_value();
  if (known == nullptr && !bound) return unknown_field(name);
  if (lexer_.at_boundary() && lexer_.here() != '(') {
    return fail(
        name.begin, length,
        fmt::format("nothing stands behind \"{}\"", lexer_.line().substr(name.begin, length)),
        known ? fmt::format("as in {}", known->example) : "as in since:2022-08");
  }
  if (bound) return date_bound(name);
  if (known->kind == FieldKind::Text) {
    scope_ = known->id == FieldId::Title  ? TextScope::Title
             : known->id == FieldId::Lead ? TextScope::Lead
                                          : TextScope::Body;
    auto made = unit();
    scope_ = TextScope::Anywhere;
    if (!made && !error_) return fail(name.begin, length, "there is no word behind the field");
    return made;
  }
  filter_ = known;
  auto made = lexer_.here() == '(' ? unit() : filter_list();
  filter_ = nullptr;
  return made;
}

Parser::Maybe Parser::unknown_field(const Lexeme& name) {
  const std::size_t length = name.end - name.begin;
  if (lexer_.here() == '/' && lexer_.here(1) == '/') {
    return fail(name.begin, length, "an address is no word",
                "url:\"https://…\", or the address in quotation marks");
  }
  const std::string_view near = nearest_field(name.text);
  std::string suggestion =
      near.empty() ? std::string() : fmt::format("did you mean \"{}\"?  ", near);
  suggestion += "(all fields: --list-fields)";
  fail(name.begin, length, fmt::format("unknown field \"{}\" in the query", name.text),
       std::move(suggestion));
  // A colon at a word's end is one of a sentence.
  if (!lexer_.at_boundary()) error_->fault = QueryError::Fault::Name;
  return std::nullopt;
}

Parser::Maybe Parser::value_error(const ValueError& error, std::size_t begin, std::size_t end) {
  const std::size_t column = std::min(begin + error.offset, end);
  fail(column, std::max<std::size_t>(1, std::min(error.length, end - column)), error.message,
       error.suggestion);
  error_->fault = QueryError::Fault::Name;
  return std::nullopt;
}

Parser::Maybe Parser::date_bound(const Lexeme& name) {
  const bool quoted = lexer_.quote_here() != 0;
  const std::size_t mark = lexer_.quote_here();
  const Lexeme text = quoted ? lexer_.take_quote() : lexer_.take_word();
  if (!text.closed) return fail(text.begin, 1, "the quotation is never closed");
  const auto value = *parse_date_bound(name.text, text.text, context_.today);
  if (!value) return value_error(value.error(), text.begin + mark, text.end - mark);
  QueryNode made = node(NodeKind::Filter);
  made.field = FieldId::Date;
  made.values.push_back(*value);
  return made;
}

Parser::Maybe Parser::filter_list() {
  QueryNode made = node(NodeKind::Filter);
  made.field = filter_->id;
  const std::size_t grouped = grouped_number(lexer_.line().substr(lexer_.at()));
  if (filter_->kind == FieldKind::Number && grouped > 0) {
    return fail(lexer_.at(), grouped, kCommaBetweenValues, thousands_hint(*filter_));
  }
  for (;;) {
    auto item = lexer_.quote_here() != 0 ? quotation(NodeKind::Phrase)
                : lexer_.here() == '='   ? exactly_so()
                                         : filter_item();
    if (!item) return std::nullopt;
    for (FilterValue& value : item->values) {
      if (std::ranges::find(made.values, value) == made.values.end())
        made.values.push_back(std::move(value));
    }
    if (!takes_list(*filter_) || !lexer_.take_comma()) break;
  }
  if (!lexer_.at_boundary()) {
    const Lexeme rest = lexer_.take_word();
    return fail(rest.begin, std::max<std::size_t>(1, rest.end - rest.begin),
                "a blank or comma is missing before this");
  }
  return made;
}

Parser::Maybe Parser::exactly_so() {
  const bool quoted = lexer_.quote_at_place(lexer_.at() + 1) != 0;
  if (filter_->id != FieldId::Source && !quoted) return filter_item();  // place:=Paris is Paris
  if (filter_->id != FieldId::Source) {
    return fail(lexer_.at(), 1, "\"=\" stands before words of the text and names of outlets",
                fmt::format("as in =\"Wahlen\", source:=\"Le Monde\"; a whole value: {}:\"…\"",
                            filter_->name));
  }
  lexer_.take('=');
  const Lexeme name = quoted ? lexer_.take_quote() : lexer_.take_item(Lexer::Commas::End);
  if (!name.closed) return fail(name.begin, 1, "the quotation is never closed");
  return filter_value(name, behind_equals(lexer_.line(), name));
}

Parser::Maybe Parser::filter_item() {
  if (single_quotes()) return std::nullopt;
  return filter_value(
      lexer_.take_item(takes_list(*filter_) ? Lexer::Commas::End : Lexer::Commas::Belong),
      Quoting::Bare);
}

Parser::Maybe Parser::filter_value(const Lexeme& item, Quoting quoting) {
  const std::size_t mark = quoting == Quoting::Bare ? 0 : quote_at(lexer_.line(), item.begin);
  if (names_list(*filter_, item, quoting)) return listed(item);
  const auto value = parse_field_value(*filter_, item, quoting, context_.today_of(*filter_));
  if (!value) {
    if (item.end == item.begin)
      return fail(item.begin == 0 ? 0 : item.begin - 1, 1, value.error().message,
                  value.error().suggestion);
    ValueError wrong = value.error();
    if (const std::string_view whole = several_words(item);
        quoting == Quoting::Bare && !whole.empty())
      wrong.suggestion = fmt::format("several words stand in quotation marks: \"{}\"", whole);
    return value_error(wrong, item.begin + mark, std::max(item.begin + mark, item.end - mark));
  }
  if (std::string note = note_on_value(*filter_, item.text, *value); !note.empty())
    hint(std::move(note));
  if (++terms_ > kMaxQueryTerms)
    return fail(item.begin, item.end - item.begin,
                fmt::format("the query has more than {} words", kMaxQueryTerms));
  QueryNode made = node(NodeKind::Filter);
  made.field = filter_->id;
  made.values.push_back(*value);
  return made;
}

std::string_view Parser::several_words(const Lexeme& item) const {
  constexpr unsigned kMostWords = 6;  // "Democratic Republic of the Congo"
  if (filter_->kind != FieldKind::Country && filter_->kind != FieldKind::Language) return {};
  Lexer further = lexer_;
  further.move_to(item.end);
  for (unsigned words = 1; words < kMostWords; ++words) {
    further.skip_space();
    const Lexeme next = further.take_word();
    if (next.end == next.begin) break;
    Lexeme whole = item;
    whole.text = lexer_.line().substr(item.begin, next.end - item.begin);
    if (parse_field_value(*filter_, whole, Quoting::Quoted, context_.today_of(*filter_)))
      return lexer_.line().substr(item.begin, next.end - item.begin);
  }
  return {};
}

Parser::Maybe Parser::listed(const Lexeme& item) {
  auto values = values_of_list(*filter_, item, context_);
  if (!values) return value_error(values.error(), item.begin, item.end);
  terms_ += values->size();
  if (terms_ > kMaxQueryTerms)
    return fail(item.begin, item.end - item.begin,
                fmt::format("the query has more than {} words", kMaxQueryTerms));
  QueryNode made = node(NodeKind::Filter);
  made.field = filter_->id;
  made.values = std::move(*values);
  return made;
}

}  // namespace pressmark::searcher
