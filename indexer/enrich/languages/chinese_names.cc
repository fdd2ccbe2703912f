#include "indexer/enrich/languages/chinese_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/country.h"
#include "common/letters.h"
#include "common/utf8.h"
#include "indexer/enrich/languages/chinese_bodies.h"
#include "indexer/enrich/languages/chinese_spelling.h"
#include "indexer/enrich/languages/name_bearers.h"
#include "indexer/enrich/languages/name_letters.h"
#include "indexer/enrich/words/word_breaks.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLongestPart = 9;  // characters of a foreigner's name between points
constexpr std::size_t kMostParts = 5;
constexpr std::size_t kLeastSpelt = 2;
constexpr std::size_t kLongestCountryName = 5;
constexpr std::size_t kMostBlanks = 2;
constexpr std::size_t kMostListed = 20;  // persons one behind the other

/// In front of a name, at the beginning of a clause or behind one of few words.
constexpr std::u32string_view kBeforeName = U"与與和对對据據由同跟";
/// The ends of places that the dictionary knows: "张家口".
constexpr std::u32string_view kPlaceEnds = U"市县縣州省区區镇鎮乡鄉村山河湖岛島港路街口";

/// How sure it is that a name ends where it is said to.
enum class End { No, Perhaps, Sure };

/// What speaks for a person's name.
enum class Evidence { Title, Clause };

class ChineseReader {
 public:
  explicit ChineseReader(std::string_view text) : letters_(text), breaks_(text, "zh") {}

  std::vector<Mention> read() {
    for (std::size_t at = 0; at < letters_.size();) at = std::max(read_at(at), at + 1);
    for (const auto& [name, full] : names_) {
      std::size_t first = 0;
      begins_.insert(next_code_point(name, first));
    }
    for (std::size_t at = 0; at < letters_.size();) at = std::max(named_elsewhere(at), at + 1);
    return std::move(letters_).mentions();
  }

 private:
  std::size_t end_of(char letter, std::size_t at) const {
    return letters_.end_of(chinese_table(), letter, at);
  }

  /// Reads what begins at a place; the place behind it.
  std::size_t read_at(std::size_t at) {
    const char32_t c = letters_[at];
    if (is_name_point(c)) return foreigner(at);
    if (c == U'，' || c == U'（' || c == U'(') return aged(at);
    if (!is_han(c)) return at;
    if (letters_.taken(at)) return at;
    const std::size_t title = end_of('T', at);
    if (title == at || !body_is_longer(at, title)) {
      if (const std::size_t end = add_chinese_body(letters_, breaks_, at); end > at) {
        const bool head = letters_[end] == U'长' || letters_[end] == U'長';
        return head ? std::max(persons_behind(end + 1), end) : end;
      }
      if (const std::size_t end = add_paper_or_firm(letters_, at); end > at) return end;
    }
    if (title > at) return persons_behind(title);
    return begins_clause(at) ? clause(at) : at;
  }

  /// Whether a body ends behind the title that begins at the same place: "代表" of "代表大会".
  bool body_is_longer(std::size_t at, std::size_t title) const {
    return std::max(end_of('b', at), end_of('M', at)) <= title;
  }

  bool begins_clause(std::size_t at) const {
    const char32_t before = letters_.before(at);
    return !is_han(before) || kBeforeName.find(before) != kBeforeName.npos;
  }

  /// "部长刘昆、局长 陈国栋", "记者：李然 周婷".
  std::size_t persons_behind(std::size_t at) {
    std::size_t end = at;
    for (std::size_t count = 0; count < kMostListed; ++count) {
      std::size_t begin = end;
      if (letters_[begin] == U'：' || (count > 0 && letters_[begin] == U'、')) ++begin;
      for (std::size_t blanks = 0; blanks < kMostBlanks && letters_[begin] == U' '; ++blanks)
        ++begin;
      if (count > 0 && begin == end) break;
      const auto name = person(begin, Evidence::Title);
      if (!name || (count > 0 && is_han(letters_[*name]))) break;
      add_person(begin, *name);
      end = *name;
    }
    return end;
  }

  /// A person at the beginning of a clause, with a title or a word of speech behind.
  std::size_t clause(std::size_t at) {
    const auto end = person(at, Evidence::Clause);
    if (!end || !is_han(letters_[*end])) return at;
    if (*end == at + 2 && end_of('t', *end) == *end) return at;  // "商户说"
    add_person(at, *end);
    return *end;
  }

  /// "陈强，45岁"
  std::size_t aged(std::size_t at) {
    std::size_t digits = at + 1;
    while (digits < at + 4 && letters_[digits] >= U'0' && letters_[digits] <= U'9') ++digits;
    if (digits == at + 1 || (letters_[digits] != U'岁' && letters_[digits] != U'歲')) return at;
    for (const std::size_t length : {std::size_t{3}, std::size_t{2}}) {
      if (at < length || letters_.any_taken(at - length, at)) continue;
      const std::size_t begin = at - length;
      const bool begins = begins_clause(begin) || breaks_.is_break(letters_.offset(begin));
      if (!begins || !is_person(begin, at, Evidence::Clause)) continue;
      add_person(begin, at);
      break;
    }
    return at;
  }

  void add_person(std::size_t begin, std::size_t end) {
    const std::string_view name = letters_.bytes(begin, end);
    const std::string* full = bearers_.of(name, begin);
    const auto [known, added] = names_.emplace(name, name);
    letters_.add(begin, end, EntityType::Person, full == nullptr ? known->second : *full);
  }

  /// End of the person's name that begins at a place.
  std::optional<std::size_t> person(std::size_t begin, Evidence evidence) {
    const std::size_t family = family_end(begin);
    for (const End wanted : {End::Sure, End::Perhaps}) {
      if (family == begin || (wanted == End::Perhaps && evidence != Evidence::Title)) break;
      for (const std::size_t end : {family + 2, family + 1}) {
        if (ends(end) == wanted && is_person(begin, end, evidence)) return end;
      }
    }
    return evidence == Evidence::Title ? spelt_person(begin) : std::nullopt;
  }

  std::size_t family_end(std::size_t begin) const {
    if (const std::size_t two = end_of('S', begin); two > begin) return two;
    return is_family(begin) ? begin + 1 : begin;
  }
  bool is_family(std::size_t at) const {
    if (at >= letters_.size()) return false;
    const NameTable::Entry* entry = chinese_table().find(letters_.bytes(at, at + 1));
    return entry != nullptr && (entry->is('s') || entry->is('w'));
  }

  /// Whether the characters may be a family name and what follows it.
  bool is_person(std::size_t begin, std::size_t end, Evidence evidence) {
    if (end > letters_.size() || letters_.any_taken(begin, end)) return false;
    const std::size_t family = family_end(begin);
    if (family == begin || family >= end) return false;
    for (std::size_t at = family; at < end; ++at) {
      if (!is_han(letters_[at]) || !may_be_given(letters_[at])) return false;
    }
    if (end - family == 2 && !may_end_given(letters_[end - 1])) return false;
    const NameTable& table = chinese_table();
    const std::string_view given = letters_.bytes(family, end);
    for (const char letter : {'T', 't', 'k'}) {
      if (table.has(given, letter) || table.has(letters_.bytes(begin, end), letter)) return false;
    }
    if (find_country(letters_.bytes(begin, end))) return false;
    return !is_word(begin, end, evidence);
  }

  /// Whether the dictionary has a word that begins like the name. One of a family name that begins
  /// many words is none even behind a title.
  bool is_word(std::size_t begin, std::size_t end, Evidence evidence) {
    const NameTable::Entry* family = chinese_table().find(letters_.bytes(begin, begin + 1));
    const std::size_t word = breaks_.word_end(letters_.offset(begin));
    if (word <= letters_.offset(begin + 1)) return !breaks_.is_break(letters_.offset(begin));
    if (end - begin == 4 || family_end(begin) > begin + 1) return false;
    const bool whole = word == letters_.offset(end) && end - begin == 3;
    if (whole && evidence == Evidence::Title)
      return kPlaceEnds.find(letters_[end - 1]) != kPlaceEnds.npos;
    if (evidence == Evidence::Clause || end - begin == 2 || word > letters_.offset(end))
      return true;
    // "高志|远|介绍"
    return family == nullptr || (!family->is('s') && ends(end) != End::Sure);
  }

  /// What stands where a name would end.
  End ends(std::size_t at) {
    const char32_t next = letters_[at];
    if (is_name_point(next)) return End::No;
    if (!is_han(next)) return End::Sure;
    const std::size_t verb = end_of('v', at);
    if (verb > at + 1 || end_of('t', at) > at || next == U'说' || next == U'說' || next == U'称' ||
        next == U'稱')
      return End::Sure;
    if (verb > at || end_of('T', at) > at) return End::Perhaps;
    const std::size_t word = breaks_.word_end(letters_.offset(at));
    return at + 1 < letters_.size() && word > letters_.offset(at + 1) ? End::Perhaps : End::No;
  }

  bool stops_spelling(std::size_t at) const {
    return !spells_foreign_names(letters_[at]) || end_of('k', at) > at || end_of('T', at) > at ||
           end_of('t', at) > at || end_of('v', at) > at + 1;
  }

  /// End of a foreigner's name, or of a part of it, that begins at a place.
  std::size_t spelt_end(std::size_t begin) const {
    std::size_t end = begin;
    while (end < begin + kLongestPart && !stops_spelling(end)) ++end;
    return end;
  }

  std::optional<std::size_t> spelt_person(std::size_t begin) {
    std::size_t end = spelt_end(begin);
    if (is_name_point(letters_[end])) return std::nullopt;
    if (end > begin + kLeastSpelt && ends(end) == End::No) --end;  // "斯卢茨基赛后"
    if (end < begin + kLeastSpelt || letters_.any_taken(begin, end)) return std::nullopt;
    if (ends(end) == End::No) return std::nullopt;
    if (find_country(letters_.bytes(begin, end))) return std::nullopt;
    const bool word = breaks_.word_end(letters_.offset(begin)) >= letters_.offset(end);
    if (word && end - begin < 3) return std::nullopt;
    return end;
  }

  /// "弗拉基米尔·普京", from the first point.
  std::size_t foreigner(std::size_t point) {
    if (letters_.taken(point)) return point;
    std::size_t begin = point;
    while (begin > 0 && point - begin < kLongestPart && spells_foreign_names(letters_[begin - 1]) &&
           !letters_.taken(begin - 1))
      --begin;
    begin = behind_country(begin, point);
    if (begin == point || end_of('k', begin) > begin) return point;  // "海南·三亚"
    if (is_han(letters_.before(begin)) && !may_begin(begin)) return point;
    std::size_t last = point, end = point;
    for (std::size_t parts = 0; parts < kMostParts && is_name_point(letters_[end]); ++parts) {
      const std::size_t next = spelt_end(end + 1);
      if (next == end + 1) break;
      last = end + 1;
      end = next;
    }
    if (end < last + kLeastSpelt || ends(end) == End::No) return point;
    std::string name;
    for (std::size_t at = begin; at < end; ++at)
      name.append(is_name_point(letters_[at]) ? "·" : letters_.bytes(at, at + 1));
    bearers_.add(letters_.bytes(last, end), begin, name);
    begins_.insert(letters_[last]);
    names_.emplace(letters_.bytes(begin, end), name);
    letters_.add(begin, end, EntityType::Person, std::move(name));
    return end;
  }

  /// "加拿大贾斯廷·特鲁多": a country in front is no part of the name.
  std::size_t behind_country(std::size_t begin, std::size_t end) const {
    for (std::size_t length = kLongestCountryName; length >= 2; --length) {
      if (begin + length < end && find_country(letters_.bytes(begin, begin + length)))
        return begin + length;
    }
    return begin;
  }

  /// Whether a name may begin here, within characters.
  bool may_begin(std::size_t at) {
    return letters_.begin_of(chinese_table(), 'T', at) < at ||
           breaks_.is_break(letters_.offset(at));
  }

  /// Who is called so in the article, by the last name or as it stands.
  const std::string* known_as(std::string_view name, std::size_t at) const {
    if (const std::string* full = bearers_.of(name, at)) return full;
    const auto known = names_.find(name);
    return known == names_.end() ? nullptr : &known->second;
  }

  /// A person of the article or of the list.
  std::size_t named_elsewhere(std::size_t at) {
    if (!is_han(letters_[at]) || letters_.taken(at)) return at;
    const std::size_t listed = end_of('l', at);
    const bool begins = begins_.contains(letters_[at]);
    const std::size_t longest = begins ? std::min(at + kLongestPart, letters_.size()) : listed;
    for (std::size_t end = std::max(longest, listed); end >= at + 2; --end) {
      const std::string* known = known_as(letters_.bytes(at, end), at);
      if (known == nullptr && end != listed) continue;
      if (letters_.any_taken(at, end) || !stands_alone(at, end)) continue;
      letters_.add(at, end, EntityType::Person,
                   known == nullptr ? std::string(letters_.bytes(at, end)) : *known);
      return end;
    }
    return at;
  }

  bool stands_alone(std::size_t begin, std::size_t end) {
    if (is_name_point(letters_[end]) || is_name_point(letters_.before(begin))) return false;
    if (end - begin == 2) {
      return breaks_.is_break(letters_.offset(begin)) && breaks_.is_break(letters_.offset(end));
    }
    const bool begins =
        begin == 0 || !spells_foreign_names(letters_.before(begin)) || may_begin(begin);
    return begins && (stops_spelling(end) || ends(end) != End::No);
  }

  NameLetters letters_;
  WordBreaks breaks_;
  std::unordered_map<std::string_view, std::string> names_;  // by what stands in the text
  NameBearers bearers_;                                      // of foreigners' last names
  std::unordered_set<char32_t> begins_;                      // their first characters
};

}  // namespace

std::vector<Mention> chinese_names(std::string_view text) { return ChineseReader(text).read(); }

}  // namespace pressmark::indexer
