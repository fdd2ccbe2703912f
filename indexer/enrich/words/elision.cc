#include "indexer/enrich/words/elision.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kEliding[] = {"ca", "fr", "it", "lb"};
constexpr std::size_t kLongestArticle = 7;  // letters, all of ASCII: "jusqu'", "quell'"

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::size_t elided_article(std::string_view word, std::string_view language) {
  if (std::ranges::find(kEliding, language) == std::end(kEliding)) return 0;
  std::size_t at = 0;
  while (at < word.size() && at <= kLongestArticle && is_ascii_letter(word[at])) ++at;
  if (at == 0 || at > kLongestArticle || at == word.size()) return 0;
  const char32_t apostrophe = next_code_point(word, at);
  if ((apostrophe != '\'' && apostrophe != 0x2019 && apostrophe != 0x02BC) || at == word.size())
    return 0;
  std::size_t behind = at;
  return u_isupper(static_cast<UChar32>(next_code_point(word, behind))) != 0 ? at : 0;
}

void part_articles(std::string_view text, std::string_view language, std::vector<Token>& tokens) {
  std::vector<Token> parted;
  parted.reserve(tokens.size());
  for (const Token& token : tokens) {
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    const std::size_t article = elided_article(word, language);
    const char last = article == 0 ? '\0' : word[word.find_first_of("\xE2\xCA'") - 1];
    const bool small = word.front() >= 'a' && word.front() <= 'z';
    const bool definite = (small || token.starts_sentence) && (last == 'l' || last == 'L');
    if (!definite) {
      parted.push_back(token);
      continue;
    }
    Token name = token;
    name.begin += static_cast<std::uint32_t>(article);
    name.starts_line = name.starts_sentence = false;
    parted.push_back(token);
    parted.back().end = name.begin;
    parted.push_back(name);
  }
  tokens = std::move(parted);
}

void part_endings(std::string_view text, std::string_view language, std::vector<Token>& tokens) {
  if (language != "tr") return;
  std::vector<Token> parted;
  parted.reserve(tokens.size());
  for (const Token& token : tokens) {
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    const std::size_t at = std::min(word.find('\''), word.find("\u2019"));
    parted.push_back(token);
    if (at == 0 || at >= word.size()) continue;
    parted.back().end = token.begin + static_cast<std::uint32_t>(at);
    Token ending = token;
    ending.begin = parted.back().end;
    ending.starts_line = ending.starts_sentence = false;
    parted.push_back(ending);
  }
  tokens = std::move(parted);
}

void cut_endings(std::string_view text, std::string_view language, std::vector<Word>& words) {
  if (language != "tr" && language != "az") return;
  for (Word& word : words) {
    const std::string_view whole = text.substr(word.begin, word.end - word.begin);
    const std::size_t at = std::min(whole.find('\''), whole.find("\u2019"));
    if (!word.upper || at == 0 || at >= whole.size()) continue;
    const std::vector<Word> name = scan_words(whole.substr(0, at));
    if (name.size() != 1) continue;
    word.hash = name[0].hash;
    word.caps = name[0].caps;  // "ABD'nin"
    word.end = word.begin + static_cast<std::uint32_t>(at);
  }
}

}  // namespace pressmark::indexer
