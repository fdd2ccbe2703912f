#include "indexer/enrich/house_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/text.h"
#include "indexer/enrich/name_form.h"

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

/// Without one ending, and the "&" before it; the same when it keeps it.
std::string_view without_one(std::string_view name) {
  std::string_view shorter = without_legal_ending(name);
  for (const std::string_view joiner : {" &", " and"}) {
    if (shorter.ends_with(joiner)) shorter.remove_suffix(joiner.size());
  }
  const std::string ending = last_word(name);
  const bool one_word = shorter.find(' ') == std::string_view::npos;
  const bool kept = (one_word && std::ranges::count(kPlainEndings, ending) == 0) ||
                    shorter.ends_with(" of") || shorter.ends_with(" for");
  return kept ? name : shorter;
}

/// "Halden Foods" of "Halden Foods Co., Ltd."
std::string_view plain_name(std::string_view name, const EntityDesk& known) {
  while (true) {
    const std::string_view shorter = without_one(name);
    if (shorter.size() == name.size()) return name;
    if (std::ranges::count(kUnsureEndings, last_word(name)) > 0 &&
        known.rule_for(EntityType::Organization, shorter) == nullptr)
      return name;
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

/// Initials of one language's bodies are those of others elsewhere.
bool is_short(std::string_view name) {
  return name.size() <= 5 &&
         std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// False when it is no entity.
bool settle(Entity& entity, const std::vector<std::string>& places, bool english) {
  if (!english && entity.type == EntityType::Organization && is_short(entity.name)) return true;
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
  if (rule != nullptr && !rule->canonical.empty()) rename(entity, rule->canonical);
  for (std::string& name : known.names_of(entity.type, entity.name))
    entity.variants.push_back(std::move(name));
  return true;
}

}  // namespace

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
