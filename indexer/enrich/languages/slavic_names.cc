#include "indexer/enrich/languages/slavic_names.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/text.h"
#include "indexer/enrich/languages/slavic_declension.h"
#include "indexer/enrich/words/word_scanner.h"

namespace pressmark::embedded {
std::string_view bodies_slavic();
}

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of a Cyrillic one
constexpr std::size_t kMaxEnding = 3 * kLetter;
constexpr std::size_t kLeastSurname = 2 * kLetter;
constexpr std::size_t kMaxQuoted = 80;  // bytes
constexpr std::size_t kMostGiven = 3;   // names of a person in front of the surname
constexpr std::size_t kMostParticles = 3;
constexpr std::size_t kMostJoined = 2;  // hyphens of a surname
constexpr std::size_t kReach = 4;       // words between a preposition and a name

/// Between given name and surname, in small letters: "Урсула фон дер Ляйен".
constexpr auto kParticles = std::to_array<std::string_view>(
    {"фон", "дер", "де", "да", "ван", "дю", "ди", "бин", "ибн", "аль", "аш", "эль", "ал", "ель"});

constexpr auto kPrepositions =
    std::to_array<std::string_view>({"о", "об", "обо", "в", "во", "на", "при", "по", "у", "про"});

/// In front of a person, what bears the name: a street, a university.
constexpr auto kNamedAfter = std::to_array<std::string_view>(
    {"им",      "имени",   "улица",    "улице",     "улицы",     "улицу",   "улицей",    "ул",
     "площадь", "площади", "проспект", "проспекте", "проспекта", "бульвар", "бульваре",  "бульвара",
     "імені",   "вулиця",  "вулиці",   "вулицю",    "площа",     "площі",   "проспекті", "булевард",
     "площад",  "орден",   "ордена",   "премия",    "премии",    "премію",  "медаль",    "улици"});

/// Stems of words in front of a name in quotation marks.
constexpr auto kHeads = std::to_array<std::string_view>(
    {"авиакомпани", "авіакомпані", "агентств",    "агенци",    "агенциј", "ассоциаци",
     "асоціаці",    "банк",        "банка",       "вестник",   "видання", "газет",
     "групп",       "груп",        "движени",     "движение",  "завод",   "издани",
     "клуб",        "коалици",     "коаліці",     "комбинат",  "компани", "компаниј",
     "компані",     "концерн",     "корпораци",   "корпораці", "лист",    "объединени",
     "організаці",  "организаци",  "партия",      "партии",    "партию",  "партией",
     "партиј",      "парті",       "покрет",      "сдружение", "сеть",    "странк",
     "телевизи",    "телеканал",   "університет", "фирм",      "фонд",    "фондаци",
     "холдинг"});

constexpr auto kQuotes = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"«", "»"}, {"„", "“"}, {"„", "”"}, {"“", "”"}, {"\"", "\""}});

bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::count(list, word) > 0;
}

/// A patronymic in one of its cases; it is no part of the name that newspapers know a person by.
bool is_patronymic(std::string_view word) {
  constexpr auto kEndings =
      std::to_array<std::string_view>({"вич", "вича", "вичу", "вичем", "виче", "вичеві", "вна",
                                       "вны", "вне", "вну", "вной", "вни", "вні", "вною"});
  return word.size() > 5 * kLetter &&
         std::ranges::any_of(kEndings, [word](auto ending) { return word.ends_with(ending); });
}

/// Bodies of the list in each of their cases.
class Bodies {
 public:
  Bodies() {
    for (const std::string_view line : split(embedded::bodies_slavic(), '\n')) {
      if (line.empty() || line.front() == '#') continue;
      const auto cells = split(line, '\t');
      const std::string_view stem = cells.size() > 1 ? cells[1] : cells[0];
      const bool fixed = stem == "=" || fold_case(cells[0]).substr(kLetter) !=
                                            std::string(cells[0]).substr(kLetter);
      by_stem_.emplace(fixed ? cells[0] : stem, Body{std::string(cells[0]), fixed});
    }
  }

  /// The body's name; nothing if the word is none.
  std::optional<std::string> named(std::string_view word) const {
    for (std::size_t cut = 0; cut <= kMaxEnding && cut < word.size(); cut += kLetter) {
      const auto known = by_stem_.find(word.substr(0, word.size() - cut));
      if (known == by_stem_.end()) continue;
      if (cut == 0 || !known->second.fixed) return known->second.name;
    }
    return std::nullopt;
  }

 private:
  struct Body {
    std::string name;
    bool fixed = false;
  };
  std::unordered_map<std::string_view, Body> by_stem_;
};

class Reader {
 public:
  Reader(std::string_view text, std::string_view language)
      : text_(text), language_(language), words_(scan_words(text)), taken_(words_.size(), false) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is_name(i)) capitalised_.insert(bytes(i));
    }
  }

  std::vector<Mention> read() {
    for (std::size_t i = 0; i < words_.size();) {
      const std::size_t length = person(i);
      i += std::max<std::size_t>(length, 1);
    }
    settle_surnames();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!quoted_body(i) && !body(i)) surname_alone(i);
    }
    std::ranges::sort(mentions_, {}, &Mention::begin);
    return std::move(mentions_);
  }

 private:
  /// What the given names of a person may be together.
  struct Reading {
    std::string given;
    bool woman = false;
    std::string cases;
  };

  /// A person whose surname may still turn out to have one form for all cases.
  struct Found {
    std::size_t mention = 0;
    std::string given, form, surname;
    bool sure = false;  // of the case
  };

  std::string_view bytes(std::size_t word) const {
    return text_.substr(words_[word].begin, words_[word].end - words_[word].begin);
  }
  bool is_name(std::size_t word) const {
    const auto first = static_cast<unsigned char>(text_[words_[word].begin]);
    return words_[word].upper && !words_[word].caps && first >= 0xD0 && first <= 0xD3 &&
           bytes(word).size() >= kLeastSurname;
  }
  bool follows(std::size_t word, Gap gap = Gap::Space) const {
    return word < words_.size() && words_[word].before == gap;
  }

  /// Reads a given name and what follows it; the number of its words, 0 for none.
  std::size_t person(std::size_t first) {
    if (!is_name(first) || (first > 0 && contains(kNamedAfter, fold_case(bytes(first - 1)))))
      return 0;
    std::size_t at = first;
    std::vector<Reading> readings = given(at);
    // "Реджеп Тайип Эрдоган"; but of "во Владимире Сергей Иванов" the first is a town.
    for (std::size_t more = at, names = 1; names < kMostGiven && follows(more) && is_name(more);
         ++names) {
      const std::vector<Reading> next = given(more);
      if (next.empty() || !follows(more) || !is_name(more)) break;
      readings = joined(readings, next);
      at = more;
    }
    if (readings.empty()) return 0;
    if (follows(at) && is_name(at) && is_patronymic(bytes(at)) && follows(at + 1) &&
        is_name(at + 1))
      ++at;
    std::string between = " ";
    for (std::size_t small = 0;
         small < kMostParticles && at < words_.size() &&
         (follows(at) || follows(at, Gap::Hyphen)) && contains(kParticles, bytes(at));
         ++small, ++at) {
      between.append(bytes(at)).append(follows(at + 1, Gap::Hyphen) ? "-" : " ");
    }
    if (!(follows(at) || (between.size() > 1 && follows(at, Gap::Hyphen))) || !is_name(at))
      return 0;
    std::size_t last = at;
    while (last < at + kMostJoined && follows(last + 1, Gap::Hyphen) && is_name(last + 1)) ++last;
    auto chosen = choose(readings, at, last);
    if (!chosen) return 0;
    chosen->given += between;
    chosen->mention = mentions_.size();
    found_.push_back(std::move(*chosen));
    mention(first, last, EntityType::Person, {});
    return last + 1 - first;
  }

  /// What a given name may be, or two joined by a hyphen; `at` goes behind it.
  std::vector<Reading> given(std::size_t& at) const {
    std::vector<Reading> readings = readings_of(at);
    if (readings.empty()) return readings;
    if (follows(at + 1, Gap::Hyphen) && is_name(at + 1)) {
      const std::vector<Reading> second = readings_of(at + 1);
      std::vector<Reading> both;
      for (const Reading& one : readings) {
        for (const Reading& other : second)  // "Касым-Жомарта": the second has the case
          both.push_back({one.given + "-" + other.given, other.woman, other.cases});
      }
      readings = std::move(both);
      ++at;
    }
    ++at;
    return readings;
  }

  std::vector<Reading> readings_of(std::size_t word) const {
    std::vector<Reading> readings;
    for (const GivenName& name : given_names(bytes(word), language_))
      readings.push_back({std::string(name.nominative), name.woman, std::string(name.cases)});
    return readings;
  }

  /// Names that stand in one case, of one person.
  static std::vector<Reading> joined(const std::vector<Reading>& first,
                                     const std::vector<Reading>& second) {
    std::vector<Reading> both;
    for (const Reading& a : first) {
      for (const Reading& b : second) {
        std::string cases;
        std::ranges::copy_if(a.cases, std::back_inserter(cases),
                             [&](char c) { return b.cases.find(c) != b.cases.npos; });
        if (!cases.empty() && a.woman == b.woman)
          both.push_back({a.given + " " + b.given, a.woman, std::move(cases)});
      }
    }
    return both;
  }

  struct Candidate {
    Found found;
    bool woman = false;
    bool sure = false;  // the surname shows the case
  };

  /// The reading that the surname agrees with; nothing if there is none, or no telling which.
  std::optional<Found> choose(const std::vector<Reading>& readings, std::size_t first,
                              std::size_t last) const {
    std::vector<Candidate> fitting;
    for (const Reading& reading : readings) {
      if (reading.cases == "p" && !preposition_before(first)) continue;
      if (auto candidate = candidate_of(reading, first, last))
        fitting.push_back(std::move(*candidate));
    }
    keep_if_any(fitting, &Candidate::sure);
    if (fitting.size() > 1)
      keep_if_any(fitting, [this](const Candidate& each) { return stands_elsewhere(each); });
    if (fitting.size() != 1) return std::nullopt;
    return std::move(fitting.front().found);
  }

  template <typename Wanted>
  static void keep_if_any(std::vector<Candidate>& all, const Wanted& wanted) {
    if (std::ranges::any_of(all, wanted)) std::erase_if(all, std::not_fn(wanted));
  }

  std::optional<Candidate> candidate_of(const Reading& reading, std::size_t first,
                                        std::size_t last) const {
    Candidate made{{0, reading.given, {}, {}, reading.cases != kAnyCase}, reading.woman, true};
    for (std::size_t i = first; i <= last; ++i) {
      const auto part = surname_of(bytes(i), reading.woman, reading.cases, language_);
      if (!part) return std::nullopt;
      made.sure = made.sure && part->sure;
      made.found.form.append(i > first ? "-" : "").append(bytes(i));
      made.found.surname.append(i > first ? "-" : "").append(part->nominative);
    }
    return made;
  }

  /// "о Сергее": a name in the prepositional has one not far before it.
  bool preposition_before(std::size_t word) const {
    for (std::size_t back = 1; back <= kReach && back <= word; ++back) {
      if (contains(kPrepositions, fold_case(bytes(word - back)))) return true;
    }
    return false;
  }

  /// Whether the article has the surname in another form that a person of this kind has.
  bool stands_elsewhere(const Candidate& candidate) const {
    const std::string& surname = candidate.found.surname;
    if (surname != candidate.found.form) return capitalised_.contains(surname);
    if (!candidate.woman || surname.size() < kLeastSurname) return false;
    const std::string stem = surname.substr(0, surname.size() - kLetter);
    constexpr auto kEndings = std::to_array<std::string_view>({"ой", "у", "ої", "ій", "ою"});
    return std::ranges::any_of(
        kEndings, [&](auto ending) { return capitalised_.contains(stem + std::string(ending)); });
  }

  /// A form that cases would take back to two nominatives has no cases ("Шойгу"); behind a given
  /// name that tells no case a surname is what it is elsewhere.
  void settle_surnames() {
    std::map<std::string, std::set<std::string>> nominatives;
    for (const Found& each : found_) {
      if (each.sure) nominatives[each.form].insert(each.surname);
    }
    std::set<std::string> sure;
    for (Found& each : found_) {
      if (!each.sure) continue;
      if (nominatives[each.form].size() > 1) each.surname = each.form;
      sure.insert(each.surname);
    }
    for (Found& each : found_) {
      if (!each.sure) {
        for (const std::string& possible : possible_nominatives(each.form, language_)) {
          if (sure.contains(possible) ||
              (possible != each.form && capitalised_.contains(possible))) {
            each.surname = possible;
            break;
          }
        }
      }
      mentions_[each.mention].name = each.given + each.surname;
      surnames_.insert(each.surname);
    }
  }

  /// Adds what the words from `first` to `last` name.
  void mention(std::size_t first, std::size_t last, EntityType type, std::string name) {
    std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first),
              taken_.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
    mentions_.push_back({words_[first].begin, words_[last].end, type});
    mentions_.back().name = std::move(name);
  }

  void surname_alone(std::size_t word) {
    if (!is_name(word) || taken_[word]) return;
    for (const std::string& possible : possible_nominatives(bytes(word), language_)) {
      if (!surnames_.contains(possible)) continue;
      mention(word, word, EntityType::Person, possible);
      return;
    }
  }

  bool body(std::size_t word) {
    static const Bodies kBodies;
    if (!words_[word].upper || taken_[word]) return false;
    auto name = kBodies.named(bytes(word));
    if (!name) return false;
    mention(word, word, EntityType::Organization, std::move(*name));
    return true;
  }

  /// компания «Северный ветер»
  bool quoted_body(std::size_t word) {
    const std::string head = fold_case(bytes(word));
    const auto is_head = [&](std::string_view stem) {
      return head.starts_with(stem) && head.size() <= stem.size() + kMaxEnding;
    };
    if (std::ranges::none_of(kHeads, is_head)) return false;
    std::string_view rest = text_.substr(words_[word].end);
    if (!rest.starts_with(' ')) return false;
    rest.remove_prefix(1);
    for (const auto& [open, close] : kQuotes) {
      if (!rest.starts_with(open)) continue;
      const std::size_t length = rest.substr(open.size(), kMaxQuoted).find(close);
      if (length == rest.npos || length == 0) continue;
      const std::size_t begin = words_[word].end + 1 + open.size();
      if (word + 1 >= words_.size() || words_[word + 1].begin != begin || !words_[word + 1].upper)
        return false;
      const std::string_view name = text_.substr(begin, length);
      if (name.find('\n') != name.npos || taken_[word + 1]) return false;
      std::size_t last = word + 1;
      while (last + 1 < words_.size() && words_[last + 1].end <= begin + length) ++last;
      mention(word + 1, last, EntityType::Organization, std::string(name));
      return true;
    }
    return false;
  }

  std::string_view text_;
  std::string_view language_;
  std::vector<Word> words_;
  std::vector<bool> taken_;  // words that are part of a mention
  std::unordered_set<std::string_view> capitalised_;
  std::vector<Mention> mentions_;
  std::vector<Found> found_;
  std::set<std::string> surnames_;
};

}  // namespace

std::vector<Mention> slavic_names(std::string_view text, std::string_view language) {
  return Reader(text, language).read();
}

}  // namespace pressmark::indexer
