#include "indexer/enrich/tagger/name_surroundings.h"

#include <unordered_map>

#include "common/text.h"
#include "indexer/enrich/tagger/name_firms.h"
#include "indexer/enrich/tagger/name_reader.h"
#include "indexer/enrich/tagger/name_vessels.h"
#include "indexer/enrich/tagger/word_set.h"

namespace pressmark::indexer {
namespace {

constexpr int kSportReach = 25;  // words: about a sentence
constexpr int kHeadingWords = 8;
constexpr int kDatelineReach = 14;  // words before "(Harbour Wire) -"
constexpr ClassBits kLarge = class_bit('C') | class_bit('R') | class_bit('B');

struct Sets {
  // What has a place's name behind "of": "the harbours of Barra".
  WordSet places_of{
      "archipelago bay borough cities city coast commune counties county district districts gulf "
      "hamlet harbor harbors harbour harbours island islands isle isles islet lake municipality "
      "neighborhood neighbourhood outskirts parish peninsula port ports province provinces region "
      "regions river rivers shore shores strait straits streets suburb suburbs town towns valley "
      "village villages"};
  // ... and that of a river behind "of the".
  WordSet river_parts{"banks basin headwaters mouth mouths tributaries tributary"};
  WordSet churches{"abbey basilica cathedral chapel church convent monastery"};
  // ... and what has it right behind, "the river Tamsel", or before: "the Tamsel valley".
  WordSet places_before{"cape island lake loch lough mount river"};
  WordSet places_behind{
      "archipelago basin bay canal coast county delta desert district estuary gulf island islands "
      "lake mountains peninsula province region river strait valley"};
  // Streets and squares, as English texts on other countries leave them.
  WordSet streets{
      "avenida avenue boulevard calle corso largo paseo piazza plaza praça praca quai rua rue "
      "travessa ulica ulitsa via viale"};
  // ... and those that English has behind the name, in full and short. "Ohio St." is a team.
  WordSet roads{"airport ave ave. avenue blvd blvd. boulevard expressway highway parkway rd rd."};
  WordSet short_roads{"ave ave. blvd blvd. rd rd."};
  WordSet strictly_where{"in inside near outside throughout"};
  WordSet before_days{"after before by every last next on since till until"};
  WordSet directions{"east left north right south west"};
  WordSet sides{"bank coast end side"};
  WordSet dashes{"- -- \u2013 \u2014"};
};
const Sets& sets() {
  static const Sets sets;
  return sets;
}

class Surroundings {
 public:
  Surroundings(const NameReader& reader, std::vector<NameSpan>& names)
      : reader_(reader), names_(names) {}

  void settle() {
    find_vessels(reader_, names_);
    find_firms(reader_, names_);
    for (NameSpan& name : names_) heed_words(name);
    for (NameSpan& name : names_) name_by_front(name);
    doubt_persons();
    drop_headings();
  }

 private:
  /// Reasons for a word not to be a person, over the article.
  struct Doubts {
    std::uint32_t mentions = 0;
    std::uint32_t places = 0;  // mentions that were taken for a place
    std::uint32_t as_place = 0;
    std::uint32_t as_thing = 0;
  };

  static bool alone(const NameSpan& name) { return NameReader::alone(name); }
  bool behind(const NameSpan& name, std::uint64_t one) const {
    return reader_.lower(name.first, -1) == one;
  }
  bool behind_article(const NameSpan& name) const { return behind(name, kA) || behind(name, kAn); }

  bool in_sport(std::size_t token) const;
  bool behind_place_word(const NameSpan& name) const;
  bool is_agency(const NameSpan& name) const;
  bool is_side(const NameSpan& name) const;
  bool is_holder(const NameSpan& name) const;
  void heed_words(NameSpan& name) const;
  void name_by_front(NameSpan& name) const;

  bool beside_place(std::size_t number) const;
  bool stands_as_place(std::size_t number) const;
  bool stands_as_thing(const NameSpan& name) const;
  bool is_known_place(std::size_t token) const;
  void doubt_persons();
  void drop_headings();

  inline static const std::uint64_t kThe = hash_word("the"), kOf = hash_word("of"),
                                    kAnd = hash_word("and"), kOr = hash_word("or"),
                                    kA = hash_word("a"), kAn = hash_word("an"),
                                    kDay = hash_word("day"), kOpen = hash_word("("),
                                    kComma = hash_word(","), kClose = hash_word(")"),
                                    kApostrophe = hash_word("'");

  const NameReader& reader_;
  std::vector<NameSpan>& names_;
};

bool Surroundings::in_sport(std::size_t token) const {
  for (int distance = -kSportReach; distance <= kSportReach; ++distance) {
    if ((reader_.cues(token, distance) & kCueTeamWord) != 0) return true;
  }
  return false;
}

/// "island of Barra", "the church of Sankt Tamsel", "the river Tamsel".
bool Surroundings::behind_place_word(const NameSpan& name) const {
  if (behind(name, kOf)) {
    const std::uint64_t kind = reader_.lower(name.first, -2);
    if (sets().places_of.contains(kind)) return name.type != NameType::Organization || alone(name);
    if (sets().churches.contains(kind)) return name.type == NameType::Person;
  }
  if (alone(name) && behind(name, kThe) && reader_.lower(name.first, -2) == kOf &&
      sets().river_parts.contains(reader_.lower(name.first, -3)))
    return true;
  return reader_.lone_person(name) && sets().places_before.contains(reader_.lower(name.first, -1));
}

/// "OSLO, June 3 (Harbour Wire) -"
bool Surroundings::is_agency(const NameSpan& name) const {
  return behind(name, kOpen) && reader_.lower(name.last, 1) == kClose &&
         sets().dashes.contains(reader_.lower(name.last, 2)) &&
         reader_.word(name.first, -kDatelineReach) == 0;
}

/// "the Right Bank"
bool Surroundings::is_side(const NameSpan& name) const {
  return name.last == name.first + 1 && sets().directions.contains(reader_.lower(name.first, 0)) &&
         sets().sides.contains(reader_.lower(name.last, 0));
}

/// "their head teacher, Mere Aalto": two words of no list behind a role and a comma.
bool Surroundings::is_holder(const NameSpan& name) const {
  constexpr ClassBits kBody = class_bit('O') | class_bit('K');
  return name.last == name.first + 1 && behind(name, kComma) &&
         (reader_.cues(name.first, -2) & kCueRole) != 0 && reader_.small(name.first, -2) &&
         ((reader_.classes(name.first) | reader_.classes(name.last)) & kBody) == 0;
}

void Surroundings::heed_words(NameSpan& name) const {
  const bool body = name.type == NameType::Organization;
  if (is_agency(name)) {
    name.type = NameType::Organization;
  } else if (behind_place_word(name) || (body && is_side(name))) {
    name.type = NameType::Place;
  } else if (name.type == NameType::Person && !alone(name) &&
             (sets().streets.contains(reader_.lower(name.first, 0)) ||
              sets().roads.contains(reader_.lower(name.last, 0)))) {
    name.type = NameType::Place;
  } else if (body && !alone(name) && sets().short_roads.contains(reader_.lower(name.last, 0))) {
    name.type = NameType::Place;
  } else if (body && !alone(name) && reader_.lower(name.last, 0) == kDay &&
             sets().before_days.contains(reader_.lower(name.first, -1))) {
    name.type = NameType::Misc;
  } else if (body && is_holder(name)) {
    name.type = NameType::Person;
  } else if (body && alone(name)) {
    // A large place is no organisation where a place stands, "a choir from Aberdeen", nor anywhere
    // if no organisation is called so, "Delhi asked", unless the line is one of sport: "on loan
    // from Aberdeen".
    const bool there =
        (reader_.cues(name.first, -1) & kCueWhere) != 0 && reader_.small(name.first, -1);
    const ClassBits classes = reader_.classes(name.first);
    const bool known_body = (classes & class_bit('O')) != 0;
    if ((there || !known_body) && (classes & kLarge) != 0 && !in_sport(name.first))
      name.type = NameType::Place;
  }
}

/// "Jordan" is Jordan Ashby and "Xi" Xi Jinping, when it stands nowhere as a place does.
void Surroundings::name_by_front(NameSpan& name) const {
  if (!alone(name) || name.type == NameType::Person || name.type == NameType::Misc) return;
  if ((reader_.contexts(name.first) & kAfterWhere) != 0 || !reader_.stands_in_front(name.first))
    return;
  name.type = NameType::Person;
}

/// "Oslo and Barra".
bool Surroundings::beside_place(std::size_t number) const {
  const auto joined = [&](std::size_t left, std::size_t right) {
    const std::size_t link = names_[left].last + 1;
    const std::uint64_t one = reader_.lower(link, 0);
    return link + 1 == names_[right].first && (one == kAnd || one == kOr);
  };
  // Not "Norway 's Aalto and Oslo 's mayor".
  const auto owns = [&](std::size_t token, int distance) {
    return reader_.article().shape(reader_.word(token, distance)) == Shape::Contraction;
  };
  const auto place = [&](std::size_t other) {
    return names_[other].type == NameType::Place && !owns(names_[other].last, 1);
  };
  if (owns(names_[number].first, -1)) return false;
  return (number > 0 && place(number - 1) && joined(number - 1, number)) ||
         (number + 1 < names_.size() && place(number + 1) && joined(number, number + 1));
}

bool Surroundings::stands_as_place(std::size_t number) const {
  const NameSpan& name = names_[number];
  const Shape next = reader_.article().shape(reader_.word(name.last, 1));
  if (sets().strictly_where.contains(reader_.lower(name.first, -1)) &&
      reader_.small(name.first, -1) && next != Shape::Contraction &&
      reader_.lower(name.last, 1) != kApostrophe &&
      reader_.article().shape(reader_.word(name.first, 0)) == Shape::Capitalised) {
    return true;
  }
  if (next == Shape::Lower && sets().places_behind.contains(reader_.lower(name.last, 1)))
    return true;
  return (behind(name, kThe) && is_known_place(name.first)) || beside_place(number);
}

/// "the Tamsel was", "a Madonna of"; not "the Aalto plan", "the Aalto Prize" and "the Aaltos".
bool Surroundings::stands_as_thing(const NameSpan& name) const {
  if (!behind(name, kThe) && !behind_article(name)) return false;
  const std::size_t next = name.last + 1;
  if (reader_.bytes(name.last).ends_with('s') || reader_.word(name.last, 1) == 0) return false;
  if (reader_.article().capital(next) || sets().dashes.contains(reader_.lower(next, 0)))
    return false;
  const bool past = reader_.small(next, 0) && reader_.bytes(next).ends_with("ed");
  return past || reader_.has_no_noun_behind(name);
}

/// Known as a place, and for no person, by its own spelling or without accents.
bool Surroundings::is_known_place(std::size_t token) const {
  const ClassBits classes =
      reader_.classes(token) |
      reader_.article().classes_of(hash_word(fold_accents(reader_.bytes(token))));
  constexpr ClassBits kKnown = class_bit('C') | class_bit('R') | class_bit('G');
  constexpr ClassBits kPerson = class_bit('F') | class_bit('S') | class_bit('N');
  return (classes & kKnown) != 0 && (classes & kPerson) == 0;
}

void Surroundings::doubt_persons() {
  std::unordered_map<std::uint32_t, Doubts> doubts;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const NameSpan& name = names_[i];
    if (!alone(name)) continue;
    Doubts& doubt = doubts[reader_.folded(name.first)];
    if (name.type == NameType::Place) ++doubt.places;
    if (name.type != NameType::Person) continue;
    ++doubt.mentions;
    if (reader_.shows_person(name.first)) continue;
    if (stands_as_place(i))
      ++doubt.as_place;
    else if (stands_as_thing(name))
      ++doubt.as_thing;
  }
  for (NameSpan& name : names_) {
    if (!reader_.lone_person(name)) continue;
    const Doubts& doubt = doubts[reader_.folded(name.first)];
    const bool large = (reader_.classes(name.first) & kLarge) != 0;
    if (doubt.as_place > 0 || (large && doubt.places >= doubt.mentions))
      name.type = NameType::Place;
    else if (doubt.as_thing * 3 >= doubt.mentions && doubt.as_thing > 0)
      name.type = NameType::Misc;
  }
}

/// "Bill for the delay" as a heading within the text: a common word.
void Surroundings::drop_headings() {
  for (NameSpan& name : names_) {
    const bool heading = reader_.starts_line(name.first) && name.first > 0 &&
                         reader_.word(name.first, kHeadingWords) == 0 &&
                         (reader_.cues(name.first, 1) & (kCueLink | kCueWhere)) != 0 &&
                         reader_.small(name.first, 1);
    if (heading && (reader_.classes(name.first) & class_bit('W')) != 0 && reader_.lone_person(name))
      name.type = NameType::Misc;
  }
}

}  // namespace

void heed_surroundings(const ArticleFeatures& article, std::string_view text,
                       std::span<const Token> tokens, std::vector<NameSpan>& names) {
  const NameReader reader(article, text, tokens, names);
  Surroundings(reader, names).settle();
}

}  // namespace pressmark::indexer
