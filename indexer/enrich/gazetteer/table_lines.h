#pragma once

// How the tables of place names in data/ are read.
#include <string_view>

#include "common/text.h"
#include "indexer/enrich/gazetteer/gazetteer_table.h"

namespace pressmark::indexer {

/// The kind that a table names; None for those that evoke nothing.
inline PlaceKind kind_of(std::string_view name) {
  if (name == "country" || name == "form") return PlaceKind::Country;
  if (name == "demonym") return PlaceKind::Demonym;
  if (name == "city" || name == "town") return PlaceKind::City;
  if (name == "region") return PlaceKind::Region;
  if (name == "seat") return PlaceKind::Seat;
  if (name == "org") return PlaceKind::Body;
  if (name == "water") return PlaceKind::Water;
  if (name == "money") return PlaceKind::Money;
  if (name == "trace") return PlaceKind::Trace;
  if (name == "leader" || name == "surname") return PlaceKind::Leader;
  return PlaceKind::None;
}

/// Calls visit with the cells of each line that is no comment.
template <typename Visit>
void for_each_line(std::string_view table, Visit visit) {
  for (const std::string_view line : split(table, '\n')) {
    if (!line.empty() && line.front() != '#') visit(split(line, '\t'));
  }
}

}  // namespace pressmark::indexer
