#include "indexer/enrich/entities/entity_resolver.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/text.h"
#include "indexer/enrich/entities/american_states.h"
#include "indexer/enrich/entities/body_forms.h"
#include "indexer/enrich/entities/forms.h"
#include "indexer/enrich/entities/genitive.h"
#include "indexer/enrich/entities/house_names.h"
#include "indexer/enrich/entities/known_places.h"
#include "indexer/enrich/entities/name_form.h"
#include "indexer/enrich/entities/newswire_marks.h"
#include "indexer/enrich/entities/person_forms.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxNames =
    2000;  // different names of one article; what is beyond is left out

/// Spellings of countries that news text uses side by side.
constexpr auto kPlaceAliases = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"america", "United States"},
    {"uae", "United Arab Emirates"},
    {"uk", "United Kingdom"},
    {"united states of america", "United States"},
    {"us", "United States"},
    {"usa", "United States"},
});

class Resolver {
 public:
  Resolver(std::span<const std::string> title_persons, std::string_view text,
           std::span<const Mention> mentions)
      : title_persons_(title_persons), text_(text), mentions_(mentions) {}

  std::vector<Entity> resolve() {
    collect();
    keep_genitives();
    settle_types();
    join_persons();
    join_acronyms();
    join_bodies(forms_);
    return entities();
  }

 private:
  /// Persons named in full, as numbers of forms, by each word of their names.
  using FullNames = std::unordered_map<std::string, std::vector<std::size_t>>;

  void collect();
  std::string form_at(std::size_t begin, std::size_t end, EntityType type) const;
  void name_card(Form& form, std::string_view state, std::size_t begin) const;
  std::optional<std::size_t> count_form(std::string form, EntityType type);
  void keep_genitives();
  void settle_types();
  void join_first_surnames(const FullNames& by_word);
  void join_persons();
  void join_acronyms();
  std::vector<Entity> entities() const;

  std::string acronym_behind(std::size_t end) const;

  std::span<const std::string> title_persons_;
  std::string_view text_;
  std::span<const Mention> mentions_;
  Forms forms_;
  std::map<std::pair<EntityType, std::string>, std::size_t> known_;  // forms_ by type and text
  std::vector<std::pair<std::size_t, std::size_t>>
      placed_;  // form and end of each mention kept, in order
};

void Resolver::collect() {
  for (const std::string& name : title_persons_)
    count_form(name_form(name, EntityType::Person), EntityType::Person);
  const std::set<std::string> surnames = surnames_of(title_persons_, text_, mentions_);
  for (const Mention& mention : mentions_) {
    if (mention.begin >= mention.end || mention.end > text_.size() || mention.part) continue;
    const std::size_t begin = mention.begin - std::min(mention.lead, mention.begin);
    const std::size_t end =
        whole_end(text_, begin, std::min(mention.end + mention.tail, text_.size()));
    if (is_party_tag(text_.substr(begin, end - begin)) || is_stock_code(text_, begin, end) ||
        (mention.type == EntityType::Organization && is_dateline_agency(text_, begin, end)))
      continue;
    std::string_view state = state_behind_town(text_, begin, end);
    if (!state.empty() && surnames.contains(form_key(text_.substr(begin, end - begin)))) state = {};
    const EntityType type = state.empty() ? mention.type : EntityType::Place;
    const auto form = count_form(
        mention.name.empty() ? form_at(begin, end, type) : plain_apostrophes(mention.name), type);
    if (!form) continue;
    name_card(forms_[*form], state, begin);
    const Genitive genitive = genitive_behind(text_, end);
    if (!genitive.ending.empty()) ++forms_[*form].genitives;
    forms_[*form].of_name = forms_[*form].of_name || genitive.of_name;
    placed_.emplace_back(*form, end);
  }
}

std::string Resolver::form_at(std::size_t begin, std::size_t end, EntityType type) const {
  std::string form = name_form(text_.substr(begin, end - begin), type);
  if (!form.empty() && type == EntityType::Place && is_dateline_town(text_, begin, end))
    form.replace(1, form.npos, to_lower_ascii(form.substr(1)));
  return form;
}

void Resolver::name_card(Form& form, std::string_view state, std::size_t begin) const {
  if (!state.empty()) form.card = state;
  if (form.type != EntityType::Person || !is_one_name(form.words) || !form.card.empty()) return;
  const std::string_view crown = crown_before(text_.substr(0, begin));
  if (!crown.empty()) form.card.append(crown) += ' ' + form.text;
}

/// Counts one more mention; nothing when it is none, or one too many.
std::optional<std::size_t> Resolver::count_form(std::string form, EntityType type) {
  if (form.empty() || form.size() > kMaxFormBytes) return std::nullopt;
  std::string key = form_key(form);
  if (type == EntityType::Place) {
    const auto* alias = std::ranges::find(kPlaceAliases, key,
                                          &std::pair<std::string_view, std::string_view>::first);
    if (alias != kPlaceAliases.end()) form = alias->second, key = form_key(form);
  }
  const auto [at, added] = known_.try_emplace({type, form}, forms_.size());
  if (added) {
    if (forms_.size() >= kMaxNames) {
      known_.erase(at);
      return std::nullopt;
    }
    std::vector<std::string> words = key_words(form);
    Form made;
    made.type = type;
    made.text = std::move(form);
    made.key = std::move(key);
    made.words = std::move(words);
    made.into = forms_.size();
    forms_.push_back(std::move(made));
  }
  ++forms_[at->second].count;
  ++forms_[at->second].group_count;
  return at->second;
}

/// A house that is named by a genitive, "Sotheby's said": the article has the name nowhere without
/// it, and once where it can be no possessive. No person is called so, nor is it one's surname; a
/// person's full name goes without, though "Ines Aalto's was the first".
void Resolver::keep_genitives() {
  struct Seen {
    std::uint32_t bare = 0;
    bool of_name = false;
  };
  std::unordered_map<std::string, Seen> seen;
  for (const Form& form : forms_) {
    Seen& all = seen[form.key];
    all.bare += form.count - form.genitives;
    all.of_name = all.of_name || form.of_name;
    if (form.type == EntityType::Person && form.words.size() > 1) ++seen[form.words.back()].bare;
  }
  for (Form& form : forms_) {
    const Seen& all = seen[form.key];
    const bool full_name = form.type == EntityType::Person && form.words.size() > 1;
    if (all.bare > 0 || !all.of_name || form.type == EntityType::Place || full_name) continue;
    form.type = EntityType::Organization;
    form.text += "'s";
    form.key += "'s";
    form.words = key_words(form.text);
  }
}

/// Spellings that differ in case, accents or full stops are one. A name that was taken for another
/// kind once, and for one kind at least three times as often, is of that kind; else the kinds stay
/// apart: "EU" the place, "EU" the body.
void Resolver::settle_types() {
  std::unordered_map<std::string, std::array<std::uint32_t, 3>> counts;
  for (const Form& form : forms_)
    counts[form.key][static_cast<std::size_t>(form.type)] += form.count;
  for (Form& form : forms_) {
    const auto& count = counts[form.key];
    const auto best = static_cast<std::size_t>(std::ranges::max_element(count) - count.begin());
    if (count[best] >= 3 * count[static_cast<std::size_t>(form.type)])
      form.type = static_cast<EntityType>(best);
  }
  std::map<std::pair<EntityType, std::string>, std::size_t> first;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const auto [at, added] = first.try_emplace({forms_[i].type, forms_[i].key}, i);
    if (added) continue;
    // The spelling used most stands for the others.
    if (forms_[i].count > forms_[at->second].count) {
      forms_.join(at->second, i);
      at->second = i;
    } else {
      forms_.join(i, at->second);
    }
  }
}

/// "Quispe" is the one "Luis Quispe Mamani" of the article, whom nobody calls Mamani: of two
/// surnames the first is the one that goes alone. Not what is a place or well known: "Stuart" of
/// "John Stuart Mill" may be the house; nor what is named more often than the whole name.
void Resolver::join_first_surnames(const FullNames& by_word) {
  std::unordered_set<std::string_view> alone, places;
  for (const Form& form : forms_) {
    if (form.type == EntityType::Place) places.insert(form.key);
    if (form.type == EntityType::Person && form.words.size() == 1) alone.insert(form.words.front());
  }
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const Form& form = forms_[i];
    if (form.type != EntityType::Person || form.words.size() != 1 || form.into != i) continue;
    const auto persons = by_word.find(form.words.front());
    if (persons == by_word.end() || persons->second.size() != 1) continue;
    const Form& whole = forms_[persons->second.front()];
    const std::vector<std::string>& words = whole.words;
    if (words.size() > 2 && words[words.size() - 2] == form.words.front() &&
        form.count <= whole.group_count && !alone.contains(words.back()) &&
        !is_given_name(form.text) && !places.contains(form.key) && !is_place_name(form.text) &&
        !is_house_name(EntityType::Person, form.text))
      forms_.join(i, persons->second.front());
  }
}

/// Shorter forms of persons belong to the longer name seen last before them, or else to the first
/// one after them. A last word counts for more than a first one: "Williams" after "Serena Williams"
/// and "William Hale" is the former.
void Resolver::join_persons() {
  std::vector<std::size_t> full;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    if (forms_[i].type == EntityType::Person && forms_[i].words.size() > 1) full.push_back(i);
  }
  FullNames by_word;
  for (const std::size_t i : full) {
    for (const std::string& word : forms_[i].words) {
      auto& list = by_word[word];
      if (list.size() < 50 && (list.empty() || list.back() != i)) list.push_back(i);
    }
  }
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    Form& form = forms_[i];
    if (form.type != EntityType::Person || form.words.empty() || form.into != i) continue;
    const auto candidates = by_word.find(form.words.back());
    if (candidates == by_word.end()) continue;
    std::size_t best = i;
    int best_rank = 0;
    for (const std::size_t other : candidates->second) {
      if (forms_.root(other) == i || forms_[other].words.size() < form.words.size() ||
          !may_mean(form.words, forms_[other].words)) {
        continue;
      }
      const std::string& surname = without_suffix(forms_[other].words).back();
      const bool last = form.words.back() == forms_[other].words.back();
      const int rank = last || form.words.back() == surname ? 2 : 1;
      const bool before = other < i;  // forms are numbered by their first mention
      if (rank > best_rank || (rank == best_rank && before)) best = other, best_rank = rank;
    }
    if (best_rank > 0) forms_.join(i, best);
  }
  join_first_surnames(by_word);
  // A surname alone that was taken for a place or a body is the person, when it is that nowhere
  // else.
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    Form& form = forms_[i];
    if (form.type == EntityType::Person || form.words.size() != 1 || form.count > 1) continue;
    const auto persons = by_word.find(form.words.front());
    if (persons == by_word.end() || persons->second.size() != 1) continue;
    const Form& person = forms_[persons->second.front()];
    if (without_suffix(person.words).back() == form.words.front() &&
        forms_[forms_.root(persons->second.front())].group_count > 1) {
      forms_.join(i, persons->second.front());
    }
  }
}

/// "EU" where the text goes on with " (EU)".
std::string Resolver::acronym_behind(std::size_t end) const {
  std::string_view rest = text_.substr(end);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (!rest.starts_with('(')) return {};
  rest.remove_prefix(1);
  const std::size_t close = rest.substr(0, 24).find(')');
  if (close == std::string_view::npos) return {};
  std::string_view inside = trim(rest.substr(0, close));
  while (!inside.empty() && (inside.front() == '"' || inside.front() == '\''))
    inside.remove_prefix(1);
  while (!inside.empty() && (inside.back() == '"' || inside.back() == '\''))
    inside.remove_suffix(1);
  const auto capitals = std::ranges::count_if(inside, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (inside.size() < 2 || inside.size() > 12 || capitals < 2 ||
      inside.find(' ') != std::string_view::npos)
    return {};
  return form_key(inside);
}

void Resolver::join_acronyms() {
  std::unordered_map<std::string, std::size_t> by_acronym;
  for (const auto& [form, end] : placed_) {
    if (forms_[form].type == EntityType::Person || forms_[form].words.size() < 2) continue;
    const std::string acronym = acronym_behind(end);
    if (!acronym.empty()) by_acronym.try_emplace(acronym, form);
  }
  for (std::size_t i = 0; i < forms_.size(); ++i) {  // initials that fit one name show it as well
    const std::string initials = to_lower_ascii(initials_of(forms_[i].text));
    if (forms_[i].type == EntityType::Organization && initials.size() >= 3)
      by_acronym.try_emplace(initials, i);
  }
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const Form& form = forms_[i];
    if (form.type == EntityType::Person || form.words.size() != 1) continue;
    const auto full = by_acronym.find(form.key);
    if (full == by_acronym.end() || forms_[full->second].words.size() < 2) continue;
    if (forms_[full->second].type == form.type) forms_.join(i, full->second);
  }
}

std::vector<Entity> Resolver::entities() const {
  std::vector<Entity> found;
  std::unordered_map<std::size_t, std::size_t> by_root;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const std::size_t top = forms_.root(i);
    if (forms_[top].nameless) continue;
    const auto [at, added] = by_root.try_emplace(top, found.size());
    const std::string& name = forms_[top].card.empty() ? forms_[top].text : forms_[top].card;
    if (added) found.push_back({forms_[top].type, name, 0, {}});
    Entity& entity = found[at->second];
    entity.count += forms_[i].count;
    if (forms_[i].text != entity.name && std::ranges::count(entity.variants, forms_[i].text) == 0) {
      entity.variants.push_back(forms_[i].text);
    }
  }
  for (Entity& entity : found) std::ranges::sort(entity.variants);
  std::ranges::sort(found, [](const Entity& a, const Entity& b) {
    if (a.type != b.type) return a.type < b.type;
    return a.count != b.count ? a.count > b.count : a.name < b.name;
  });
  return found;
}

}  // namespace

std::vector<Entity> resolve_entities(std::span<const std::string> title_persons,
                                     std::string_view text, std::span<const Mention> mentions) {
  return Resolver(title_persons, text, mentions).resolve();
}

}  // namespace pressmark::indexer
