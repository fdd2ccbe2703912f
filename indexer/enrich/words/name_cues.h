#pragma once

#include <cstdint>
#include <string_view>

namespace pressmark::indexer {

/// What a word says of its neighbours, one bit each.
enum Cue : std::uint16_t {
  kCueTitle = 1,        // "Mr", "President": a person follows
  kCueOrgEnding = 2,    // "Inc", "University": an organisation ends
  kCueSpeech = 4,       // "said", "told"
  kCueWhere = 8,        // "in", "near"
  kCueCalendar = 16,    // weekdays, months
  kCueLink = 32,        // "of", "and", "de": may stand inside a name
  kCueArticle = 64,     // "the", "a"
  kCuePronoun = 128,    // "he", "she", "who"
  kCuePlaceWord = 256,  // "province", "river": a place ends or follows
  kCueRole = 512,       // "spokesman", "coach"
  kCueTeamWord = 1024,  // "win", "defeat", "league": sport
  kCueMoney = 2048,     // "shares", "profit": business
};

/// Cues of a lower-cased word without its full stop; 0 for most words.
std::uint16_t name_cues(std::string_view lower);

/// Whether a lower-cased word is a form of address that is cut from the front of a person's name:
/// "mr", "president".
bool is_honorific(std::string_view lower);

}  // namespace pressmark::indexer
