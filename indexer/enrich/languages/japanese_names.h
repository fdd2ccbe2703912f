#pragma once

#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Persons and organisations named in Japanese.
///
/// A person is a family name of the list and a given name, in Han or kana, where a title or an age
/// stands behind; a foreigner in katakana with a title, or with a given name of the list; one of
/// the list; or the same elsewhere in the article. A family name alone is the only person of the
/// article who bears it. A body is one of the list, a university, court or police office by its
/// ending, or a 株式会社.
/// @param text  UTF-8
/// @return      by offset, not overlapping; linear in the text's length
std::vector<Mention> japanese_names(std::string_view text);

}  // namespace pressmark::indexer
