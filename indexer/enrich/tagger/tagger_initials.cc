// Initials in brackets and the names they shorten.
#include <algorithm>
#include <string>

#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kFewestInitials = 2, kMostInitials = 8;
constexpr std::size_t kFurthest = 14;  // words of a name, links among them

/// The capital letters of "NCoT" or "NCT"; empty when they are too few or too many.
std::string capitals_of(std::string_view word) {
  std::string capitals;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') capitals += c;
  }
  const bool fits = capitals.size() >= kFewestInitials && capitals.size() <= kMostInitials;
  return fits ? capitals : std::string();
}

char upper_ascii(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

ArticleFeatures::Shortened ArticleFeatures::shortened_by(std::string_view text,
                                                         std::span<const Token> tokens,
                                                         std::size_t token) const {
  const std::string letters =
      capitals_of(text.substr(tokens[token].begin, tokens[token].end - tokens[token].begin));
  std::size_t left = letters.size(), capitals = 0, at = token - 1;  // the bracket
  const std::size_t stop = at - std::min(at, kFurthest);
  while (left > 0 && at > stop && places_[at - 1].line == places_[token].line) {
    --at;
    if (upper_ascii(text[tokens[at].begin]) == letters[left - 1]) {
      --left;
      if (capital(at)) ++capitals;
    } else if ((words_[places_[at].word].cues & kCueLink) == 0) {
      return {};
    }
  }
  if (left > 0 || letters.empty()) return {};
  return {at, token - 1, 2 * capitals > letters.size()};
}

void ArticleFeatures::read_initials(std::string_view text, std::span<const Token> tokens) {
  const std::uint64_t open = hash_word("("), close = hash_word(")");
  for (std::size_t i = 1; i < places_.size(); ++i) {
    const Word& word = words_[places_[i].word];
    if (word.shape != Shape::Upper && word.shape != Shape::Mixed) continue;
    if (near(i, -1).lower != open || near(i, 1).lower != close) continue;
    const Shortened words = shortened_by(text, tokens, i);
    if (words.first == words.end) continue;
    places_[i].initials = words.name ? InitialsPart::OfName : InitialsPart::OfWords;
    seen_[word.folded].contexts |= words.name ? kShortensName : kShortensWords;
    for (std::size_t k = words.first; k < words.end; ++k) {
      places_[k].initials = !words.name          ? InitialsPart::Words
                            : k == words.first   ? InitialsPart::NameBegin
                            : k + 1 == words.end ? InitialsPart::NameLast
                                                 : InitialsPart::NameInside;
    }
  }
}

}  // namespace pressmark::indexer
