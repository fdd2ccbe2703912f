#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/part_stream.h"

namespace pressmark::indexer {

/// A window over a PartStream: bytes are looked at in place, then consumed. Holds what was asked
/// for and one read more.
class InputBuffer {
 public:
  /// Missing bytes in the stream.
  struct Damage {
    std::uint64_t file_offset = 0;  // where it was noticed
    Skip skip;
  };

  /// @param size_hint  bytes expected in all, for which room is made at once; 0: unknown
  explicit InputBuffer(std::unique_ptr<PartStream> parts, std::size_t size_hint = 0);

  /// Reads until at least so many bytes are there; false when the stream ends before.
  bool ensure(std::size_t bytes);
  /// Reads some more; false at the end of the stream.
  bool more();
  /// Every byte has been read into the window.
  bool at_end() const { return ended_; }

  /// All bytes in the window; valid until the next call that is not const.
  std::string_view view() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }
  /// Requires bytes <= view().size().
  void consume(std::size_t bytes);
  /// The whole window, moved out.
  std::string take();

  /// Bytes of the decoded stream before this one.
  std::uint64_t position() const { return position_; }
  /// Bytes from here to the first place at or behind `distance` where a part begins; nothing when
  /// none is in the window.
  std::optional<std::size_t> part_from(std::size_t distance) const;
  /// Bytes from here to the next damage in the window (0: here).
  std::optional<std::size_t> next_damage() const;
  /// The next damage is in the same part as the current byte.
  bool is_part_damaged() const;
  /// The damage that lies here, once; nothing when next_damage() is not 0.
  std::optional<Damage> take_damage();

  /// Drops the window and the rest of the part that is being read, undecoded where that can be
  /// done.
  void abandon_part();

  /// Where the current byte is: in a plain file its offset; in a compressed one the offset of its
  /// part in the file, followed by "+" and the distance from the decoded part's start when that is
  /// not 0.
  std::string location() const;

 private:
  struct Mark {
    std::uint64_t position = 0;  // in the decoded stream
    std::uint64_t file_offset = 0;
  };
  struct DamageMark {
    std::uint64_t position = 0;
    Damage damage;
  };

  void make_room();
  void mark(Mark part);
  void settle();
  const Mark& current_part() const;

  std::unique_ptr<PartStream> parts_;
  std::string buffer_;  // its size is room, its bytes those from begin_ to end_
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t position_ = 0;  // of begin_ in the decoded stream
  Mark part_;                   // the part that holds begin_
  std::deque<Mark> next_parts_;
  std::deque<DamageMark> damages_;
  bool ended_ = false;
};

/// The rest of a buffer as a stream of its own: for a container within a container.
std::unique_ptr<ByteStream> as_byte_stream(InputBuffer buffer);

}  // namespace pressmark::indexer
