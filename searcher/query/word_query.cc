#include "searcher/query/word_query.h"

#include <algorithm>
#include <cmath>

#include "common/schema.h"
#include "searcher/query/places.h"

namespace pressmark::searcher {
namespace {

using Query = Xapian::Query;

std::string_view marker_of(TextScope scope) {
  switch (scope) {
    case TextScope::Title:
      return marker::kTitle;
    case TextScope::Lead:
      return marker::kLead;
    case TextScope::Body:
      return marker::kBody;
    case TextScope::Anywhere:
      break;
  }
  return {};
}

}  // namespace

std::vector<Slot> WordReader::slots(std::string_view text, Forms forms) const {
  std::vector<Slot> found;
  each_place(
      text, analyzer_.folder(),
      [&](const Token& token) {
        found.push_back(forms == Forms::Any ? any_form(token) : exact_form(token));
      },
      [&] { found.pop_back(); });
  return found;
}

std::vector<Slot> WordReader::compound(std::string_view text) const {
  std::vector<Slot> found;
  Tokenizer tokens(text, analyzer_.folder());
  unsigned words = 0;
  while (const auto token = tokens.next()) {
    if (token->kind != TokenKind::Compound) {
      ++words;
      continue;
    }
    found.push_back(any_form(*token));
  }
  if (words != 2) found.clear();
  return found;
}

Slot WordReader::any_form(const Token& token) const {
  return weighed(analyzer_.query_terms(token, languages_));
}

Slot WordReader::exact_form(const Token& token) const {
  std::vector<WordVariant> variants;
  for (std::string& term : Analyzer::exact_terms(token))
    variants.push_back({std::move(term), false});
  return weighed(std::move(variants));
}

/// A word that is rare in one language and frequent in another is as rare as in both together: else
/// the only Dutch article of an English archive would lead every list. Terms that the archive does
/// not have are left out, but for one.
Slot WordReader::weighed(std::vector<WordVariant> variants) const {
  Slot slot;
  if (variants.size() == 1) {
    slot.common = variants[0].common;
    slot.terms.push_back(
        {std::move(variants[0].term), slot.common, slot.common ? kFunctionWordScale : 1});
    return slot;
  }
  std::vector<double> articles;
  double stems = 0, functions = 0;
  for (const WordVariant& variant : variants) {
    articles.push_back(database_.get_termfreq(variant.term));
    (variant.common ? functions : stems) += articles.back();
  }
  // The form of a word stands in articles of all languages; beyond those with a stem it is a
  // function word.
  slot.common = functions > 2 * stems;
  const auto rarity = [all = double(database_.get_doccount())](double with) {
    return std::log2((all + 1) / (with + 0.5));
  };
  const double together = std::max(stems, functions);
  for (std::size_t i = 0; i < variants.size(); ++i) {
    if (articles[i] == 0) continue;
    const double scale = variants[i].common
                             ? kFunctionWordScale
                             : std::clamp(rarity(together) / rarity(articles[i]), 0.0, 1.0);
    slot.terms.push_back({std::move(variants[i].term), variants[i].common, scale});
  }
  if (slot.terms.empty())
    slot.terms.push_back({std::move(variants[0].term), variants[0].common, 1});
  return slot;
}

Query ranked(const Slot& slot) {
  std::vector<Query> parts;
  bool mixed = false;
  for (const SlotTerm& part : slot.terms) {
    const Query term(part.term);
    parts.push_back(part.scale == 1 ? term : Query(Query::OP_SCALE_WEIGHT, term, part.scale));
    mixed |= part.common != slot.terms.front().common;
  }
  if (parts.size() == 1) return parts[0];
  // A function word of one language stands in articles of the others too, beside its stem there: it
  // must not count twice.
  return Query(mixed ? Query::OP_MAX : Query::OP_OR, parts.begin(), parts.end());
}

std::vector<std::string> position_terms(const Slot& slot) {
  std::vector<std::string> terms;
  for (const SlotTerm& part : slot.terms) {
    terms.push_back(part.term);
    if (const auto form = stem_form(part.term); !form.empty()) terms.emplace_back(form);
  }
  return terms;
}

Query leaf(const Slot& slot) {
  std::vector<Query> parts;
  for (std::string& term : position_terms(slot)) parts.emplace_back(std::move(term));
  if (parts.size() == 1) return parts[0];
  return Query(Query::OP_OR, parts.begin(), parts.end());
}

Query together(std::span<const Slot> slots, TextScope scope) {
  std::vector<Query> parts;
  if (scope != TextScope::Anywhere) parts.emplace_back(std::string(marker_of(scope)));
  for (const Slot& slot : slots) parts.push_back(leaf(slot));
  if (parts.size() == 1) return parts[0];
  return Query(Query::OP_PHRASE, parts.begin(), parts.end(),
               static_cast<Xapian::termcount>(parts.size()));
}

Query within(std::span<const Slot> slots, Order order, unsigned window) {
  std::vector<Query> parts;
  for (const Slot& slot : slots) parts.push_back(leaf(slot));
  if (parts.size() == 1) return parts[0];
  return Query(order == Order::Given ? Query::OP_PHRASE : Query::OP_NEAR, parts.begin(),
               parts.end(), window);
}

Slot in_title(const Slot& slot) {
  Slot titled = slot;
  for (SlotTerm& part : titled.terms) part.term.insert(0, field(FieldId::Title).prefix);
  return titled;
}

Query restricted(const Query& rank, const Query& filter) {
  // Not AND_MAYBE: it looks at the positions of every article, also of those that the rank alone
  // keeps out of the list.
  return Query(Query::OP_FILTER, rank, filter);
}

}  // namespace pressmark::searcher
