#include "indexer/enrich/languages/caseless_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "common/country.h"
#include "common/text.h"
#include "common/utf8.h"
#include "indexer/enrich/languages/name_bearers.h"
#include "indexer/enrich/languages/name_words.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostCaselessGiven = 3;
constexpr std::size_t kMostCaselessParticles = 2;
constexpr std::size_t kTitleReach = 3;            // words between a title's first and the name
constexpr std::size_t kLeastAlone = 4;            // letters of a surname that stands alone
constexpr std::size_t kLeastCaselessSurname = 2;  // letters
constexpr std::string_view kArticle =
    "ال";                                 // begins adjectives and nouns that are surnames as well
constexpr std::size_t kLongestWord = 60;  // bytes

class CaselessReader {
 public:
  CaselessReader(std::string_view text, const CaselessRules& rules)
      : words_(text), rules_(rules), table_(*rules.table) {
    plain_.reserve(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::string_view bytes = words_.bytes(i);
      plain_.push_back(bytes.size() > kLongestWord ? std::string() : plain_spelling(bytes));
    }
  }

  std::vector<Mention> read() {
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t end = body(i);
      if (end == i) end = person(i);
      i = std::max(end, i + 1);
    }
    for (std::size_t i = 0; i < words_.size(); ++i) surname_alone(i);
    return std::move(words_).mentions();
  }

 private:
  /// A given name: the word behind it, and what is known of it.
  struct Given {
    std::size_t end = 0;
    std::size_t prefix = 0;  // bytes of a particle in front
    bool word = false;       // it may be one
  };

  bool has(std::size_t word, char letter) const {
    return word < words_.size() && table_.has(plain_[word], letter);
  }

  /// Whether the word, or what a prefix leaves of it, has the letter.
  bool has_behind_prefix(std::size_t word, char letter) const {
    if (has(word, letter)) return true;
    return std::ranges::any_of(rules_.prefixes, [&](auto prefix) {
      return begins_with(word, prefix) &&
             table_.has(std::string_view(plain_[word]).substr(prefix.size()), letter);
    });
  }

  bool begins_with(std::size_t word, std::string_view prefix) const {
    return plain_[word].size() > prefix.size() && plain_[word].starts_with(prefix) &&
           words_.bytes(word).starts_with(prefix);
  }

  /// The longest body that begins with the word or behind its prefix; the word behind it.
  std::size_t body(std::size_t first) {
    std::size_t end = first, cut = 0;
    const NameTable::Entry* longest = nullptr;
    const auto look = [&](std::string form, std::size_t prefix) {
      for (std::size_t last = first;; ++last) {
        const NameTable::Entry* entry = table_.find(form);
        if (entry != nullptr && entry->is('b') && last + 1 > end)
          longest = entry, end = last + 1, cut = prefix;
        if (last - first >= table_.most_blanks() || !words_.follows(last + 1)) return;
        form.append(" ").append(plain_[last + 1]);
        if (form.size() > table_.longest()) return;
      }
    };
    look(plain_[first], 0);
    for (const auto& [prefix, instead] : rules_.merged) {
      if (begins_with(first, prefix))
        look(std::string(instead) + plain_[first].substr(prefix.size()), 0);
    }
    for (const std::string_view prefix : rules_.prefixes) {
      if (begins_with(first, prefix)) look(plain_[first].substr(prefix.size()), prefix.size());
    }
    if (longest == nullptr) return first;
    words_.add(first, end - 1, EntityType::Organization, std::string(longest->full), cut);
    return end;
  }

  std::optional<Given> given(std::size_t word, std::string_view form, std::size_t prefix) const {
    const NameTable::Entry* entry = table_.find(form);
    if (entry == nullptr) return std::nullopt;
    if (entry->is('c') && words_.follows(word + 1) && has(word + 1, 'd'))
      return Given{word + 2, prefix, false};
    if (!entry->is('g') && !entry->is('w')) return std::nullopt;
    const bool joined = words_.follows(word + 1) && has(word + 1, 'e');
    return Given{word + (joined ? 2 : 1), prefix, entry->is('w') && !joined};
  }

  std::optional<Given> given_at(std::size_t word) const {
    if (auto found = given(word, plain_[word], 0)) return found;
    for (const std::string_view prefix : rules_.prefixes) {
      if (!begins_with(word, prefix)) continue;
      const auto found =
          given(word, std::string_view(plain_[word]).substr(prefix.size()), prefix.size());
      if (found && !found->word) return found;
    }
    return std::nullopt;
  }

  bool titled(std::size_t word) const {
    for (std::size_t back = 1; back <= kTitleReach && back <= word; ++back) {
      if (!words_.follows(word - back + 1)) return false;
      if (has_behind_prefix(word - back, 't')) return true;
    }
    return false;
  }

  bool known_surname(std::size_t word) const {
    if (has(word, 's')) return true;
    if (words_.follows(word + 1, Gap::Hyphen) && has(word + 1, 's')) return true;
    return word < words_.size() && std::ranges::any_of(rules_.surname_ends, [&](auto end) {
             return plain_[word].size() > end.size() && plain_[word].ends_with(end);
           });
  }

  /// Whether the word is a country's name, or what a prefix leaves of it is.
  bool is_country(std::size_t word) const {
    const std::string_view bytes = words_.bytes(word);
    return find_country(bytes) || std::ranges::any_of(rules_.prefixes, [&](auto prefix) {
             return begins_with(word, prefix) && find_country(bytes.substr(prefix.size()));
           });
  }

  bool begins_with_any(std::size_t word, std::span<const std::string_view> begins) const {
    return std::ranges::any_of(begins, [&](auto begin) { return plain_[word].starts_with(begin); });
  }

  bool may_be_surname(std::size_t word, bool title) const {
    if (!words_.follows(word) || words_[word].number || words_[word].upper) return false;
    if (is_country(word)) return false;
    const std::string& plain = plain_[word];
    if (known_surname(word) || has(word, 'g')) return true;
    if (count_code_points(plain) < kLeastCaselessSurname) return false;
    for (const char letter : {'v', 'z', 't', 'b', 'n', 'p', 'd', 'e'}) {
      if (has_behind_prefix(word, letter)) return false;
    }
    for (const std::string_view prefix : rules_.prefixes) {  // "وأحمد" begins another name
      if (begins_with(word, prefix) &&
          table_.has(std::string_view(plain).substr(prefix.size()), 'g'))
        return false;
    }
    if (begins_with_any(word, rules_.no_surname)) return false;
    const bool sure = title || (words_.follows(word + 1) && has(word + 1, 'v'));
    return sure || !begins_with_any(word, rules_.rare_surname);
  }

  /// Whether a name certainly ends before the word.
  bool ends_before(std::size_t word) const {
    if (!words_.follows(word)) return true;
    if (words_[word].number || has_behind_prefix(word, 'v') || has_behind_prefix(word, 't'))
      return true;
    return begins_with_any(word, rules_.behind_name);
  }

  /// The word behind a surname: what a hyphen joins belongs to it.
  std::size_t surname_end(std::size_t word) const {
    return words_.follows(word + 1, Gap::Hyphen) ? word + 2 : word + 1;
  }

  /// Reads a given name and what follows it; the word behind.
  std::size_t person(std::size_t first) {
    const auto name = given_at(first);
    if (!name) return first;
    const bool place = first > 0 && words_.follows(first) && has_behind_prefix(first - 1, 'n');
    const bool title = titled(first);
    bool word = name->word;
    std::size_t at = name->end, names = 1;
    for (; names < kMostCaselessGiven && words_.follows(at); ++names) {
      const auto more = given(at, plain_[at], 0);
      if (!more) break;
      word = word && more->word;
      at = more->end;
    }
    if (place) return at;  // "شارع محمد علي"
    const std::size_t end = behind_surname(at, names, title, word);
    if (end == first || end == 0) return first;
    add_person(first, end - 1, name->prefix, title);
    return end;
  }

  /// The word behind a person whose given names end before `at`; 0 where they are no person's.
  std::size_t behind_surname(std::size_t at, std::size_t names, bool title, bool word) const {
    const std::size_t alone = names > 1 && (title || !word) ? at : 0;
    std::size_t particles = 0;
    while (particles < kMostCaselessParticles && words_.follows(at) && has(at, 'p') &&
           words_.follows(at + 1))
      ++at, ++particles;
    if (!may_be_surname(at, title)) return particles == 0 ? alone : 0;
    const std::size_t end = surname_end(at);
    if (particles > 0 || (known_surname(at) && (title || !word))) return longer(end);
    if (word) {
      // "سعد الحريري": only a listed name has the article here, not "جمال المدينة".
      const bool article = plain_[at].starts_with(kArticle);
      if (article && has(at, 's') && !has(at, 'g')) return end;
      const bool surname = !article && known_surname(at) && !has(at, 'g') && !has(at, 'w');
      return (title || surname) && ends_before(end) ? end : alone;
    }
    if (names > 1) return ends_before(end) && !has_behind_prefix(at, 'v') && title ? end : alone;
    return title || ends_before(end) || known_surname(end) ? longer(end) : 0;
  }

  /// "مولود جاويش أوغلو": another surname of the table.
  std::size_t longer(std::size_t end) const {
    return words_.follows(end) && known_surname(end) && !has(end, 'g') && !has(end, 'v')
               ? surname_end(end)
               : end;
  }

  void add_person(std::size_t first, std::size_t last, std::size_t prefix, bool title) {
    std::string name = collapse_space(words_.bytes(first, last).substr(prefix));
    if (geresh_behind(last)) name += '\'';
    const std::string& surname = plain_[last];
    const bool own = !has(last, 'w') && !has(last, 'g') && !has(last, 'e') && !has(last, 'd');
    if (own && (title || known_surname(last)) && count_code_points(surname) >= kLeastAlone)
      bearers_.add(surname, first, name);
    words_.add(first, last, EntityType::Person, std::move(name), prefix);
  }

  /// "סמוטריץ'": at the end of a word the mark may be a quote, but not behind these letters.
  bool geresh_behind(std::size_t word) const {
    constexpr auto kLetters = std::to_array<std::string_view>({"ג", "ז", "צ", "ץ", "ת"});
    const std::string_view rest = words_.text().substr(words_[word].end);
    const bool mark = std::ranges::any_of(std::to_array<std::string_view>({"'", "׳", "’"}),
                                          [&](auto each) { return rest.starts_with(each); });
    return mark && std::ranges::any_of(
                       kLetters, [&](auto letter) { return words_.bytes(word).ends_with(letter); });
  }

  void surname_alone(std::size_t word) {
    if (words_.taken(word)) return;
    const auto add = [&](const std::string& form, std::size_t prefix) {
      const std::string* known = bearers_.of(form, word);
      if (known == nullptr) return false;
      words_.add(word, word, EntityType::Person, *known, prefix);
      return true;
    };
    if (add(plain_[word], 0)) return;
    for (const std::string_view prefix : rules_.prefixes) {
      if (begins_with(word, prefix) && add(plain_[word].substr(prefix.size()), prefix.size()))
        return;
    }
  }

  NameWords words_;
  const CaselessRules& rules_;
  const NameTable& table_;
  std::vector<std::string> plain_;  // each word's spelling
  NameBearers bearers_;
};

}  // namespace

std::vector<Mention> caseless_names(std::string_view text, const CaselessRules& rules) {
  return CaselessReader(text, rules).read();
}

}  // namespace pressmark::indexer
