#include "indexer/enrich/entities/whole_places.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/analysis.h"
#include "common/text.h"
#include "indexer/enrich/words/elision.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostBefore = 2;  // words of a place's name in front of the one that was read

class Completer {
 public:
  Completer(std::string_view text, std::string_view language, const Gazetteer& gazetteer)
      : text_(text), language_(language), gazetteer_(gazetteer), words_(scan_words(text)) {
    cut_endings(text, language, words_);
  }

  /// @param from, to  bytes that are free for it: the ends of its neighbours
  void complete(Mention& mention, std::size_t from, std::size_t to) const {
    const auto first = std::ranges::lower_bound(words_, mention.begin, {}, &Word::begin);
    if (first == words_.end() || first->begin != mention.begin) return;
    const auto at = static_cast<std::size_t>(first - words_.begin());
    if (mention.type == EntityType::Place) lengthen(mention, at, to);
    for (std::size_t before = std::min(kMostBefore, at); before > 0; --before) {
      const Word& begin = words_[at - before];
      if (begin.begin < from || !begin.upper || !joined(at - before, at)) continue;
      const auto match = gazetteer_.find(text_, words_, at - before, language_);
      if (!match || match->words <= before) continue;
      const Word& last = words_[at - before + match->words - 1];
      if (last.end > to) continue;
      const bool taken = is_place(*match->place) ? take(mention, begin, *first, last.end)
                                                 : take_body(mention, begin, last);
      if (taken) return;
    }
  }

 private:
  bool joined(std::size_t first, std::size_t last) const {
    return std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                       words_.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                       [](const Word& word) { return word.before == Gap::Space; });
  }

  static bool is_place(const Place& place) {
    return place.kind == PlaceKind::City || place.kind == PlaceKind::Region ||
           place.kind == PlaceKind::Country;
  }

  /// "Carolina del Norte" where "Carolina" was read.
  void lengthen(Mention& mention, std::size_t at, std::size_t to) const {
    const auto match = gazetteer_.find(text_, words_, at, language_);
    if (!match || !is_place(*match->place)) return;
    const Word& last = words_[at + match->words - 1];
    if (last.begin >= mention.end && last.end <= to) mention.end = last.end;
  }

  static bool ends_body(std::string_view word) {
    return (name_cues(fold_case(word)) & kCueOrgEnding) != 0;
  }

  /// "El Salvador Vidal", "San Carlos Mora".
  bool may_be_person(const Word& before, const Word& first) const {
    const std::string_view word = text_.substr(before.begin, before.end - before.begin);
    return gazetteer_.is_given_name(first.hash) ||
           Analyzer::is_function_word(fold_case(word), language_);
  }

  /// False when a person is meant.
  bool take(Mention& mention, const Word& begin, const Word& first, std::size_t end) const {
    if (mention.type == EntityType::Person) {
      const std::string_view rest =
          end < mention.end ? trim(text_.substr(end, mention.end - end)) : std::string_view();
      if (rest.find(' ') != std::string_view::npos) return false;
      if (!ends_body(rest) && may_be_person(begin, first)) return false;
      mention.type = rest.empty() ? EntityType::Place : EntityType::Organization;
    }
    mention.begin = begin.begin;
    mention.end = std::max(mention.end, end);
    mention.name.clear();
    return true;
  }

  /// "York Times", the end of a body that the gazetteer knows.
  bool take_body(Mention& mention, const Word& begin, const Word& last) const {
    if (last.end < mention.end || !ends_body(text_.substr(last.begin, last.end - last.begin)))
      return false;
    mention = {begin.begin, last.end, EntityType::Organization};
    return true;
  }

  std::string_view text_, language_;
  const Gazetteer& gazetteer_;
  std::vector<Word> words_;
};

}  // namespace

void complete_places(std::string_view text, std::string_view language, const Gazetteer& gazetteer,
                     std::vector<Mention>& mentions) {
  if (language.empty() || language == "en" || mentions.empty()) return;
  const Completer completer(text, language, gazetteer);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].type == EntityType::Organization) continue;
    const std::size_t from = i == 0 ? 0 : mentions[i - 1].end;
    const std::size_t to = i + 1 == mentions.size() ? text.size() : mentions[i + 1].begin;
    completer.complete(mentions[i], from, to);
  }
}

std::vector<std::string> whole_persons(std::string_view title, std::string_view language,
                                       const Gazetteer& gazetteer,
                                       std::vector<std::string> persons) {
  std::erase_if(persons, [&](const std::string& name) {
    const std::size_t at = title.find(name);
    if (at == std::string_view::npos) return false;
    std::vector<Mention> mentions = {{at, at + name.size(), EntityType::Person}};
    complete_places(title, language, gazetteer, mentions);
    return mentions.front().type != EntityType::Person;
  });
  return persons;
}

}  // namespace pressmark::indexer
