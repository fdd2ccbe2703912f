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

}  // namespace

void settle_bounds(const NameReader& reader, std::vector<NameSpan>& names) {
  std::vector<NameSpan> all;
  for (NameSpan name : names) {
    if (has_things_behind(reader, name)) --name.last;
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
