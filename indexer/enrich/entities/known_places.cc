#include "indexer/enrich/entities/known_places.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "common/utf8.h"
#include "indexer/enrich/gazetteer/context_words.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kReach = 18;  // bytes beside a name: six characters of Han

std::string_view name_of(std::string_view text, const Mention& mention) {
  return text.substr(mention.begin, mention.end - mention.begin);
}

/// "in" where the language has one word for it.
bool is_inside(std::string_view word, std::string_view language) {
  static constexpr std::pair<std::string_view, std::string_view> kInside[] = {
      {"fr", "à"},  {"fr", "en"}, {"es", "en"}, {"ca", "a"},  {"pt", "em"}, {"gl", "en"},
      {"it", "in"}, {"de", "in"}, {"nl", "in"}, {"ro", "în"}, {"da", "i"},  {"no", "i"},
      {"nb", "i"},  {"sv", "i"},  {"pl", "w"},  {"cs", "v"},  {"sk", "v"},  {"hr", "u"}};
  return std::ranges::count(kInside, std::pair(language, word)) > 0;
}

/// Whether the word before, on the same line, is "in" or one like it.
bool stands_inside(std::string_view text, std::string_view language, const Mention& mention) {
  const std::string_view before = text.substr(0, mention.begin);
  if (!before.ends_with(' ')) return false;
  const std::size_t blank = before.find_last_of(" \n", before.size() - 2);
  const std::string_view word = before.substr(blank == std::string_view::npos ? 0 : blank + 1);
  if (is_inside(word.substr(0, word.size() - 1), language)) return true;
  const std::vector<Word> words = scan_words(word.substr(0, word.size() - 1));
  return words.size() == 1 && context_words().strict_locatives.contains(words.front());
}

/// Whether the whole name is that of a town or region. People are trusted in, too, "confían en
/// Benito Juárez": other languages than English need their own name of it, and English one that
/// does not begin as a person's.
bool is_known(std::string_view name, std::string_view language, const Gazetteer& gazetteer) {
  const std::vector<Word> words = scan_words(name);
  if (words.size() < 2) return false;
  const auto match = gazetteer.find(name, words, 0, language);
  if (!match || match->words != words.size()) return false;
  const auto english = gazetteer.find(name, words, 0, "en");
  const bool own = !english || english->place != match->place;
  const bool allowed = language == "en" ? !gazetteer.is_given_name(words.front().hash) : own;
  return allowed &&
         (match->place->kind == PlaceKind::City || match->place->kind == PlaceKind::Region);
}

/// Whether a name of characters is the middle or end of a place's: "特拉斯" (Truss) in
/// "斯特拉斯堡".
bool is_within_place(std::string_view text, const Mention& mention, std::string_view language,
                     const Gazetteer& gazetteer) {
  std::size_t from = mention.begin - std::min(mention.begin, kReach);
  while (from < mention.begin && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  const std::string_view around = utf8_prefix(text.substr(from), mention.end - from + kReach);
  const std::vector<Word> words = scan_words(around);
  for (std::size_t at = 0; at < words.size() && from + words[at].begin < mention.begin; ++at) {
    const auto match = gazetteer.find(around, words, at, language);
    if (match && match->place->kind != PlaceKind::None &&
        from + words[at + match->words - 1].end >= mention.end)
      return true;
  }
  return false;
}

}  // namespace

void name_known_places(std::string_view text, std::string_view language, const Gazetteer& gazetteer,
                       std::vector<Mention>& mentions) {
  if (language == "zh" || language == "ja") {
    std::erase_if(mentions, [&](const Mention& mention) {
      return mention.type == EntityType::Person &&
             is_within_place(text, mention, language, gazetteer);
    });
    return;
  }
  std::unordered_set<std::string_view> places;
  for (const Mention& mention : mentions) {
    if (mention.type == EntityType::Person && stands_inside(text, language, mention) &&
        is_known(name_of(text, mention), language, gazetteer))
      places.insert(name_of(text, mention));
  }
  if (places.empty()) return;
  for (Mention& mention : mentions) {
    if (mention.type == EntityType::Person && places.contains(name_of(text, mention)))
      mention.type = EntityType::Place;
  }
}

bool is_place_name(std::string_view name) {
  static const Gazetteer kGazetteer;
  const std::vector<Word> words = scan_words(name);
  const auto match = words.empty() ? std::nullopt : kGazetteer.find(name, words, 0, "en");
  if (!match || match->words != words.size()) return false;
  const PlaceKind kind = match->place->kind;
  return kind == PlaceKind::Country || kind == PlaceKind::Region || kind == PlaceKind::City;
}

}  // namespace pressmark::indexer
