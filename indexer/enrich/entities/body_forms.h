#pragma once

#include "indexer/enrich/entities/forms.h"

namespace pressmark::indexer {

/// Puts the forms of a body together that differ in their length: with a firm's ending and without,
/// "Alpin" and "Alpin Bank", "Herons" and "Narvik Herons". Marks as nameless what says what a body
/// is and not which one.
void join_bodies(Forms& forms);

}  // namespace pressmark::indexer
