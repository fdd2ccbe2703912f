#include "indexer/enrich/languages/greek_declension.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "common/text.h"

namespace pressmark::embedded {
std::string_view names_greek();
}

namespace pressmark::indexer {
namespace {

/// The end of a word in the nominative and in another case.
struct Ending {
  std::string_view nominative, other, cases;
};

/// Of men. The first that fits counts.
constexpr auto kManEndings = std::to_array<Ending>({
    {"ος", "ου", "g"},
    {"ος", "ο", "a"},
    {"ός", "ού", "g"},
    {"ός", "ό", "a"},
    {"ης", "η", "ga"},
    {"ής", "ή", "ga"},
    {"ας", "α", "ga"},
    {"άς", "ά", "ga"},
    {"ούς", "ού", "ga"},
    {"ές", "έ", "ga"},
});

/// Of women, and of what a body is called.
constexpr auto kWomanEndings = std::to_array<Ending>({
    {"α", "ας", "g"},
    {"ά", "άς", "g"},
    {"η", "ης", "g"},
    {"ή", "ής", "g"},
    {"ω", "ως", "g"},
    {"ώ", "ώς", "g"},
});

constexpr auto kNeuterEndings = std::to_array<Ending>({{"ο", "ου", "g"}, {"ό", "ού", "g"}});

/// Ends of surnames that are genitives by themselves, the same in all cases.
constexpr auto kFixedEndings =
    std::to_array<std::string_view>({"έου", "ίου", "ονόμου", "άτου", "ύρου", "είου"});

std::string with_ending(std::string_view word, std::string_view old, std::string_view fresh) {
  return std::string(word.substr(0, word.size() - old.size())).append(fresh);
}

using Given = std::unordered_map<std::string, std::vector<GreekGiven>>;

template <typename Endings>
void add_cases(Given& given, std::string_view name, const Endings& endings, bool woman) {
  given[fold_accents(name)].push_back({name, woman ? "na" : "n", woman, false});
  for (const auto& [nominative, other, cases] : endings) {
    if (!name.ends_with(nominative)) continue;
    given[fold_accents(with_ending(name, nominative, other))].push_back(
        {name, std::string(cases), woman, false});
  }
}

Given make_given() {
  Given given;
  for (const auto& [name, entry] : greek_table()) {
    if (entry.is('m')) add_cases(given, name, kManEndings, false);
    if (entry.is('f')) add_cases(given, name, kWomanEndings, true);
    if (entry.is('x')) given[fold_accents(name)].push_back({name, "nga", false, true});
  }
  return given;
}

/// One word of a body's name in each case that differs: nominative, genitive, accusative.
std::array<std::string, 3> word_cases(std::string_view word) {
  std::array<std::string, 3> made = {std::string(word), std::string(word), std::string(word)};
  const auto decline = [&](const auto& endings) {
    for (const auto& [nominative, other, cases] : endings) {
      if (!word.ends_with(nominative)) continue;
      if (cases.find('g') != cases.npos) made[1] = with_ending(word, nominative, other);
      if (cases.find('a') != cases.npos) made[2] = with_ending(word, nominative, other);
    }
  };
  decline(kManEndings);
  decline(kWomanEndings);
  decline(kNeuterEndings);
  return made;
}

}  // namespace

const NameTable& greek_table() {
  static const NameTable kTable(embedded::names_greek());
  return kTable;
}

std::vector<GreekGiven> greek_given(std::string_view form) {
  static const Given kGiven = make_given();
  const auto known = kGiven.find(fold_accents(form));
  return known == kGiven.end() ? std::vector<GreekGiven>() : known->second;
}

std::vector<std::string> greek_surname_forms(std::string_view nominative) {
  std::vector<std::string> forms = {std::string(nominative)};
  for (const auto& [ending, other, cases] : kManEndings) {
    if (nominative.ends_with(ending)) forms.push_back(with_ending(nominative, ending, other));
  }
  return forms;
}

std::vector<std::string> greek_surnames_of(std::string_view form, std::string_view cases) {
  std::vector<std::string> nominatives;
  const bool nominative = cases.find('n') != cases.npos;
  const bool fixed =
      std::ranges::any_of(kFixedEndings, [&](auto ending) { return form.ends_with(ending); }) ||
      (form.ends_with("ου") && !greek_given(form).empty());
  if (nominative || fixed) nominatives.emplace_back(form);
  for (const auto& [ending, other, of] : kManEndings) {
    if (!form.ends_with(other) || cases.find_first_of(of) == cases.npos) continue;
    if (form.ends_with("ού") && ending == "ός")
      continue;  // "Παπαδημού" is rather of "-ούς", or fixed
    nominatives.push_back(with_ending(form, other, ending));
  }
  if (std::ranges::count(nominatives, form) == 0) nominatives.emplace_back(form);
  return nominatives;
}

std::vector<std::string> greek_body_forms(std::string_view nominative) {
  std::array<std::string, 3> forms;
  bool ended = false;  // behind the noun stands a genitive: "Τράπεζα της Ελλάδος"
  std::size_t declined = 0;
  const bool masculine = nominative.substr(0, nominative.find(' ')).ends_with("ς");
  for (const std::string_view word : split(nominative, ' ')) {
    const auto cases = word_cases(word);
    // "Πανεπιστήμιο Αθηνών", "Υπουργείο Εξωτερικών": a noun and its genitive.
    ended = ended || word == "της" || word == "του" || word == "των" ||
            (declined > 0 && (cases[1] == word || (word.ends_with("ς") && !masculine)));
    for (std::size_t i = 0; i < forms.size(); ++i)
      forms[i].append(forms[i].empty() ? "" : " ").append(ended ? word : cases[i]);
    if (!ended) ++declined;
  }
  std::vector<std::string> made(forms.begin(), forms.end());
  std::ranges::sort(made);
  made.erase(std::unique(made.begin(), made.end()), made.end());
  return made;
}

}  // namespace pressmark::indexer
