#include "indexer/enrich/recognizer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/entities/newswire_marks.h"
#include "indexer/enrich/gazetteer/gazetteer.h"
#include "indexer/enrich/languages/latin_names.h"
#include "indexer/enrich/languages/script_names.h"
#include "indexer/enrich/tagger/name_agreement.h"
#include "indexer/enrich/tagger/name_division.h"
#include "indexer/enrich/tagger/name_spotter.h"
#include "indexer/enrich/tagger/tagger_features.h"
#include "indexer/enrich/tagger/tagger_model.h"
#include "indexer/enrich/words/elision.h"
#include "indexer/enrich/words/name_cues.h"
#include "indexer/enrich/words/tagger_tokenizer.h"

namespace pressmark::embedded {
std::string_view names_model();
}

namespace pressmark::indexer {
namespace {

// Names beyond this much of a text are not looked for: memory and time stay bounded on any input.
constexpr std::size_t kMaxBytes = std::size_t{2} << 20;
constexpr std::uint32_t kLargeTown = 100;  // thousands; smaller ones are called as firms are

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

/// Whether a text whose language nobody could tell may be English.
bool mostly_ascii(std::string_view text) {
  const auto others =
      std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return static_cast<std::size_t>(others) * 4 <= text.size();
}

/// Whether a name is as a whole that of a seat of power, or of several words that of a country or a
/// water: "Malacañang", "Gran Bretaña".
bool is_no_persons(const Gazetteer& gazetteer, std::string_view name, std::string_view language) {
  const std::vector<Word> words = scan_words(name);
  if (words.empty()) return false;
  const auto known = gazetteer.find(name, words, 0, language);
  if (!known || known->words != words.size()) return false;
  const PlaceKind kind = known->place->kind;
  if (kind == PlaceKind::Seat) return true;
  return words.size() > 1 && (kind == PlaceKind::Country || kind == PlaceKind::Water);
}

/// Whether one word is as a whole a town's name. In capitals it may be initials, but in a dateline.
bool is_town(const Gazetteer& gazetteer, std::string_view text, std::size_t begin, std::size_t end,
             std::string_view language) {
  const std::string_view name = text.substr(begin, end - begin);
  const std::vector<Word> words = scan_words(name);
  if (words.size() != 1 || (words[0].caps && !is_dateline(text, begin, end))) return false;
  const auto known = gazetteer.find(name, words, 0, language);
  if (!known || known->place->kind != PlaceKind::City) return false;
  const auto candidates = gazetteer.candidates(*known->place);
  return !candidates.empty() && candidates[0].size >= kLargeTown;
}

/// Names of one article as mentions behind the first `skipped` bytes, counted from there.
class MentionMaker {
 public:
  MentionMaker(std::string_view text, std::span<const Token> tokens, const ArticleFeatures& article,
               const Gazetteer& gazetteer, std::string_view language, std::size_t skipped,
               bool foreign)
      : text_(text),
        tokens_(tokens),
        article_(article),
        gazetteer_(gazetteer),
        language_(language),
        skipped_(skipped),
        foreign_(foreign) {}

  Recognized make(std::span<const NameSpan> names) const {
    Recognized made;
    std::vector<Mention>& mentions = made.mentions;
    const NameDivider divider(article_, text_, tokens_);
    for (NameSpan name : names) {
      if (name.type == NameType::Person) {
        while (name.first < name.last && is_honorific(to_lower_ascii(bytes(name.first))))
          ++name.first;
        if (is_no_persons(gazetteer_, bytes(name), language_)) name.type = NameType::Place;
      }
      const bool in_title = tokens_[name.first].begin < skipped_;
      if (in_title && name.type == NameType::Person && name.last > name.first)
        made.title_persons.emplace_back(bytes(name));
      if (name.type == NameType::Misc || in_title) continue;
      // Elsewhere what English takes for a people's name is a country's.
      if (name.type != NameType::Person && !foreign_ &&
          is_people(text_, tokens_, article_, name.first, name.last))
        continue;
      if (name.type == NameType::Organization)
        add_organization(mentions, name, divider.divide(name.first, name.last));
      else
        mentions.push_back(mention(name));
    }
    return made;
  }

 private:
  std::string_view bytes(std::size_t token) const {
    return text_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }
  std::string_view bytes(const NameSpan& name) const {
    const std::size_t begin = tokens_[name.first].begin;
    return text_.substr(begin, tokens_[name.last].end - begin);
  }
  Mention mention(const NameSpan& name) const {
    return {tokens_[name.first].begin - skipped_, tokens_[name.last].end - skipped_,
            entity_type(name.type)};
  }
  void add_part(std::vector<Mention>& mentions, std::size_t first, std::size_t last) const {
    mentions.push_back(mention({first, last, NameType::Place}));
    mentions.back().part = true;
  }
  void add_organization(std::vector<Mention>& mentions, const NameSpan& name,
                        const NameDivision& division) const {
    const NameSpan own{name.first + division.lead, name.last - division.tail, name.type};
    if (division.lead_place) add_part(mentions, name.first, own.first - 1);
    Mention made = mention(own);
    made.lead = tokens_[own.first].begin - tokens_[name.first].begin;
    made.tail = tokens_[name.last].end - tokens_[own.last].end;
    mentions.push_back(made);
    if (division.tail > 0) add_part(mentions, own.last + 1, name.last);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const ArticleFeatures& article_;
  const Gazetteer& gazetteer_;
  std::string_view language_;
  std::size_t skipped_;
  bool foreign_;
};

/// The names that a language's own rules find behind the first `skipped` bytes, and those of the
/// mentions that none of them overlaps.
std::vector<Mention> with_names(std::vector<Mention>&& names, std::size_t skipped,
                                std::vector<Mention>&& others) {
  std::vector<Mention> mentions;
  auto other = others.begin();
  for (Mention& name : names) {
    if (name.begin < skipped) continue;
    name.begin -= skipped;
    name.end -= skipped;
    for (; other != others.end() && other->begin < name.end; ++other) {
      if (other->end <= name.begin) mentions.push_back(std::move(*other));
    }
    mentions.push_back(std::move(name));
  }
  std::move(other, others.end(), std::back_inserter(mentions));
  return mentions;
}

/// The rules find the persons that the lists alone find, and more; of the latter bodies and places
/// stay.
void add_latin_names(Recognized& spotted, std::vector<Mention>&& names, std::string_view text,
                     std::size_t skipped, const Gazetteer& gazetteer, std::string_view language) {
  const auto is_person = [](const Mention& each) { return each.type == EntityType::Person; };
  for (Mention& name : names) {
    const std::string_view whole = text.substr(name.begin, name.end - name.begin);
    if (is_person(name) && is_no_persons(gazetteer, whole, language)) name.type = EntityType::Place;
    // "NAPOLI - Due operai": the town, which has its club.
    if (name.type == EntityType::Organization && is_dateline(text, name.begin, name.end) &&
        is_town(gazetteer, text, name.begin, name.end, language))
      name.type = EntityType::Place;
  }
  std::erase_if(spotted.mentions, is_person);
  spotted.title_persons.clear();
  // A town that the lists hold among the bodies: "Tokio".
  for (Mention& name : spotted.mentions) {
    if (name.type == EntityType::Organization &&
        is_town(gazetteer, text, skipped + name.begin, skipped + name.end, language))
      name.type = EntityType::Place;
  }
  for (const Mention& name : names) {
    if (name.begin >= skipped || !is_person(name)) continue;
    const std::string_view whole =
        name.name.empty() ? text.substr(name.begin, name.end - name.begin) : name.name;
    if (whole.find(' ') != whole.npos) spotted.title_persons.emplace_back(whole);
  }
  spotted.mentions = with_names(std::move(names), skipped, std::move(spotted.mentions));
}

}  // namespace

struct Recognizer::Model {
  TaggerModel tagger;
  Gazetteer gazetteer;
};

Recognizer::Recognizer() : Recognizer(embedded::names_model()) {}
Recognizer::Recognizer(std::string_view bytes)
    : model_(std::make_unique<Model>(Model{TaggerModel(bytes), Gazetteer()})) {}
Recognizer::~Recognizer() = default;
Recognizer::Recognizer(Recognizer&&) noexcept = default;
Recognizer& Recognizer::operator=(Recognizer&&) noexcept = default;

Recognized Recognizer::read(std::string_view title, std::string_view text,
                            std::string_view language, WordMemory* memory) const {
  std::string both(utf8_prefix(title, kMaxBytes));
  if (!both.empty()) both += '\n';
  const std::size_t skipped = both.size();
  both += utf8_prefix(text, kMaxBytes);
  const bool foreign = language.empty() ? !mostly_ascii(both) : language != "en";  // to the tagger
  std::vector<Token> tokens = split_tokens(both);
  if (foreign) {
    part_articles(both, language, tokens);
    part_endings(both, language, tokens);
  }
  const ArticleFeatures features(both, tokens, model_->tagger.lexicon(), memory);
  const MentionMaker maker(both, tokens, features, model_->gazetteer, language, skipped, foreign);
  if (foreign) {
    Recognized spotted = maker.make(names_of(spot_names(both, tokens, features, language)));
    if (has_latin_names(language)) {
      add_latin_names(spotted, latin_names(both, tokens, features, language), both, skipped,
                      model_->gazetteer, language);
    }
    if (has_name_rules(language)) {
      spotted.mentions =
          with_names(script_names(both, language), skipped, std::move(spotted.mentions));
    }
    return spotted;
  }
  std::vector<NameSpan> names = names_of(model_->tagger.tag(features, tokens, memory));
  agree_on_names(features, both, tokens, names);
  return maker.make(names);
}

}  // namespace pressmark::indexer
