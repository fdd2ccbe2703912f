#pragma once

#include <memory>
#include <string_view>

#include "indexer/source/content.h"

namespace pressmark::indexer {

/// Whether a file that begins with these bytes is a page that a browser saved with all it shows in
/// one file: a MIME message, "multipart/related", or the page alone, "text/html", in an encoding of
/// mail.
bool looks_like_mhtml(std::string_view head);

/// The page itself, the first part that is HTML, under the address it was saved from; pictures and
/// style sheets are passed over. https://www.rfc-editor.org/rfc/rfc2557
std::unique_ptr<ContentReader> open_mhtml(InputBuffer input, ContentContext context);

}  // namespace pressmark::indexer
