#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// An article as a script holds it for the program that would draw the page.
struct ScriptStory {
  std::string html;                  // its paragraphs, as a page would have them
  std::string published;             // what the object with the headline says of its day
  std::vector<std::string> authors;  // and of its authors, each as it stands
};

/// Stories that scripts hold as JSON, the longest first, a few: one long string, with or without
/// tags, or a list of paragraphs, each a string or an object with a text, as editors write them;
/// in an object that states the title. What stands under names such as "related", "comments",
/// "consent" is passed over.
///
/// Every step is bounded: hostile JSON costs time in line with its size.
///
/// @param scripts  bodies of scripts of any kind, valid UTF-8
/// @param title    the page's headline
std::vector<ScriptStory> stories_in_scripts(const std::vector<std::string_view>& scripts,
                                            std::string_view title);

}  // namespace pressmark::indexer
