#pragma once

#include <string_view>

namespace pressmark::indexer {

/// Whether `ending` is what a language puts behind the name of a place: a case, a person from
/// there, an adjective; in Korean also a head noun, "일본대사관". For names so short that other
/// words begin with their letters: "Malik" is no form of "Mali", "Малию" is.
///
/// @param ending    folded by fold_accents(); an empty one is none
/// @param language  ISO 639-1; of one without a list any two letters are an ending
bool is_name_ending(std::string_view ending, std::string_view language);

}  // namespace pressmark::indexer
