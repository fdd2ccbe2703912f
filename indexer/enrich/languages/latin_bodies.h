#pragma once

#include <vector>

#include "indexer/enrich/languages/latin_text.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The bodies that a text names, by a list, by the words that begin and end such names, and by
/// initials; their tokens are taken.
std::vector<Mention> latin_bodies(LatinText& text);

}  // namespace pressmark::indexer
