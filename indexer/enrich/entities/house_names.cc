#include "indexer/enrich/entities/house_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/country.h"
#include "common/text.h"
#include "indexer/enrich/entities/american_states.h"
#include "indexer/enrich/entities/name_form.h"
#include "indexer/enrich/entities/person_forms.h"
#include "indexer/enrich/gazetteer/gazetteer.h"
#include "indexer/enrich/words/word_scanner.h"

namespace pressmark::embedded {
std::string_view known_names();
}

namespace pressmark::indexer {
namespace {

/// Endings that a single word may stand before; others are words as well ("Sun Co").
constexpr auto kPlainEndings =
    std::to_array<std::string_view>({"corp", "gmbh", "inc", "llc", "ltd"});

/// Spelled out they are part of many names ("Federal Deposit Insurance Corporation"), and as
/// initials they mean other things ("Texas AG", "Bank of SA"): they stay unless the table knows the
/// rest.
constexpr auto kUnsureEndings = std::to_array<std::string_view>(
    {"ab", "ag", "corporation", "incorporated", "limited", "sa", "se"});

std::string last_word(std::string_view name) {
  std::string word = to_lower_ascii(name.substr(name.rfind(' ') + 1));
  std::erase(word, '.');
  return word;
}

bool goes_on(std::string_view name) { return name.ends_with(" of") || name.ends_with(" for"); }

/// Without one ending, and the "&" before it; the same when what is left is half a name.
std::string_view without_joiner(std::string_view name) {
  std::string_view shorter = without_legal_ending(name);
  for (const std::string_view joiner : {" &", " and", " und", " et"}) {
    if (shorter.ends_with(joiner)) shorter.remove_suffix(joiner.size());
  }
  return goes_on(shorter) ? name : shorter;
}

/// The same when it keeps its ending.
std::string_view without_one(std::string_view name) {
  const std::string_view shorter = without_joiner(name);
  const std::string ending = last_word(name);
  const bool one_word = shorter.find(' ') == std::string_view::npos;
  return one_word && std::ranges::count(kPlainEndings, ending) == 0 ? name : shorter;
}

/// Initials of one language's bodies are those of others elsewhere.
bool is_short(std::string_view name) {
  return name.size() <= 5 &&
         std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Whether a whole name is one of the gazetteer's: "Kansas City".
bool is_known_place(std::string_view name) {
  static const Gazetteer kGazetteer;
  const std::vector<Word> words = scan_words(name);
  if (words.empty()) return false;
  const auto match = kGazetteer.find(name, words, 0, "en");
  return match && match->words == words.size();
}

/// Whether an ending that says other things as well is a firm's: "Volkswagen AG" and "Halden Foods
/// AG", but "New York AG" is who prosecutes there.
bool is_firms_ending(std::string_view shorter, std::string_view ending, const EntityDesk& known) {
  constexpr auto kBefore = std::to_array<std::string_view>(
      {"acting", "city", "county", "deputy", "federal", "new", "parish", "state", "us"});
  if (known.rule_for(EntityType::Organization, shorter) != nullptr) return true;
  if (is_short(shorter)) return false;  // those of another body
  if (!known.names_of(EntityType::Organization, shorter).empty()) return true;
  return ending == "ag" && shorter.find(' ') != std::string_view::npos &&
         std::ranges::count(kBefore, last_word(shorter)) == 0 && !is_american_state(shorter) &&
         !find_country(shorter) && !is_known_place(shorter);
}

/// "Halden Foods" of "Halden Foods Co., Ltd."
std::string_view plain_name(std::string_view name, const EntityDesk& known) {
  while (true) {
    const std::string ending = last_word(name);
    const bool unsure = std::ranges::count(kUnsureEndings, ending) > 0;
    const std::string_view shorter = ending == "ag" ? without_joiner(name) : without_one(name);
    if (shorter.size() == name.size()) return name;
    if (unsure && !is_firms_ending(shorter, ending, known)) return name;
    name = shorter;
  }
}

/// "Co Inc." says no name.
bool is_ending_alone(std::string_view name) {
  return std::ranges::all_of(split(name, ' '), [](std::string_view word) {
    return word.empty() || without_legal_ending("x " + std::string(word)) == "x" || word == "&" ||
           word == "<" || equals_ascii_nocase(word, "sons");
  });
}

const EntityDesk& known_names() {
  static const EntityDesk desk = EntityDesk::from_text(embedded::known_names(), "known names");
  return desk;
}

void rename(Entity& entity, std::string name) {
  if (entity.name != name) entity.variants.push_back(std::exchange(entity.name, std::move(name)));
}

/// The table's King Olav V need not be the King Olav of an article, nor its ship.
bool is_guess(const Entity& entity, const EntityDesk::Rule& rule) {
  return entity.type == EntityType::Person && is_crown_without_number(entity.name) &&
         ends_in_number(rule.canonical);
}

/// False when it is no entity.
bool settle(Entity& entity, const std::vector<std::string>& places, bool english) {
  if (!english && entity.type == EntityType::Organization && is_short(entity.name)) return true;
  if (!english && entity.type == EntityType::Place) return true;  // it has its own names for them
  const EntityDesk& known = known_names();
  const EntityDesk::Rule* rule = known.rule_for(entity.type, entity.name);
  if (rule == nullptr && entity.type == EntityType::Organization) {
    if (is_ending_alone(entity.name)) return false;
    std::string plain(plain_name(entity.name, known));
    if (std::ranges::binary_search(places, plain)) return true;
    rename(entity, std::move(plain));
    rule = known.rule_for(entity.type, entity.name);
  }
  if (rule != nullptr && rule->stop) return false;
  if (rule != nullptr && is_guess(entity, *rule)) return true;
  if (rule != nullptr && !rule->canonical.empty()) rename(entity, rule->canonical);
  for (std::string& name : known.names_of(entity.type, entity.name))
    entity.variants.push_back(std::move(name));
  return true;
}

}  // namespace

bool is_house_name(EntityType type, std::string_view name) {
  const EntityDesk& known = known_names();
  return known.rule_for(type, name) != nullptr || !known.names_of(type, name).empty();
}

std::vector<Entity> with_house_names(std::vector<Entity> entities, const EntityDesk& own,
                                     std::string_view language) {
  const bool english = language.empty() || language == "en";
  std::vector<std::string> places;
  for (const Entity& entity : entities) {
    if (entity.type == EntityType::Place) places.push_back(entity.name);
  }
  std::ranges::sort(places);
  std::erase_if(entities, [&](Entity& entity) {
    return own.rule_for(entity.type, entity.name) == nullptr && !settle(entity, places, english);
  });
  return put_together(std::move(entities));
}

}  // namespace pressmark::indexer
