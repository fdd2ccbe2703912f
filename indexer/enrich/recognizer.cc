#include "indexer/enrich/recognizer.h"

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/name_cues.h"
#include "indexer/enrich/name_spotter.h"
#include "indexer/enrich/tagger_features.h"
#include "indexer/enrich/tagger_model.h"
#include "indexer/enrich/tagger_tokenizer.h"

namespace pressmark::embedded {
std::string_view names_model();
}

namespace pressmark::indexer {
namespace {

// Names beyond this much of a text are not looked for: memory and time stay bounded on any input.
constexpr std::size_t kMaxBytes = std::size_t{2} << 20;

EntityType entity_type(NameType type) {
  switch (type) {
    case NameType::Person:
      return EntityType::Person;
    case NameType::Organization:
      return EntityType::Organization;
    default:
      return EntityType::Place;
  }
}

/// Mentions behind the first `skipped` bytes, counted from there.
std::vector<Mention> mentions_of(std::string_view text, std::span<const Token> tokens,
                                 std::span<const Tag> tags, std::size_t skipped) {
  std::vector<Mention> mentions;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tags[i] == 0) continue;
    const NameType type = type_of(tags[i]);
    std::size_t first = i;
    while (opens(tags[i]) && i + 1 < tokens.size()) ++i;
    if (type == NameType::Person) {
      while (first < i && is_honorific(to_lower_ascii(text.substr(
                              tokens[first].begin, tokens[first].end - tokens[first].begin))))
        ++first;
    }
    if (type == NameType::Misc || tokens[first].begin < skipped) continue;
    mentions.push_back({tokens[first].begin - skipped, tokens[i].end - skipped, entity_type(type)});
  }
  return mentions;
}

}  // namespace

struct Recognizer::Model {
  TaggerModel tagger;
};

Recognizer::Recognizer() : Recognizer(embedded::names_model()) {}
Recognizer::Recognizer(std::string_view bytes)
    : model_(std::make_unique<Model>(Model{TaggerModel(bytes)})) {}
Recognizer::~Recognizer() = default;
Recognizer::Recognizer(Recognizer&&) noexcept = default;
Recognizer& Recognizer::operator=(Recognizer&&) noexcept = default;

std::vector<Mention> Recognizer::recognize(std::string_view title, std::string_view text,
                                           std::string_view language) const {
  std::string both(utf8_prefix(title, kMaxBytes));
  if (!both.empty()) both += '\n';
  const std::size_t skipped = both.size();
  both += utf8_prefix(text, kMaxBytes);
  const std::vector<Token> tokens = split_tokens(both);
  const ArticleFeatures features(both, tokens, model_->tagger.lexicon());
  const bool trained = language.empty() || language == "en";
  return mentions_of(
      both, tokens,
      trained ? model_->tagger.tag(features, tokens) : spot_names(both, tokens, features, language),
      skipped);
}

}  // namespace pressmark::indexer
