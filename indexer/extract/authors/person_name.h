#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

enum class LetterCase { Upper, Lower, None };

/// A word of a byline, and what its letters say.
struct NameWord {
  std::string_view text;  // points into the byline
  LetterCase first = LetterCase::None;
  std::size_t letters = 0;
  bool all_upper = true;  // every letter is a capital
  bool digits = false;
  bool odd = false;  // holds what no name holds
};

NameWord read_word(std::string_view text);
/// Those between blanks.
std::vector<NameWord> words_of(std::string_view text);
std::string joined_words(const std::vector<NameWord>& words);

/// "Jr.", "III": part of a name, and no name.
bool is_generation(std::string_view word);
/// A degree or an order behind a name: "PhD", "Esq."; also generations.
bool is_suffix(std::string_view word);
/// Degrees off the end of a name that has two words without them.
void cut_degrees(std::vector<NameWord>& words);

/// The name as a person writes it: "CONOR O'BRIEN" becomes "Conor O'Brien", "ALİ YILMAZ" "Ali
/// Yılmaz"; what is not all in capitals, initials and generations stay. Without dots and commas at
/// its end.
///
/// @param language  as declared ("tr"); it decides what "I" is in small letters. May be empty
std::string written_name(const std::vector<NameWord>& words, std::string_view language);

}  // namespace pressmark::indexer
