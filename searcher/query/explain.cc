#include "searcher/query/explain.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searcher/query/term_expansion.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

/// Near words tried for one word of the query.
constexpr std::size_t kCandidates = 6;

bool is_branch(const QueryNode& node) {
  return node.kind == NodeKind::And || node.kind == NodeKind::Or || node.kind == NodeKind::Not;
}

std::string name_of(const QueryNode& node) {
  if (node.kind == NodeKind::And) return "AND";
  if (node.kind == NodeKind::Or) return "OR";
  if (node.kind == NodeKind::Not) return "NOT";
  return print(ParsedQuery{node, {}});
}

/// Calls visit(node) for each node below and including `root`, parents first. Depth is bounded by
/// the parser.
void each_node(QueryNode& root, const std::function<void(QueryNode&)>& visit) {
  visit(root);
  for (QueryNode& child : root.children) each_node(child, visit);
}

BuiltQuery built(const QueryNode& node, const ClauseCounter& counter) {
  return build_query(ParsedQuery{node, {}}, counter.database, counter.options, counter.analyzer);
}

std::size_t found_by(const QueryNode& node, const ClauseCounter& counter) {
  return counter.count(built(node, counter));
}

void explain_node(const QueryNode& node, unsigned depth, const ClauseCounter& counter,
                  const std::optional<Query>& article, std::vector<Explanation>& out) {
  BuiltQuery query = built(node, counter);
  Explanation line;
  line.depth = depth;
  line.clause = name_of(node);
  if (!is_branch(node)) {
    line.terms = query.terms;
    line.notes = query.notes;
  }
  line.articles = counter.count(query);
  if (article) {
    query.rest = Query(Query::OP_FILTER, query.rest, *article);
    line.found = counter.count(std::move(query)) > 0;
  }
  out.push_back(std::move(line));
  for (const QueryNode& child : node.children)
    explain_node(child, depth + 1, counter, article, out);
}

bool is_one_word(const QueryNode& node, Analyzer& analyzer, std::string& form) {
  if (node.kind != NodeKind::Word && node.kind != NodeKind::Exact && node.kind != NodeKind::Phrase)
    return false;
  Tokenizer tokens(node.text, analyzer.folder());
  const auto first = tokens.next();
  if (!first || first->kind != TokenKind::Word) return false;
  form = first->form;
  return !tokens.next();
}

}  // namespace

std::vector<Explanation> explain(const ParsedQuery& query, const ClauseCounter& counter,
                                 const std::optional<Query>& article) {
  std::vector<Explanation> lines;
  explain_node(query.root, 0, counter, article, lines);
  return lines;
}

std::vector<Suggestion> did_you_mean(const ParsedQuery& query, const ClauseCounter& counter,
                                     std::size_t limit) {
  struct Candidate {
    Suggestion suggestion;
    std::size_t distance = 0;
  };
  std::vector<Candidate> found;
  ParsedQuery changed = query;
  each_node(changed.root, [&](QueryNode& node) {
    std::string form;
    if (!is_one_word(node, counter.analyzer, form) || found_by(node, counter) > 0) return;
    const std::string typed = std::exchange(node.text, {});
    std::set<std::vector<std::string>> tried;  // forms of one word find the same
    for (const Expansion::Word& near : near_words(counter.database, form, kCandidates).words) {
      if (near.form == form) continue;
      node.text = near.form;
      if (!tried.insert(built(node, counter).terms).second) continue;
      const std::size_t articles = found_by(changed.root, counter);
      if (articles > 0) found.push_back({{print(changed), articles}, near.distance});
    }
    node.text = typed;
  });
  // A letter less of a difference says more than many articles.
  std::ranges::stable_sort(found, [](const Candidate& a, const Candidate& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    return a.suggestion.articles > b.suggestion.articles;
  });
  if (found.size() > limit) found.resize(limit);
  std::vector<Suggestion> suggestions;
  for (Candidate& each : found) suggestions.push_back(std::move(each.suggestion));
  return suggestions;
}

std::vector<Suggestion> without_each_filter(const ParsedQuery& query,
                                            const ClauseCounter& counter) {
  std::vector<Suggestion> found;
  if (query.root.kind != NodeKind::And) return found;
  for (std::size_t i = 0; i < query.root.children.size(); ++i) {
    const QueryNode& part = query.root.children[i];
    if (part.kind != NodeKind::Filter && part.kind != NodeKind::Not) continue;
    QueryNode rest = query.root;
    rest.children.erase(rest.children.begin() + static_cast<std::ptrdiff_t>(i));
    if (rest.children.size() == 1) rest = QueryNode(rest.children[0]);
    const std::size_t articles = found_by(rest, counter);
    if (articles > 0) found.push_back({print(ParsedQuery{part, {}}), articles});
  }
  return found;
}

}  // namespace pressmark::searcher
