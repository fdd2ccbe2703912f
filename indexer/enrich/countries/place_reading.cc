#include "indexer/enrich/countries/place_reading.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/text.h"
#include "indexer/enrich/gazetteer/context_words.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kShipsName = 4;  // words
constexpr std::size_t kDrawReach = 6;  // words before a team, to "drew"

}  // namespace

void PlaceReading::look_around(const PlaceMatch& match) {
  const std::size_t end = match.first + match.words;
  first = &words[match.first];
  previous = match.first > 0 ? &words[match.first - 1] : nullptr;
  const bool close = first->before == Gap::Space || first->before == Gap::Hyphen;
  joined = previous != nullptr && close && !previous->possessive ? previous : nullptr;
  follower = end < words.size() ? &words[end] : nullptr;
  const bool blank = follower != nullptr && follower->before == Gap::Space;
  next = blank && !words[end - 1].possessive ? follower : nullptr;
}

bool PlaceReading::starts_sentence(std::size_t at) const {
  const Gap gap = words[at].before;
  const bool initial = at > 0 && words[at - 1].end - words[at - 1].begin == 1;  // "J. London"
  return at == 0 || gap == Gap::Line || gap == Gap::Dash || gap == Gap::Other ||
         (gap == Gap::Sentence && !initial);
}

void PlaceReading::look_at_case() {
  std::size_t caps = 0;
  std::size_t upper = 0;
  std::size_t long_words = 0;
  for (const Word& word : words) {
    if (word.uncased || word.number || word.end - word.begin < 4) continue;
    ++long_words;
    caps += word.caps ? 1 : 0;
    upper += word.upper ? 1 : 0;
  }
  cased = long_words == 0 || caps * 10 < long_words * 6;
  title_case = cased && long_words > 2 && upper * 10 > long_words * 7;
}

std::optional<std::pair<std::size_t, std::size_t>> PlaceReading::person_of(
    const PlaceMatch& match) const {
  const std::size_t begin = words[match.first].begin;
  const std::size_t end = words[match.first + match.words - 1].end;
  const Ranges& persons = names->persons;
  const auto after =
      std::ranges::upper_bound(persons, end, {}, &std::pair<std::size_t, std::size_t>::first);
  if (after == persons.begin() || std::prev(after)->second <= begin) return std::nullopt;
  return *std::prev(after);
}

bool PlaceReading::is_recognised(const Ranges& ranges, const PlaceMatch& match) const {
  const std::pair<std::size_t, std::size_t> whole(words[match.first].begin,
                                                  words[match.first + match.words - 1].end);
  return std::ranges::binary_search(ranges, whole);
}

bool PlaceReading::is_credit(const PlaceMatch& match) const {
  const std::size_t end = words[match.first + match.words - 1].end;
  return joined != nullptr && joined->upper && first->before == Gap::Space && joined->begin > 0 &&
         text[joined->begin - 1] == '(' && end < text.size() && text[end] == '/';
}

bool PlaceReading::has_other_name(const PlaceMatch& match) const {
  const auto person = person_of(match);
  if (!person) return false;
  const std::size_t behind = match.first + match.words;
  if (behind < words.size() && words[behind].end <= person->second && words[behind].upper &&
      words[behind].before == Gap::Space)
    return true;
  for (std::size_t at = match.first; at > 0 && words[at].before == Gap::Space; --at) {
    const Word& word = words[at - 1];
    if (word.begin < person->first) break;
    const std::string name = fold_case(text.substr(word.begin, word.end - word.begin));
    const bool brief = word.caps && !word.dotted && word.end - word.begin == 2;  // "PM"
    const bool office = brief || is_honorific(name) || (name_cues(name) & kCueTitle) != 0 ||
                        context_words().state_words.contains(word);
    if (word.upper && !office) return true;
  }
  return false;
}

bool PlaceReading::in_line_start(const PlaceMatch& match) const {
  const Word& start = words[match.first];
  return section != Section::Title && cased && start.before == Gap::Line && start.caps &&
         start.end - start.begin > 3 && !(next != nullptr && !next->upper);
}

bool PlaceReading::follows_ship(const PlaceMatch& match) const {
  const ContextWords& lists = context_words();
  const std::size_t at = match.first;
  // "The tanker Iran seized" is not called so.
  const bool may_act = match.place->kind != PlaceKind::City && before_verb();
  for (std::size_t first = at; first > 0 && at - first < kShipsName; --first) {
    const Word& before = words[first - 1];
    if (words[first].before != Gap::Space || before.possessive) return false;
    if (before.caps && lists.ship_prefixes.contains(before)) return true;
    if (!before.upper && words[first].upper && lists.ships.contains(before))
      return cased && (first < at || !may_act);
    if (!before.upper && !lists.of.contains(before)) return false;
  }
  return false;
}

bool PlaceReading::is_opponent(std::size_t at) const {
  const ContextWords& lists = context_words();
  if (at == 0 || words[at].before != Gap::Space) return false;
  const Word& before = words[at - 1];
  if (lists.opponents.contains(before) || is_drawn_with(at)) return true;
  if (at < 2 || before.before != Gap::Space) return false;
  const Word& result = words[at - 2];
  const bool score = result.number && (result.before == Gap::Hyphen || result.before == Gap::Dash);
  if (lists.to.contains(before)) return score || lists.defeats.contains(result);
  return score && lists.at.contains(before);
}

bool PlaceReading::is_drawn_with(std::size_t at) const {
  const ContextWords& lists = context_words();
  if (!lists.with.contains(words[at - 1])) return false;
  std::size_t drew = at - 1;
  while (drew > 0 && at - drew < kDrawReach && !words[drew].upper &&
         !lists.draws.contains(words[drew]))
    --drew;
  return lists.draws.contains(words[drew]) &&
         (words[drew + 1].number || words[at - 2].number || drew + 2 == at);
}

bool PlaceReading::is_winner() const {
  const ContextWords& lists = context_words();
  if (next == nullptr || next->upper || !lists.wins.contains(next)) return false;
  const auto behind = static_cast<std::size_t>(next - words.data()) + 1;
  if (behind >= words.size() || words[behind].before != Gap::Space) return false;
  const bool draws = lists.draws.contains(next);
  return words[behind].upper ||
         (draws && (words[behind].number || lists.with.contains(words[behind])));
}

bool PlaceReading::before_verb() const {
  const ContextWords& lists = context_words();
  return next != nullptr && !next->upper && !next->number && !lists.locatives.contains(next) &&
         !lists.behind_language.contains(next);
}

bool PlaceReading::has_said_language(std::size_t at) {
  for (; heard <= at; ++heard) {
    const Gap gap = words[heard].before;
    if (gap == Gap::Sentence || gap == Gap::Line)
      language_said = false;
    else if (heard > 0 && context_words().languages.contains(words[heard - 1]))
      language_said = true;
  }
  return language_said;
}

bool PlaceReading::point_after(const Word& word) const {
  return word.dotted || (word.end < text.size() && text[word.end] == '.');
}

}  // namespace pressmark::indexer
