#pragma once

#include <cstdint>
#include <string_view>

namespace pressmark::indexer {

/// What the words in a class or an id say of an element, as bits.
using NameWords = std::uint8_t;
inline constexpr NameWords kSaysAuthor = 1;
inline constexpr NameWords kSaysNoAuthor =
    2;  // of an author, but not the byline: a biography, a portrait
inline constexpr NameWords kSaysDate = 4;
inline constexpr NameWords kSaysNoDate = 8;
inline constexpr NameWords kSaysFurniture = 16;  // comments, related stories, side columns
inline constexpr NameWords kSaysFooter = 32;     // furniture, but for that of an article
inline constexpr NameWords kSaysLabel = 64;      // a word or two above a headline or in front of it
inline constexpr NameWords kSaysCaption = 128;

/// Reads a class or an id in one pass over its first 200 bytes, without regard to case; words count
/// wherever they stand
/// ("articleAuthorName").
NameWords name_words(std::string_view value);

}  // namespace pressmark::indexer
