#pragma once

#include <string_view>

#include "indexer/extract/dates/date_token.h"

namespace pressmark::indexer {

/// Small words and endings between a day and its month: "3rd of May", "3 de mayo", "3:e maj",
/// "3-го мая", "3 ta' Mejju". A verb is none: "7 die in May 2024".
bool is_date_filler(const DateToken& word);

/// A word for "year" behind its number, of more than four letters: "2024 жылғы 3 мамыр".
bool is_year_word(const DateToken& word);

/// Whether a language writes "24.05.03" for the third of May.
bool is_year_first(std::string_view language);

/// Whether a language writes "03-05-24" for it.
bool is_dutch(std::string_view language);

/// Whether a language writes "3/5-2024" and "3/5 2024".
bool is_nordic(std::string_view language);

}  // namespace pressmark::indexer
