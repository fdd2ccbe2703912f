#include "indexer/enrich/languages/latin_names.h"

#include <algorithm>
#include <iterator>

#include "indexer/enrich/languages/latin_bodies.h"
#include "indexer/enrich/languages/latin_persons.h"
#include "indexer/enrich/languages/latin_text.h"
#include "indexer/enrich/languages/latin_words.h"

namespace pressmark::indexer {

bool has_latin_names(std::string_view language) { return LatinWords::of(language) != nullptr; }

std::vector<Mention> latin_names(std::string_view text, std::span<const Token> tokens,
                                 const ArticleFeatures& article, std::string_view language) {
  const LatinWords* words = LatinWords::of(language);
  if (words == nullptr) return {};
  LatinText read(text, tokens, article, language, *words);
  std::vector<Mention> mentions = latin_bodies(read);
  std::ranges::move(latin_persons(read), std::back_inserter(mentions));
  std::ranges::sort(mentions, {}, &Mention::begin);
  return mentions;
}

}  // namespace pressmark::indexer
