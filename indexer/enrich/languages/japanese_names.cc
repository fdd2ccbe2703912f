#include "indexer/enrich/languages/japanese_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/country.h"
#include "common/letters.h"
#include "indexer/enrich/languages/japanese_bodies.h"
#include "indexer/enrich/languages/name_bearers.h"
#include "indexer/enrich/languages/name_letters.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLongestName = 7;  // characters of a family and a given name
constexpr std::size_t kLeastName = 3;
constexpr std::size_t kMostGivenHan = 3;  // in Han
constexpr std::size_t kMostKana = 4;
constexpr std::size_t kLongestRun = 30;  // of a foreigner's names
constexpr std::size_t kMostParts = 5;

/// Characters that no given name has: offices, places, firms and what parts a name from its title.
constexpr std::u32string_view kNotGiven =
    U"前現両副同故米露党県市区町村都府省庁局課社会班団首衆参議院当各第長員者彼園店業設病製校電証券"
    U"組屋館場駅港派部"
    U"線検署医薬具協側商座的氏代表約月日年時";
/// Nor are these a given name by themselves: "安倍元総理", "千葉大教授".
constexpr std::u32string_view kNotAlone = U"元新大高小中東西南北現仏独英伊韓";
/// What no given name has either: "山口銀行", "福島出身", "森友問題".
constexpr auto kNoGiven = std::to_array<std::u32string_view>(
    {U"銀行", U"内閣", U"政権", U"新聞", U"放送", U"生命", U"海上",   U"信金", U"財団", U"出身",
     U"在住", U"原発", U"発電", U"電力", U"電機", U"電気", U"電鉄",   U"鉄道", U"技研", U"洋行",
     U"化学", U"工業", U"産業", U"商事", U"物産", U"建設", U"自動車", U"空港", U"大学", U"高校",
     U"学園", U"学院", U"工場", U"支店", U"支局", U"本店", U"本社",   U"農協", U"漁協", U"労組",
     U"球場", U"地裁", U"地検", U"裁判", U"選挙", U"陣営", U"候補",   U"記事", U"価格", U"問題",
     U"火災", U"事件", U"事故", U"災害", U"地震", U"時代", U"世代",   U"兄弟", U"夫妻", U"総合",
     U"清掃", U"大会", U"会議", U"教室", U"特集", U"連載"});
/// With which given names of three characters end.
constexpr std::u32string_view kThirdGiven = U"郎朗子助介美";
/// In front of these a "大" at the end is a university's.
constexpr auto kAtUniversity = std::to_array<std::string_view>(
    {"教授", "准教授", "名誉教授", "特任教授", "客員教授", "助教", "講師", "学長", "監督"});
/// What stands behind a family name that is the subject or object of its sentence.
constexpr std::u32string_view kParticles = U"はがもをのに、";
/// With which no given name begins: a particle.
constexpr std::u32string_view kNoKana = U"のがをにでへ";

class JapaneseReader {
 public:
  explicit JapaneseReader(std::string_view text) : letters_(text) {}

  std::vector<Mention> read() {
    for (std::size_t at = 0; at < letters_.size();) at = std::max(read_at(at), at + 1);
    for (std::size_t at = 0; at < letters_.size();) at = std::max(named_elsewhere(at), at + 1);
    return std::move(letters_).mentions();
  }

 private:
  /// A person, and how much of the name is the family's.
  struct Found {
    std::size_t begin = 0, family = 0, end = 0;
  };

  std::size_t end_of(char letter, std::size_t at) const {
    return letters_.end_of(japanese_table(), letter, at);
  }

  /// Reads what begins at a place, or the person that ends at it; the place behind what is read.
  std::size_t read_at(std::size_t at) {
    const char32_t c = letters_[at];
    if (c == U'（' || c == U'(') return age_at(at) ? person_before(at, {}) : at;
    if (!sets_no_blanks(c) && !(c >= U'A' && c <= U'Z')) return at;
    if (const std::size_t end = add_japanese_body(letters_, at); end > at) return end;
    if (is_katakana(c) && !is_katakana(letters_.before(at))) return foreigner(at);
    if (at == 0 || letters_.taken(at - 1) || !sets_no_blanks(letters_[at - 1])) return at;
    const std::size_t title = end_of('t', at);
    if (title == at) return at;
    person_before(at, letters_.bytes(at, title));
    return at;
  }

  /// "（34）"; of one digit or three it may count anything.
  bool age_at(std::size_t paren) const {
    const auto digit = [](char32_t c) {
      return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
    };
    const char32_t tens = letters_[paren + 1], behind = letters_[paren + 3];
    return digit(tens) && tens != U'0' && tens != U'０' && digit(letters_[paren + 2]) &&
           (behind == U'）' || behind == U')');
  }

  /// Adds the person whose name ends at a place; the place.
  std::size_t person_before(std::size_t end, std::string_view title) {
    auto found = is_hiragana(letters_.before(end)) ? kana_name(end) : han_name(end, title);
    if (!found || letters_.any_taken(found->begin, end)) return end;
    const std::string_view name = letters_.bytes(found->begin, end);
    names_.emplace(name, name);
    const auto [at, added] =
        by_family_.emplace(letters_.bytes(found->begin, found->family), std::string(name));
    if (!added && at->second != name) at->second.clear();
    letters_.add(found->begin, end, EntityType::Person, std::string(name));
    return end;
  }

  /// "岸田文雄": from the beginning of its run of Han, or behind a title, a body or a country.
  std::optional<Found> han_name(std::size_t end, std::string_view title) const {
    const std::size_t least = end > kLongestName ? end - kLongestName : 0;
    std::size_t begin = end;
    while (begin > least && is_han(letters_[begin - 1]) && !letters_.taken(begin - 1)) --begin;
    if (begin == 0 || !is_han(letters_[begin - 1]) || letters_.taken(begin - 1)) {
      if (auto found = split(begin, end, title)) return found;
    }
    for (std::size_t at = begin + 1; at + kLeastName <= end; ++at) {
      const bool begins = letters_.begin_of(japanese_table(), 'T', at) < at;
      if (!begins) continue;
      if (auto found = split(at, end, title)) return found;
    }
    return std::nullopt;
  }

  /// The longest family name of the list and a given name in Han.
  std::optional<Found> split(std::size_t begin, std::size_t end, std::string_view title) const {
    if (end < begin + kLeastName) return std::nullopt;
    const std::size_t family = family_end(begin, end);
    if (family == begin || family == end || end - family > kMostGivenHan) return std::nullopt;
    for (std::size_t at = family; at < end; ++at) {
      if (!is_han(letters_[at]) || kNotGiven.find(letters_[at]) != kNotGiven.npos)
        return std::nullopt;
    }
    if (has_common_noun(family, end)) return std::nullopt;
    if (title.empty() && end - family == kMostGivenHan &&
        kThirdGiven.find(letters_[end - 1]) == kThirdGiven.npos)
      return std::nullopt;
    if (end - family == 1 && kNotAlone.find(letters_[family]) != kNotAlone.npos)
      return std::nullopt;
    if (letters_[end - 1] == U'大' && std::ranges::count(kAtUniversity, title) > 0)
      return std::nullopt;
    if (end_of('t', family) == end || find_country(letters_.bytes(begin, end))) return std::nullopt;
    return Found{begin, family, end};
  }

  bool has_common_noun(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end; ++at) {
      if (std::ranges::any_of(kNoGiven, [&](auto noun) {
            return at + noun.size() <= end && letters_.stands_at(at, noun);
          }))
        return true;
    }
    return false;
  }

  /// End of the longest family name that leaves something before `end`.
  std::size_t family_end(std::size_t begin, std::size_t end) const {
    for (std::size_t family = std::min(begin + 3, end - 1); family > begin; --family) {
      if (japanese_table().has(letters_.bytes(begin, family), 's')) return family;
    }
    return begin;
  }

  /// "高橋ゆかり"
  std::optional<Found> kana_name(std::size_t end) const {
    std::size_t family = end;
    while (family > 0 && end - family <= kMostKana && is_hiragana(letters_[family - 1])) --family;
    if (end - family < 2 || end - family > kMostKana ||
        kNoKana.find(letters_[family]) != kNoKana.npos)
      return std::nullopt;
    std::size_t begin = family;
    while (begin > 0 && family - begin < 4 && is_han(letters_[begin - 1])) --begin;
    if (begin == family || !japanese_table().has(letters_.bytes(begin, family), 's'))
      return std::nullopt;
    return Found{begin, family, end};
  }

  /// A run of katakana with points: "ジョー・バイデン", "プーチン大統領".
  std::size_t foreigner(std::size_t begin) {
    std::vector<std::size_t> parts = {begin};
    std::size_t end = begin;
    for (; end < letters_.size(); ++end) {
      if (is_katakana(letters_[end])) continue;
      if (!(is_name_point(letters_[end]) || letters_[end] == U'＝')) break;
      if (!is_katakana(letters_[end + 1])) break;
      parts.push_back(end + 1);
    }
    if (end - begin > kLongestRun || parts.size() > kMostParts) return end;
    std::size_t first = 0;
    const auto part_end = [&](std::size_t part) {
      return part + 1 < parts.size() ? parts[part + 1] - 1 : end;
    };
    const auto part = [&](std::size_t number) {
      return letters_.bytes(parts[number], part_end(number));
    };
    while (first + 1 < parts.size() &&
           (find_country(part(first)) || japanese_table().has(part(first), 'x')))
      ++first;
    const std::size_t last = parts.size() - 1;
    if (japanese_table().has(part(last), 'x') || find_country(part(last))) return end;
    const bool titled = end_of('i', end) > end || (first < last && end_of('t', end) > end);
    const bool given = first < last && japanese_table().has(part(first), 'g');
    if (!titled && !given) return end;
    if (end - parts[first] < 2) return end;
    const std::string_view name = letters_.bytes(parts[first], end);
    names_.emplace(name, name);
    if (first < last) bearers_.add(part(last), parts[first], std::string(name));
    spans_.push_back({parts[first], 0, end});
    return end;
  }

  /// A person of the article or of the list, in full or by the family name.
  std::size_t named_elsewhere(std::size_t at) {
    if (!sets_no_blanks(letters_[at]) || letters_.taken(at)) return at;
    if (is_katakana(letters_[at])) return foreigner_elsewhere(at);
    if (!is_han(letters_[at])) return at;
    for (std::size_t end = std::min(at + kLongestName, letters_.size()); end >= at + 2; --end) {
      const std::string_view name = letters_.bytes(at, end);
      const auto known = names_.find(name);
      if (known == names_.end() && !japanese_table().has(name, 'l')) continue;
      if (letters_.any_taken(at, end)) continue;
      letters_.add(at, end, EntityType::Person,
                   known == names_.end() ? std::string(name) : known->second);
      return end;
    }
    return is_han(letters_.before(at)) ? at : family_alone(at);
  }

  std::size_t family_alone(std::size_t at) {
    for (std::size_t end = at + 3; end > at; --end) {
      if (end > letters_.size()) continue;
      const auto known = by_family_.find(letters_.bytes(at, end));
      if (known == by_family_.end() || known->second.empty()) continue;
      const bool subject = end >= at + 2 && kParticles.find(letters_[end]) != kParticles.npos;
      if (!subject && end_of('t', end) == end) continue;
      if (letters_.any_taken(at, end)) continue;
      letters_.add(at, end, EntityType::Person, known->second);
      return end;
    }
    return at;
  }

  /// Who is called so in the article, by the last name or as it stands.
  const std::string* known_as(std::string_view name, std::size_t at) const {
    if (const std::string* full = bearers_.of(name, at)) return full;
    const auto known = names_.find(name);
    return known == names_.end() ? nullptr : &known->second;
  }

  std::size_t foreigner_elsewhere(std::size_t at) {
    const char32_t before = letters_.before(at);
    if (is_katakana(before)) return at;
    while (next_span_ < spans_.size() && spans_[next_span_].begin < at) ++next_span_;
    std::size_t end = at;
    while (is_katakana(letters_[end]) || (end > at && is_name_point(letters_[end]))) ++end;
    if (next_span_ < spans_.size() && spans_[next_span_].begin < end) {  // behind a country
      const Found& span = spans_[next_span_];
      const std::string_view name = letters_.bytes(span.begin, span.end);
      letters_.add(span.begin, span.end, EntityType::Person, *known_as(name, span.begin));
      return span.end;
    }
    if (end > at + kLongestRun || is_name_point(before)) return end;
    const std::string_view name = letters_.bytes(at, end);
    if (const std::string* known = known_as(name, at)) {
      letters_.add(at, end, EntityType::Person, *known);
    } else if (japanese_table().has(name, 'l')) {
      letters_.add(at, end, EntityType::Person, std::string(name));
    }
    return end;
  }

  NameLetters letters_;
  std::vector<Found> spans_;  // foreigners, in order
  std::size_t next_span_ = 0;
  std::unordered_map<std::string_view, std::string> names_;      // by what stands in the text
  NameBearers bearers_;                                          // of foreigners' last names
  std::unordered_map<std::string_view, std::string> by_family_;  // empty: of several
};

}  // namespace

std::vector<Mention> japanese_names(std::string_view text) { return JapaneseReader(text).read(); }

}  // namespace pressmark::indexer
