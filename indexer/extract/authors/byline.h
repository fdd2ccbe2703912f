#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"

namespace pressmark::indexer {

/// Where a byline was read, which decides how much a name must look like one.
enum class BylineOrigin {
  Structured,  // a field for authors: also pen names of one word
  Visible,     // a line of the page: names of two words and more, unless the script has no capitals
};

/// The people that a byline names, in its order: without "By" (in some thirty languages), roles,
/// places, addresses and e-mail, without organisations and the outlet itself, each once. "JANE DOE"
/// becomes "Jane Doe"; initials, particles and "Jr." stay. Empty when it names nobody.
///
/// @param byline    one line of UTF-8; what lies behind 600 bytes is not read
/// @param language  of the article, as declared ("pt-BR"): of small words that are particles of
///                  names in one language and prepositions in another, and of capitals. May be
///                  empty
std::vector<std::string> author_names(std::string_view byline, BylineOrigin origin,
                                      const Outlet& outlet, std::string_view language = {});

/// Whether a line begins as bylines do ("By Jane Doe", "Von ...", "Texte : ...") or is nothing but
/// its first words.
bool begins_as_byline(std::string_view line);

/// The names of both lists, each once whatever its case and accents.
std::vector<std::string> joined_names(std::vector<std::string> names,
                                      const std::vector<std::string>& more);

}  // namespace pressmark::indexer
