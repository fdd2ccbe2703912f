#pragma once

#include <string_view>

#include "indexer/enrich/countries/place_finder.h"

namespace pressmark::indexer {

/// Whether a name in another language than English may be a plain word, or part of one, with
/// nothing around it that says otherwise. Such a name counts where the article names its country in
/// another way.
///
/// @param language  ISO 639-1 of the text
bool is_doubtful(const Gazetteer& gazetteer, PlaceReading& reading, const FoundPlace& found,
                 std::string_view language);

/// Whether an adjective of nationality is a language, "en français", or a surname, "Signor Russo",
/// in a language other than English.
bool is_no_adjective(const PlaceReading& reading, const FoundPlace& found,
                     std::string_view language);

/// Whether an English name of a country in capitals is more likely a plain word: "LET US PRAY",
/// "TURKEY PRICES RISE", "Contact US".
bool is_doubtful_capital(const PlaceReading& reading, const FoundPlace& found);

/// Whether an English name of a small town or region is only in the name of a house or a peer:
/// "Connaught Hospital", "Bishop of Durham".
bool is_doubtful_namesake(const Gazetteer& gazetteer, const PlaceReading& reading,
                          const FoundPlace& found);

/// Whether an English adjective of nationality is the language that something is said of: "Spanish
/// is spoken at home".
bool is_language_spoken_of(const PlaceReading& reading, const FoundPlace& found);

/// Whether an English adjective of nationality is the language of an original: "translated from the
/// Spanish".
bool is_translated_from(const PlaceReading& reading, const FoundPlace& found);

/// Whether an English name of a small town is that of a building: "the Alhambra in Granada".
bool is_landmark(const Gazetteer& gazetteer, const PlaceReading& reading, const FoundPlace& found);

/// Whether the name is of something that was copied: "a replica of the Eiffel Tower".
bool is_copied(const PlaceReading& reading, const FoundPlace& found);

/// Whether a currency's name counts money, "40 rand", or rises and falls, and is no part of a name
/// or a word: "Rand Corporation", "mate- rial".
bool is_money(const PlaceReading& reading, const FoundPlace& found);

/// Whether an age stands behind a name that persons have: "Holland, 27, had rammed", but not
/// "Kenya, 12, and Ethiopia, 9, lead".
bool is_aged(const PlaceReading& reading, const FoundPlace& found);

/// Whether a name that persons have is said to be somebody's who has a trade: "Holland, a goalie
/// from Calgary".
bool has_trade(const PlaceReading& reading, const FoundPlace& found);

/// Whether the name is that of a county of the USA that is called as one of England: "Middlesex
/// County prosecutors".
bool is_county_overseas(const PlaceReading& reading, const FoundPlace& found);

/// Whether the adjective goes on with a list of languages: "into Hungarian, Thai and Swahili".
bool goes_on_with_languages(PlaceReading& reading, const FoundPlace& found);

/// Whether a country's name is more likely that of a part of another one: "the region of
/// Macedonia".
bool is_doubtful_part(const PlaceReading& reading, const FoundPlace& found);

}  // namespace pressmark::indexer
