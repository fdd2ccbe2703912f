#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/words/tagger_tokenizer.h"

namespace pressmark::indexer {

/// How the name of an organisation divides: "Lagos State" | "High Court", "Nigerian" | "Senate",
/// "Amnesty" | "Kenya".
struct NameDivision {
  std::size_t lead = 0;     // tokens of the place or people in front
  std::size_t tail = 0;     // tokens of the country at the end
  bool lead_place = false;  // else a people, which is no mention
};

/// Whether the tokens name a people and no place: "Nigerian", "South African", "Republicans".
bool is_people(std::string_view text, std::span<const Token> tokens, const ArticleFeatures& article,
               std::size_t first, std::size_t last);

/// Tells places apart that news sets before an organisation to say whose court or police is meant.
/// What is known by its whole name stays whole: "Kenya Airways", "African Union"; so do all names
/// of an article that is not written as news are.
class NameDivider {
 public:
  /// All must outlive the divider.
  NameDivider(const ArticleFeatures& article, std::string_view text, std::span<const Token> tokens);

  /// @param first, last  tokens of the organisation, both included; at least one is left to it
  NameDivision divide(std::size_t first, std::size_t last) const;

 private:
  NameDivision lead_of(std::size_t first, std::size_t last) const;

  const ArticleFeatures& article_;
  std::string_view text_;
  std::span<const Token> tokens_;
  bool news_;
};

}  // namespace pressmark::indexer
