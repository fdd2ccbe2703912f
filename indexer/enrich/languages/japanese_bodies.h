#pragma once

#include <cstddef>

#include "indexer/enrich/languages/name_letters.h"
#include "indexer/enrich/languages/name_table.h"

namespace pressmark::indexer {

/// Names of persons and bodies in Japanese texts; data/names_japanese.tsv says what its letters
/// mean.
const NameTable& japanese_table();

/// Whether the character is hiragana.
bool is_hiragana(char32_t c);

/// Adds the body that begins at a place: one of the list, "京都大学", "東京地裁", "株式会社…". The
/// place behind it; the place itself where there is none.
std::size_t add_japanese_body(NameLetters& letters, std::size_t at);

}  // namespace pressmark::indexer
