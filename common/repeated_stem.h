#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

namespace pressmark {

/// The stem of a Finnish word that all its forms have: Snowball's stem of "Nokian" is "nokia", that
/// of "Nokia" is "nok".
std::string finnish_stem(const Xapian::Stem& snowball, std::string_view word);

/// The stem of a Turkish word that all its forms have. Snowball goes by the harmony of vowels, and
/// words come here without the marks that carry it: they are guessed, for all forms of a word
/// alike.
///
/// @param folded  by fold_accents(): "kadinlarin"
std::string turkish_stem(const Xapian::Stem& snowball, std::string_view folded);

}  // namespace pressmark
