#include "searcher/query/explain.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/text.h"
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

constexpr std::size_t kMostLookedUp =
    32;  // words of a query that no article has: hundreds are no slips of a finger

/// Collects queries with other words in place of some that find nothing.
class Suggester {
 public:
  Suggester(ParsedQuery query, const ClauseCounter& counter)
      : changed_(std::move(query)), counter_(counter) {}

  std::vector<Suggestion> suggest(std::size_t limit) {
    each_node(changed_.root, [&](QueryNode& node) {
      if (node.kind == NodeKind::Filter)
        names(node);
      else
        word(node);
    });
    // A letter less of a difference says more than many articles.
    std::ranges::stable_sort(found_, [](const Candidate& a, const Candidate& b) {
      if (a.distance != b.distance) return a.distance < b.distance;
      return a.suggestion.articles > b.suggestion.articles;
    });
    if (found_.size() > limit) found_.resize(limit);
    std::vector<Suggestion> suggestions;
    for (Candidate& each : found_) suggestions.push_back(std::move(each.suggestion));
    return suggestions;
  }

 private:
  struct Candidate {
    Suggestion suggestion;
    std::size_t distance = 0;
  };

  /// The query as it now is, if it finds anything.
  void consider(std::size_t distance) {
    const std::size_t articles = found_by(changed_.root, counter_);
    if (articles > 0) found_.push_back({{print(changed_), articles}, distance});
  }

  void word(QueryNode& node) {
    std::string form;
    if (!is_one_word(node, counter_.analyzer, form) || found_by(node, counter_) > 0) return;
    if (++looked_up_ > kMostLookedUp) return;
    const std::string typed = std::exchange(node.text, {});
    std::set<std::vector<std::string>> tried;  // forms of one word find the same
    for (const Expansion::Word& near : near_words(counter_.database, form, kCandidates).words) {
      if (near.form == form) continue;
      node.text = near.form;
      if (tried.insert(built(node, counter_).terms).second) consider(near.distance);
    }
    node.text = typed;
  }

  /// Names of persons, outlets and the like that the archive does not have.
  void names(QueryNode& node) {
    const Field& of = field(node.field);
    if (of.kind != FieldKind::Name && of.id != FieldId::Source) return;
    if (found_by(node, counter_) > 0) return;
    for (FilterValue& value : node.values) {
      if (value.form == FilterValue::Form::Word || value.form == FilterValue::Form::Equal)
        name(of.id, value);
    }
  }

  /// The value as it probably was meant, if that finds anything.
  void try_name(FilterValue& value, std::string meant, std::size_t distance) {
    std::swap(value.text, meant);
    consider(distance);
    std::swap(value.text, meant);
  }

  /// The nearest words of such names in place of each word that none has.
  void name(FieldId id, FilterValue& value) {
    const std::string typed = value.text;
    if (id == FieldId::Source && typed.find('.') != std::string::npos) {  // a domain is one word
      for (const auto& near :
           near_name_words(counter_.database, id, to_lower_ascii(typed), kCandidates).words)
        try_name(value, near.form, near.distance);
      return;
    }
    std::string nearest;
    std::size_t copied = 0, distance = 0;
    Tokenizer tokens(typed, counter_.analyzer.folder());
    while (const auto token = tokens.next()) {
      if (token->kind != TokenKind::Word) continue;
      const std::string form(token->form);
      const auto near = near_name_words(counter_.database, id, form, 1).words;
      if (near.empty()) return;
      if (near.front().distance == 0) continue;
      distance += near.front().distance;
      std::string meant = near.front().form;
      const bool capital = typed[token->begin] >= 'A' && typed[token->begin] <= 'Z';
      if (capital && meant[0] >= 'a' && meant[0] <= 'z') meant[0] ^= 0x20;
      nearest += typed.substr(copied, token->begin - copied) + meant;
      copied = token->end;
    }
    if (distance > 0) try_name(value, nearest + typed.substr(copied), distance);
  }

  ParsedQuery changed_;
  const ClauseCounter& counter_;
  std::vector<Candidate> found_;
  std::size_t looked_up_ = 0;  // words
};

}  // namespace

std::vector<Explanation> explain(const ParsedQuery& query, const ClauseCounter& counter,
                                 const std::optional<Query>& article) {
  std::vector<Explanation> lines;
  explain_node(query.root, 0, counter, article, lines);
  return lines;
}

std::vector<Suggestion> did_you_mean(const ParsedQuery& query, const ClauseCounter& counter,
                                     std::size_t limit) {
  return Suggester(query, counter).suggest(limit);
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
