#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "searcher/query/parser.h"

namespace pressmark::searcher {

using namespace std::chrono_literals;

inline ParseContext context(Match match = Match::All, ParseMode mode = ParseMode::Strict) {
  ParseContext made;
  made.today = 2022y / 9 / 15;
  made.match = match;
  made.mode = mode;
  made.saved = [](std::string_view name) -> std::optional<std::string> {
    if (name == "energy") return "gas OR oil";
    if (name == "loop") return "@loop";
    if (name == "lines") return "gas\nOR oil";
    if (name == "fields") return "gas country:ua";
    if (name == "and") return "gas and oil";
    return std::nullopt;
  };
  made.list = [](std::string_view name) -> Expected<std::string, std::string> {
    if (name == "wires") return std::string("# agencies\nreuters.com\n\n  The Wire\nafp.com\n");
    if (name == "east") return std::string("ua, Romania\n");
    if (name == "wrong") return std::string("atlantis\n");
    if (name == "nested") return std::string("@wires\n");
    if (name == "empty") return std::string("# none\n");
    return Unexpected<std::string>("did you mean \"@wires\"?");
  };
  return made;
}

/// The tree: (AND a b), country:UA ...
inline std::string tree(const QueryNode& n) {
  static const char* const kNames[] = {"*",      "AND",    "OR",      "NOT",   "NEAR",
                                       "ADJ",    "SAME",   "ATLEAST", "",      "=",
                                       "PHRASE", "WITHIN", "PATTERN", "FUZZY", "FILTER"};
  if (n.children.empty()) return print(ParsedQuery{n, {}});
  std::string out = std::string("(") + kNames[static_cast<int>(n.kind)];
  if (n.number > 0) out += "/" + std::to_string(n.number);
  for (const QueryNode& child : n.children) out += " " + tree(child);
  return out + ")";
}

inline std::string parsed(std::string_view text, const ParseContext& in = context()) {
  const auto query = parse_query(text, in);
  if (!query)
    return "column " + std::to_string(query.error().column) + "+" +
           std::to_string(query.error().length) + ": " + query.error().message;
  return tree(query->root);
}

struct Case {
  std::string_view text, want;
};

}  // namespace pressmark::searcher
