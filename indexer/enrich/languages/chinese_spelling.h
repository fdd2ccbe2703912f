#pragma once

namespace pressmark::indexer {

/// Whether Chinese, simplified or traditional, spells foreign names with the character: one of some
/// four hundred that are chosen for their sound.
bool spells_foreign_names(char32_t c);

/// Whether the character stands in given names of Chinese persons at all: "的", "说" and digits
/// never do.
bool may_be_given(char32_t c);

/// Whether the character may be the last of a given name of two: "和" and "将" rather begin what
/// follows.
bool may_end_given(char32_t c);

}  // namespace pressmark::indexer
