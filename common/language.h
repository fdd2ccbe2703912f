#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

/// The language meant by an ISO 639 code of two or three letters (any case; what follows a '-' or
/// '_' is ignored, as in "pt-BR") or by its name in any of some seventy languages.
///
/// @return  ISO 639-1 code in lower case, a view to static storage; nothing when no such language
/// is known
std::optional<std::string_view> find_language(std::string_view name);

/// Name for people: "German" for ("de", "en"). The code itself when it has no name.
std::string language_name(std::string_view code, std::string_view locale = "en");

/// Names, in English, of the languages whose spelling is nearest to a name that find_language does
/// not know.
std::vector<std::string> suggest_languages(std::string_view name, std::size_t limit = 3);

}  // namespace pressmark
