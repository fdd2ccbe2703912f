// What the clauses of a query find, and what a query without hits might have meant.
#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "searcher/model/flat_weight.h"
#include "searcher/query/query_builder.h"
#include "searcher/query/term_expansion.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

/// Near words tried for one word of the query.
constexpr std::size_t kCandidates = 6;

std::size_t count(const Xapian::Database& database, const Query& query) {
  const Xapian::doccount all = database.get_doccount();
  if (all == 0) return 0;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(FlatWeight());
  return enquire.get_mset(0, 0, all).get_matches_lower_bound();
}

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

class Explainer {
 public:
  Explainer(const Xapian::Database& database, const BuildOptions& options, Analyzer& analyzer)
      : database_(database), options_(options), analyzer_(analyzer) {}

  std::size_t found_by(const QueryNode& node) const {
    return count(database_,
                 build_query(ParsedQuery{node, {}}, database_, options_, analyzer_).whole());
  }

  std::vector<std::string> terms_of(const QueryNode& node) const {
    return build_query(ParsedQuery{node, {}}, database_, options_, analyzer_).terms;
  }

  void explain(const QueryNode& node, unsigned depth, const std::optional<Query>& article,
               std::vector<Explanation>& out) const {
    BuiltQuery built = build_query(ParsedQuery{node, {}}, database_, options_, analyzer_);
    Explanation line;
    line.depth = depth;
    line.clause = name_of(node);
    if (!is_branch(node)) line.terms = std::move(built.terms);
    line.articles = count(database_, built.whole());
    if (article)
      line.found = count(database_, Query(Query::OP_FILTER, built.whole(), *article)) > 0;
    out.push_back(std::move(line));
    for (const QueryNode& child : node.children) explain(child, depth + 1, article, out);
  }

 private:
  const Xapian::Database& database_;
  const BuildOptions& options_;
  Analyzer& analyzer_;
};

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

std::vector<Explanation> explain(const ParsedQuery& query, const Xapian::Database& database,
                                 const BuildOptions& options, Analyzer& analyzer,
                                 const std::optional<Query>& article) {
  std::vector<Explanation> lines;
  Explainer(database, options, analyzer).explain(query.root, 0, article, lines);
  return lines;
}

std::vector<Suggestion> did_you_mean(const ParsedQuery& query, const Xapian::Database& database,
                                     const BuildOptions& options, Analyzer& analyzer,
                                     std::size_t limit) {
  const Explainer explainer(database, options, analyzer);
  struct Candidate {
    Suggestion suggestion;
    std::size_t distance = 0;
  };
  std::vector<Candidate> found;
  ParsedQuery changed = query;
  each_node(changed.root, [&](QueryNode& node) {
    std::string form;
    if (!is_one_word(node, analyzer, form) || explainer.found_by(node) > 0) return;
    const std::string typed = std::exchange(node.text, {});
    std::set<std::vector<std::string>> tried;  // forms of one word find the same
    for (const Expansion::Word& near : near_words(database, form, kCandidates).words) {
      if (near.form == form) continue;
      node.text = near.form;
      if (!tried.insert(explainer.terms_of(node)).second) continue;
      const std::size_t articles = explainer.found_by(changed.root);
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
                                            const Xapian::Database& database,
                                            const BuildOptions& options, Analyzer& analyzer) {
  std::vector<Suggestion> found;
  if (query.root.kind != NodeKind::And) return found;
  const Explainer explainer(database, options, analyzer);
  for (std::size_t i = 0; i < query.root.children.size(); ++i) {
    const QueryNode& part = query.root.children[i];
    if (part.kind != NodeKind::Filter && part.kind != NodeKind::Not) continue;
    QueryNode rest = query.root;
    rest.children.erase(rest.children.begin() + static_cast<std::ptrdiff_t>(i));
    if (rest.children.size() == 1) rest = QueryNode(rest.children[0]);
    const std::size_t articles = explainer.found_by(rest);
    if (articles > 0) found.push_back({print(ParsedQuery{part, {}}), articles});
  }
  return found;
}

}  // namespace pressmark::searcher
