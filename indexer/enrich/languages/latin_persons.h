#pragma once

#include <vector>

#include "indexer/enrich/languages/latin_text.h"
#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// The persons that a text names where no token is taken: by given names, offices in front, family
/// names that show their language, and surnames of those whom it names in full.
std::vector<Mention> latin_persons(LatinText& text);

}  // namespace pressmark::indexer
