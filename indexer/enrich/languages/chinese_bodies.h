#pragma once

#include <cstddef>

#include "indexer/enrich/languages/name_letters.h"
#include "indexer/enrich/languages/name_table.h"
#include "indexer/enrich/words/word_breaks.h"

namespace pressmark::indexer {

/// Names of persons and bodies in Chinese texts; data/names_chinese.tsv says what its letters mean.
const NameTable& chinese_table();

/// Adds the body of the list that begins at a place: "联合国", or "外交部" with the country in
/// front of it. The place behind it; the place itself where there is none.
std::size_t add_chinese_body(NameLetters& letters, WordBreaks& breaks, std::size_t at);

/// Adds the paper whose name in 《》 begins at a place, or the firm whose legal form does. The
/// place behind it, or the place itself.
std::size_t add_paper_or_firm(NameLetters& letters, std::size_t at);

}  // namespace pressmark::indexer
