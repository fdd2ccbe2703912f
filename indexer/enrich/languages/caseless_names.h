#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/enrich/languages/name_table.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// What tells persons and bodies in a language whose letters have no capitals.
///
/// Letters of the table: g given name, w one that is also a word; c first word of a given name of
/// two and d its second, e what may follow any given name ("نصر الله"); p particle of a surname; s
/// surname; t title in front of a person; v what is no surname, z a verb that makes the word in
/// front of it none either; n in front of a name, what bears
/// it; b body.
struct CaselessRules {
  const NameTable* table = nullptr;  // of plain spellings
  /// Particles that are written as one word with what follows, long ones first.
  std::span<const std::string_view> prefixes;
  /// What a prefix has in place of the beginning of the word it is written with: "لل" for "ال".
  std::span<const std::pair<std::string_view, std::string_view>> merged;
  /// With which no surname begins unless the table has it.
  std::span<const std::string_view> no_surname;
  /// With which one begins only where a title stands in front or a verb behind, or the table has
  /// it.
  std::span<const std::string_view> rare_surname;
  /// Ends of surnames alone: "زاده".
  std::span<const std::string_view> surname_ends;
  /// Behind a name, a word that begins so is not part of it.
  std::span<const std::string_view> behind_name;
};

/// Persons and bodies of a text.
///
/// A person is a given name of the table and a surname: one of the table, or any word behind which
/// the name certainly ends or in front of which a title stands; or a surname alone that somebody in
/// the article has, see NameBearers. No surname is a country, be it behind a particle. A body is
/// one of the table.
/// @param text  UTF-8
/// @return      by offset, not overlapping; linear in the text's length
std::vector<Mention> caseless_names(std::string_view text, const CaselessRules& rules);

}  // namespace pressmark::indexer
