#include "indexer/enrich/languages/latin_text.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kBeginning = 3;  // bytes that all forms of a name share

const std::vector<std::size_t> kNowhere;

}  // namespace

LatinText::LatinText(std::string_view text, std::span<const Token> tokens,
                     const ArticleFeatures& article, std::string_view language,
                     const LatinWords& words)
    : text_(text),
      tokens_(tokens),
      article_(article),
      language_(language),
      words_(words),
      taken_(tokens.size(), false) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = bytes(i);
    const bool plain = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    folded_.push_back(plain ? std::string(word) : fold_case(word));
    kinds_.push_back(words.kinds(folded_.back()));
    shapes_.push_back(plain ? Letters::Small : letters_of(word));
    const std::size_t gap = i == 0 ? 0 : tokens[i].begin - tokens[i - 1].end;
    follows_.push_back(i > 0 && !tokens[i].starts_line && gap <= 1);
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (shapes_[i] != Letters::Name) continue;
    const std::string_view word = folded_[i];
    for (auto* places : {&alike_[word], &begin_alike_[word.substr(0, kBeginning)]}) {
      if (places->size() < kMostAlike) places->push_back(i);
    }
  }
}

const std::vector<std::size_t>& LatinText::alike(std::size_t at) const {
  const auto known = alike_.find(folded_[at]);
  return known == alike_.end() ? kNowhere : known->second;
}

const std::vector<std::size_t>& LatinText::begin_alike(std::size_t at) const {
  const auto known = begin_alike_.find(std::string_view(folded_[at]).substr(0, kBeginning));
  return known == begin_alike_.end() ? kNowhere : known->second;
}

void LatinText::take(std::size_t first, std::size_t last) {
  std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first),
            taken_.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
}

LatinText::Letters LatinText::letters_of(std::string_view word) {
  std::size_t at = 0, letters = 0, small = 0;
  bool first_upper = false;
  // "al-Hassan", "d'Albret": a particle that is written together with the name
  const std::size_t bound = word.find_first_of("-'");
  if (bound < 4 && bound + 1 < word.size()) {
    std::size_t behind = bound + 1;
    if (u_isupper(static_cast<UChar32>(next_code_point(word, behind))) != 0) return Letters::Name;
    if (word[bound] == '\'') return Letters::Small;  // "L'ouvreur"
  }
  while (at < word.size()) {
    const auto c = static_cast<UChar32>(next_code_point(word, at));
    if (u_isdigit(c) != 0)
      return letters > 1 && small == 0 && first_upper ? Letters::Capitals : Letters::Small;
    if (u_isalpha(c) == 0) continue;
    const bool upper = u_isupper(c) != 0;
    if (letters == 0) first_upper = upper;
    ++letters;
    small += upper ? 0 : 1;
  }
  if (!first_upper || letters == 0) return Letters::Small;
  if (letters == 1) return Letters::Initial;
  return small == 0 ? Letters::Capitals : Letters::Name;
}

}  // namespace pressmark::indexer
