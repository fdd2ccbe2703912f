#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/model/raw_document.h"
#include "indexer/source/content.h"

namespace pressmark::indexer {

/// What the readers of feeds share: a window over the feed, and what is handed on of it.
class FeedReader : public ContentReader {
 protected:
  /// @param around  the document that is the feed, where it is one of several in a file: what its
  ///                items have of it. Else empty
  FeedReader(InputBuffer input, ContentContext context, RawDocument around)
      : input_(std::move(input)), context_(std::move(context)), around_(std::move(around)) {}

  /// The window as far as nothing is missing in it.
  std::string_view sound() const {
    return input_.view().substr(0, input_.next_damage().value_or(std::string::npos));
  }
  /// Doubles the window, so that what is searched again in it costs no more than it is long; false
  /// when nothing more comes.
  bool grow();
  void consume(std::size_t bytes);

  /// Notes that an item begins here, in the window's first byte.
  void begin_item();
  SkippedInput skipped(SkipReason reason, std::string detail) const;
  /// The item that began last, with what it says.
  ContentItem item(std::string bytes, std::string_view media_type) const;
  SkippedInput too_large() const;
  std::size_t limit() const { return context_.max_document_bytes; }
  const std::string& feed_url() const { return around_.url; }

  /// What is to be said at the end of the feed, if anything.
  std::optional<ContentItem> at_end();

 private:
  InputBuffer input_;
  ContentContext context_;
  RawDocument around_;
  std::string origin_;  // of the item that began last
  std::size_t line_ = 1;
  std::size_t item_line_ = 0;
  std::size_t in_line_ = 0;  // items before this one that begin in the same line
};

}  // namespace pressmark::indexer
