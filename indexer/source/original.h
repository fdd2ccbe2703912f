#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/model/raw_document.h"

namespace pressmark::indexer {

/// A document read once more, from where its origin says that it came.
struct Original {
  RawDocument document;
  std::string file;
  std::string member;                   // of a tar or zip archive; empty: none
  std::optional<std::uint64_t> offset;  // of a WARC record in its file or member
  std::optional<std::uint64_t> line;    // of JSON Lines, a table or a feed, 1 the first
  std::string sha256;                   // of the document's bytes, in hexadecimal
};

/// The file that the document with this origin was read from. Throws Error (ExitCode::Database):
/// there is none, or it is not readable.
std::string file_of(const std::string& origin);

/// The document that an earlier run gave this origin, as it is there now: exactly the bytes that
/// the article was made of, compression, WARC and HTTP around them undone.
///
/// @param origin  as in RawDocument; a file name may hold ":" and "!" itself
/// @param sha256  what the bytes must have; empty: any
/// Opens only a regular file that the origin begins with, never waits, and never holds more than
/// the readers of a run do. A WARC record is read at its offset; anything else, and a record that
/// is not found there, is looked for from the file's start. Throws Error (ExitCode::Database): the
/// file is gone or not readable, nothing is there, or it has another SHA-256.
Original read_original(const std::string& origin, const std::string& sha256,
                       std::size_t max_document_bytes);

}  // namespace pressmark::indexer
