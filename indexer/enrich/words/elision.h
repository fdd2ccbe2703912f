#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/enrich/words/tagger_tokenizer.h"
#include "indexer/enrich/words/word_scanner.h"

namespace pressmark::indexer {

/// Bytes of the article or preposition, with its apostrophe, that a language writes as one word
/// with a capitalised name: 2 for "l'Ukraine" in French, 5 for "dell'Iran" in Italian, 0 where
/// there is none.
///
/// @param word      UTF-8; the apostrophe straight or curly
/// @param language  ISO 639-1
std::size_t elided_article(std::string_view word, std::string_view language);

/// Parts the tokens "l'" and "Ukraine". Left as they are: "d'Estaing" and "Dell'Utri", which may be
/// a person's name.
void part_articles(std::string_view text, std::string_view language, std::vector<Token>& tokens);

/// Parts the tokens "Ankara" and "'dan": in Turkish a name's endings stand behind an apostrophe.
/// Other languages' tokens stay whole.
void part_endings(std::string_view text, std::string_view language, std::vector<Token>& tokens);

/// Ends the words "Ankara'dan" and "ABD'nin" before the apostrophe: in Turkish and Azerbaijani it
/// ends the name. Other languages' words stay whole.
void cut_endings(std::string_view text, std::string_view language, std::vector<Word>& words);

}  // namespace pressmark::indexer
