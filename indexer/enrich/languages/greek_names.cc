#include "indexer/enrich/languages/greek_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/country.h"
#include "common/text.h"
#include "indexer/enrich/languages/greek_declension.h"
#include "indexer/enrich/languages/name_bearers.h"
#include "indexer/enrich/languages/name_words.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLetter = 2;                  // bytes of a Greek one
constexpr std::size_t kLeastSurname = 3 * kLetter;  // to stand alone: "Ρος"
constexpr std::size_t kMostGivenGreek = 3;
constexpr std::size_t kMostParticles = 2;

/// Bodies by each of their forms, without accents.
class Bodies {
 public:
  Bodies() {
    for (const auto& [name, entry] : greek_table()) {
      if (entry.is('B')) add(std::string(name), entry.full);
      if (!entry.is('b')) continue;
      for (const std::string& form : greek_body_forms(name)) add(fold_accents(form), entry.full);
    }
  }

  /// Words of the longest body that begins here, and its name.
  std::optional<std::pair<std::size_t, std::string_view>> at(const NameWords& words,
                                                             std::size_t first) const {
    std::optional<std::pair<std::size_t, std::string_view>> longest;
    if (!words[first].upper) return longest;
    if (words[first].caps) {
      const auto known = by_form_.find(std::string(words.bytes(first)));
      if (known != by_form_.end()) longest.emplace(1, known->second);
      return longest;
    }
    std::string form;
    for (std::size_t count = 0; count < most_words_ && first + count < words.size(); ++count) {
      if (count > 0 && !words.follows(first + count)) break;
      form.append(count > 0 ? " " : "").append(fold_accents(words.bytes(first + count)));
      const auto known = by_form_.find(form);
      if (known != by_form_.end()) longest.emplace(count + 1, known->second);
    }
    return longest;
  }

 private:
  void add(std::string form, std::string_view name) {
    most_words_ =
        std::max(most_words_, static_cast<std::size_t>(std::ranges::count(form, ' ')) + 1);
    by_form_.emplace(std::move(form), name);
  }

  std::unordered_map<std::string, std::string_view> by_form_;
  std::size_t most_words_ = 1;
};

class GreekReader {
 public:
  explicit GreekReader(std::string_view text) : words_(text) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is_name(i)) capitalised_.insert(words_.bytes(i));
    }
  }

  std::vector<Mention> read() {
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t length = body(i);
      if (length == 0) length = person(i);
      i += std::max<std::size_t>(length, 1);
    }
    for (const Found& found : found_) name(found);
    for (std::size_t i = 0; i < words_.size(); ++i) surname_alone(i);
    return std::move(words_).mentions();
  }

 private:
  /// A person whose surname is still in the case it stands in.
  struct Found {
    std::size_t first = 0, last = 0;
    std::string given;
    std::string surname;
    std::string cases;
    bool declines = false;
  };

  bool is_name(std::size_t word) const {
    const auto first = static_cast<unsigned char>(words_.text()[words_[word].begin]);
    return words_[word].upper && !words_[word].caps && first >= 0xCD && first <= 0xCF &&
           words_.bytes(word).size() >= 2 * kLetter;
  }
  bool may_be_surname(std::size_t word) const {
    return word < words_.size() && is_name(word) && !greek_table().has(words_.bytes(word), 'z') &&
           !is_country(words_.bytes(word));
  }

  static bool is_country(std::string_view word) {
    constexpr std::string_view kGenitive = "ς";
    return find_country(word) || (word.ends_with(kGenitive) &&
                                  find_country(word.substr(0, word.size() - kGenitive.size())));
  }

  /// Whether the word ends as hardly anything but surnames does; folding leaves no "ς".
  bool ends_as_surname(std::size_t word) const {
    constexpr auto kEnds = std::to_array<std::string_view>(
        {"πουλοσ", "πουλου", "ιδησ", "ιδη",  "ιδου",  "αδησ", "αδη",  "αδου", "ακησ", "ακη", "ακοσ",
         "ακου",   "ογλου",  "εωσ",  "ματα", "ιωτησ", "ιωτη", "ελησ", "ελη",  "ατοσ", "ατου"});
    const std::string plain = fold_accents(words_.bytes(word));
    return std::ranges::any_of(kEnds, [&](auto end) { return plain.ends_with(end); });
  }

  std::size_t body(std::size_t word) {
    static const Bodies kBodies;
    const auto found = kBodies.at(words_, word);
    if (!found) return 0;
    words_.add(word, word + found->first - 1, EntityType::Organization, std::string(found->second));
    return found->first;
  }

  /// What the article in front of the word, if there is one, says of the case.
  std::string cases_before(std::size_t word) const {
    if (word == 0 || !words_.follows(word)) return "nga";
    const std::string article = fold_case(words_.bytes(word - 1));
    if (article == "ο") return "n";
    if (article == "του") return "g";
    if (article == "τον" || article == "στον") return "a";
    return "nga";
  }

  static std::string common(std::string_view some, std::string_view others) {
    std::string both;
    std::ranges::copy_if(some, std::back_inserter(both),
                         [&](char c) { return others.find(c) != others.npos; });
    return both;
  }

  /// Reads a given name and what follows it; the number of its words, 0 for none.
  std::size_t person(std::size_t first) {
    if (!is_name(first) || (first > 0 && greek_table().has(words_.bytes(first - 1), 'n'))) return 0;
    if (greek_table().has(words_.bytes(first), 'z')) return 0;  // "Παρασκευή" is a day
    const std::vector<GreekGiven> readings = greek_given(words_.bytes(first));
    if (readings.empty()) return 0;
    const GreekGiven* reading = &readings.front();
    const std::string wanted = cases_before(first);
    for (const GreekGiven& each : readings) {
      if (common(each.cases, wanted).empty()) continue;
      reading = &each;
      break;
    }
    Found found{first, first, std::string(reading->nominative), {}, {}, false};
    if (reading->foreign) found.given = words_.bytes(first);  // accents are set as one likes
    found.cases = common(reading->cases, wanted);
    if (found.cases.empty()) found.cases = reading->cases;
    found.declines = !reading->woman && !reading->foreign;
    std::size_t at = first + 1;
    for (std::size_t names = 1; names < kMostGivenGreek; ++names, ++at) {
      const bool joined = words_.follows(at, Gap::Hyphen);
      if ((!joined && !words_.follows(at)) || !is_name(at)) break;
      const std::vector<GreekGiven> more = greek_given(words_.bytes(at));
      const bool ends = !words_.follows(at + 1) || !may_be_surname(at + 1);
      if (more.empty() || ends) break;
      found.given.append(joined ? "-" : " ").append(more.front().nominative);
    }
    std::string particles;
    for (std::size_t count = 0;
         count < kMostParticles && words_.follows(at) && greek_table().has(words_.bytes(at), 'p');
         ++count, ++at) {
      particles.append(words_.bytes(at)).append(" ");
    }
    if (!words_.follows(at) || !may_be_surname(at)) return 0;
    if (at == first + 1 && greek_table().has(reading->nominative, 'w') && !ends_as_surname(at))
      return 0;  // "Νίκη Βόλου"
    found.last = at;
    while (words_.follows(found.last + 1, Gap::Hyphen) && is_name(found.last + 1) &&
           found.last < at + 1)
      ++found.last;
    found.given.append(" ").append(particles);
    found.surname = words_.bytes(at, found.last);
    found_.push_back(found);
    if (found.declines && found.cases == "n") sure_.insert(found.surname);
    return found.last + 1 - first;
  }

  /// The surname's nominative: one that somebody bears in the article, or that stands in it as a
  /// word, else the likeliest.
  std::string nominative(const Found& found) const {
    if (!found.declines || found.cases == "n") return found.surname;
    const std::vector<std::string> possible = greek_surnames_of(found.surname, found.cases);
    for (const std::string& each : possible) {
      if (sure_.contains(each)) return each;
    }
    for (const std::string& each : possible) {
      if (each != found.surname && capitalised_.contains(each)) return each;
    }
    return possible.front();
  }

  void name(const Found& found) {
    const std::string surname = nominative(found);
    std::string full = found.given + surname;
    if (surname.size() >= kLeastSurname) {
      const std::vector<std::string> forms =
          found.declines ? greek_surname_forms(surname) : std::vector<std::string>{surname};
      for (const std::string& form : forms) bearers_.add(form, found.first, full);
    }
    words_.add(found.first, found.last, EntityType::Person, std::move(full));
  }

  void surname_alone(std::size_t word) {
    if (words_.taken(word) || !may_be_surname(word)) return;
    const std::string* known = bearers_.of(words_.bytes(word), word);
    if (known == nullptr) return;
    if (word > 0 && greek_table().has(words_.bytes(word - 1), 'n')) return;
    words_.add(word, word, EntityType::Person, *known);
  }

  NameWords words_;
  std::unordered_set<std::string_view> capitalised_;
  std::vector<Found> found_;
  std::unordered_set<std::string> sure_;  // surnames in the nominative
  NameBearers bearers_;
};

}  // namespace

std::vector<Mention> greek_names(std::string_view text) { return GreekReader(text).read(); }

}  // namespace pressmark::indexer
