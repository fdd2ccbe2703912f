#include "indexer/enrich/entities/entity_desk.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/core.h>

#include "common/country.h"
#include "common/error.h"
#include "common/text.h"
#include "indexer/enrich/entities/name_form.h"
#include "indexer/enrich/entities/user_table.h"

namespace pressmark::indexer {
namespace {

constexpr int kAnyType = 3;

std::optional<int> type_number(std::string_view type) {
  const std::string lower = to_lower_ascii(type);
  if (lower.empty() || lower == "*" || lower == "any") return kAnyType;
  if (lower == "person" || lower == "per") return static_cast<int>(EntityType::Person);
  if (lower == "org" || lower == "organization" || lower == "organisation") {
    return static_cast<int>(EntityType::Organization);
  }
  if (lower == "place" || lower == "loc") return static_cast<int>(EntityType::Place);
  return std::nullopt;
}

bool in_order(const Entity& a, const Entity& b) {
  if (a.type != b.type) return a.type < b.type;
  return a.count != b.count ? a.count > b.count : a.name < b.name;
}

}  // namespace

EntityDesk EntityDesk::from_file(const std::string& path) {
  return from_text(read_user_table(path, "names"), path);
}

EntityDesk EntityDesk::from_text(std::string_view text, const std::string& path) {
  EntityDesk desk;
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim(line).empty() || line.front() == '#') continue;
    auto columns = split(line, '\t');
    const std::size_t given = columns.size();
    if (number == 1 && equals_ascii_nocase(trim(columns[0]), "name")) continue;
    columns.resize(std::max<std::size_t>(columns.size(), 5));
    const auto wrong = [&](std::string_view what) {
      return Error(ExitCode::Usage, fmt::format("{}:{}: {}", path, number, what));
    };
    const std::string name = form_key(trim(columns[0]));
    const auto type = type_number(trim(columns[1]));
    if (name.empty()) throw wrong("no name in the first column");
    if (given < 2) throw wrong("one cell alone says nothing; cells are separated by tabs");
    if (!type) throw wrong("the type is none of: PER, ORG, LOC");
    Rule rule;
    rule.canonical = collapse_space(columns[2]);
    if (const std::string_view country = trim(columns[3]); !country.empty()) {
      const auto code = find_country(country);
      if (!code) throw wrong("the country is not known");
      rule.country = *code;
    }
    const std::string stop = to_lower_ascii(trim(columns[4]));
    if (!stop.empty() && stop != "stop" && stop != "1" && stop != "yes" && stop != "0" &&
        stop != "no") {
      throw wrong("the last column is none of: stop, yes, no");
    }
    rule.stop = stop == "stop" || stop == "1" || stop == "yes";
    if (!rule.canonical.empty()) desk.names_.insert({{*type, rule.canonical}, name});
    desk.rules_[{*type, name}] = std::move(rule);
  }
  return desk;
}

const EntityDesk::Rule* EntityDesk::rule_for(EntityType type, std::string_view name) const {
  if (rules_.empty()) return nullptr;
  const std::string key = form_key(name);
  for (const int number : {static_cast<int>(type), kAnyType}) {
    const auto found = rules_.find({number, key});
    if (found != rules_.end()) return &found->second;
  }
  return nullptr;
}

std::vector<std::string> EntityDesk::names_of(EntityType type, std::string_view canonical) const {
  std::vector<std::string> names;
  for (const int number : {static_cast<int>(type), kAnyType}) {
    const auto [begin, end] = names_.equal_range({number, std::string(canonical)});
    for (auto name = begin; name != end; ++name) names.push_back(name->second);
  }
  std::ranges::sort(names);
  return names;
}

std::vector<Entity> EntityDesk::apply(std::vector<Entity> entities) const {
  if (rules_.empty()) return entities;
  std::vector<Entity> kept;
  for (Entity& entity : entities) {
    if (const Rule* rule = rule_for(entity.type, entity.name)) {
      if (rule->stop) continue;
      if (!rule->canonical.empty() && rule->canonical != entity.name) {
        entity.variants.push_back(std::exchange(entity.name, rule->canonical));
      }
    }
    kept.push_back(std::move(entity));
  }
  return put_together(std::move(kept));
}

std::vector<std::string> EntityDesk::countries_of(std::span<const Entity> entities) const {
  std::vector<std::string> codes;
  for (const Entity& entity : entities) {
    const Rule* rule = rule_for(entity.type, entity.name);
    if (rule != nullptr && !rule->country.empty() &&
        std::ranges::count(codes, rule->country) == 0) {
      codes.push_back(rule->country);
    }
  }
  return codes;
}

std::vector<Entity> put_together(std::vector<Entity> entities) {
  std::vector<Entity> kept;
  std::map<std::pair<EntityType, std::string>, std::size_t> known;
  for (Entity& entity : entities) {
    const auto [at, fresh] = known.try_emplace({entity.type, entity.name}, kept.size());
    if (fresh) {
      kept.push_back(std::move(entity));
      continue;
    }
    Entity& same = kept[at->second];
    same.count += entity.count;
    same.variants.insert(same.variants.end(), entity.variants.begin(), entity.variants.end());
  }
  for (Entity& entity : kept) {
    std::ranges::sort(entity.variants);
    entity.variants.erase(std::unique(entity.variants.begin(), entity.variants.end()),
                          entity.variants.end());
  }
  std::ranges::sort(kept, in_order);
  return kept;
}

}  // namespace pressmark::indexer
