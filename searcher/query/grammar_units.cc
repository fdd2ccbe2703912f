// What a query is made of: words, quotations, fields and their values.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/utf8.h"
#include "searcher/query/foreign_forms.h"
#include "searcher/query/grammar.h"
#include "searcher/query/value_list.h"

namespace pressmark::searcher {
namespace {

using namespace std::string_view_literals;

constexpr unsigned kMaxSlop = 200;
constexpr std::size_t kMinWildcardLetters = 3;
constexpr unsigned kMaxSavedDepth = 4;  // saved queries inside saved queries

}  // namespace

Parser::Maybe Parser::unit() {
  lexer_.skip_space();
  if (lexer_.at_end()) return std::nullopt;
  const std::size_t at = lexer_.at();
  if (lexer_.take('(')) return group(at);
  if (lexer_.here() == ')') return std::nullopt;
  if (lexer_.quote_here() != 0) return quotation(NodeKind::Phrase);
  if (lexer_.here() == '=' && !filter_) return exactly();
  if (lexer_.here() == '@' && !filter_) return saved();
  if (!filter_) {
    if (const auto count = lexer_.take_counted_operator("atleast"); count && count->given)
      return at_least(at, count->number);
    lexer_.move_to(at);
  }
  if (misplaced_operator() || single_quotes()) return std::nullopt;
  if (auto name = lexer_.take_field_name()) return fielded(*name);
  return filter_ ? filter_item() : word();
}

bool Parser::misplaced_operator() {
  const std::size_t at = lexer_.at();
  for (const std::string_view name : {"NEAR", "ADJ", "SAME"}) {
    if (name == "SAME" ? lexer_.take_operator(name)
                       : lexer_.take_counted_operator(name).has_value()) {
      fail(at, lexer_.at() - at, fmt::format("nothing stands before \"{}\"", name));
      return true;
    }
  }
  const bool in_field = filter_ || scope_ != TextScope::Anywhere;
  for (const std::string_view name : {"AND", "OR", "NOT"}) {
    if (!lexer_.take_operator(name)) continue;
    fail(at, name.size(), fmt::format("\"{}\" cannot stand here", name),
         in_field && name == "NOT" ? "write it before the field, as in NOT title:gas"
                                   : fmt::format("as a word it is written \\{}", name));
    return true;
  }
  const auto [sign, bytes] = sign_at(lexer_.line(), at);
  if (bytes == 0) return false;
  fail(at, bytes, fmt::format("\"{}\" cannot stand here", sign),
       in_field ? fmt::format("write it before the field, as in {}title:gas", sign)
                : "one sign or NOT stands before a word, a quotation or (words)");
  return true;
}

bool Parser::single_quotes() {
  const std::string_view rest = lexer_.line().substr(lexer_.at());
  const bool curly = rest.starts_with("\u2018");
  if (!curly && !rest.starts_with('\'')) return false;
  constexpr std::array kShortened = {"tis "sv, "twas "sv, "em "sv, "n "sv};
  const std::string_view behind_opening = rest.substr(curly ? 3 : 1);
  if (behind_opening.empty() || (behind_opening[0] >= '0' && behind_opening[0] <= '9') ||
      std::ranges::any_of(kShortened, [&](auto word) { return behind_opening.starts_with(word); }))
    return false;  // the '90s
  const std::string_view opening = curly ? "\u2018" : "'", closing = curly ? "\u2019" : "'";
  for (std::size_t end = rest.find(closing, opening.size()); end != rest.npos;
       end = rest.find(closing, end + 1)) {
    const std::size_t behind = end + closing.size();
    const bool last = behind == rest.size() || rest[behind] == ')' || space_at(rest, behind) != 0;
    if (!last) continue;  // "don't"
    const std::string_view inner = rest.substr(opening.size(), end - opening.size());
    if (inner.find(' ') == inner.npos) return false;
    fail(lexer_.at(), behind, "single quotation marks hold no words together",
         fmt::format("write \"{}\"", inner));
    return true;
  }
  return false;
}

bool Parser::sign_behind(std::string_view signs, std::string_view what) {
  const char sign = lexer_.here();
  if (sign == '\0' || signs.find(sign) == std::string_view::npos) return false;
  fail(lexer_.at(), 1, fmt::format("\"{}\" stands behind a word, not behind {}", sign, what),
       fmt::format("as in clim{}", sign));
  return true;
}

Parser::Maybe Parser::group(std::size_t open) {
  auto inner = alternatives();
  if (error_) return std::nullopt;
  if (!lexer_.take(')')) return fail(open, 1, "\"(\" is never closed");
  if (sign_behind("*~", "parentheses")) return std::nullopt;
  if (!inner) return fail(open, lexer_.at() - open, "there is nothing between the parentheses");
  return inner;
}

bool Parser::count_terms(std::string_view text, std::size_t column, std::size_t length,
                         std::size_t& counted) {
  Folder& folder = folder_;
  Tokenizer tokens(text, folder);
  counted = 0;
  while (const auto token = tokens.next()) {
    if (token->kind != TokenKind::Bigram && token->kind != TokenKind::Compound) ++counted;
  }
  terms_ += counted;
  if (terms_ > kMaxQueryTerms)
    fail(column, length, fmt::format("the query has more than {} words", kMaxQueryTerms));
  return !error_;
}

Parser::Maybe Parser::quotation(NodeKind kind) {
  const Lexeme quote = lexer_.take_quote();
  if (!quote.closed) return fail(quote.begin, 1, "the quotation is never closed");
  if (filter_) return filter_value(quote, Quoting::Quoted);
  std::size_t words = 0;
  if (!count_terms(quote.text, quote.begin, quote.end - quote.begin, words)) return std::nullopt;
  if (words == 0)
    return fail(quote.begin, quote.end - quote.begin,
                "there is no word between the quotation marks");
  if (words > kMaxPhraseWords)
    return fail(quote.begin, quote.end - quote.begin,
                fmt::format("a phrase has at most {} words", kMaxPhraseWords));
  if (sign_behind("*", "a quotation")) return std::nullopt;
  for (std::size_t star = quote.text.find('*'); star != std::string::npos;
       star = quote.text.find('*', star + 1)) {
    if (star > 0 && letter_at(quote.text, star - 1))
      hint("\"*\" within quotation marks stands for itself");
  }
  QueryNode made = text_node(kind, quote.text);
  if (lexer_.here() == '~') {
    const std::size_t at = lexer_.at();
    if (kind == NodeKind::Exact)
      return fail(at, 1, "behind =\"…\" stands no \"~\"", "without = it is \"…\"~3");
    lexer_.take('~');
    const auto number = lexer_.take_number();
    if (!number || *number > kMaxSlop)
      return fail(at, 1,
                  fmt::format("behind \"…\"~ stands a number of words, at most {}", kMaxSlop));
    if (scope_ == TextScope::Lead || scope_ == TextScope::Body)
      return fail(at, 1, "\"…\"~ works in title: or without a field");
    made.kind = NodeKind::Within;
    made.number = *number;
  }
  return made;
}

QueryNode Parser::text_node(NodeKind kind, std::string text) const {
  QueryNode made;
  made.kind = kind;
  made.scope = scope_;
  made.text = std::move(text);
  return made;
}

Parser::Maybe Parser::exactly() {
  const std::size_t at = lexer_.at();
  lexer_.take('=');
  if (lexer_.quote_here() != 0) return quotation(NodeKind::Exact);
  const Lexeme word = lexer_.take_word();
  std::size_t words = 0;
  if (!count_terms(word.text, at, word.end - at, words)) return std::nullopt;
  if (words == 0) return fail(at, 1, "behind \"=\" stands a word", "as in =\"Wahlen\"");
  if (word.wildcards > 0 || word.fuzzy) {
    const auto stem = std::string_view(word.text).substr(
        0, word.wildcards > 0 ? word.first_wildcard : word.text.npos);
    return fail(at, word.end - at, "\"=\" finds one form, \"*\", \"?\" and \"~\" several",
                fmt::format("={0} or {0}{1}", stem, word.fuzzy ? '~' : '*'));
  }
  return text_node(NodeKind::Exact, word.text);
}

Parser::Maybe Parser::saved() {
  const std::size_t at = lexer_.at();
  lexer_.take('@');
  const Lexeme name = lexer_.take_word();
  const auto text = context_.saved && !name.text.empty() ? context_.saved(name.text) : std::nullopt;
  if (!text) {
    const bool list = context_.list && context_.list(name.text);
    return fail(at, name.end - at, fmt::format("there is no saved query \"{}\"", name.text),
                list ? fmt::format("it is a list of values, as in source:@{}", name.text)
                     : "saved queries: --list-saved");
  }
  if (saved_depth_ >= kMaxSavedDepth)
    return fail(at, name.end - at, "saved queries stand too deep in each other");
  const std::string line = one_line(*text);
  Parser inner(line, context_, saved_depth_ + 1);
  inner.scope_ = scope_;  // title:@name looks for its words in the headline
  auto parsed = inner.parse();
  if (!parsed)
    return fail(at, name.end - at,
                fmt::format("in the saved query \"{}\": {}", name.text, parsed.error().message),
                parsed.error().suggestion);
  for (std::string& text_hint : parsed->hints) hint(std::move(text_hint));
  terms_ += inner.terms();
  if (terms_ > kMaxQueryTerms)
    return fail(at, name.end - at, fmt::format("the query has more than {} words", kMaxQueryTerms));
  return std::move(parsed->root);
}

Parser::Maybe Parser::at_least(std::size_t at, unsigned number) {
  const std::size_t length = lexer_.at() - at;
  if (number < 1 || number > kMaxPhraseWords)
    return fail(at, length, fmt::format("the number of mentions must be 1 to {}", kMaxPhraseWords));
  auto child = unit();
  if (error_) return std::nullopt;
  const bool fits = child && child->scope == TextScope::Anywhere &&
                    (child->kind == NodeKind::Word || child->kind == NodeKind::Exact ||
                     child->kind == NodeKind::Phrase);
  if (!fits) return fail(at, length, "behind atleast/n stands a word or a phrase");
  QueryNode made = node(NodeKind::AtLeast, {std::move(*child)});
  made.number = number;
  return made;
}

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
                : lexer_.here() == '='   ? exact_source()
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

Parser::Maybe Parser::exact_source() {
  const std::size_t at = lexer_.at();
  lexer_.take('=');
  if (filter_->id != FieldId::Source || lexer_.quote_here() == 0) {
    lexer_.move_to(at);
    return filter_item();
  }
  const Lexeme quote = lexer_.take_quote();
  if (!quote.closed) return fail(quote.begin, 1, "the quotation is never closed");
  return filter_value(quote, Quoting::Exactly);
}

Parser::Maybe Parser::filter_item() {
  if (single_quotes()) return std::nullopt;
  return filter_value(
      lexer_.take_item(takes_list(*filter_) ? Lexer::Commas::End : Lexer::Commas::Belong),
      Quoting::Bare);
}

Parser::Maybe Parser::filter_value(const Lexeme& item, Quoting quoting) {
  const std::size_t mark = quoting == Quoting::Bare ? 0 : 1;
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

Parser::Maybe Parser::word() {
  const Lexeme found = lexer_.take_word();
  if (found.end == found.begin) return fail(found.begin, 1, "this is not understood");
  if (found.text == "*" && found.wildcards == 1) return node(NodeKind::Everything);
  std::size_t words = 0;
  const std::size_t length = found.end - found.begin;
  if (!count_terms(found.text, found.begin, length, words)) return std::nullopt;
  if (words == 0) {
    hint(fmt::format("\"{}\" has no letters and was left out", found.text));
    return std::nullopt;
  }
  if (found.wildcards > 0) return pattern(found);
  if (const std::size_t sign = found.text.find_first_of("+#"); sign != std::string::npos)
    hint(fmt::format("\"{}\" is looked for without its signs", found.text));
  const std::string_view typed = lexer_.line().substr(found.begin, length);
  if (const auto tilde = numbered_tilde(typed)) {
    return fail(found.begin + *tilde, length - *tilde, "no number stands behind \"~\"",
                "electon~ finds words that differ by a letter or two");
  }
  if (is_like_operator(typed)) {
    return fail(found.begin, length, fmt::format("\"{}\" is no operator", typed),
                "as in gas NEAR/5 leak, gas ADJ/5 leak, atleast/3 gas");
  }
  if (const std::size_t name = filter_with_equals(typed); name > 0) {
    return fail(found.begin, length, "a field has a colon behind it",
                fmt::format("{}:{}", typed.substr(0, name), typed.substr(name + 1)));
  }
  if (found.fuzzy) {
    if (words > 1) return fail(found.begin, length, "\"~\" stands behind one word");
    return text_node(NodeKind::Fuzzy, found.text);
  }
  for (const std::string_view lower : {"and", "or", "not", "near", "adj"}) {
    if (found.text == lower)
      hint(fmt::format("\"{}\" is looked for as a word; the operator is written in capitals",
                       lower));
  }
  if (found.text.find("..") != std::string::npos && found.text[0] >= '0' && found.text[0] <= '9') {
    hint(fmt::format("\"{0}\" is looked for as words; for days write date:{0}", found.text));
  }
  return text_node(NodeKind::Word, found.text);
}

Parser::Maybe Parser::pattern(const Lexeme& found) {
  const std::string_view before = std::string_view(found.text).substr(0, found.first_wildcard);
  const std::size_t length = found.end - found.begin;
  // Letters as they are looked for: an apostrophe is none, nor an article before it.
  Tokenizer first(before, folder_);
  const auto folded = first.next();
  const std::size_t begun = folded ? count_code_points(folded->form) : 0;
  if (std::min(count_code_points(before), begun) < kMinWildcardLetters) {
    return fail(found.begin, length,
                fmt::format("at least {} letters must stand before * or ?", kMinWildcardLetters));
  }
  const auto is_part = [&](std::string_view part) {
    Tokenizer tokens(part, folder_);
    const auto token = tokens.next();
    const bool letters =
        token && (token->kind == TokenKind::Word || token->kind == TokenKind::Number);
    return letters && token->begin == 0 && !tokens.next() &&
           (part.data() != before.data() || token->end == part.size());
  };
  bool one_word = !found.fuzzy && is_part(before);
  for (std::size_t begin = found.first_wildcard + 1; one_word && begin < found.text.size();) {
    const std::size_t end = std::min(found.text.find_first_of("*?", begin), found.text.size());
    const auto part = std::string_view(found.text).substr(begin, end - begin);
    one_word = is_part(part) || !Tokenizer(part, folder_).next();
    begin = end + 1;
  }
  if (!one_word) return fail(found.begin, length, "* and ? stand inside or behind one word");
  return text_node(NodeKind::Pattern, found.text);
}

}  // namespace pressmark::searcher
