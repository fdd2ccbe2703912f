#include "searcher/query/grammar.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

namespace pressmark::searcher {
namespace {

constexpr unsigned kDefaultDistance = 10;
constexpr unsigned kMaxDistance = 200;

/// Whether a part only restricts: a filter, what is left out, and a group of such. Depth is
/// bounded.
bool is_filter(const QueryNode& n) {
  if (n.kind == NodeKind::And || n.kind == NodeKind::Or)
    return std::ranges::all_of(n.children, is_filter);
  return n.kind == NodeKind::Filter || n.kind == NodeKind::Not;
}

/// "gas AND leak" among words of which any will do.
QueryNode both_of(const QueryNode& a, QueryNode b) {
  QueryNode made = a.kind == NodeKind::And ? a : node(NodeKind::And, {a});
  made.children.push_back(std::move(b));
  return made;
}

/// The scope that all words have; nothing when they differ.
std::optional<TextScope> common_scope(const std::vector<QueryNode>& nodes) {
  std::optional<TextScope> common;
  for (const QueryNode& n : nodes) {
    const auto scope = n.kind == NodeKind::Or ? common_scope(n.children) : std::optional(n.scope);
    if (!scope || (common && *common != *scope)) return std::nullopt;
    common = scope;
  }
  return common;
}

}  // namespace

QueryNode node(NodeKind kind, std::vector<QueryNode> children) {
  QueryNode made;
  made.kind = kind;
  made.children = std::move(children);
  return made;
}

bool are_alternatives(const QueryNode& a, const QueryNode& b) {
  if (a.kind != NodeKind::Filter || b.kind != NodeKind::Filter || a.field != b.field) return false;
  const auto is_bound = [](const FilterValue& value) {
    const bool open_days = !value.dates.first || !value.dates.last;
    return (value.form == FilterValue::Form::Dates && open_days) ||
           (value.form == FilterValue::Form::Numbers && (!value.low || !value.high));
  };
  return field(a.field).kind != FieldKind::Flag && std::ranges::none_of(a.values, is_bound) &&
         std::ranges::none_of(b.values, is_bound);
}

Expected<ParsedQuery, QueryError> Parser::parse() {
  auto root = alternatives();
  if (!error_ && !lexer_.at_end()) fail(lexer_.at(), 1, "\")\" closes nothing");
  if (!error_ && !root) fail(0, lexer_.line().size(), "there is nothing to look for");
  if (error_) return Unexpected<QueryError>(*error_);
  return ParsedQuery{std::move(*root), std::move(hints_)};
}

std::nullopt_t Parser::fail(std::size_t column, std::size_t length, std::string message,
                            std::string suggestion) {
  if (!error_)
    error_ = QueryError{std::string(lexer_.line()), column, length, std::move(message),
                        std::move(suggestion)};
  return std::nullopt;
}

void Parser::hint(std::string text) {
  if (std::ranges::find(hints_, text) == hints_.end()) hints_.push_back(std::move(text));
}

Parser::Maybe Parser::alternatives() {
  if (++depth_ > kMaxQueryDepth)
    return fail(lexer_.at(), 1,
                fmt::format("parentheses are nested more than {} deep", kMaxQueryDepth));
  std::vector<QueryNode> found;
  for (;;) {
    auto part = conjunction();
    if (error_) return std::nullopt;
    const std::size_t at = lexer_.at();
    const bool more = lexer_.take_operator("OR");
    if (!part && (more || !found.empty()))
      return fail(more ? at : last_operator_, 2,
                  fmt::format("nothing stands {} \"OR\"", more ? "before" : "behind"));
    if (part) found.push_back(std::move(*part));
    if (!more) break;
    last_operator_ = at;
  }
  --depth_;
  if (found.empty()) return std::nullopt;
  if (found.size() == 1) return std::move(found[0]);
  return node(NodeKind::Or, std::move(found));
}

Parser::Maybe Parser::conjunction() {
  std::vector<Part> parts;
  bool dropped = false;
  for (;;) {
    lexer_.skip_space();
    if (lexer_.at_end() || lexer_.here() == ')') break;
    const std::size_t at = lexer_.at();
    if (lexer_.take_operator("OR")) {
      lexer_.move_to(at);
      break;
    }
    Part part;
    if (lexer_.take_operator("AND")) {
      if (parts.empty() && !dropped) return fail(at, 3, "nothing stands before \"AND\"");
      part.by_operator = true;
      lexer_.skip_space();
      if (lexer_.at_end() || lexer_.here() == ')' || operand_is_missing())
        return fail(at, 3, "nothing stands behind \"AND\"");
    }
    auto made = negation(part);
    if (error_) return std::nullopt;
    if (!made) {
      dropped = true;
      continue;
    }
    part.node = std::move(*made);
    add(parts, std::move(part));
  }
  return join(std::move(parts));
}

bool Parser::operand_is_missing() {
  const std::size_t at = lexer_.at();
  const bool missing = lexer_.take_operator("AND") || lexer_.take_operator("OR");
  lexer_.move_to(at);
  return missing;
}

void Parser::add(std::vector<Part>& parts, Part part) {
  if (!part.by_operator && !part.required) {
    for (Part& earlier : parts) {
      if (earlier.required || !are_alternatives(earlier.node, part.node)) continue;
      for (FilterValue& value : part.node.values) {
        if (std::ranges::find(earlier.node.values, value) == earlier.node.values.end())
          earlier.node.values.push_back(std::move(value));
      }
      return;
    }
  }
  parts.push_back(std::move(part));
}

Parser::Maybe Parser::join(std::vector<Part> parts) const {
  std::vector<QueryNode> all, any;
  // What an AND joins to. A filter is required in any case, and AND joins what is around it.
  enum class Before { Nothing, Any, Required } before = Before::Nothing;
  for (Part& part : parts) {
    const bool filter = is_filter(part.node);
    if (!part.by_operator) before = Before::Nothing;
    const bool loose =
        context_.match == Match::Any && !part.required && !filter && before != Before::Required;
    if (loose && before == Before::Any) {
      any.back() = both_of(any.back(), std::move(part.node));
    } else {
      (loose ? any : all).push_back(std::move(part.node));
      if (!filter) before = loose ? Before::Any : Before::Required;
    }
  }
  if (!any.empty()) {
    QueryNode loose = any.size() == 1 ? std::move(any[0]) : node(NodeKind::Or, std::move(any));
    all.insert(all.begin(), std::move(loose));
  }
  if (all.empty()) return std::nullopt;
  if (all.size() == 1) return std::move(all[0]);
  return node(NodeKind::And, std::move(all));
}

bool Parser::wrong_sign() {
  const std::string_view rest = lexer_.line().substr(lexer_.at());
  for (const std::string_view operation : {"||", "|"}) {
    if (!lexer_.take_operator(operation)) continue;
    fail(lexer_.at() - operation.size(), operation.size(),
         fmt::format("\"{}\" joins nothing", operation), "it is written OR");
    return true;
  }
  const std::size_t dash = dash_at(rest, 0);
  const std::size_t size = rest.starts_with('!') ? 1 : dash;
  if (size == 0 || !letter_at(rest, size)) return false;
  const std::string_view sign = rest.substr(0, size);
  fail(lexer_.at(), size, fmt::format("\"{}\" leaves nothing out", sign),
       "what is to be left out has a plain minus sign before it, as in -word");
  return true;
}

Parser::Maybe Parser::negation(Part& part) {
  const std::size_t at = lexer_.at();
  bool negated = false;
  if (lexer_.take_operator("NOT")) {
    negated = true;
    lexer_.skip_space();
    if (lexer_.at_end() || lexer_.here() == ')' || operand_is_missing())
      return fail(at, 3, "nothing stands behind \"NOT\"");
  } else if (const Sign sign = lexer_.take_sign(); sign.bytes != 0) {
    if (lexer_.at_boundary() && lexer_.here() != '(') {
      return fail(at, sign.bytes, fmt::format("\"{}\" stands alone", sign.sign),
                  fmt::format("write it against the word, as in {}word", sign.sign));
    }
    negated = sign.sign == '-';
    part.required = sign.sign == '+';
  } else if (wrong_sign()) {
    return std::nullopt;
  }
  auto made = proximity();
  if (!made || !negated) return made;
  if (made->kind == NodeKind::Not) return std::move(made->children[0]);
  std::vector<QueryNode> child;
  child.push_back(std::move(*made));
  return node(NodeKind::Not, std::move(child));
}

Parser::Maybe Parser::proximity() {
  auto left = unit();
  if (!left) return left;
  std::vector<QueryNode> pairs;
  for (;;) {
    lexer_.skip_space();
    const std::size_t at = lexer_.at();
    NodeKind kind = NodeKind::Near;
    auto found = lexer_.take_counted_operator("NEAR");
    if (!found && (found = lexer_.take_counted_operator("ADJ"))) kind = NodeKind::Adj;
    if (!found && lexer_.take_operator("SAME")) {
      kind = NodeKind::Same;
      found = Lexer::Counted{};
    }
    if (!found) break;
    const std::size_t length = lexer_.at() - at;
    if (found->given && (found->number < 1 || found->number > kMaxDistance)) {
      return fail(at, length, fmt::format("the distance must be 1 to {} words", kMaxDistance));
    }
    lexer_.skip_space();
    if (lexer_.at_end() || lexer_.here() == ')')
      return fail(at, length,
                  fmt::format("nothing stands behind \"{}\"", lexer_.line().substr(at, length)));
    auto right = unit();
    if (error_) return std::nullopt;
    if (!right || !stands_in_proximity(*left) || !stands_in_proximity(*right)) {
      return fail(at, length, "NEAR, ADJ and SAME stand between words",
                  "a word, word*, \"a phrase\", =\"word\" or (word OR word) on each side");
    }
    const auto scope = common_scope({*left, *right});
    if (!scope || *scope == TextScope::Lead || *scope == TextScope::Body) {
      return fail(at, length, "NEAR, ADJ and SAME work in title: or without a field");
    }
    QueryNode pair = node(kind, {});
    pair.scope = *scope;
    if (kind != NodeKind::Same) pair.number = found->given ? found->number : kDefaultDistance;
    pair.children = {*left, *right};
    pairs.push_back(std::move(pair));
    left = std::move(right);
  }
  if (pairs.empty()) return left;
  if (pairs.size() == 1) return std::move(pairs[0]);
  return node(NodeKind::And, std::move(pairs));
}

bool Parser::stands_in_proximity(const QueryNode& n) {
  if (n.kind == NodeKind::Or)
    return std::ranges::all_of(n.children, [](const QueryNode& c) {
      return stands_in_proximity(c) && c.kind != NodeKind::Or;
    });
  return n.kind == NodeKind::Word || n.kind == NodeKind::Pattern || n.kind == NodeKind::Fuzzy ||
         n.kind == NodeKind::Exact || n.kind == NodeKind::Phrase;
}

}  // namespace pressmark::searcher
