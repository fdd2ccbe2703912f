#include "indexer/enrich/entities/located_places.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kLeastTown = 15;  // thousands; smaller ones are called as words are

struct Locatives {
  std::string_view language;
  std::string_view words;  // in small letters
};
constexpr auto kLocatives = std::to_array<Locatives>({
    {"ca", "a des fins"},
    {"da", "i til fra ved nær"},
    {"de", "in nach aus bei"},
    {"es", "en a desde hasta hacia"},
    {"fr", "à en vers depuis"},
    {"gl", "en a desde"},
    {"id", "di ke dari"},
    {"it", "a in da verso"},
    {"ms", "di ke dari"},
    {"nb", "i til fra ved"},
    {"nl", "in naar uit bij"},
    {"nn", "i til frå ved"},
    {"no", "i til fra ved"},
    {"pt", "em no na para"},
    {"ro", "la în din spre"},
    {"sv", "i till från vid"},
    {"sw", "mjini jijini hadi mkoani nchini"},
    {"tl", "sa mula"},
    {"vi", "ở tại đến sang"},
});

bool is_town_or_region(const Gazetteer& gazetteer, const Place& place) {
  if (place.word || place.given || place.capitals) return false;
  if (place.kind == PlaceKind::Region || place.kind == PlaceKind::Country) return true;
  if (place.kind != PlaceKind::City) return false;
  const auto candidates = gazetteer.candidates(place);
  return !candidates.empty() && candidates[0].size >= kLeastTown;
}

bool overlaps(const std::vector<Mention>& mentions, std::size_t begin, std::size_t end) {
  const auto next = std::ranges::lower_bound(mentions, begin + 1, {}, &Mention::end);
  return next != mentions.end() && next->begin < end;
}

}  // namespace

void add_located_places(std::string_view text, std::string_view language,
                        const Gazetteer& gazetteer, std::vector<Mention>& mentions) {
  const auto* list = std::ranges::find(kLocatives, language, &Locatives::language);
  if (list == kLocatives.end()) return;
  const auto locatives = split(list->words, ' ');
  const std::vector<Word> words = scan_words(text);
  std::vector<Mention> found;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!words[i].upper || words[i].before != Gap::Space) continue;
    const Word& before = words[i - 1];
    if (std::ranges::count(locatives, text.substr(before.begin, before.end - before.begin)) == 0)
      continue;
    const auto match = gazetteer.find(text, words, i, language);
    if (!match || !is_town_or_region(gazetteer, *match->place)) continue;
    const std::size_t last = i + match->words - 1;
    // "en Santiago Bernabéu": the beginning of another name.
    const bool longer =
        last + 1 < words.size() && words[last + 1].before == Gap::Space && words[last + 1].upper;
    if (longer || overlaps(mentions, words[i].begin, words[last].end)) continue;
    found.push_back({words[i].begin, words[last].end, EntityType::Place});
    i = last;  // "à Aix en Provence" is one place
  }
  if (found.empty()) return;
  std::ranges::move(found, std::back_inserter(mentions));
  std::ranges::sort(mentions, {}, &Mention::begin);
}

}  // namespace pressmark::indexer
