#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "indexer/source/content.h"

namespace pressmark::indexer {

/// The header of a WARC record.
/// https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
struct WarcHeader {
  std::string type;           // lower case: "response", "request", ...
  std::string url;            // WARC-Target-URI, ASCII: anything else percent-encoded; may be empty
  std::string id;             // WARC-Record-ID, in the same way
  std::string refers_to;      // WARC-Refers-To: the id of another record
  std::string refers_to_url;  // WARC-Refers-To-Target-URI
  std::string payload_digest;  // WARC-Payload-Digest, in lower case
  std::string content_type;    // lower case, without parameters
  std::string charset;
  std::optional<Instant> date;  // WARC-Date
  std::optional<std::uint64_t>
      length;              // of the block; nothing when absent, no number, or two that differ
  bool truncated = false;  // WARC-Truncated: the crawler stopped early
};

/// What a record begins with.
inline constexpr std::string_view kRecordMagic = "WARC/";

/// "WARC/1.0" or another version, and the end of its line.
bool begins_record(std::string_view text);

/// A header up to its blank line, or up to the record that begins within it.
struct HeaderExtent {
  std::size_t bytes = 0;
  bool whole = true;
};

/// Looks for the end of one header in a window that grows: at each byte once, but for the last few.
class HeaderSearch {
 public:
  /// The header that begins the window; nothing when it goes on behind it. Stops at the next
  /// record, so that headers without an end, one behind the other, are read once.
  ///
  /// @param window  what it was given before, and more
  std::optional<HeaderExtent> in(std::string_view window);

 private:
  std::size_t searched_ = 0;  // no header ends with a line before this one
};

/// The URI without the angle brackets that old wget puts around it, every byte that a URI may not
/// hold encoded.
std::string clean_uri(std::string_view uri);

/// A number of bytes, of digits alone.
std::optional<std::uint64_t> parse_length(std::string_view value);

/// @param lines  the header block behind its version line
WarcHeader parse_warc_header(std::string_view lines);

/// A record with its block.
struct WarcRecord {
  WarcHeader header;
  std::string_view block;
  std::string origin;
  bool truncated = false;  // the block is not what its length promises
};

/// The page in a record, or why it gives none; nothing for records that are no page by nature
/// (warcinfo, request, ...).
std::optional<ContentItem> page_of(const WarcRecord& record, const ContentContext& context);

}  // namespace pressmark::indexer
