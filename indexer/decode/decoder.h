#pragma once

#include "indexer/model/decoded_document.h"
#include "indexer/model/raw_document.h"
#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// The document as valid UTF-8 text with its format recognised by content.
///
/// Charset: byte order mark, zero bytes that show UTF-16, well-formed UTF-8; then the container's
/// (HTTP) charset and what the document declares, each only if the bytes agree with it; else
/// detection. Bytes that the charset does not have become U+FFFD and never end the text. Skips:
/// EmptyFile, NotText, Undecodable. Never throws on content.
Outcome<DecodedDocument> decode(RawDocument raw);

}  // namespace pressmark::indexer
