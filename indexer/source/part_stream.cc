#include "indexer/source/part_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <poll.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

#include "common/utf8.h"
#include "indexer/source/arc_line.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kReadBytes =
    std::size_t{256} << 10;  // more than one zstd block, so that a trial can decode one
constexpr std::size_t kMaxDictionary = std::size_t{8} << 20;
constexpr std::size_t kMaxKept = std::size_t{4}
                                 << 20;  // packed bytes of one part that a search may go back over
constexpr int kMaxTrials =
    100'000;  // false starts of a part; a hostile file can be made of nothing else
constexpr std::size_t kMaxTrialBytes = std::size_t{256} << 20;  // decoded in all of them
constexpr std::size_t kMaxReadAgain = std::size_t{256} << 20;   // by going back after damage
constexpr int kMaxEmptyParts = 1'000'000;                       // in a row
constexpr off_t kMaxHole = off_t{16} << 20;  // of a file: zeros in it that were never written
constexpr std::string_view kWarcMagic = "WARC/";
constexpr std::size_t kMaxTrialLine = std::size_t{4} << 10;  // of an ARC record

class DescriptorStream : public ByteStream {
 public:
  DescriptorStream(FileHandle file, std::function<bool()> stop_requested)
      : file_(std::move(file)),
        descriptor_(file_.get()),
        stop_requested_(std::move(stop_requested)) {}
  DescriptorStream(int borrowed, std::function<bool()> stop_requested)
      : descriptor_(borrowed), stop_requested_(std::move(stop_requested)) {}

  Outcome<std::size_t> read(std::span<char> into) override {
    if (hole_ > 0) {
      return skip(SkipReason::Damaged,
                  "a hole of " + std::to_string(hole_) + " bytes that were never written");
    }
    while (true) {
      if (stop_requested_ && !wait()) return skip(SkipReason::Unreadable, "interrupted");
      const ssize_t count = ::read(descriptor_, into.data(), into.size());
      if (count > 0 && into[static_cast<std::size_t>(count) - 1] == 0) look_for_hole();
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) return skip(SkipReason::Unreadable, std::strerror(errno));
    }
  }

 private:
  /// A hole may begin behind zeros. Reading on through a long one takes minutes to no purpose: it
  /// ends the file, with damage where something stands behind it. A pipe has neither place nor
  /// holes.
  void look_for_hole() {
    const off_t here = lseek(descriptor_, 0, SEEK_CUR);
    if (here < 0) return;
    const off_t data = lseek(descriptor_, here, SEEK_DATA);
    const bool last = data < 0 && errno == ENXIO;
    const off_t end = last ? lseek(descriptor_, 0, SEEK_END) : data;
    if (end - here <= kMaxHole) {
      lseek(descriptor_, here, SEEK_SET);
    } else if (!last) {
      hole_ = end - here;
    }
  }

  /// Until there is something to read, or the end; false: we are to stop. A signal does not end the
  /// wait by itself: it is another thread that gets it.
  bool wait() const {
    constexpr int kAskAgainMs = 100;
    while (!stop_requested_()) {
      pollfd input{descriptor_, POLLIN, 0};
      const int ready = poll(&input, 1, kAskAgainMs);
      if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
    }
    return false;
  }

  FileHandle file_;
  int descriptor_;
  std::function<bool()> stop_requested_;
  off_t hole_ = 0;  // bytes of the one that comes next, too long to be read
};

class PlainParts : public PartStream {
 public:
  explicit PlainParts(std::unique_ptr<ByteStream> bytes) : bytes_(std::move(bytes)) {}

  bool is_plain() const override { return true; }

  Step step(std::span<char> into) override {
    if (ended_) return {};
    if (!begun_) {
      begun_ = true;
      return {What::Part};
    }
    const auto count = bytes_->read(into);
    ended_ = !count || *count == 0;
    if (!count) return {What::Damage, 0, offset_, count.error()};
    offset_ += *count;
    if (ended_) return {};
    return {What::Bytes, *count};
  }

 private:
  std::unique_ptr<ByteStream> bytes_;
  std::uint64_t offset_ = 0;
  bool begun_ = false;
  bool ended_ = false;
};

class DecompressedParts : public PartStream {
 public:
  DecompressedParts(std::unique_ptr<ByteStream> bytes, Compression compression,
                    const FileProgress& progress)
      : bytes_(std::move(bytes)),
        compression_(compression),
        unfolding_(progress),
        decompressor_(make_decompressor(compression)) {}

  Step step(std::span<char> into) override {
    while (true) {
      switch (state_) {
        case Place::Between: {
          const Step found = begin_part();
          if (found.what != What::Bytes) return found;
          break;
        }
        case Place::Inside: {
          const Step found = run(into);
          if (found.what != What::Bytes || found.size > 0) return found;
          break;
        }
        case Place::Lost:
          state_ = seek_part() ? Place::Between : Place::Done;
          break;
        case Place::Done:
          return {};
      }
    }
  }

  void abandon_part() override {
    if (state_ == Place::Inside) state_ = Place::Lost;
  }

 private:
  enum class Place { Between, Inside, Lost, Done };
  /// What the file holds, as far as it matters for taking it up again in the middle.
  enum class Holds { Unknown, Objects, Other };

  /// Fills the window of packed bytes; false at the end of the file.
  bool fill() {
    if (spent_) return false;
    const std::size_t unneeded = begin_ - kept_ > kMaxKept ? begin_ : kept_;
    if (unneeded > 0) {
      window_.erase(0, unneeded);
      begin_ -= unneeded;
      kept_ = 0;  // either the start of the part, or as near to it as can be gone back
    }
    const std::size_t before = window_.size();
    window_.resize(before + kReadBytes);
    const auto count = bytes_->read(std::span(window_).subspan(before));
    window_.resize(before + (count ? *count : 0));
    if (!count) failure_ = count.error();
    spent_ = !count || *count == 0;
    return !spent_;
  }
  bool ensure(std::size_t bytes) {
    while (window_.size() - begin_ < bytes) {
      if (!fill()) return false;
    }
    return true;
  }
  std::string_view view() const { return std::string_view(window_).substr(begin_); }
  void consume(std::size_t bytes) {
    begin_ += bytes;
    offset_ += bytes;
  }
  /// As consume, while no part is being read.
  void pass_over(std::size_t bytes) {
    consume(bytes);
    kept_ = begin_;
  }
  /// The search for the next part starts right behind the start of this one: a decoder that went
  /// astray may have swallowed more than its own part, or nothing when it fails at the end of it.
  Step damage(const std::string& what) {
    const bool inside = std::exchange(state_, Place::Lost) == Place::Inside;
    if ((kept_ < begin_ || (inside && !view().empty())) && read_again_ <= kMaxReadAgain) {
      read_again_ += begin_ - kept_;
      offset_ -= begin_ - kept_ - 1;
      begin_ = kept_ + 1;
    }
    if (failure_) return {What::Damage, 0, part_, *std::exchange(failure_, std::nullopt)};
    return {What::Damage, 0, part_, {SkipReason::Damaged, what}};
  }

  /// The rest of the file is not worth its reading.
  Step give_up(const char* what) {
    state_ = Place::Done;
    return {What::Damage, 0, part_, {SkipReason::Damaged, what}};
  }

  /// Starts the part that begins here. A step of kind Bytes means: look again.
  Step begin_part() {
    ensure(10);
    while (!view().empty() && view().front() == '\0') {  // padding of tapes and of xz
      pass_over(std::min(view().find_first_not_of('\0'), view().size()));
      ensure(10);
    }
    if (failure_) return damage({});
    if (view().empty()) {
      state_ = Place::Done;
      return {};
    }
    if (compression_of(view()) != compression_) {
      const std::uint64_t rubbish = offset_;
      const bool records = begins_more_records();
      state_ = seek_part() ? Place::Between : Place::Done;
      if (state_ == Place::Done && !records) return {};
      return {What::Damage, 0, rubbish, {SkipReason::Damaged, "rubbish between compressed parts"}};
    }
    if (++empty_parts_ > kMaxEmptyParts)
      return give_up("too many compressed parts without content");
    if (offset_ == 0 && compression_ == Compression::Zstd) load_dictionary();
    decompressor_->restart();
    broken_ = false;
    part_ = offset_;
    kept_ = begin_;
    state_ = Place::Inside;
    return {What::Part, 0, offset_};
  }

  /// Whether what is no compressed part goes on with what the parts hold: somebody added to the
  /// file without compressing it.
  bool begins_more_records() const {
    return view().starts_with(kWarcMagic) || (holds_ == Holds::Objects && begins_object(view()));
  }

  /// The dictionary of a .warc.zst stands in a skippable frame of its own at the start of the file.
  /// https://iipc.github.io/warc-specifications/specifications/warc-zstd/
  void load_dictionary() {
    using namespace std::string_view_literals;
    if (!ensure(8) || !view().starts_with("\x5d\x2a\x4d\x18"sv)) return;
    std::size_t size = 0;
    for (int i = 3; i >= 0; --i)
      size = size << 8 | static_cast<unsigned char>(view()[4 + static_cast<std::size_t>(i)]);
    if (size > kMaxDictionary || !ensure(8 + size)) return;
    const std::string_view stored = view().substr(8, size);
    if (compression_of(stored) == Compression::Zstd) {
      decompressor_->set_dictionary(decompress(Compression::Zstd, stored, kMaxDictionary).bytes);
    } else {
      decompressor_->set_dictionary(stored);
    }
  }

  Step run(std::span<char> into) {
    if (std::exchange(broken_, false)) return damage("damaged data in the compressed part");
    const bool at_end = view().empty() && !fill();
    const auto step = decompressor_->run(std::span(view().data(), view().size()), into);
    consume(step.consumed);
    if (step.produced > 0) {
      empty_parts_ = 0;
      if (holds_ == Holds::Unknown)
        holds_ = begins_object({into.data(), step.produced}) ? Holds::Objects : Holds::Other;
    }
    if (!unfolding_.count(step.consumed, step.produced))
      return give_up("unfolds to too much without a document");
    if (step.state == Decompressor::State::Damaged) {
      broken_ = true;  // said behind the bytes that came before it
    } else if (step.state == Decompressor::State::PartEnd) {
      state_ = Place::Between;
    } else if (step.consumed + step.produced == 0 && (at_end || !fill())) {
      return damage("cut off within the compressed part");
    }
    return {What::Bytes, step.produced};
  }

  /// Moves to the next place where a part begins that decodes to the start of a WARC or ARC record,
  /// or of an object where the file began with one; false: there is none.
  bool seek_part() {
    const std::string_view magic = compression_ == Compression::Gzip   ? "\x1f\x8b\x08"
                                   : compression_ == Compression::Zstd ? "\x28\xb5\x2f\xfd"
                                                                       : "";
    if (magic.empty()) return false;
    while (ensure(magic.size() + 1)) {
      const auto found = view().find(magic, 0);
      if (found == std::string_view::npos) {
        pass_over(view().size() - magic.size() + 1);
        if (!fill()) return false;
        continue;
      }
      pass_over(found);
      ensure(kReadBytes);
      if (decodes_to_record()) return true;
      if (++trials_ > kMaxTrials || trial_bytes_ > kMaxTrialBytes) return false;
      pass_over(1);
    }
    return false;
  }

  bool decodes_to_record() {
    std::size_t used = 0;
    decompressor_->restart();
    std::string head = decode_some(kWarcMagic.size(), used);
    if (head == kWarcMagic) return true;
    if (holds_ != Holds::Other && begins_object(head)) return true;
    if (!may_begin_arc_line(head)) return false;
    head += decode_some(kMaxTrialLine, used);
    return parse_arc_line(head.substr(0, head.find('\n'))).has_value();
  }

  /// The next so many bytes, or fewer, of the part whose first `used` packed bytes are decoded.
  std::string decode_some(std::size_t bytes, std::size_t& used) {
    std::string out(bytes, '\0');
    std::size_t have = 0;
    while (have < bytes && used < view().size()) {
      const auto in = view().substr(used);
      const auto step =
          decompressor_->run(std::span(in.data(), in.size()), std::span(out).subspan(have));
      used += step.consumed;
      trial_bytes_ += step.consumed;
      have += step.produced;
      if (step.state != Decompressor::State::More || step.consumed + step.produced == 0) break;
    }
    out.resize(have);
    return out;
  }

  /// Of JSON Lines; a byte order mark may stand before it.
  static bool begins_object(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    return text.starts_with("{\"");
  }

  std::unique_ptr<ByteStream> bytes_;
  Compression compression_;
  Unfolding unfolding_;
  std::unique_ptr<Decompressor> decompressor_;
  Place state_ = Place::Between;
  std::string window_;     // packed bytes read ahead
  std::size_t begin_ = 0;  // first byte of the window that is not used yet
  std::size_t kept_ =
      0;  // start of the current part within the window, if it still reaches back so far
  std::uint64_t offset_ = 0;  // place of begin_ in the file
  std::uint64_t part_ = 0;    // where the current part began
  bool spent_ = false;        // the file has been read to its end
  bool broken_ = false;       // the current part goes no further
  Holds holds_ = Holds::Unknown;
  int trials_ = 0;
  std::size_t trial_bytes_ = 0;
  std::size_t read_again_ = 0;
  int empty_parts_ = 0;  // since the last byte
  std::optional<Skip> failure_;
};

}  // namespace

std::unique_ptr<ByteStream> file_stream(FileHandle file, std::function<bool()> stop_requested) {
  return std::make_unique<DescriptorStream>(std::move(file), std::move(stop_requested));
}

std::unique_ptr<ByteStream> standard_input_stream(std::function<bool()> stop_requested) {
  return std::make_unique<DescriptorStream>(STDIN_FILENO, std::move(stop_requested));
}

std::unique_ptr<PartStream> plain_parts(std::unique_ptr<ByteStream> bytes) {
  return std::make_unique<PlainParts>(std::move(bytes));
}

std::unique_ptr<PartStream> decompressed_parts(std::unique_ptr<ByteStream> bytes,
                                               Compression compression,
                                               const FileProgress& progress) {
  return std::make_unique<DecompressedParts>(std::move(bytes), compression, progress);
}

}  // namespace pressmark::indexer
