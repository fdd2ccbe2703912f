#pragma once

#include <string_view>
#include <vector>

#include "indexer/enrich/gazetteer/gazetteer.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Makes places of what was taken for persons: a name of several words that the gazetteer has for a
/// place and that stands behind "in" or "near" somewhere in the text ("in Khan Younis"), wherever
/// it is named. A name of one word is left alone: "in Jordan" is no sign that "Jordan" is no
/// person; so is one that begins with a given name, and in other languages than English one that is
/// not their own: people are trusted in, too.
///
/// In Chinese and Japanese, drops persons that are a part of a place's name ("特拉斯" in
/// "斯特拉斯堡").
///
/// @param text      UTF-8, what the mentions point into
/// @param language  ISO 639-1 of the text
void name_known_places(std::string_view text, std::string_view language, const Gazetteer& gazetteer,
                       std::vector<Mention>& mentions);

/// Whether a name is as a whole what English calls a country, region or town; not "Scottish".
bool is_place_name(std::string_view name);

}  // namespace pressmark::indexer
