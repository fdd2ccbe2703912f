#include "indexer/enrich/entities/body_forms.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "common/text.h"
#include "indexer/enrich/entities/house_names.h"
#include "indexer/enrich/entities/known_places.h"
#include "indexer/enrich/entities/name_form.h"
#include "indexer/enrich/words/body_kinds.h"
#include "indexer/enrich/words/name_cues.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostOfAWord = 50;  // bodies of an article that begin with the same

bool stands_for_body(const Form& form, std::size_t number) {
  return form.type == EntityType::Organization && form.into == number;
}

/// "Halden Foods Inc." and "Halden Foods" are one, under the plain name.
void join_companies(Forms& forms) {
  std::unordered_map<std::string, std::size_t> plain;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].type == EntityType::Organization) plain.try_emplace(forms[i].key, i);
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].type != EntityType::Organization) continue;
    const std::string_view stem = without_legal_ending(forms[i].text);
    if (stem.size() == forms[i].text.size()) continue;
    const auto short_form = plain.find(form_key(stem));
    if (short_form != plain.end()) forms.join(i, short_form->second);
  }
}

/// Whether a body's words behind the first `length` say only what it is: "Bank" of "Alpin Bank of
/// Oslo", "Shipping Company".
bool says_kind_behind(const std::vector<std::string>& words, std::size_t length) {
  for (std::size_t i = length; i < words.size(); ++i) {
    if (i > length && words[i] == "of") return true;
    if (!is_body_kind(words[i])) return false;
  }
  return words.size() > length;
}

/// "Alpin" is the "Alpin Bank" that was named before, when no other body begins so. What is well
/// known or was named first may be another: "Barclays" and "Barclays Bank".
void join_beginnings(Forms& forms) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_first;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (!stands_for_body(forms[i], i) || forms[i].words.size() < 2) continue;
    auto& list = by_first[forms[i].words.front()];
    if (list.size() < kMostOfAWord) list.push_back(i);
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const Form& form = forms[i];
    if (!stands_for_body(form, i) || form.words.empty()) continue;
    const auto found = by_first.find(form.words.front());
    if (found == by_first.end()) continue;
    std::size_t longer = i;
    bool several = false;
    for (const std::size_t other : found->second) {
      const std::vector<std::string>& words = forms[other].words;
      if (words.size() <= form.words.size() ||
          !std::equal(form.words.begin(), form.words.end(), words.begin()))
        continue;
      several = several || (longer != i && forms.root(longer) != forms.root(other));
      longer = other;
    }
    if (longer < i && !several && says_kind_behind(forms[longer].words, form.words.size()) &&
        !is_house_name(EntityType::Organization, form.text))
      forms.join(i, longer);
  }
}

/// "Herons", a name in the plural. Parties and soldiers are of many places.
bool is_team(std::string_view word) {
  constexpr auto kOfManyPlaces =
      std::to_array<std::string_view>({"conservatives", "democrats", "greens", "liberals",
                                       "marines", "nationalists", "republicans", "socialists"});
  return std::ranges::count(kOfManyPlaces, word) == 0 && word.size() > 3 && word.ends_with('s') &&
         !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

/// "Rovers" and "Army" are the body named in full elsewhere, or else say nothing in an index.
/// "Senate" and the like are names where a country has one of them. "Herons" are the one team that
/// was named "Narvik Herons", by its place, before.
void join_endings(Forms& forms) {
  constexpr auto kOneOfAKind =
      std::to_array<std::string_view>({"assembly", "cabinet", "congress", "parliament", "senate"});
  struct Longer {
    std::size_t first = 0;
    std::size_t count = 0;
  };
  std::unordered_map<std::string_view, Longer> full;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const Form& form = forms[i];
    if (form.type != EntityType::Organization || form.words.size() < 2) continue;
    Longer& longer = full.try_emplace(form.words.back(), Longer{i, 0}).first->second;
    if (forms.root(i) == i) ++longer.count;
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Form& form = forms[i];
    if (!stands_for_body(form, i) || form.words.size() != 1) continue;
    const auto longer = full.find(form.key);
    if ((name_cues(form.key) & kCueOrgEnding) != 0) {
      if (longer != full.end()) {
        forms.join(i, longer->second.first);
      } else if (std::ranges::count(kOneOfAKind, form.key) == 0) {
        form.nameless = true;
      }
      continue;
    }
    if (longer == full.end() || longer->second.count > 1 || longer->second.first > i) continue;
    const std::string_view whole = forms[longer->second.first].text;
    const bool of_place = is_place_name(whole.substr(0, whole.rfind(' ')));
    if (is_team(form.key) && of_place && !is_house_name(EntityType::Organization, form.text))
      forms.join(i, longer->second.first);
  }
}

}  // namespace

void join_bodies(Forms& forms) {
  join_companies(forms);
  join_beginnings(forms);
  join_endings(forms);
}

}  // namespace pressmark::indexer
