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

/// Endings that a single word may stand before: others are words as well, or initials of a country
/// ("Sun Co", "Cricket SA").
constexpr auto kPlainEndings =
    std::to_array<std::string_view>({"ag", "corp", "gmbh", "inc", "llc", "ltd", "plc"});
static_assert(std::ranges::is_sorted(kPlainEndings));

/// Spelled out, these are part of many names: "Federal Deposit Insurance Corporation".
constexpr auto kSpelledOut =
    std::to_array<std::string_view>({"corporation", "incorporated", "limited"});

std::string last_word(std::string_view name) {
  std::string word = to_lower_ascii(name.substr(name.rfind(' ') + 1));
  std::erase(word, '.');
  return word;
}

/// "Halden Foods" of "Halden Foods Co., Ltd."
std::string_view plain_name(std::string_view name) {
  for (std::string_view shorter = without_legal_ending(name); shorter.size() < name.size();
       shorter = without_legal_ending(name)) {
    const std::string ending = last_word(name);
    const bool one_word = shorter.find(' ') == std::string_view::npos;
    if (std::ranges::count(kSpelledOut, ending) > 0 ||
        (one_word && !std::ranges::binary_search(kPlainEndings, ending)))
      break;
    name = shorter;
  }
  return name;
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

/// False when it is no entity.
bool settle(Entity& entity, const std::vector<std::string>& places) {
  const EntityDesk& known = known_names();
  const EntityDesk::Rule* rule = known.rule_for(entity.type, entity.name);
  if (rule == nullptr && entity.type == EntityType::Organization) {
    if (is_ending_alone(entity.name)) return false;
    std::string plain(plain_name(entity.name));
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

std::vector<Entity> with_house_names(std::vector<Entity> entities, const EntityDesk& own) {
  std::vector<std::string> places;
  for (const Entity& entity : entities) {
    if (entity.type == EntityType::Place) places.push_back(entity.name);
  }
  std::ranges::sort(places);
  std::erase_if(entities, [&](Entity& entity) {
    return own.rule_for(entity.type, entity.name) == nullptr && !settle(entity, places);
  });
  return put_together(std::move(entities));
}

}  // namespace pressmark::indexer
