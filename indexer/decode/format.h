#pragma once

#include <optional>
#include <string_view>

#include "indexer/model/decoded_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// Whether the bytes are an image, a program, noise ...: anything but text in some charset. What it
/// looks like, or nothing. UTF-16 with a byte order mark, or with its zero bytes in their places,
/// counts as text.
std::optional<std::string_view> binary_kind(std::string_view bytes);

/// The format of decoded text, by its content; name and media type decide only where the content
/// does not. Skips NotText: XML that is no news, style sheets and scripts, text for
/// programs, tables.
Outcome<Format> format_of(std::string_view text, std::string_view media_type,
                          std::string_view origin);

}  // namespace pressmark::indexer
