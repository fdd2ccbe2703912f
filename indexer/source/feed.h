#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/model/raw_document.h"
#include "indexer/source/content.h"

namespace pressmark::indexer {

enum class FeedShape {
  None,
  Xml,   // RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom
  Json,  // JSON Feed
};

/// What the first kilobytes of a file look like: by the root element and its namespace, or the
/// version that a JSON Feed begins with.
FeedShape feed_shape(std::string_view head);

/// A feed in UTF-16, which its byte order mark must say, as UTF-8: tags are looked for in bytes.
/// Empty for everything else.
std::string feed_from_utf16(std::string_view bytes);

/// Each item of a feed is a document, numbered by the line it begins in: "feed.xml:17", the second
/// of that line "feed.xml:17+1". Its bytes are a feed of this item alone, with what the feed says
/// of itself and does not change from day to day, so that an item that stays the same stays the
/// same document. Items that are broken cost no others. Not for FeedShape::None.
std::unique_ptr<ContentReader> open_feed(FeedShape shape, InputBuffer input,
                                         ContentContext context);

/// The same of a document that turned out to be a feed, of a web archive for one: its items are
/// "a.warc.gz:182734:17".
std::unique_ptr<ContentReader> open_feed(FeedShape shape, RawDocument document,
                                         ContentContext context);

}  // namespace pressmark::indexer
