#include "indexer/enrich/tagger/name_bounds.h"

#include <algorithm>

namespace pressmark::indexer {
namespace {

constexpr ClassBits kGiven = class_bit('F');
constexpr ClassBits kCommon = class_bit('W');

/// Whether one known phrase of a kind of place covers the name.
bool is_known_whole(const NameReader& reader, const NameSpan& name) {
  constexpr unsigned kBegin = 1, kInside = 2, kLast = 3;
  return std::ranges::any_of(std::string_view("CRBTGO"), [&](char letter) {
    const std::size_t number = kNameClasses.find(letter);
    for (std::size_t i = name.first; i <= name.last; ++i) {
      const unsigned want = i == name.first ? kBegin : i == name.last ? kLast : kInside;
      if (reader.article().phrase_part(i, number) != want) return false;
    }
    return true;
  });
}

/// The places of "Flores and Corvo"; the name as it is when it is one.
void add_parted(const NameReader& reader, const NameSpan& name, std::vector<NameSpan>& all) {
  static const std::uint64_t kAnd = hash_word("and");
  const bool pair = name.type == NameType::Place && name.last == name.first + 2 &&
                    reader.lower(name.first, 1) == kAnd && !reader.small(name.first, 0) &&
                    !reader.small(name.last, 0) && reader.has_no_noun_behind(name);
  if (!pair || is_known_whole(reader, name)) {
    all.push_back(name);
    return;
  }
  all.push_back({name.first, name.first, name.type});
  all.push_back({name.last, name.last, name.type});
}

/// "Caspian ferries": a known place and things that are there; not "Nordic countries".
bool has_things_behind(const NameReader& reader, const NameSpan& name) {
  constexpr ClassBits kKnown = class_bit('C') | class_bit('R') | class_bit('B') | class_bit('G');
  const ClassBits classes = reader.classes(name.first);
  return name.type == NameType::Place && name.last == name.first + 1 &&
         !reader.small(name.first, 0) && reader.small(name.last, 0) &&
         reader.bytes(name.last).ends_with('s') &&
         (reader.cues(name.last, 0) & kCuePlaceWord) == 0 && (classes & kKnown) != 0 &&
         (classes & class_bit('D')) == 0;
}

/// "Peter" of "Peter the Great Gulf", before the name of the gulf.
bool goes_on(const NameReader& reader, const NameSpan& name, const NameSpan& next) {
  static const std::uint64_t kThe = hash_word("the");
  return name.type == NameType::Person && NameReader::alone(name) && next.first == name.last + 2 &&
         next.last > next.first && reader.lower(name.last, 1) == kThe &&
         reader.small(name.last, 1) && (reader.classes(name.first) & kGiven) != 0 &&
         (reader.classes(next.first) & kCommon) != 0;
}

/// "Ten" is a number as well: behind a given name alone it is none, in front of one word that is
/// known for nothing; not "gave Joost ten London flats".
bool may_be_ten(const NameReader& reader, const NameSpan& name, std::size_t surname,
                const NameSpan* next) {
  constexpr ClassBits kKnown = kPlaceClasses | class_bit('D') | class_bit('O') | class_bit('K');
  const bool longer = next != nullptr && next->first == surname && next->last > surname;
  return NameReader::alone(name) && (reader.classes(name.first) & kGiven) != 0 && !longer &&
         (reader.classes(surname) & kKnown) == 0 && !reader.bytes(surname).ends_with('s');
}

/// The last token of "Joost ten Brink" where the name ends before the particle; else the name's
/// own. `next` is the name behind, if there is one.
std::size_t end_behind_particle(const NameReader& reader, const NameSpan& name,
                                const NameSpan* next) {
  if (name.type != NameType::Person || !is_particle(reader.lower(name.last, 1)) ||
      !reader.small(name.last, 1))
    return name.last;
  static const std::uint64_t kTen = hash_word("ten");
  static const WordSet kArticles("la las le los");  // "de la Tour"
  std::size_t surname = name.last + 2;
  const std::uint64_t second = reader.lower(name.last, 2);
  if ((is_particle(second) || kArticles.contains(second)) && reader.small(name.last, 2)) ++surname;
  if (surname >= reader.tokens() || reader.starts_line(surname) ||
      !reader.article().capital(surname))
    return name.last;
  const bool ten = reader.lower(name.last, 1) == kTen;
  return ten && !may_be_ten(reader, name, surname, next) ? name.last : surname;
}

/// Whether the name is "American Ines Aalto": a people, a given name and a word that names no body.
bool is_countryman(const NameReader& reader, const NameSpan& name) {
  constexpr ClassBits kBody = class_bit('O') | class_bit('K');
  if (name.last != name.first + 2 || name.type == NameType::Misc) return false;
  const ClassBits people = reader.classes(name.first);
  return (people & class_bit('D')) != 0 && (people & (kPlaceClasses | kGiven)) == 0 &&
         (reader.classes(name.first + 1) & kGiven) != 0 &&
         (reader.classes(name.first + 1) & kCommon) == 0 &&
         (reader.classes(name.last) & (kBody | kCommon)) == 0 &&
         (reader.cues(name.last, 0) & (kCueOrgEnding | kCuePlaceWord)) == 0 &&
         !is_known_whole(reader, name);
}

}  // namespace

void settle_bounds(const NameReader& reader, std::vector<NameSpan>& names) {
  std::vector<NameSpan> all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    NameSpan name = names[i];
    const NameSpan* next = i + 1 < names.size() ? &names[i + 1] : nullptr;
    if (!all.empty() && name.first <= all.back().last) {  // behind a particle
      all.back().last = std::max(all.back().last, name.last);
      continue;
    }
    if (has_things_behind(reader, name)) --name.last;
    if (is_countryman(reader, name)) {
      ++name.first;
      name.type = NameType::Person;
    }
    name.last = end_behind_particle(reader, name, next);
    if (!all.empty() && goes_on(reader, all.back(), name)) {
      all.back().last = name.last;
      all.back().type = name.type;
      continue;
    }
    add_parted(reader, name, all);
  }
  names = std::move(all);
}

}  // namespace pressmark::indexer
