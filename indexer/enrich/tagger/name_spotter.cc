#include "indexer/enrich/tagger/name_spotter.h"

#include <algorithm>
#include <unordered_set>

#include "common/analysis.h"
#include "common/country.h"
#include "common/text.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxPersonTokens = 4;
constexpr std::size_t kMaxCountryTokens = 5;
constexpr std::size_t kLeastPlaceBytes = 4;  // "Man", "Pau" and "Bar" are words as well

constexpr ClassBits kGiven = class_bit('F');
constexpr ClassBits kFamily = class_bit('S') | class_bit('N') | class_bit('F');
constexpr ClassBits kWord = class_bit('W');

class Spotter {
 public:
  Spotter(std::string_view text, std::span<const Token> tokens, const ArticleFeatures& article,
          std::string_view language)
      : text_(text),
        tokens_(tokens),
        article_(article),
        language_(language),
        nouns_have_capitals_(language == "de" || language == "lb"),
        tags_(tokens.size(), 0) {}

  std::vector<Tag> spot() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t length = long_country_at(i);
      NameType type = NameType::Place;
      if (length == 0) length = person_at(i), type = NameType::Person;
      if (length == 0) length = phrase_at(i, "CB"), type = NameType::Place;
      if (length == 0) length = country_at(i);
      if (length == 0) {
        length = phrase_at(i, "OK");
        // "Brasil" is a surname and an organisation of the lists, but a country first.
        type = length == 1 && is_place(i) ? NameType::Place : NameType::Organization;
      }
      mark(i, length, type);
      i += std::max<std::size_t>(length, 1);
    }
    mark_surnames();
    return std::move(tags_);
  }

 private:
  std::uint32_t word(std::size_t token) const { return article_.word_at(token, 0); }
  std::string_view bytes(std::size_t token) const {
    return text_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }
  bool capitalised(std::size_t token) const {
    const Shape shape = article_.shape(word(token));
    return shape == Shape::Capitalised || shape == Shape::DoubleCapitalised ||
           shape == Shape::Mixed;
  }
  bool name_like(std::size_t token) const {
    return capitalised(token) && !article_.seen_lower(word(token)) &&
           (article_.cues(word(token)) & kCueCalendar) == 0;
  }

  /// Length of a given name and what follows it; 0 for none.
  std::size_t person_at(std::size_t token) const {
    if (!name_like(token) || (article_.classes(word(token)) & kGiven) == 0) return 0;
    if (tokens_[token].starts_sentence &&
        Analyzer::is_function_word(fold_case(bytes(token)), language_)) {
      return 0;  // "La Russie"; but "Al Gore" inside a sentence
    }
    std::size_t length = 1;
    while (length < kMaxPersonTokens && token + length < tokens_.size() &&
           !tokens_[token + length].starts_line) {
      const std::size_t next = token + length;
      const bool initial = article_.shape(word(next)) == Shape::Initial;
      if (!initial && !name_like(next)) break;
      const bool known = (article_.classes(word(next)) & kFamily) != 0;
      if (nouns_have_capitals_ && !initial && !known) break;
      ++length;
    }
    while (length > 1 && article_.shape(word(token + length - 1)) == Shape::Initial) --length;
    return length < 2 ? 0 : length;
  }

  /// Length of a known phrase of one of the classes; a single word must be no common one.
  std::size_t phrase_at(std::size_t token, std::string_view classes) const {
    for (const char letter : classes) {
      const std::size_t number = kNameClasses.find(letter);
      const unsigned part = article_.phrase_part(token, number);
      if (part == 4 && single(token)) return 1;
      if (part != 1) continue;
      std::size_t length = 1;
      while (token + length < tokens_.size() && article_.phrase_part(token + length, number) == 2)
        ++length;
      return length + 1;
    }
    return 0;
  }

  bool single(std::size_t token) const {
    if (language_ == "vi") return false;  // one syllable is a word as well
    const Shape shape = article_.shape(word(token));
    if ((article_.classes(word(token)) & kWord) != 0 || bytes(token).size() < kLeastPlaceBytes)
      return false;
    if (shape == Shape::Upper) return bytes(token).size() <= 8;
    return name_like(token) && !tokens_[token].starts_sentence &&
           (!nouns_have_capitals_ || (article_.classes(word(token)) & kPlaceClasses) != 0);
  }

  bool is_place(std::size_t token) const {
    return find_country(bytes(token)) || phrase_known(token, 'T');
  }
  bool phrase_known(std::size_t token, char letter) const {
    return article_.phrase_part(token, kNameClasses.find(letter)) == 4 &&
           article_.shape(word(token)) == Shape::Capitalised;
  }

  /// Length of a country's name of several words: "Sri Lanka" is no person.
  std::size_t long_country_at(std::size_t token) const {
    if (!capitalised(token)) return 0;
    std::size_t longest = 0;
    for (std::size_t last = token + 1;
         last < tokens_.size() && last < token + kMaxCountryTokens && !tokens_[last].starts_line;
         ++last) {
      const std::size_t begin = tokens_[token].begin;
      if (capitalised(last) && find_country(text_.substr(begin, tokens_[last].end - begin)))
        longest = last - token + 1;
    }
    return longest;
  }

  std::size_t country_at(std::size_t token) const {
    if (!name_like(token) || bytes(token).size() < kLeastPlaceBytes) return 0;
    const auto country = find_country(bytes(token));
    if (!country) return 0;
    // A surname too: only what the language itself calls the country is one.
    const bool family = (article_.classes(word(token)) & kFamily) != 0;
    return family && country_name(*country, language_) != bytes(token) ? 0 : 1;
  }

  void mark(std::size_t token, std::size_t length, NameType type) {
    for (std::size_t i = 0; i < length; ++i) {
      const TagPart part = length == 1       ? TagPart::Unit
                           : i == 0          ? TagPart::Begin
                           : i + 1 == length ? TagPart::Last
                                             : TagPart::Inside;
      tags_[token + i] = make_tag(type, part);
    }
  }

  /// The last word of a person found in full is that person wherever it stands alone.
  void mark_surnames() {
    std::unordered_set<std::uint32_t> surnames;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tags_[i] == make_tag(NameType::Person, TagPart::Last)) surnames.insert(word(i));
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tags_[i] == 0 && surnames.contains(word(i)))
        tags_[i] = make_tag(NameType::Person, TagPart::Unit);
    }
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const ArticleFeatures& article_;
  std::string_view language_;
  bool nouns_have_capitals_;
  std::vector<Tag> tags_;
};

}  // namespace

std::vector<Tag> spot_names(std::string_view text, std::span<const Token> tokens,
                            const ArticleFeatures& article, std::string_view language) {
  return Spotter(text, tokens, article, language).spot();
}

}  // namespace pressmark::indexer
