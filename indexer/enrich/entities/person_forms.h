#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The words of a full name without what stands behind its surname: "Jr", "III", the Portuguese
/// "Filho". "II" is a king's or a pope's.
std::span<const std::string> without_suffix(std::span<const std::string> words);

/// Whether a full name can be meant by a shorter one, both as the words of their keys: "Moe" or "I.
/// Moe" or "bin Salman", and a queen's without her number.
bool may_mean(const std::vector<std::string>& shorter, const std::vector<std::string>& full);

/// The last words, as keys, of the persons that an article names with several: where "Ines Penn"
/// is named, Penn is no state.
///
/// @param names     of the headline
/// @param mentions  of persons and others in `text`
std::set<std::string> surnames_of(std::span<const std::string> names, std::string_view text,
                                  std::span<const Mention> mentions);

/// The title in front of those who have one name: "King" where `before` ends in "King ". Empty for
/// none, and behind a name: "Don King ".
std::string_view crown_before(std::string_view before);

/// "King Olav", who may be any of that name.
bool is_crown_without_number(std::string_view name);

/// "King Olav V"
bool ends_in_number(std::string_view name);

/// Whether a person goes by one name, with a number or without, as the words of its key: "Olav",
/// "Olav V".
bool is_one_name(const std::vector<std::string>& words);

/// Whether a name is one word that the list of given names has.
bool is_given_name(std::string_view name);

}  // namespace pressmark::indexer
