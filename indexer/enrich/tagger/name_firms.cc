#include "indexer/enrich/tagger/name_firms.h"

#include <unordered_set>

#include "indexer/enrich/tagger/word_set.h"

namespace pressmark::indexer {
namespace {

constexpr int kDescriptionReach = 9;  // words behind "Halden ," or "Halden is"

struct FirmWords {
  // Right behind these the name stands without more: "the carmaker Halden". Nobody is one.
  WordSet titles{
      "airline automaker brokerage carmaker charity chipmaker company conglomerate drugmaker firm "
      "insurer magazine newspaper planemaker retailer start-up startup steelmaker subsidiary "
      "supermarket utility website"};
  // What a firm is said to be: "Halden is a maker of" may be somebody.
  WordSet kinds{
      "airline automaker bank brokerage carmaker chain charity chipmaker company conglomerate "
      "corporation drugmaker firm insurer magazine manufacturer newspaper planemaker retailer "
      "start-up startup steelmaker subsidiary supermarket"};
  WordSet behind{
      "based focused founded known listed owned run specialising specializing that which"};
  WordSet being{"is was"};
  // What persons do to a firm, "the airline Moe founded", and what may stand in between.
  WordSet deeds{
      "bought built chaired co-founded controlled controls created founded headed heads launched "
      "leads led manages owned owns ran run runs set sold started"};
  WordSet between{"also first had has himself herself later now once still then"};
  // "of sand", "of islands", but for a chain of branches.
  WordSet of_places{"bank chain"};
  WordSet branches{
      "bakeries bars bookshops bookstores boutiques cafes caf\u00e9s cinemas clinics gyms "
      "hospitals hotels hypermarkets outlets pharmacies pubs restaurants salons schools shops "
      "stores supermarkets theaters theatres"};
  WordSet articles{"a an the"};
};
const FirmWords& firm_words() {
  static const FirmWords words;
  return words;
}

class Firms {
 public:
  explicit Firms(const NameReader& reader) : reader_(reader) {}

  bool spoken_of() const {
    for (std::uint32_t i = 1; i < reader_.article().words(); ++i) {
      const std::uint64_t one = reader_.article().lower_hash(i);
      if (firm_words().titles.contains(one) || firm_words().kinds.contains(one)) return true;
    }
    return false;
  }
  /// Whether the name may be a firm's, whatever stands around it.
  bool may_be(const NameSpan& name) const {
    constexpr ClassBits kKnown = kPlaceClasses | class_bit('D');
    if (name.type != NameType::Person && name.type != NameType::Place) return false;
    const ClassBits classes = reader_.classes(name.first);
    if (NameReader::alone(name))
      return (classes & kKnown) == 0 && !reader_.names_person(name.first);
    return name.type == NameType::Person && (classes & (kKnown | class_bit('F'))) == 0 &&
           (reader_.cues(name.first, -1) & kCueTitle) == 0;
  }
  /// "Carmaker Halder" of a headline or at the beginning of a sentence; "Charity Moe" is somebody.
  bool begins_with_title(const NameSpan& name) const {
    static const std::uint64_t kCharity = hash_word("charity");
    return name.type == NameType::Person && !NameReader::alone(name) &&
           firm_words().titles.contains(reader_.lower(name.first, 0)) &&
           reader_.lower(name.first, 0) != kCharity &&
           (reader_.classes(name.first + 1) & class_bit('F')) == 0;
  }
  /// "the carmaker Halden"; not "the carmaker Halden founded".
  bool is_behind_title(const NameSpan& name) const {
    return firm_words().titles.contains(reader_.lower(name.first, -1)) &&
           reader_.small(name.first, -1) && !(name.type == NameType::Person && acts(name));
  }
  /// "Halden , a Danish carmaker ,", "Halden is a chain of shops"; not "Halden , a bank clerk".
  bool is_said_to_be(const NameSpan& name) const {
    static const std::uint64_t kComma = hash_word(",");
    const bool described = reader_.lower(name.last, 1) == kComma ||
                           firm_words().being.contains(reader_.lower(name.last, 1));
    if (!described || !firm_words().articles.contains(reader_.lower(name.last, 2))) return false;
    for (int distance = 3; distance <= kDescriptionReach; ++distance) {
      const std::uint64_t one = reader_.lower(name.last, distance);
      const std::uint16_t cues = reader_.cues(name.last, distance);
      if (one == kComma || reader_.word(name.last, distance) == 0 ||
          (cues & (kCueLink | kCueWhere | kCueRole | kCuePronoun)) != 0)
        return false;
      if (!firm_words().kinds.contains(one)) continue;
      return ends_description(name.last, distance + 1) && !is_of_place(name.last, distance);
    }
    return false;
  }

 private:
  /// No noun that the word before only describes, nor an "'s".
  bool ends_description(std::size_t token, int distance) const {
    const Shape shape = reader_.article().shape(reader_.word(token, distance));
    if (shape == Shape::Contraction) return false;
    return shape != Shape::Lower || (reader_.cues(token, distance) & (kCueLink | kCueWhere)) != 0 ||
           firm_words().behind.contains(reader_.lower(token, distance));
  }
  /// "chain of islands", "bank of sand"; not "chain of shops" or "of small shops".
  bool is_of_place(std::size_t token, int distance) const {
    static const std::uint64_t kOf = hash_word("of");
    if (!firm_words().of_places.contains(reader_.lower(token, distance)) ||
        reader_.lower(token, distance + 1) != kOf)
      return false;
    for (int behind = 2; behind <= 4; ++behind) {  // "of fast food restaurants"
      if (firm_words().branches.contains(reader_.lower(token, distance + behind))) return false;
    }
    return true;
  }
  bool acts(const NameSpan& name) const {
    const bool apart = firm_words().between.contains(reader_.lower(name.last, 1));
    return firm_words().deeds.contains(reader_.lower(name.last, apart ? 2 : 1));
  }

  const NameReader& reader_;
};

}  // namespace

void find_firms(const NameReader& reader, std::vector<NameSpan>& names) {
  const Firms firms(reader);
  if (!firms.spoken_of()) return;
  std::unordered_set<std::uint64_t> found;
  std::unordered_set<std::uint64_t> titled;  // may look like somebody's surname
  for (NameSpan& name : names) {
    if (firms.begins_with_title(name)) {
      ++name.first;
      name.type = NameType::Organization;
      titled.insert(name_key(reader.article(), name.first, name.last));
    } else if (firms.may_be(name) && firms.is_said_to_be(name)) {
      found.insert(name_key(reader.article(), name.first, name.last));
    } else if (firms.may_be(name) && firms.is_behind_title(name)) {
      // Two words may be somebody's: the reading is that of this place alone.
      if (NameReader::alone(name))
        found.insert(name_key(reader.article(), name.first, name.last));
      else
        name.type = NameType::Organization;
    }
  }
  if (found.empty() && titled.empty()) return;
  for (NameSpan& name : names) {
    const std::uint64_t key = name_key(reader.article(), name.first, name.last);
    if (titled.contains(key) || (found.contains(key) && firms.may_be(name)))
      name.type = NameType::Organization;
  }
}

}  // namespace pressmark::indexer
