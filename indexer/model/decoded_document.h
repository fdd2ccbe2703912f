#pragma once

#include <optional>
#include <string>

#include "common/date.h"

namespace pressmark::indexer {

enum class Format {
  Html,
  PlainText,
  JsonArticle,  // one line of JSON Lines or row of a table: an article that a crawler has extracted
                // already
  NewsXml,      // NITF, NewsML-G2
  FeedItem,     // a news feed of one item: RSS, Atom, JSON Feed
};

/// A document as text. `text` is always valid UTF-8 without NUL and without a byte order mark.
struct DecodedDocument {
  std::string origin;  // as in RawDocument
  std::string url;     // as in RawDocument
  std::string robots;  // as in RawDocument
  std::optional<Instant> crawled;
  std::optional<Instant> file_time;
  Format format = Format::Html;
  std::string charset;  // canonical label of what the bytes were, such as "windows-1252"
  std::string text;
  bool truncated = false;
};

}  // namespace pressmark::indexer
