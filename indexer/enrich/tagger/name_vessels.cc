#include "indexer/enrich/tagger/name_vessels.h"

#include <unordered_set>

#include "indexer/enrich/tagger/word_set.h"

namespace pressmark::indexer {
namespace {

constexpr int kAppositionReach = 10;  // words behind "the Castor Quay ,"

struct VesselWords {
  WordSet vessels{
      "barge boat bulker catamaran cruiser destroyer ferry freighter frigate icebreaker liner "
      "schooner ship steamer submarine tanker trawler tug vessel warship yacht"};
  WordSet plurals{"ferries ships tankers trawlers vessels"};
  // Right behind these the name stands without more: "the tanker Castor Quay".
  WordSet titles{
      "barge destroyer ferry freighter frigate icebreaker liner schooner ship steamer submarine "
      "tanker trawler tug vessel warship yacht"};
  WordSet verbs{"anchored berthed capsized docked foundered moored sailed sank"};
  WordSet behind{"bound built carrying operated owned registered that which"};
  WordSet measures{"feet meters metres tonnes tons"};
};
const VesselWords& vessel_words() {
  static const VesselWords words;
  return words;
}

class Vessels {
 public:
  explicit Vessels(const NameReader& reader) : reader_(reader) {}

  bool spoken_of() const;
  bool is_vessel(const NameSpan& name) const;

 private:
  bool is_said_to_be(const NameSpan& name) const;

  inline static const std::uint64_t kThe = hash_word("the"), kComma = hash_word(","),
                                    kA = hash_word("a"), kAn = hash_word("an"),
                                    kAboard = hash_word("aboard"), kBoard = hash_word("board");
  const NameReader& reader_;
};

bool Vessels::spoken_of() const {
  for (std::uint32_t i = 1; i < reader_.article().words(); ++i) {
    const std::uint64_t one = reader_.article().lower_hash(i);
    if (vessel_words().vessels.contains(one) || vessel_words().plurals.contains(one)) return true;
  }
  return false;
}

/// "the Castor Quay , a tanker", "the Castor Quay , 294 metres long".
bool Vessels::is_said_to_be(const NameSpan& name) const {
  if (reader_.lower(name.last, 1) != kComma) return false;
  const std::uint64_t begin = reader_.lower(name.last, 2);
  const bool described = begin == kA || begin == kAn;
  for (int distance = 2; distance <= kAppositionReach; ++distance) {
    const std::uint64_t one = reader_.lower(name.last, distance);
    if (one == kComma || reader_.word(name.last, distance) == 0) return false;
    if (vessel_words().measures.contains(one) &&
        reader_.article().shape(reader_.word(name.last, distance - 1)) == Shape::Number) {
      return true;
    }
    if (!described || !vessel_words().vessels.contains(one)) continue;
    // Not "a ferry port".
    return !reader_.small(name.last, distance + 1) ||
           (reader_.cues(name.last, distance + 1) & (kCueLink | kCueWhere)) != 0 ||
           vessel_words().behind.contains(reader_.lower(name.last, distance + 1));
  }
  return false;
}

bool Vessels::is_vessel(const NameSpan& name) const {
  if (NameReader::alone(name) && name.type == NameType::Person && reader_.shows_person(name.first))
    return false;
  if (vessel_words().titles.contains(reader_.lower(name.first, -1))) return true;
  if (reader_.lower(name.first, -1) != kThe || name.type == NameType::Organization) return false;
  const std::uint64_t before = reader_.lower(name.first, -2);
  if (before == kAboard || before == kBoard) return true;
  if (before == kComma && vessel_words().vessels.contains(reader_.lower(name.first, -3)) &&
      (reader_.cues(name.first, -4) & kCueArticle) != 0) {
    return true;  // "The trawler , the Castor Quay"; not "by ferry , the Tamsel"
  }
  return vessel_words().verbs.contains(reader_.lower(name.last, 1)) || is_said_to_be(name);
}

}  // namespace

void find_vessels(const NameReader& reader, std::vector<NameSpan>& names) {
  const Vessels vessels(reader);
  if (!vessels.spoken_of()) return;
  std::unordered_set<std::uint64_t> whole;
  std::unordered_set<std::uint32_t> last_words;
  for (const NameSpan& name : names) {
    if (!vessels.is_vessel(name)) continue;
    whole.insert(name_key(reader.article(), name.first, name.last));
    last_words.insert(reader.folded(name.last));
  }
  for (NameSpan& name : names) {
    if (name.type == NameType::Organization) continue;
    const bool named = whole.contains(name_key(reader.article(), name.first, name.last));
    const bool shortened = name.type == NameType::Place || reader.lone_person(name);
    if (named || (shortened && last_words.contains(reader.folded(name.last))))
      name.type = NameType::Misc;
  }
}

}  // namespace pressmark::indexer
