#include "indexer/enrich/languages/latin_persons.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/enrich/languages/latin_evidence.h"
#include "indexer/enrich/languages/latin_forms.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kLeastSurname = 3;   // bytes
constexpr std::size_t kMostPersons = 300;  // whose surnames are looked for; bounds the work

/// Somebody who is named in full.
struct Person {
  std::string name;
  std::string given, surname;      // its first and last word, folded as they stand
  std::string middle;              // the first of two surnames
  std::vector<std::string> words;  // of the name, folded
  std::size_t mention = 0;
};

class Reader {
 public:
  explicit Reader(LatinText& text) : text_(text), evidence_(text) {}

  std::vector<Mention> read() {
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t length = listed(i);
      i += length > 0 ? length : std::max<std::size_t>(person(i), 1);
    }
    settle_forms();
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!text_.taken(i)) alone(i);
    }
    std::ranges::sort(found_, {}, &Mention::begin);
    return std::move(found_);
  }

 private:
  void add(std::size_t first, std::size_t last, std::string name) {
    found_.push_back({text_.token(first).begin, text_.token(last).end, EntityType::Person});
    found_.back().name = std::move(name);
    text_.take(first, last);
  }

  /// A person of the list, in one of the name's cases; the number of tokens.
  std::size_t listed(std::size_t first) {
    if (!text_.capital(first) || text_.taken(first)) return 0;
    const auto* names = text_.words().persons(text_.folded(first));
    if (names == nullptr) return 0;
    for (const LatinWords::Phrase& name : *names) {
      bool same = first + name.size() <= text_.size();
      for (std::size_t i = 0; same && i < name.size(); ++i)
        same = !text_.taken(first + i) &&
               is_form_of(text_.folded(first + i), fold_case(name[i]), text_.language());
      if (!same) continue;
      std::string whole;
      for (const std::string& word : name) whole.append(whole.empty() ? "" : " ") += word;
      remember(first, first + name.size() - 1, std::move(whole));
      return name.size();
    }
    return 0;
  }

  void remember(std::size_t first, std::size_t last, std::string name) {
    if (persons_.size() >= kMostPersons) {
      add(first, last, std::move(name));
      return;
    }
    Person made{std::move(name), text_.folded(first), text_.folded(last), {}, {}, found_.size()};
    for (const std::string_view word : split(made.name, ' ')) made.words.push_back(fold_case(word));
    if (last > first + 1 && !text_.is(last - 1, kLatinGiven) && text_.name_like(last - 1) &&
        !text_.is(last - 1, kLatinInner))
      made.middle = text_.folded(last - 1);
    add(first, last, made.name);
    persons_.push_back(std::move(made));
  }

  /// Reads a person named in full; the number of tokens, 0 for none.
  std::size_t person(std::size_t first) {
    const std::optional<NameRun> run = evidence_.person_at(first);
    if (!run) return 0;
    std::string name(text_.bytes(run->first, run->last));
    if (run->last > run->first && inflects_names(text_.language()))
      name = in_nominative(*run, name);
    remember(run->first, run->last, std::move(name));
    return run->last - first + 1;
  }

  bool is_given(std::string_view word) const {
    const std::string folded = fold_case(word);
    return text_.words().is(folded, kLatinGiven) ||
           text_.words().is(folded.substr(0, folded.find('-')), kLatinGiven);  // "Timo-Juhani"
  }

  std::string in_nominative(const NameRun& run, const std::string& name) const {
    if (run.last != run.first + 1) return name;
    const bool hungarian = text_.language() == "hu";
    const std::string_view given = text_.bytes(hungarian ? run.last : run.first);
    const std::string_view surname = text_.bytes(hungarian ? run.first : run.last);
    if (hungarian && text_.is(run.last, kLatinGiven)) return name;
    const auto form = nominative_of(given, surname, text_.language(),
                                    [this](std::string_view word) { return is_given(word); });
    if (!form) return name;
    return hungarian ? form->surname + " " + form->given : form->given + " " + form->surname;
  }

  /// One person under two forms has the name that stands in the nominative: the shorter one.
  void settle_forms() {
    if (!inflects_names(text_.language())) return;
    for (Person& each : persons_) {
      const Person* best = &each;
      for (const Person& other : persons_) {
        if (other.name != best->name && is_form(*best, other)) best = &other;
      }
      if (best == &each) continue;
      each.name = best->name;
      found_[each.mention].name = best->name;
      each.surname = best->surname;
      each.words = best->words;
    }
  }
  bool is_form(const Person& form, const Person& nominative) const {
    if (nominative.name.size() > form.name.size()) return false;
    const bool same_surname = form.surname == nominative.surname;
    if (same_surname && nominative.name.size() == form.name.size()) return false;
    // "Adrian Kowalski i Adriana Kowalska", "Ivan i Ivana Horvat" are two.
    if (form.words.front() != nominative.words.front() &&
        text_.words().is(form.words.front(), kLatinGiven) &&
        (same_surname || is_womans(form.surname, nominative.surname)))
      return false;
    // "Adriany Kowalskiej" is no Adrian.
    for (const std::string_view ending : {"iej", "ską", "cką", "ové", "ovou"}) {
      if (form.surname.ends_with(ending) && !nominative.surname.ends_with('a') &&
          !nominative.surname.ends_with("á"))
        return false;
    }
    return std::ranges::equal(form.words, nominative.words,
                              [this](const std::string& a, const std::string& b) {
                                return is_form_of(a, b, text_.language());
                              });
  }

  /// "Kowalska" beside "Kowalski": a nominative of its own.
  static bool is_womans(std::string_view surname, std::string_view mans) {
    if (surname.ends_with("ová")) return !mans.ends_with("ová");
    const bool adjective =
        mans.ends_with('i') || mans.ends_with('y') || mans.ends_with("ý") || mans.ends_with("í");
    return adjective && (surname.ends_with('a') || surname.ends_with("á"));
  }

  /// A surname alone of somebody named in full.
  void alone(std::size_t at) {
    if (!text_.name_like(at) || text_.bytes(at).size() < kLeastSurname) return;
    if (text_.seen_small(at) || text_.is(at, kLatinNot)) return;
    const std::string& word = text_.folded(at);
    const Person* best = called(
        at, [&word](const Person& each) { return each.surname == word || each.middle == word; });
    // "Lahti" and "Turun" are towns once Lahtinen and Turunen are named.
    if (best == nullptr && !is_place(at))
      best = called(at, [&](const Person& each) { return is_called(each, word); });
    if (best == nullptr) return;
    // Part of another name: "Santillán Resort".
    if (text_.follows(at + 1) && text_.name_like(at + 1) && !text_.nouns_have_capitals()) return;
    add(at, at, best->name);
  }
  /// The last person before a token, else the first behind it, of whom something holds.
  template <typename Holds>
  const Person* called(std::size_t at, const Holds& holds) const {
    const Person* best = nullptr;
    for (const Person& each : persons_) {
      if (found_[each.mention].begin > text_.token(at).begin && best != nullptr) break;
      if (holds(each)) best = &each;
    }
    return best;
  }
  bool is_place(std::size_t at) const {
    return inflects_names(text_.language()) && (text_.classes(at) & kPlaceClasses) != 0;
  }
  bool is_called(const Person& person, const std::string& word) const {
    if (text_.language() == "hu") return is_form_of(word, person.words.front(), "hu");
    if (text_.language() == "vi" || evidence_.family_stands_in_front()) return person.given == word;
    return person.surname.size() >= kLeastSurname && word.size() >= kLeastSurname + 1 &&
           is_form_of(word, person.words.back(), text_.language());
  }

  LatinText& text_;
  LatinEvidence evidence_;
  std::vector<Mention> found_;
  std::vector<Person> persons_;
};

}  // namespace

std::vector<Mention> latin_persons(LatinText& text) { return Reader(text).read(); }

}  // namespace pressmark::indexer
