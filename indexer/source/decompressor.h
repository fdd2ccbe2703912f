#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pressmark::indexer {

enum class Compression { Gzip, Zlib, RawDeflate, Zstd, Xz, Bzip2, Brotli };

/// The compression that the first bytes name (gzip, zstd, xz, bzip2); nothing when they name none.
std::optional<Compression> compression_of(std::string_view head);

/// Decodes one compressed part (gzip member, zstd frame, xz or bzip2 stream) after another. Memory
/// is bounded by the window that is accepted: 128 MiB, whatever the input asks for.
class Decompressor {
 public:
  enum class State { More, PartEnd, Damaged };
  struct Step {
    State state = State::More;
    std::size_t consumed = 0;
    std::size_t produced = 0;
  };

  virtual ~Decompressor() = default;
  /// Neither span may be empty. More with nothing produced: it wants more input.
  virtual Step run(std::span<const char> in, std::span<char> out) = 0;
  /// Ready for the first byte of another part.
  virtual void restart() = 0;
  /// For zstd: what later frames refer to. Others have none.
  virtual void set_dictionary(std::string_view) {}
};

std::unique_ptr<Decompressor> make_decompressor(Compression compression);

/// The result of decoding a whole buffer.
struct Decompressed {
  enum class End { Whole, Cut, Damaged, TooLarge };
  std::string bytes;  // as far as decoding went; at most the limit
  End end = End::Whole;
};

/// Decodes all parts in `packed` (gzip members may follow each other; what comes behind the last is
/// ignored), but not more than `max_bytes`.
Decompressed decompress(Compression compression, std::string_view packed, std::size_t max_bytes);

}  // namespace pressmark::indexer
