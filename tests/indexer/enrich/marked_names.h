#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/enrich/tagger/name_span.h"
#include "indexer/enrich/words/tagger_tokenizer.h"
#include "indexer/train/model_writer.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer::test_names {

inline constexpr std::string_view kLetters = "PLOM";  // in the order of NameType

/// Text where names are written as [P:Ines Aalto], [L:Oslo], [O:Harbour Board] or [M:Norwegian].
struct Article {
  std::string text;
  std::vector<Token> tokens;
  std::vector<NameSpan> names;
};

inline Article marked(std::string_view source) {
  Article article;
  std::vector<std::pair<std::size_t, std::size_t>> places;
  std::string types;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] != '[') {
      article.text += source[at];
      continue;
    }
    const std::size_t end = source.find(']', at);
    const std::size_t begin = article.text.size();
    types += source[at + 1];
    article.text += source.substr(at + 3, end - at - 3);
    places.emplace_back(begin, article.text.size());
    at = end;
  }
  article.tokens = split_tokens(article.text);
  const auto token_at = [&](std::size_t byte) {
    return static_cast<std::size_t>(std::ranges::find(article.tokens, byte, &Token::begin) -
                                    article.tokens.begin());
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t first = token_at(places[i].first);
    std::size_t last = first;
    while (article.tokens[last].end < places[i].second) ++last;
    article.names.push_back({first, last, static_cast<NameType>(kLetters.find(types[i]))});
  }
  return article;
}

inline LexiconTables known(std::string_view names = "narvik\tB\n") {
  const test::TempDir folder;
  return make_lexicon({folder.write("names.tsv", names)},
                      folder.write("clusters.tsv", "the\t1\t2\t3\t4\n"));
}

/// The article's names behind `settle(features, text, tokens, names)`: "P Ines Aalto, L Oslo".
template <typename Settle>
std::string settled(std::string_view source, const LexiconTables& tables, Settle settle) {
  Article article = marked(source);
  const ArticleFeatures features(article.text, article.tokens, tables.view());
  settle(features, article.text, article.tokens, article.names);
  std::string all;
  for (const NameSpan& name : article.names) {
    if (!all.empty()) all += ", ";
    const std::size_t begin = article.tokens[name.first].begin;
    all += kLetters[static_cast<std::size_t>(name.type)];
    all += ' ' + article.text.substr(begin, article.tokens[name.last].end - begin);
  }
  return all;
}

}  // namespace pressmark::indexer::test_names
