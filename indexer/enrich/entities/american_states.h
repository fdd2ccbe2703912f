#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::indexer {

/// The state of the USA that stands short behind a town: "California" for "Calif" in "Fresno,
/// Calif.". Empty when the bytes from `begin` to `end` are no such abbreviation, or do not stand as
/// one: behind a town and a comma, and with a point. The point of three letters or fewer may be
/// that of the sentence, so it has to go on; a few forms that are no surname go without a point.
/// Two capitals without points are left: what "PA" says depends on whose post it is.
std::string_view state_behind_town(std::string_view text, std::size_t begin, std::size_t end);

/// Whether a whole name is that of a state, in full or short: "North Dakota", "Calif.", "TX".
bool is_american_state(std::string_view name);

/// Whether a word says whom a member of Congress belongs to: "D-Vt", "R-Texas", "I-ME".
bool is_party_tag(std::string_view word);

}  // namespace pressmark::indexer
