#include "searcher/query/query_builder.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "common/error.h"
#include "common/text.h"
#include "searcher/query/filter_query.h"
#include "searcher/query/mention_source.h"
#include "searcher/query/term_expansion.h"
#include "searcher/query/word_query.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

constexpr std::size_t kRankedForms = 50;      // of a pattern: those whose stems give it weight
constexpr unsigned kWholeArticle = 1U << 30;  // a window of positions that holds any article
constexpr std::size_t kFuzzyForms = 50;

class Builder {
 public:
  Builder(const Xapian::Database& database, const BuildOptions& options, Analyzer& analyzer)
      : database_(database),
        options_(options),
        analyzer_(analyzer),
        words_(database, options.languages, analyzer) {}

  BuiltQuery build(const QueryNode& root) {
    if (root.kind == NodeKind::And) {
      std::vector<Query> texts;
      for (const QueryNode& part : root.children) sort_in(part, texts);
      if (!texts.empty()) built_.text = Query(Query::OP_AND, texts.begin(), texts.end());
    } else {
      std::vector<Query> texts;
      sort_in(root, texts);
      if (!texts.empty()) built_.text = texts[0];
    }
    note_sequence(root);
    std::ranges::sort(built_.terms);
    built_.terms.erase(std::unique(built_.terms.begin(), built_.terms.end()), built_.terms.end());
    return std::move(built_);
  }

  Query node(const QueryNode& n) {
    switch (n.kind) {
      case NodeKind::Everything:
        return Query::MatchAll;
      case NodeKind::And:
        return conjunction(n);
      case NodeKind::Or:
        return branch(Query::OP_OR, n.children);
      case NodeKind::Not:
        return Query(Query::OP_AND_NOT, Query::MatchAll, silent(n.children[0]));
      case NodeKind::Near:
      case NodeKind::Adj:
      case NodeKind::Same:
        return pair(n);
      case NodeKind::AtLeast:
        return at_least(n);
      case NodeKind::Word:
        return word(n);
      case NodeKind::Exact:
      case NodeKind::Phrase:
        return phrase(n);
      case NodeKind::Within:
        return within_words(n);
      case NodeKind::Pattern:
      case NodeKind::Fuzzy:
        return expansion(n);
      case NodeKind::Filter:
        return Query(Query::OP_SCALE_WEIGHT, filter(n), 0.0);
    }
    return Query::MatchNothing;
  }

  std::vector<std::string>& terms() { return built_.terms; }
  std::vector<std::string>& notes() { return built_.notes; }

 private:
  void sort_in(const QueryNode& part, std::vector<Query>& texts) {
    if (part.kind == NodeKind::Filter) {
      const bool facet = field(part.field).facet && part.field != FieldId::Date;
      const Query query = filter(part);
      if (!facet) {
        built_.rest = joined(built_.rest, query);
      } else if (const auto [known, fresh] = built_.filters.try_emplace(part.field, query);
                 !fresh) {
        known->second = joined(known->second, query);
      }
    } else if (part.kind == NodeKind::Not) {
      built_.rest = Query(Query::OP_AND_NOT, built_.rest, silent(part.children[0]));
    } else if (part.kind != NodeKind::Everything) {
      texts.push_back(node(part));
    }
  }

  static Query joined(const Query& a, const Query& b) {
    if (a.get_type() == Query::LEAF_MATCH_ALL) return b;
    return Query(Query::OP_AND, a, b);
  }

  Query branch(Query::op op, const std::vector<QueryNode>& children) {
    std::vector<Query> parts;
    for (const QueryNode& child : children) parts.push_back(node(child));
    return Query(op, parts.begin(), parts.end());
  }

  Query conjunction(const QueryNode& n) {
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    for (const QueryNode& child : n.children) {
      if (child.kind == NodeKind::Not)
        unwanted.push_back(silent(child.children[0]));
      else
        wanted.push_back(node(child));
    }
    Query all =
        wanted.empty() ? Query::MatchAll : Query(Query::OP_AND, wanted.begin(), wanted.end());
    for (const Query& query : unwanted) all = Query(Query::OP_AND_NOT, all, query);
    return all;
  }

  /// A part that is left out: its words are not to be marked in snippets.
  Query silent(const QueryNode& n) {
    std::vector<std::string> kept = std::exchange(built_.terms, {});
    const bool within = std::exchange(excluded_, true);
    Query query = node(n);
    excluded_ = within;
    built_.terms = std::move(kept);
    return query;
  }

  Query filter(const QueryNode& n) {
    BuiltFilter made = build_filter(n, database_, {options_.stories, options_.remote, excluded_},
                                    analyzer_.folder());
    std::ranges::move(made.notes, std::back_inserter(built_.notes));
    return made.query;
  }

  void mark(const Slot& slot) {
    for (const SlotTerm& part : slot.terms) built_.terms.push_back(part.term);
  }

  /// The weight of a text's words, whatever stands between them.
  Query rank_of(const std::vector<Slot>& slots, Query::op op) {
    std::vector<Query> parts;
    for (const Slot& slot : slots) {
      parts.push_back(ranked(slot));
      mark(slot);
    }
    if (parts.size() == 1) return parts[0];
    return Query(op, parts.begin(), parts.end());
  }

  Query scoped(const Query& rank, const std::vector<Slot>& slots, TextScope scope) {
    if (scope == TextScope::Title && slots.size() == 1)
      return restricted(rank, leaf(in_title(slots[0])));
    return restricted(rank, together(slots, scope));
  }

  Query word(const QueryNode& n) {
    const std::vector<Slot> slots = words_.slots(n.text, Forms::Any);
    if (slots.empty()) return Query::MatchNothing;
    const bool loose = options_.match == Match::Any && n.scope == TextScope::Anywhere;
    const Query rank = rank_of(slots, loose ? Query::OP_OR : Query::OP_AND);
    if (slots.size() == 1 && n.scope == TextScope::Anywhere) return rank;
    if (loose) return rank;  // the parts carry the whole: a third term would count the word twice
    Query found = scoped(rank, slots, n.scope);
    for (const Slot& slot : words_.compound(n.text)) {
      mark(slot);
      const Query whole =
          n.scope == TextScope::Anywhere ? ranked(slot) : scoped(ranked(slot), {slot}, n.scope);
      found = Query(Query::OP_OR, found, whole);
    }
    return found;
  }

  Query phrase(const QueryNode& n) {
    const std::vector<Slot> exact = words_.slots(n.text, Forms::Exact);
    if (exact.empty()) return Query::MatchNothing;
    const std::vector<std::string> kept = std::exchange(built_.terms, {});
    // Any form of each word stands where the exact one does, so all of them may be asked for.
    const Query rank = rank_of(words_.slots(n.text, Forms::Any), Query::OP_AND);
    built_.terms = kept;
    for (const Slot& slot : exact) mark(slot);
    return restricted(rank, together(exact, n.scope));
  }

  Query within_words(const QueryNode& n) {
    std::vector<Slot> slots = words_.slots(n.text, Forms::Any);
    if (slots.empty()) return Query::MatchNothing;
    const Query rank = rank_of(slots, Query::OP_AND);
    if (n.scope == TextScope::Title) std::ranges::transform(slots, slots.begin(), in_title);
    const unsigned window = n.number + static_cast<unsigned>(slots.size()) - 1;
    return restricted(
        rank, within(slots, Order::Any, std::max(window, static_cast<unsigned>(slots.size()))));
  }

  Query at_least(const QueryNode& n) {
    const QueryNode& child = n.children[0];
    Operand found = operand(child);
    if (found.mentions.empty()) return Query::MatchNothing;
    if (const Slot* place = one_place(found.mentions)) {
      const std::vector<Slot> mentions(n.number, *place);
      return restricted(found.rank, within(mentions, Order::Any, kWholeArticle));
    }
    MentionSource::Wanted wanted;
    wanted.first = std::move(found.mentions);
    wanted.least = n.number;
    return mentioned(found.rank, std::move(wanted));
  }

  struct Expanded {
    Slot place;                // exact terms of the words found
    std::vector<Query> ranks;  // their stems
  };

  /// An operand of NEAR, ADJ, SAME or atleast/n: how it is written, and what it is worth.
  struct Operand {
    Mentions mentions;
    Query rank;
    bool stems = true;  // its words are looked for in any form: only these are terms of headlines
  };

  Operand operand(const QueryNode& n) {
    Operand any;
    if (n.kind == NodeKind::Or) {
      std::vector<Query> ranks;
      for (const QueryNode& child : n.children) {
        Operand one = operand(child);
        std::ranges::move(one.mentions, std::back_inserter(any.mentions));
        any.stems = any.stems && one.stems;
        ranks.push_back(std::move(one.rank));
      }
      any.rank = Query(Query::OP_OR, ranks.begin(), ranks.end());
      return any;
    }
    if (n.kind == NodeKind::Pattern || n.kind == NodeKind::Fuzzy) {
      const Expanded found = expanded(n);
      any.rank = ranked_expansion(found, n.scope);
      if (!found.place.terms.empty()) any.mentions.push_back({found.place});
    } else {
      any.rank = node(n);
      const Forms forms = n.kind == NodeKind::Word ? Forms::Any : Forms::Exact;
      if (auto places = words_.slots(n.text, forms); !places.empty())
        any.mentions.push_back(std::move(places));
      if (forms == Forms::Any) {
        for (Slot& whole : words_.compound(n.text)) any.mentions.push_back({std::move(whole)});
      }
    }
    any.stems = n.kind == NodeKind::Word;
    return any;
  }

  /// All the ways of a mention as one place; null when one of them takes several.
  static const Slot* one_place(Mentions& mentions) {
    if (std::ranges::any_of(mentions, [](const auto& places) { return places.size() != 1; }))
      return nullptr;
    Slot& all = mentions[0][0];
    for (std::size_t i = 1; i < mentions.size(); ++i)
      std::ranges::copy(mentions[i][0].terms, std::back_inserter(all.terms));
    mentions.resize(1);
    return &all;
  }

  Query mentioned(const Query& rank, MentionSource::Wanted wanted) const {
    if (options_.remote) {
      throw Error(ExitCode::Usage,
                  "NEAR, ADJ, SAME and atleast/n take one word on each side in an archive that "
                  "xapian-tcpsrv serves; ask the archive where it lies");
    }
    return restricted(rank, MentionSource::query(std::move(wanted)));
  }

  Query pair(const QueryNode& n) {
    Operand left = operand(n.children[0]), right = operand(n.children[1]);
    if (left.mentions.empty() || right.mentions.empty()) return Query::MatchNothing;
    // Both words must be in the article's language: the places of a stem's own form are those of
    // all languages.
    const Query rank(Query::OP_AND, left.rank, right.rank);
    const Order order = n.kind == NodeKind::Adj ? Order::Given : Order::Any;
    const unsigned distance = n.kind == NodeKind::Same ? kBlockWords - 1 : n.number;
    const bool titled = n.scope == TextScope::Title;
    const Slot *first = one_place(left.mentions), *second = one_place(right.mentions);
    if (first != nullptr && second != nullptr && (!titled || (left.stems && right.stems))) {
      std::vector<Slot> places{*first, *second};
      if (titled) std::ranges::transform(places, places.begin(), in_title);
      return restricted(rank, within(places, order, distance + 1));  // Xapian counts both ends
    }
    MentionSource::Wanted wanted;
    wanted.first = std::move(left.mentions);
    wanted.second = std::move(right.mentions);
    wanted.distance = distance;
    wanted.order = order;
    if (titled) wanted.within = marker::kTitle;
    return mentioned(rank, std::move(wanted));
  }

  Expanded expanded(const QueryNode& n) {
    Folder& folder = analyzer_.folder();
    Expansion found;
    if (n.kind == NodeKind::Fuzzy) {
      Tokenizer tokens(n.text, folder);
      const auto token = tokens.next();
      if (token) found = near_words(database_, std::string(token->form), kFuzzyForms);
      if (found.cut) note_cut(fmt::format("{}~ was cut to its {} nearest", n.text, kFuzzyForms));
    } else {
      found = expand_pattern(database_, folded_pattern(n.text), kMaxExpansion);
      if (found.cut)
        note_cut(fmt::format("{} was cut to its {} most frequent", n.text, kMaxExpansion));
    }
    Expanded out;
    std::size_t ranks = 0;
    for (const Expansion::Word& match : found.words) {
      Tokenizer tokens(match.form, folder);
      const auto token = tokens.next();
      if (!token) continue;
      const Slot exact = words_.exact_form(*token);
      out.place.terms.insert(out.place.terms.end(), exact.terms.begin(), exact.terms.end());
      if (ranks++ < kRankedForms) out.ranks.push_back(ranked(words_.any_form(*token)));
    }
    mark(out.place);
    return out;
  }

  void note_cut(const std::string& what) {
    built_.cut = true;
    built_.notes.push_back(what + " words");
  }

  /// Letters folded, wildcards kept.
  std::string folded_pattern(std::string_view text) {
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find_first_of("*?", begin), text.size());
      Tokenizer tokens(text.substr(begin, end - begin), analyzer_.folder());
      if (const auto token = tokens.next()) out += token->form;
      if (end < text.size()) out += text[end];
      begin = end + 1;
    }
    return out;
  }

  Query expansion(const QueryNode& n) { return ranked_expansion(expanded(n), n.scope); }

  static Query ranked_expansion(const Expanded& found, TextScope scope) {
    if (found.place.terms.empty()) return Query::MatchNothing;
    const Query rank = found.ranks.empty()
                           ? Query(Query::MatchAll)
                           : Query(Query::OP_MAX, found.ranks.begin(), found.ranks.end());
    // Numbers have no stem: what is found may have no rank.
    const Query filter = together({&found.place, 1}, scope);
    return Query(Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, filter, 0.0), rank);
  }

  /// Words of the query in their order, for what they are worth together.
  void collect_run(const QueryNode& n, std::vector<Slot>& run) {
    if (n.kind == NodeKind::And || n.kind == NodeKind::Or) {
      for (const QueryNode& child : n.children) {
        if (child.kind == NodeKind::Word || child.kind == NodeKind::Or) collect_run(child, run);
      }
    } else if (n.kind == NodeKind::Word && n.scope == TextScope::Anywhere) {
      for (Slot& slot : words_.slots(n.text, Forms::Any)) run.push_back(std::move(slot));
    }
  }

  void note_sequence(const QueryNode& root) {
    std::vector<Slot> run;
    collect_run(root, run);
    for (const Slot& slot : run) {
      SequenceWord word;
      word.common = slot.common;
      for (const SlotTerm& part : slot.terms) word.terms.push_back(part.term);
      built_.sequence.push_back(std::move(word));
    }
  }

  const Xapian::Database& database_;
  const BuildOptions& options_;
  Analyzer& analyzer_;
  WordReader words_;
  BuiltQuery built_;
  bool excluded_ = false;  // what is built now is left out
};

}  // namespace

std::vector<std::string> archive_languages(const Xapian::Database& database) {
  const std::string prefix(field(FieldId::Lang).prefix);
  std::vector<std::pair<std::size_t, std::string>> found;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);) {
    const std::string name = *term;
    found.emplace_back(term.get_termfreq(), name.substr(prefix.size()));
    term.skip_to(name + '\0');  // ++ would read the postings of all articles in this language
  }
  std::ranges::stable_sort(found, std::greater<>(), &std::pair<std::size_t, std::string>::first);
  std::vector<std::string> languages;
  for (auto& [articles, code] : found) languages.push_back(std::move(code));
  return languages;
}

BuiltQuery build_query(const ParsedQuery& query, const Xapian::Database& database,
                       const BuildOptions& options, Analyzer& analyzer) {
  return Builder(database, options, analyzer).build(query.root);
}

}  // namespace pressmark::searcher
