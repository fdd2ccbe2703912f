#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/model/skip.h"

namespace pressmark::indexer {

/// An HTTP response as a crawler recorded it, its body without transfer and content encodings.
struct HttpMessage {
  int status = 0;          // 0: there is no status line
  std::string media_type;  // lower case, without parameters; empty when not named
  std::string charset;
  std::string robots;  // X-Robots-Tag headers, a line each
  std::string body;
  bool truncated = false;  // the body is shorter than it was said to be
};

/// Reads chunked bodies and gzip, deflate, br and zstd encodings, several around each other too.
/// Bodies that were recorded already decoded, although the header says otherwise, are left as they
/// are. Never holds more than `max_body_bytes` per encoding. Skips: TooLarge, Damaged.
Outcome<HttpMessage> parse_http_message(std::string_view block, std::size_t max_body_bytes);

}  // namespace pressmark::indexer
