#pragma once

#include <optional>
#include <string>

#include "common/date.h"

namespace pressmark::indexer {

/// One document as a source found it: bytes of unknown kind and charset, and what the container
/// says of them.
struct RawDocument {
  std::string
      origin;  // unique in a run: "dir/a.html", "a.warc.gz:182734", "a.tar!b.html", "x.jsonl:17"
  bool named = true;  // false: the origin is only a place in a list or stream, which may soon hold
                      // another document
  bool included = true;  // false: only by the address of its article can an --include fit it
  std::string url;       // from the container (WARC-Target-URI); empty when it names none
  std::string
      media_type;       // from an HTTP header, lower case, without parameters; empty when unknown
  std::string charset;  // from an HTTP header; empty when unknown
  std::string robots;   // X-Robots-Tag headers, a line each
  std::optional<Instant> crawled;
  std::optional<Instant>
      file_time;  // last change, of a file or an archive member that is a document
  // What a WARC file calls the record, for later records that refer to it; empty when unknown.
  std::string record_id;       // WARC-Record-ID
  std::string payload_digest;  // WARC-Payload-Digest, as the crawler wrote it
  std::string bytes;
  bool feed_item = false;  // one item of a news feed: a feed that has no other
  bool truncated = false;  // the container was damaged or cut: bytes are a prefix
};

}  // namespace pressmark::indexer
