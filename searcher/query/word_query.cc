#include "searcher/query/word_query.h"

#include <algorithm>
#include <optional>

#include "common/schema.h"

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
  const auto add = [&](const Token& token) {
    Slot slot;
    if (forms == Forms::Any) {
      slot.variants = analyzer_.query_terms(token, languages_);
    } else {
      for (std::string& term : Analyzer::exact_terms(token))
        slot.variants.push_back({std::move(term), false});
    }
    prune(slot);
    found.push_back(std::move(slot));
  };
  Tokenizer tokens(text, analyzer_.folder());
  std::optional<std::uint32_t> bigram;  // where the last one begins
  bool covered = false;                 // the last place is the second character of a bigram
  while (const auto token = tokens.next()) {
    if (token->kind == TokenKind::Compound) continue;
    if (token->kind == TokenKind::Bigram) {
      found.pop_back();  // the character at this place
      bigram = token->position;
    }
    covered = token->kind == TokenKind::Unigram && bigram && *bigram + 1 == token->position;
    add(*token);
  }
  if (covered) found.pop_back();
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
    Slot slot{analyzer_.query_terms(*token, languages_)};
    prune(slot);
    found.push_back(std::move(slot));
  }
  if (words != 2) found.clear();
  return found;
}

void WordReader::prune(Slot& slot) const {
  if (slot.variants.size() < 2) return;
  const WordVariant first = slot.variants.front();
  std::erase_if(slot.variants,
                [&](const WordVariant& variant) { return !database_.term_exists(variant.term); });
  if (slot.variants.empty()) slot.variants.push_back(first);
}

Query ranked(const Slot& slot) {
  std::vector<Query> parts;
  bool mixed = false;
  for (const WordVariant& variant : slot.variants) {
    const Query term(variant.term);
    parts.push_back(variant.common ? Query(Query::OP_SCALE_WEIGHT, term, kFunctionWordScale)
                                   : term);
    mixed |= variant.common != slot.variants.front().common;
  }
  if (parts.size() == 1) return parts[0];
  // A function word of one language stands in articles of the others too, beside its stem there: it
  // must not count twice.
  return Query(mixed ? Query::OP_MAX : Query::OP_OR, parts.begin(), parts.end());
}

Query leaf(const Slot& slot) {
  std::vector<Query> parts;
  for (const WordVariant& variant : slot.variants) parts.emplace_back(variant.term);
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
  for (WordVariant& variant : titled.variants) variant.term.insert(0, field(FieldId::Title).prefix);
  return titled;
}

Query restricted(const Query& rank, const Query& filter) {
  return Query(Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, filter, 0.0), rank);
}

}  // namespace pressmark::searcher
