#pragma once

#include <string>
#include <string_view>

#include "common/date.h"

namespace pressmark::indexer {

/// A WARC/1.1 record of bytes as they are, without HTTP around them.
struct WarcResource {
  std::string url;           // WARC-Target-URI
  Instant date;              // when it was fetched
  std::string content_type;  // of the bytes
  std::string origin;        // where they were read: Pressmark-Origin
  std::string sha256;        // of the bytes, in hexadecimal
  bool truncated = false;
};

/// Its head and the bytes. Nothing of a field can begin another: what does not belong into a line
/// is percent-encoded.
std::string warc_record(const WarcResource& resource, std::string_view bytes);

/// The record that a WARC file begins with: by what and when it was made.
std::string warcinfo_record(std::string_view software, Instant made);

/// The bytes as a gzip member of their own.
std::string gzip_member(std::string_view bytes);

}  // namespace pressmark::indexer
