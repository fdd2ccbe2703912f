#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/model/raw_document.h"

namespace pressmark::indexer {

/// A message of a newswire with several stories (NewsML 1, NewsML-G2), taken apart: each of its
/// items with a text is a document of its own, the message without the other items, called by where
/// the item begins: "a.xml:1834". Items without a text, pictures for most, are passed over. The
/// address that the message was fetched from is that of none of them.
class NewsMessage {
 public:
  /// Takes the document, if it is such a message; else nothing, and leaves it as it is. In UTF-16
  /// none is.
  static std::optional<NewsMessage> of(RawDocument& document);

  /// Nothing behind the last story.
  std::optional<RawDocument> next();

 private:
  using Range = std::pair<std::size_t, std::size_t>;  // begin and end in the bytes

  NewsMessage(RawDocument document, std::vector<Range> stories, Range items);

  RawDocument document_;
  std::vector<Range> stories_;
  Range items_;  // of all items, those without a text too
  std::size_t next_ = 0;
};

}  // namespace pressmark::indexer
