#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "indexer/model/skip.h"
#include "indexer/source/decompressor.h"
#include "indexer/source/file_handle.h"
#include "indexer/source/unfolding.h"

namespace pressmark::indexer {

/// The bytes of a file, a pipe or an archive member as they lie there.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Up to into.size() bytes, at least one; 0 only at the end.
  virtual Outcome<std::size_t> read(std::span<char> into) = 0;
};

/// Reads from a descriptor that it owns, or from standard input. While nothing comes
/// `stop_requested` is asked several times a second (empty: never), and once it says so the rest is
/// refused. A file ends where a long hole begins, bytes that were never written; with damage if it
/// goes on behind it.
std::unique_ptr<ByteStream> file_stream(FileHandle file, std::function<bool()> stop_requested = {});
std::unique_ptr<ByteStream> standard_input_stream(std::function<bool()> stop_requested);

/// Decoded bytes with the places where a new part (gzip member, zstd frame) begins. A plain file is
/// one part.
class PartStream {
 public:
  enum class What {
    Bytes,   // `size` bytes were written
    Part,    // a part begins; `offset` is its place in the file
    Damage,  // bytes are missing here; `offset` is where it was noticed, `skip` says what is wrong
    End,
  };
  struct Step {
    What what = What::End;
    std::size_t size = 0;
    std::uint64_t offset = 0;
    Skip skip{SkipReason::Damaged, {}};
  };

  virtual ~PartStream() = default;
  virtual Step step(std::span<char> into) = 0;
  /// Offsets of decoded bytes are offsets in the file.
  virtual bool is_plain() const { return false; }
  /// Goes to the next part without decoding the rest of this one, where there can be another.
  virtual void abandon_part() {}
};

std::unique_ptr<PartStream> plain_parts(std::unique_ptr<ByteStream> bytes);

/// After damage it goes on at the next part that decodes and begins with "WARC/" or the line of an
/// ARC record or, where the file began with one, a JSON object: only such files can be taken up
/// again in the middle. Rubbish behind the last part is passed over in silence, but for WARC
/// records and JSON objects that nobody compressed: those are damage. Ends with damage when too
/// much is unfolded without a document (Unfolding), or very many parts in a row hold nothing.
///
/// @param progress  of the file that is read; must outlive the result
std::unique_ptr<PartStream> decompressed_parts(std::unique_ptr<ByteStream> bytes,
                                               Compression compression,
                                               const FileProgress& progress);

}  // namespace pressmark::indexer
