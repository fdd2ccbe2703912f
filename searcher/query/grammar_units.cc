// What a query is made of: words, quotations and groups.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "common/utf8.h"
#include "searcher/query/foreign_forms.h"
#include "searcher/query/grammar.h"

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
    return fail(
        found.begin, length,
        fmt::format("at least {} letters must stand before * or ?", kMinWildcardLetters),
        found.first_wildcard == 0 && found.text[0] == '?'
            ? fmt::format("text that has the sign stands in quotation marks: \"{}\"", found.text)
            : "");
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
