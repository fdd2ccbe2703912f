#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/tokenizer.h"

namespace pressmark::searcher {

/// Calls add(token) for each place that a query's text takes in an article, in their order, and
/// drop() where the last place is none after all: a run of an unspaced script stands as its
/// bigrams, a hyphenated word as its parts.
template <typename Add, typename Drop>
void each_place(std::string_view text, Folder& folder, const Add& add, const Drop& drop) {
  Tokenizer tokens(text, folder);
  std::optional<std::uint32_t> bigram;  // where the last one begins
  bool covered = false;                 // the last place is the second character of a bigram
  while (const auto token = tokens.next()) {
    if (token->kind == TokenKind::Compound) continue;
    if (token->kind == TokenKind::Bigram) {
      drop();  // the character at this place
      bigram = token->position;
    }
    covered = token->kind == TokenKind::Unigram && bigram && *bigram + 1 == token->position;
    add(*token);
  }
  if (covered) drop();
}

}  // namespace pressmark::searcher
