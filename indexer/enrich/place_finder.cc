#include "indexer/enrich/place_finder.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "common/text.h"
#include "indexer/enrich/context_words_table.h"

namespace pressmark::indexer {
namespace {

class WordSet {
 public:
  explicit WordSet(std::string_view list) {
    for (const std::string_view word : split(list, ' ')) {
      for (const Word& scanned : scan_words(word)) hashes_.insert(scanned.hash);
    }
  }
  bool contains(const Word& word) const { return hashes_.contains(word.hash); }

 private:
  std::unordered_set<std::uint64_t> hashes_;
};

struct ContextWords {
  WordSet titles{context::kTitles};
  WordSet locatives{context::kLocatives};
  WordSet strict_locatives{context::kStrictLocatives};
  WordSet state_words{context::kStateWords};
  WordSet papers{context::kPapers};
  WordSet streets{context::kStreets};
  WordSet no_state{context::kNoState};
  WordSet speaks{context::kSpeaks};
  WordSet word_names{context::kWordNames};
  WordSet states{context::kStates};
  WordSet provinces{context::kProvinces};
  WordSet polish{"polish"};
  WordSet objects{"the your a an it up with off them until my his her their"};
  WordSet in{"in"};
  WordSet based{"based born bound"};
};

const ContextWords& context_words() {
  static const ContextWords words;
  return words;
}

bool is_proper(PlaceKind kind) {
  return kind == PlaceKind::Country || kind == PlaceKind::City || kind == PlaceKind::Region;
}

}  // namespace

struct PlaceFinder::Reading {
  std::string_view text;
  Section section;
  std::span<const std::pair<std::size_t, std::size_t>> persons;
  std::vector<Word> words;
  bool cased = true;        // capitals mean something here
  bool title_case = false;  // ... but every word has one

  const Word* before(std::size_t at) const { return at > 0 ? &words[at - 1] : nullptr; }
  const Word* behind(std::size_t end) const { return end < words.size() ? &words[end] : nullptr; }

  /// The word that follows after a mere blank.
  const Word* next_in_phrase(std::size_t end) const {
    const Word* word = behind(end);
    return word != nullptr && word->before == Gap::Space && !words[end - 1].possessive ? word
                                                                                       : nullptr;
  }

  bool starts_sentence(std::size_t at) const {
    const Gap gap = words[at].before;
    return at == 0 || gap == Gap::Line || gap == Gap::Other ||
           (gap == Gap::Sentence && !(at > 0 && words[at - 1].end - words[at - 1].begin == 1));
  }

  /// Learns from the whole section whether capitals carry meaning.
  void look_at_case() {
    std::size_t caps = 0;
    std::size_t upper = 0;
    std::size_t cased_words = 0;
    for (const Word& word : words) {
      if (word.uncased || word.number || word.end - word.begin < 4) continue;
      ++cased_words;
      caps += word.caps ? 1 : 0;
      upper += word.upper ? 1 : 0;
    }
    cased = cased_words == 0 || caps * 10 < cased_words * 6;
    title_case = cased && cased_words > 2 && upper * 10 > cased_words * 7;
  }

  bool in_person(const PlaceMatch& match) const {
    const std::size_t begin = words[match.first].begin;
    const std::size_t end = words[match.first + match.words - 1].end;
    const auto after =
        std::ranges::upper_bound(persons, end, {}, &std::pair<std::size_t, std::size_t>::first);
    return after != persons.begin() && std::prev(after)->second > begin;
  }
};

void PlaceFinder::read(std::string_view text, Section section,
                       std::span<const std::pair<std::size_t, std::size_t>> persons) {
  Reading reading{text, section, persons, scan_words(text), true, false};
  reading.look_at_case();
  const ContextWords& lists = context_words();
  const std::vector<Word>& words = reading.words;

  bool after_place = false;  // the word before is the end of a place name
  for (std::size_t at = 0; at < words.size();) {
    const Word& word = words[at];
    const auto match = gazetteer_.find(text, words, at, language_);
    if (!match) {
      if (!word.upper && word.end - word.begin > 2) small_.insert(word.hash);
      after_place = false;
      ++at;
      continue;
    }
    const Place& place = *match->place;
    const std::size_t end = at + match->words;
    const Word* previous = reading.before(at);
    const Word* next = reading.next_in_phrase(end);
    const bool joined = previous != nullptr &&
                        (word.before == Gap::Space || word.before == Gap::Hyphen) &&
                        !previous->possessive;
    const std::uint64_t key = match->words == 1 ? word.hash : 0;

    FoundPlace found{.match = *match, .section = section, .word = static_cast<std::uint32_t>(at)};
    found.sentence_start = reading.starts_sentence(at) || reading.title_case || !reading.cased;
    found.possessive = words[end - 1].possessive;
    const Word* follower = reading.behind(end);
    found.located =
        (joined && word.before == Gap::Space && lists.locatives.contains(*previous)) ||
        (follower != nullptr && follower->before == Gap::Hyphen && lists.based.contains(*follower));
    const bool strictly =
        (joined && lists.strict_locatives.contains(*previous)) ||
        (follower != nullptr && follower->before == Gap::Hyphen && lists.based.contains(*follower));
    found.governs = next != nullptr && lists.state_words.contains(*next);
    const bool follower_state = follower != nullptr && lists.state_words.contains(*follower);
    if (words[end - 1].possessive && follower_state) found.governs = true;

    // "Paris, Texas", "Dayton, Ohio", "Lebanon, Pa."
    std::size_t consumed = end;
    if (is_proper(place.kind) && follower != nullptr && follower->before == Gap::Comma &&
        follower->upper) {
      const auto region = gazetteer_.find(text, words, end, language_);
      const bool short_form = follower->end - follower->begin <= 6;
      if (region &&
          (region->place->kind == PlaceKind::Region || region->place->kind == PlaceKind::Country)) {
        const auto wanted = gazetteer_.candidates(*region->place);
        for (const PlaceCandidate& own : gazetteer_.candidates(place)) {
          for (const PlaceCandidate& other : wanted) {
            if (found.settled[0] == 0 && own.code() == other.code())
              std::copy_n(own.country, 2, found.settled);
          }
        }
        if (found.settled[0] == 0 && region->place->kind == PlaceKind::Region &&
            wanted.size() == 1 && place.kind != PlaceKind::Country) {
          std::copy_n(wanted[0].country, 2, found.settled);
        }
        if (found.settled[0] == 0 && region->place->kind == PlaceKind::Region &&
            wanted.size() == 1 && wanted[0].code() == "US" && place.kind == PlaceKind::Country &&
            !reading.title_case) {
          std::copy_n("US", 2, found.settled);  // "Lebanon, Pennsylvania"
        }
      } else if (short_form && (follower->dotted || follower->caps || reading.cased)) {
        const bool point = follower->end < text.size() && text[follower->end] == '.';
        if (lists.states.contains(*follower) && (point || follower->caps))
          std::copy_n("US", 2, found.settled);
        if (lists.provinces.contains(*follower) && (point || follower->caps) &&
            found.settled[0] == 0) {
          std::copy_n("CA", 2, found.settled);
        }
        if (found.settled[0] != 0) consumed = end + 1;
      }
    }

    // Names of persons.
    bool person = reading.in_person(*match);
    if (!person && reading.cased && match->words == 1 &&
        (is_proper(place.kind) || place.kind == PlaceKind::Demonym) && found.settled[0] == 0 &&
        !place.capitals) {
      if (previous != nullptr && lists.titles.contains(*previous) && previous->upper &&
          (word.before == Gap::Space || word.before == Gap::Sentence) &&
          place.kind != PlaceKind::Demonym) {
        person = true;
      } else if (previous != nullptr && previous->upper && previous->end - previous->begin == 1 &&
                 at >= 2 && words[at - 2].upper &&
                 (word.before == Gap::Space || word.before == Gap::Sentence)) {
        person = true;
      } else if (joined && word.before == Gap::Space && previous->upper && !previous->caps &&
                 !after_place && gazetteer_.is_given_name(previous->hash) &&
                 !lists.word_names.contains(*previous) &&
                 !(section == Section::Title && reading.title_case &&
                   place.kind != PlaceKind::City)) {
        person = place.kind != PlaceKind::Demonym || next == nullptr || !next->upper;
        if (person) persons_.insert(previous->hash);
      } else if (place.given && next != nullptr && next->upper && !next->caps &&
                 !reading.title_case && !lists.state_words.contains(*next) &&
                 !lists.papers.contains(*next) && !found.located) {
        const auto other = gazetteer_.find(text, words, end, language_);
        person = !other || other->place->kind == PlaceKind::City;
        if (person) consumed = end + 1;
      }
      if (person) persons_.insert(word.hash);
    }
    bool dropped = person;

    // Papers, streets, dishes, languages.
    if (!dropped && next != nullptr && next->upper && match->words < 3 &&
        (is_proper(place.kind) || place.kind == PlaceKind::Demonym)) {
      dropped = (lists.papers.contains(*next) && !reading.title_case && reading.cased) ||
                lists.streets.contains(*next);
    }
    if (!dropped && place.kind == PlaceKind::Demonym) {
      const bool hyphened = follower != nullptr && follower->before == Gap::Hyphen;
      if ((next != nullptr || hyphened) && lists.no_state.contains(*follower)) dropped = true;
      if (joined && (lists.speaks.contains(*previous) || lists.in.contains(*previous)) &&
          (follower == nullptr || follower->before != Gap::Space ||
           (!follower->upper && lists.locatives.contains(*follower)))) {
        dropped = true;
      }
      if (lists.polish.contains(word) && found.sentence_start && next != nullptr &&
          lists.objects.contains(*next))
        dropped = true;
    }
    // A place that is also a plain word, or small, must be shown to be one.
    if (!dropped && (place.word || !reading.cased) && place.kind == PlaceKind::City &&
        match->words == 1 && found.settled[0] == 0) {
      const auto candidates = gazetteer_.candidates(place);
      if (place.word && (!strictly || !reading.cased || reading.title_case)) dropped = true;
      if (!reading.cased && candidates[0].size < 400) dropped = true;
    }
    if (place.kind == PlaceKind::None || place.kind == PlaceKind::Money)
      dropped = dropped || place.count == 0;
    if (!dropped) {
      found_.push_back(found);
      keys_.push_back(place.kind == PlaceKind::Money ? 0 : key);
      if (strictly && place.kind == PlaceKind::City) found_.back().located = true;
    }
    after_place = true;
    at = consumed;
  }
  words_read_ += words.size();
}

std::vector<FoundPlace> PlaceFinder::take() {
  std::vector<FoundPlace> kept;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const FoundPlace& place = found_[i];
    const bool shown = place.located || place.settled[0] != 0 || place.governs;
    if (keys_[i] != 0 && !shown) {
      if (persons_.contains(keys_[i])) continue;
      if (place.sentence_start && !place.possessive && small_.contains(keys_[i])) continue;
    }
    kept.push_back(place);
  }
  return kept;
}

}  // namespace pressmark::indexer
