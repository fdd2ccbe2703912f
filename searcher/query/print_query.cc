#include <algorithm>
#include <array>
#include <string>

#include <fmt/core.h>

#include "common/text.h"
#include "common/utf8.h"
#include "searcher/model/parsed_query.h"
#include "searcher/query/field_value.h"
#include "searcher/query/foreign_forms.h"
#include "searcher/query/lexer.h"

namespace pressmark::searcher {
namespace {

/// How tightly a node binds; a child that binds less stands in parentheses.
enum class Binding { Or, And, Not, Proximity, Unit };

Binding binding_of(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::Or:
      return Binding::Or;
    case NodeKind::And:
      return Binding::And;
    case NodeKind::Not:
      return Binding::Not;
    case NodeKind::Near:
    case NodeKind::Adj:
    case NodeKind::Same:
      return Binding::Proximity;
    default:
      return Binding::Unit;
  }
}

std::string_view scope_name(TextScope scope) {
  switch (scope) {
    case TextScope::Title:
      return "title:";
    case TextScope::Lead:
      return "lead:";
    case TextScope::Body:
      return "body:";
    case TextScope::Anywhere:
      break;
  }
  return {};
}

bool is_operator(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kOperators = {"AND",  "OR",  "NOT",
                                                                 "NEAR", "ADJ", "SAME"};
  return std::ranges::any_of(kOperators,
                             [&](std::string_view name) {
                               return word == name || word.starts_with(std::string(name) + "/");
                             }) ||
         word.starts_with("atleast/") || is_like_operator(word);
}

/// The word with a backslash before whatever would be read as something else.
std::string escape_word(std::string_view word, std::string_view keep) {
  if (word.empty()) return {};
  std::string first;
  std::size_t begin = 0;
  if (is_operator(word) || std::string_view(".-_,").find(word[0]) != std::string_view::npos) {
    first = std::string("\\") + word[0];
    begin = 1;
  }
  return first + escape(word.substr(begin), std::string(".-_,").append(keep));
}

std::string print_node(const QueryNode& node);

std::string child(const QueryNode& node, Binding least) {
  const std::string text = print_node(node);
  return binding_of(node) < least ? "(" + text + ")" : text;
}

/// Two filters on one field beside each other would become one; a field needs its operator.
bool needs_operator(const QueryNode& node) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (node.children[i].kind == NodeKind::Filter && node.children[j].kind == NodeKind::Filter &&
          node.children[i].field == node.children[j].field)
        return true;
    }
  }
  return false;
}

std::string joined(const QueryNode& node, std::string_view separator, Binding least) {
  std::string out;
  for (const QueryNode& part : node.children) {
    if (!out.empty()) out += separator;
    out += child(part, least);
  }
  return out;
}

std::string print_filter(const QueryNode& node) {
  const Field& row = field(node.field);
  const std::string name = std::string(row.name) + ":";
  // An address may hold commas: several stand beside each other.
  const bool list = takes_list(row);
  std::string out = name;
  for (std::size_t i = 0; i < node.values.size(); ++i) {
    if (i > 0) out += list ? "," : " " + name;
    const std::string value = print_value(row, node.values[i]);
    // Three digits behind a comma are read as thousands.
    const bool thousands = row.kind == FieldKind::Number && i > 0 && value.size() == 3 &&
                           node.values[i].low == node.values[i].high;
    out += thousands ? "0" + value : value;
  }
  return list || node.values.size() == 1 ? out : "(" + out + ")";
}

std::string print_pair(const QueryNode& node) {
  const std::string_view name = node.kind == NodeKind::Near  ? "NEAR"
                                : node.kind == NodeKind::Adj ? "ADJ"
                                                             : "SAME";
  QueryNode left = node.children[0], right = node.children[1];
  const std::string operation =
      node.kind == NodeKind::Same ? std::string(name) : fmt::format("{}/{}", name, node.number);
  return child(left, Binding::Unit) + " " + operation + " " + child(right, Binding::Unit);
}

std::string print_node(const QueryNode& node) {
  const std::string scope(scope_name(node.scope));
  switch (node.kind) {
    case NodeKind::Everything:
      return "*";
    case NodeKind::And:
      return joined(node, needs_operator(node) ? " AND " : " ", Binding::Not);
    case NodeKind::Or:
      return joined(node, " OR ", Binding::And);
    case NodeKind::Not:
      return "-" + child(node.children[0], Binding::Unit);
    case NodeKind::Near:
    case NodeKind::Adj:
    case NodeKind::Same:
      return print_pair(node);
    case NodeKind::AtLeast:
      return fmt::format("atleast/{} {}", node.number, print_node(node.children[0]));
    case NodeKind::Word:
      return scope + escape_word(node.text, {});
    case NodeKind::Exact:
      return scope + "=" + quote(node.text);
    case NodeKind::Phrase:
      return scope + quote(node.text);
    case NodeKind::Within:
      return scope + quote(node.text) + fmt::format("~{}", node.number);
    case NodeKind::Pattern:
      return scope + escape_word(node.text, "*?");
    case NodeKind::Fuzzy:
      return scope + escape_word(node.text, {}) + "~";
    case NodeKind::Filter:
      return print_filter(node);
  }
  return {};
}

}  // namespace

std::string print(const ParsedQuery& query) { return print_node(query.root); }

}  // namespace pressmark::searcher
