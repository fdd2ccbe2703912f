#include "indexer/enrich/gazetteer/gazetteer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/letters.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/gazetteer/name_endings.h"
#include "indexer/enrich/words/elision.h"

namespace pressmark {
namespace embedded {
std::string_view gazetteer();  // written by make_gazetteer
}

namespace indexer {
namespace {

using gazetteer_table::Header;
using gazetteer_table::kFilterBits;
using gazetteer_table::kMaxWords;
using gazetteer_table::kMinStem;
using gazetteer_table::kSlots;
using gazetteer_table::Slot;

constexpr std::size_t kMaxWordBytes = 60;  // no place name has a longer word
constexpr std::size_t kMaxSuffix =
    6;  // letters that an inflected form may add to a stem of five or more
constexpr std::uint32_t kKnownAbroad = 50;  // thousands: a city that other languages leave as it is

bool joins_name(const Word& before, const Word& word) {
  switch (word.before) {
    case Gap::Space:
    case Gap::Hyphen:
    case Gap::None:
    case Gap::Dash:  // "Папуа — Новая Гвинея"
      return true;
    default:
      break;
  }
  return word.before == Gap::Sentence && spelled_out(before.hash) != before.hash;
}

Inflection inflection_of(std::string_view language) {
  static constexpr std::string_view kSlavic[] = {"ru", "uk", "be", "bg", "sr", "mk",
                                                 "pl", "cs", "sk", "hr", "sl", "bs"};
  if (language == "ko") {  // a letter is a syllable
    return {.min_stem = 2, .short_suffix = 5, .sure_stem = 20, .language = language};
  }
  return {.adjectives_from_names = std::ranges::count(kSlavic, language) > 0, .language = language};
}

/// Whether words have one form: a stem would only be found in other words ("Tổng", of "Tonga").
bool is_uninflected(std::string_view language) {
  static constexpr std::string_view kUninflected[] = {"vi", "id", "ms", "zh",
                                                      "ja", "th", "lo", "km"};
  return std::ranges::count(kUninflected, language) > 0;
}

/// "-ск-", "-ськ-", "-ski" and their forms.
bool has_adjective_suffix(std::string_view word) {
  return word.find("ск") != std::string_view::npos || word.find("ськ") != std::string_view::npos ||
         word.find("sk") != std::string_view::npos;
}

template <typename T>
std::span<const T> take(std::string_view& bytes, std::size_t count) {
  const std::span<const T> items(reinterpret_cast<const T*>(bytes.data()), count);
  bytes.remove_prefix(count * sizeof(T));
  return items;
}

}  // namespace

Gazetteer::Gazetteer() {
  std::string_view bytes = embedded::gazetteer();
  const Header& header = take<Header>(bytes, 1)[0];
  slots_ = take<Slot>(bytes, kSlots);
  starts_ = take<std::uint64_t>(bytes, kFilterBits / 64);
  small_starts_ = take<std::uint64_t>(bytes, kFilterBits / 64);
  given_ = take<std::uint64_t>(bytes, header.given);
  places_ = take<Place>(bytes, header.places);
  candidates_ = take<PlaceCandidate>(bytes, header.candidates);
}

bool Gazetteer::is_given_name(std::uint64_t word_hash) const {
  return std::ranges::binary_search(given_, word_hash);
}

const Slot* Gazetteer::probe(std::uint64_t hash) const {
  std::size_t at = hash & (kSlots - 1);
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (kSlots - 1);
  return slots_[at].hash == hash ? &slots_[at] : nullptr;
}

std::optional<PlaceMatch> Gazetteer::find_whole(std::span<const Word> words, std::size_t at,
                                                std::uint64_t salt) const {
  std::optional<PlaceMatch> best;
  std::uint64_t hash = salt;
  for (std::size_t i = at; i < words.size() && i - at < kMaxWords; ++i) {
    if (i > at && !joins_name(words[i - 1], words[i])) break;
    hash = gazetteer_table::extend_name(hash, words, at, i);
    const Slot* slot = probe(hash);
    if (slot == nullptr) break;
    if (slot->place != 0) {
      const Place& place = places_[slot->place - 1];
      bool fits = !place.capitals || words[at].caps;
      for (std::size_t j = at; fits && j <= i && j - at < 8; ++j) {
        fits = (place.upper >> (j - at) & 1U) == 0 || words[j].upper;
      }
      if (fits)
        best = PlaceMatch{&place, static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(i - at + 1)};
    }
    if (slot->begins == 0) break;
  }
  return best;
}

bool is_vowel(char32_t c) {
  static constexpr std::u32string_view kVowels = U"аеёиоуыэюяіїєaeiouyáéíóúýěůąęö";
  return kVowels.find(c) != std::u32string_view::npos;
}

/// Whether an ending begins as no Slavic noun's does: with a consonant but j, right behind a stem
/// whose last letter is a vowel. "Семену" is Семён, and not Семей.
bool splits_consonant(std::string_view word, std::size_t stem) {
  static constexpr std::u32string_view kGlides = U"йьjј";
  const std::string folded = fold_case(word);
  char32_t before = 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < stem && at < folded.size(); ++i) before = next_code_point(folded, at);
  if (at >= folded.size() || !is_vowel(before)) return false;
  const char32_t behind = next_code_point(folded, at);
  return !is_vowel(behind) && kGlides.find(behind) == std::u32string_view::npos;
}

/// Whether what stands behind the stem of a short name makes a form of the name.
bool has_known_ending(std::string_view word, std::size_t stem, std::string_view language) {
  const std::string_view ending = behind_letters(word, stem);
  std::size_t at = 0;
  if (!ending.empty() && is_apostrophe(next_code_point(ending, at))) return true;  // "Mali'ye"
  const std::string folded = fold_accents(ending);
  if (is_name_ending(folded, language)) return true;
  at = 0;  // the name's own last vowel, where its stem is without: "Indi-a-i"
  return !folded.empty() && is_vowel(next_code_point(folded, at)) &&
         is_name_ending(std::string_view(folded).substr(at), language);
}

/// Whether an inflected word may be the place: a short stem needs an ending that is known, or an
/// adjective's.
bool Gazetteer::fits_inflected(const Place& place, std::string_view text, const Word& first,
                               const Word& last, const Inflection& inflection) {
  const std::string_view word = text.substr(last.begin, last.end - last.begin);
  const bool adjective = inflection.adjectives_from_names && has_adjective_suffix(word);
  const bool demonym = place.kind == PlaceKind::Demonym;
  const bool written_as_name = first.upper || first.uncased || demonym;
  if (!written_as_name && !(adjective && place.kind == PlaceKind::Country)) return false;
  if (adjective || demonym) return true;
  if (inflection.adjectives_from_names && place.kind == PlaceKind::City &&
      splits_consonant(word, place.stem))
    return false;
  return place.stem >= inflection.sure_stem ||
         has_known_ending(word, place.stem, inflection.language);
}

/// The longest stem of the word, of `most` letters or fewer, that goes on from `hash`: its slot,
/// the hash with it, and its letters; null when none does.
Gazetteer::Stem Gazetteer::probe_stem(std::span<const std::uint64_t> letters, std::size_t most,
                                      const Inflection& inflection, std::uint64_t hash) const {
  for (std::size_t length = most; length >= inflection.min_stem; --length) {
    const std::size_t ending = letters.size() - length;
    if (ending > kMaxSuffix) break;
    if (ending > (length >= 5   ? kMaxSuffix
                  : length == 4 ? kMaxSuffix - 1
                                : inflection.short_suffix))
      continue;
    const std::uint64_t longer = extend_hash(hash, gazetteer_table::stem_hash(letters[length - 1]));
    if (const Slot* slot = probe(longer)) return {slot, longer, length};
  }
  return {};
}

/// Each word may be a stem with an ending: "Саудовской Аравии", "russischen".
std::optional<PlaceMatch> Gazetteer::find_inflected(std::string_view text,
                                                    std::span<const Word> words, std::size_t at,
                                                    std::uint64_t salt,
                                                    const Inflection& inflection) const {
  const auto letters_of = [&](std::size_t i) {
    const std::string_view word = text.substr(words[i].begin, words[i].end - words[i].begin);
    return prefix_hashes(utf8_prefix(word, kMaxWordBytes));
  };
  const std::vector<std::uint64_t> first = letters_of(at);
  // The longest stem may only begin a name that does not follow: "Intian" that of the ocean, where
  // "Inti" is India.
  for (std::size_t most = first.size(); most >= inflection.min_stem;) {
    const Stem start = probe_stem(first, most, inflection, salt);
    if (start.slot == nullptr) break;
    std::optional<PlaceMatch> best;
    Stem stem = start;
    for (std::size_t i = at;;) {
      if (stem.slot->place != 0) {
        const Place& place = places_[stem.slot->place - 1];
        if (fits_inflected(place, text, words[at], words[i], inflection)) {
          best = PlaceMatch{&place, static_cast<std::uint32_t>(at),
                            static_cast<std::uint32_t>(i - at + 1)};
        }
      }
      if (stem.slot->begins == 0 || ++i >= words.size() || i - at >= kMaxWords ||
          words[i - 1].possessive || !joins_name(words[i - 1], words[i]))
        break;
      const std::vector<std::uint64_t> letters = letters_of(i);
      stem = probe_stem(letters, letters.size(), inflection, stem.hash);
      if (stem.slot == nullptr) break;
    }
    if (best) return best;
    if (start.slot->place != 0) break;
    most = start.letters - 1;
  }
  return std::nullopt;
}

/// The name behind the first bytes of its first word.
std::optional<PlaceMatch> Gazetteer::find_behind(std::size_t prefix, std::string_view text,
                                                 std::span<const Word> words, std::size_t at,
                                                 std::string_view language) const {
  const std::span<const Word> name = words.subspan(at, std::min(kMaxWords, words.size() - at));
  std::vector<Word> shorter(name.begin(), name.end());
  Word& first = shorter.front();
  first.begin += static_cast<std::uint32_t>(prefix);
  const auto letters = prefix_hashes(text.substr(first.begin, first.end - first.begin));
  if (letters.empty()) return std::nullopt;  // marks alone
  first.hash = letters.back();
  first.upper = !first.uncased;
  auto found = find_as_written(text, shorter, 0, language);
  if (found) found->first = static_cast<std::uint32_t>(at);
  return found;
}

/// The name behind particles that Arabic and Hebrew write as one word with it: "وبالقاهرة".
std::optional<PlaceMatch> Gazetteer::find_prefixed(std::string_view text,
                                                   std::span<const Word> words, std::size_t at,
                                                   std::string_view language) const {
  static constexpr std::string_view kPrefixes[] = {
      "وال", "وب", "ول", "وبال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف",
      "ך",   "וב", "ול", "ומ",   "וה",  "שב",  "ה",   "ב",   "ל",  "מ",  "ו", "ש", "כ"};
  const std::string_view word = text.substr(words[at].begin, words[at].end - words[at].begin);
  for (const std::string_view prefix : kPrefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + 2 * kMinStem) continue;
    if (auto found = find_behind(prefix.size(), text, words, at, language)) return found;
  }
  return std::nullopt;
}

std::optional<PlaceMatch> Gazetteer::find(std::string_view text, std::span<const Word> words,
                                          std::size_t at, std::string_view language) const {
  if (language.empty() || language == "en") return find_whole(words, at, 0);
  if (auto found = find_as_written(text, words, at, language)) return found;
  if (language == "ar" || language == "he") return find_prefixed(text, words, at, language);
  const std::string_view word = text.substr(words[at].begin, words[at].end - words[at].begin);
  const std::size_t article = elided_article(word, language);
  return article == 0 ? std::nullopt : find_behind(article, text, words, at, language);
}

/// Whether other languages leave the name as English has it. An English phrase that evokes nothing
/// evokes nothing there either, nor do its words: "Eid Mubarak".
bool Gazetteer::is_known_abroad(const PlaceMatch& match) const {
  const Place& place = *match.place;
  if (place.kind == PlaceKind::Leader) return true;
  if (place.kind == PlaceKind::None || place.kind == PlaceKind::Domestic ||
      place.kind == PlaceKind::Body)
    return match.words > 1;
  return !place.word && (place.kind == PlaceKind::City || place.kind == PlaceKind::Region) &&
         candidates_[place.first].size >= kKnownAbroad;
}

/// The name of the language, inflected or not, or a city that it leaves as it is.
std::optional<PlaceMatch> Gazetteer::find_as_written(std::string_view text,
                                                     std::span<const Word> words, std::size_t at,
                                                     std::string_view language) const {
  const std::uint64_t salt = gazetteer_table::language_salt(language);
  std::optional<PlaceMatch> best = find_whole(words, at, salt);
  const auto longer = [&best](const std::optional<PlaceMatch>& other) {
    return other && (!best || other->words > best->words);
  };
  if (!is_uninflected(language)) {
    const auto inflected = find_inflected(text, words, at, salt, inflection_of(language));
    if (longer(inflected)) best = inflected;
  }
  if (words[at].upper && may_start(words[at].hash)) {
    const auto city = find_whole(words, at, 0);
    if (longer(city) && is_known_abroad(*city)) best = city;
  }
  return best;
}

}  // namespace indexer
}  // namespace pressmark
