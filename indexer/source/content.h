#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "common/date.h"
#include "indexer/model/raw_document.h"
#include "indexer/source/input_buffer.h"
#include "indexer/source/path_filter.h"
#include "indexer/source/source.h"

namespace pressmark::indexer {

using ContentItem = std::variant<RawDocument, SkippedInput, Revisit>;

/// What the readers of one file need to know.
struct ContentContext {
  std::string origin;                  // of the file or archive member
  bool named = true;                   // false: of standard input
  std::optional<std::uint64_t> bytes;  // size of what is read, where it is known
  std::size_t max_document_bytes = 0;
  const PathFilter* filter = nullptr;      // outlives the reader
  bool included = true;                    // by --include: what is in it need not be, by itself
  std::optional<Instant> file_time;        // of the file or archive member
  bool compressed = false;                 // the bytes come out of a decompressor
  int depth = 0;                           // containers around this one
  const FileProgress* progress = nullptr;  // of the whole file; open_content sees to it

  /// No --include fits, and no address that it could fit is still to come.
  bool left_out() const { return !included && !filter->may_include_articles(); }
};

/// The documents within one file, archive member or stream.
class ContentReader {
 public:
  virtual ~ContentReader() = default;
  virtual std::optional<ContentItem> next() = 0;
};

/// The reader that fits the content: by its first bytes, never by its name. What it unfolds on the
/// way to the next document is bounded (Unfolding).
std::unique_ptr<ContentReader> open_content(InputBuffer input, ContentContext context);

}  // namespace pressmark::indexer
