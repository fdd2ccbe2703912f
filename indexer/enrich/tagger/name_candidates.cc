#include "indexer/enrich/tagger/name_candidates.h"

#include <algorithm>

#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {

std::vector<bool> name_candidates(const ArticleFeatures& article) {
  constexpr std::size_t kReach = 2;
  const std::size_t tokens = article.tokens();
  const std::uint64_t hyphen = hash_word("-");
  std::vector<bool> capital(tokens), may_be(tokens);
  for (std::size_t i = 0; i < tokens; ++i)
    capital[i] = article.capital(i) || article.shape(article.word_at(i, 0)) == Shape::Uncased;
  std::size_t before = kReach + 1;  // to the last capital
  std::size_t next = 0;             // the first capital at or behind the token
  for (std::size_t i = 0; i < tokens; ++i) {
    before = std::min(before + 1, kReach + 1);
    for (next = std::max(next, i); next < tokens && next <= i + kReach && !capital[next];) ++next;
    const std::size_t after = next < tokens ? next - i : kReach + 1;
    if (after == 0) before = 0;
    const std::uint32_t word = article.word_at(i, 0);
    may_be[i] = after == 0 || (before <= kReach && after <= kReach) ||
                (std::min(before, after) == 1 && article.shape(word) != Shape::Lower) ||
                (after <= kReach && (article.cues(word) & kCueLink) != 0) ||
                (before == 2 && article.lower_hash(article.word_at(i, -1)) == hyphen);
  }
  return may_be;
}

}  // namespace pressmark::indexer
