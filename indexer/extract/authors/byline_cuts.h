#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/authors/person_name.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

// What stands behind a name in a byline, or before it, taken off the words of a piece.

/// "Jane Doe in Kyiv": takes away a place with the word before it.
void cut_place(std::vector<NameWord>& words, std::string_view language);

/// "Jane Doe The Associated Press": a known outlet behind the two words of a name at least.
void cut_outlet(std::vector<NameWord>& words);

/// "Jane Doe ME" and "Jane Doe Echo Staff Writer" of The Moor Echo: what names the outlet behind
/// the two words of a name. A part of the outlet's name is a surname as often, but before a role.
void cut_own_outlet(std::vector<NameWord>& words, const Outlet& outlet);

/// Whether a name has two words in capitals at least: one may be initials, or a name as its owner
/// writes it.
bool is_loud(std::string_view name);

/// Whether a name has a word that is no initial and ends in a small letter.
bool is_quiet(std::string_view name);

/// "JANE DOE Moor Press": what is written otherwise than the two words in capitals before it is an
/// agency or a place.
void cut_behind_capitals(std::vector<NameWord>& words);

/// Roles at the end of a name that has words enough without them ("Jane Doe Staff Writer"), or
/// before it.
void cut_roles(std::vector<NameWord>& words);

}  // namespace pressmark::indexer
