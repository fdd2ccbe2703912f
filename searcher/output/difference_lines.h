#pragma once

#include <string>
#include <vector>

#include "searcher/model/difference.h"
#include "searcher/output/style.h"

namespace pressmark::searcher {

/// A difference for people: a line that says which versions and how much, the headline if it
/// changed, and the paragraphs that did; the others are counted. What was taken out stands in
/// [-...-], what was put in in {+...+}, in red and green where there are colours. Sanitised.
std::vector<std::string> difference_lines(const VersionDifference& difference, const Style& style);

}  // namespace pressmark::searcher
