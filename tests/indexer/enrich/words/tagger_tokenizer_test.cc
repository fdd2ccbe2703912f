#include "indexer/enrich/words/tagger_tokenizer.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAreArray;

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> found;
  for (const Token& token : split_tokens(text))
    found.emplace_back(text.substr(token.begin, token.end - token.begin));
  return found;
}

struct Case {
  const char* text;
  std::vector<std::string> want;
};

TEST(TaggerTokenizer, CutsRunningTextAndTextWithBlanksAlike) {
  const Case cases[] = {
      {"The harbour closed.", {"The", "harbour", "closed", "."}},
      {"The harbour closed .", {"The", "harbour", "closed", "."}},
      {"Aalto's ferry", {"Aalto", "'s", "ferry"}},
      {"Aalto\u2019s ferry", {"Aalto", "\u2019s", "ferry"}},
      {"Aalto \u2019 s ferry", {"Aalto", "\u2019 s", "ferry"}},
      {"the sailors' boat", {"the", "sailors", "'", "boat"}},
      {"U.S. and U.K. ships", {"U.S.", "and", "U.K.", "ships"}},
      {"U . S . ships", {"U . S .", "ships"}},
      {"J. R. Moe of Fjord Inc. sails", {"J.", "R.", "Moe", "of", "Fjord", "Inc.", "sails"}},
      {"She sailed on.", {"She", "sailed", "on", "."}},
      {"Jean-Paul O'Hara", {"Jean-Paul", "O'Hara"}},
      {"a US-led, Oslo-based crew", {"a", "US", "-led", ",", "Oslo", "-based", "crew"}},
      {"AT&T paid $1,200.50", {"AT&T", "paid", "$", "1,200.50"}},
      {"It didn't sink", {"It", "did", "n't", "sink"}},
      {"\u201cNo\u201d \u2014 he\u2019d\u2026",
       {"\u201c", "No", "\u201d", "\u2014", "he", "\u2019d", "\u2026"}},
      {"Moe/Aalto (left)", {"Moe", "/", "Aalto", "(", "left", ")"}},
      {"see https://quay.example/a?b now", {"see", "https://quay.example/a?b", "now"}},
      {"closed.Then", {"closed", ".", "Then"}},
      {"", {}},
      {" \n\t ", {}},
  };
  for (const Case& test : cases)
    EXPECT_THAT(pieces(test.text), ElementsAreArray(test.want)) << test.text;
}

TEST(TaggerTokenizer, KnowsWhereLinesAndSentencesStart) {
  const std::string_view text = "Quay shut\nMr. Moe left. Ships wait";
  std::string lines, sentences;
  for (const Token& token : split_tokens(text)) {
    const std::string word(text.substr(token.begin, token.end - token.begin));
    if (token.starts_line) lines += word + ' ';
    if (token.starts_sentence) sentences += word + ' ';
  }
  EXPECT_EQ(lines, "Quay Mr. ");
  EXPECT_EQ(sentences, "Quay Mr. Ships ");
}

TEST(TaggerTokenizer, TokensAreInOrderAndWithinAnyBytes) {
  for (const std::string& text :
       {std::string("\xff\xfe' s-\xc3"), std::string(5000, '-'), std::string(3000, '\''),
        std::string("a.b.c.d@#@#e&&amp;&f"), std::string(2000, 'A') + "."}) {
    std::size_t at = 0;
    for (const Token& token : split_tokens(to_utf8_lossy(text))) {
      EXPECT_GE(token.begin, at);
      EXPECT_GT(token.end, token.begin);
      at = token.end;
    }
    EXPECT_LE(at, to_utf8_lossy(text).size());
  }
}

}  // namespace
}  // namespace pressmark::indexer
