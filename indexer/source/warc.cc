#include "indexer/source/warc.h"

#include <algorithm>

#include "indexer/source/warc_record.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kBlanks("\r\n\0", 3);
constexpr std::size_t kMaxHeaderBytes = std::size_t{256} << 10;
constexpr std::size_t kMaxHttpHeaderBytes = std::size_t{2}
                                            << 20;  // within the block; cookies of a megabyte occur
constexpr std::size_t kLookAhead = 64;  // behind a block: what must be seen of the next record
// Decoded to no purpose, of a record that is passed over: where it has its gzip member to itself
// the next member can be looked for instead; within a shared one all that follows is lost.
constexpr std::uint64_t kMaxUnfoldedAlone = std::uint64_t{32} << 20;
constexpr std::uint64_t kMaxUnfolded = std::uint64_t{1} << 30;

class WarcReader : public ContentReader {
 public:
  WarcReader(InputBuffer input, ContentContext context)
      : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<ContentItem> next() override {
    while (true) {
      skip_blanks();
      if (auto damage = input_.take_damage()) {
        return SkippedInput{context_.origin + ":" + std::to_string(damage->file_offset),
                            std::move(damage->skip)};
      }
      if (sound().empty()) return std::nullopt;
      if (auto item = read_record()) return item;
    }
  }

 private:
  /// Where a block ends, and whether that is where its header says.
  struct Extent {
    std::size_t bytes = 0;
    bool as_declared = true;
  };

  /// The window as far as nothing is missing in it.
  std::string_view sound() const {
    return input_.view().substr(0, input_.next_damage().value_or(std::string::npos));
  }
  /// Reads on, but not over a damage.
  bool more() { return !input_.next_damage() && input_.more(); }
  bool ensure(std::size_t bytes) {
    while (sound().size() < bytes) {
      if (!more()) return false;
    }
    return true;
  }
  SkippedInput damaged(const std::string& origin, std::string what) const {
    return {origin, {SkipReason::Damaged, std::move(what)}};
  }

  /// Blank lines stand between records; zeros where a disk or a tape padded the file.
  void skip_blanks() {
    while (ensure(1)) {
      const auto blanks = std::min(sound().find_first_not_of(kBlanks), sound().size());
      if (blanks == 0) return;
      input_.consume(blanks);
    }
  }

  std::optional<ContentItem> read_record() {
    const std::string origin = context_.origin + ":" + input_.location();
    const bool alone = input_.part_from(0) == std::size_t{0};
    ensure(kLookAhead);
    if (!begins_record(sound())) {
      const bool found = seek_record(1);
      if (!found && !input_.next_damage())
        return damaged(origin, "no WARC record, and none behind it");
      return damaged(origin, "no WARC record here");
    }
    HeaderSearch search;
    std::optional<HeaderExtent> header;
    while (!(header = search.in(sound().substr(0, kMaxHeaderBytes)))) {
      if (sound().size() >= kMaxHeaderBytes) {
        seek_record(1);
        return damaged(origin, "header without an end");
      }
      if (!more()) return broken_off(origin, "header is cut off");
    }
    if (const auto part = record_part(1); part && *part < header->bytes) *header = {*part, false};
    if (!header->whole) {
      input_.consume(header->bytes);
      return damaged(origin, "header is cut off");
    }
    const std::string_view head = sound().substr(0, header->bytes);
    WarcRecord record;
    record.header = parse_warc_header(head.substr(std::min(head.find('\n') + 1, head.size())));
    record.origin = origin;
    max_unfolded_ = alone ? kMaxUnfoldedAlone : kMaxUnfolded;
    input_.consume(header->bytes);
    return read_block(std::move(record));
  }

  std::optional<ContentItem> read_block(WarcRecord record) {
    const std::size_t limit = context_.max_document_bytes + kMaxHttpHeaderBytes;
    const auto length = record.header.length;
    if (length && *length > limit && !is_lie(*length)) {
      if (auto item = pass_over(record, limit)) return item;
      if (!too_large_is_lie_) return std::nullopt;
    }
    const auto extent = measure_block(length, limit);
    if (!extent) return broken_off(record.origin, "record is cut off");
    if (extent->bytes > limit) {
      seek_record(0);
      return SkippedInput{record.origin, {SkipReason::TooLarge, "record without a true length"}};
    }
    record.block = sound().substr(0, extent->bytes);
    record.truncated = !extent->as_declared;
    std::optional<ContentItem> item = page_of(record, context_);
    input_.consume(extent->bytes);
    return item;
  }

  /// In a plain file of known size a record cannot reach behind the end.
  bool is_lie(std::uint64_t length) const { return context_.bytes && length > *context_.bytes; }

  /// Passes over a block that is larger than any document. Nothing when it turned out not to be
  /// (too_large_is_lie_), or when the record holds no page anyway.
  std::optional<ContentItem> pass_over(const WarcRecord& record, std::size_t limit) {
    too_large_is_lie_ = false;
    while (sound().size() < limit) {
      if (record_part(0) || !more()) {
        too_large_is_lie_ = true;
        return std::nullopt;
      }
    }
    std::uint64_t left = *record.header.length;
    std::uint64_t passed = 0;
    bool found_part = false;
    while (left > 0 && !found_part) {
      if (sound().empty() && !more()) break;
      std::uint64_t step = std::min<std::uint64_t>(left, sound().size());
      if (const auto part = record_part(0)) {
        found_part = *part <= step;
        step = std::min<std::uint64_t>(step, *part);
      }
      input_.consume(static_cast<std::size_t>(step));
      left -= step;
      passed += step;
      if (context_.compressed && passed > max_unfolded_ && !found_part) {
        input_.abandon_part();
        break;
      }
    }
    const std::string& type = record.header.type;
    if (type == "warcinfo" || type == "request" || type == "metadata") return std::nullopt;
    return SkippedInput{
        record.origin,
        {SkipReason::TooLarge, "record of " + std::to_string(*record.header.length) + " bytes"}};
  }

  /// The extent of the block that begins here: as declared when what follows it bears the length
  /// out, else up to the next record. Nothing when the file breaks off or is damaged within the
  /// block.
  std::optional<Extent> measure_block(std::optional<std::uint64_t> length, std::size_t limit) {
    if (length && *length <= limit) {
      const auto size = static_cast<std::size_t>(*length);
      const bool whole = ensure(size);
      if (const auto part = record_part(0); part && *part < size) return Extent{*part, false};
      if (whole && followed_by_record(size)) return Extent{size, true};
      if (whole) {
        // Too long, when a record lies within; else too short.
        if (const auto inside = record_line(0, size)) return Extent{*inside, false};
        return to_next_record(size, limit);
      }
      if (const auto inside = record_line(0, sound().size())) return Extent{*inside, false};
      return ends_soundly() ? std::optional(Extent{sound().size(), false}) : std::nullopt;
    }
    return to_next_record(0, limit);
  }

  /// A compressed file that ends without damage ends where its writer meant it to: only the length
  /// lies.
  bool ends_soundly() const {
    return context_.compressed && input_.at_end() && !input_.next_damage();
  }

  bool followed_by_record(std::size_t size) {
    ensure(size + kLookAhead);
    // No further: many lengths that lie may all lead into one million of blanks.
    const std::string_view behind = sound().substr(size, kLookAhead);
    const auto blanks = std::min(behind.find_first_not_of(kBlanks), behind.size());
    // Which bytes of a part are wrong that turns out damaged behind them nobody knows.
    if (behind.size() == blanks && input_.next_damage() == size + blanks &&
        input_.is_part_damaged())
      return false;
    if (behind.size() == blanks || behind.substr(blanks).starts_with(kRecordMagic)) return true;
    if (behind.starts_with("\r\n\r\n")) return true;  // rubbish behind a sound record
    const auto part = input_.part_from(size);
    return part && *part <= size + blanks;
  }

  std::optional<Extent> to_next_record(std::size_t from, std::size_t limit) {
    while (true) {
      if (const auto part = record_part(from)) return Extent{*part, false};
      if (const auto line = record_line(from, sound().size())) return Extent{*line, false};
      if (sound().size() > limit) return Extent{limit + 1, false};
      from = std::max(from, sound().size() - std::min(sound().size(), kLookAhead));
      if (!more())
        return ends_soundly() ? std::optional(Extent{sound().size(), false}) : std::nullopt;
    }
  }

  /// Bytes to the first part at or behind `from` that begins a record, within the window. Parts
  /// that begin none are looked at once, though every record before them asks for the next.
  std::optional<std::size_t> record_part(std::size_t from) {
    const std::uint64_t here = input_.position();
    const std::uint64_t looked = std::max(looked_, here);
    const bool joined = here + from <= looked;
    std::size_t at = joined ? static_cast<std::size_t>(looked - here) : from;
    std::optional<std::size_t> found;
    while (const auto part = input_.part_from(at)) {
      at = *part;
      if (at + kRecordMagic.size() > sound().size()) break;  // to be seen when more has been read
      if (sound().substr(at).starts_with(kRecordMagic)) {
        found = at;
        break;
      }
      ++at;
    }
    if (joined) looked_ = here + at;
    return found;
  }

  /// Bytes to the first line in [from, end) that begins a record.
  std::optional<std::size_t> record_line(std::size_t from, std::size_t end) const {
    const std::string_view text = sound();
    for (auto at = text.find("\nWARC/", from); at < end; at = text.find("\nWARC/", at + 1)) {
      if (begins_record(text.substr(at + 1))) return at + 1;
    }
    return std::nullopt;
  }

  /// Consumes up to the next record; false when the end or a damage comes first.
  bool seek_record(std::size_t from) {
    while (true) {
      const auto part = record_part(from);
      const auto line = record_line(from - std::min<std::size_t>(from, 1), sound().size());
      if (part || line) {
        input_.consume(
            std::min(part.value_or(std::string::npos), line.value_or(std::string::npos)));
        return true;
      }
      const std::size_t passed = sound().size() - std::min(sound().size(), kLookAhead);
      input_.consume(passed);
      from = passed > 0 ? 0 : from;
      if (!more()) {
        input_.consume(sound().size());
        return false;
      }
    }
  }

  /// The file ends, or is damaged, within a record. Damage is named by itself, with its place.
  std::optional<ContentItem> broken_off(const std::string& origin, std::string what) {
    const bool by_damage = input_.next_damage().has_value();
    input_.consume(sound().size());
    if (by_damage) return std::nullopt;
    return damaged(origin, std::move(what));
  }

  InputBuffer input_;
  ContentContext context_;
  std::uint64_t looked_ = 0;  // no part from here to this place of the stream begins a record
  std::uint64_t max_unfolded_ = kMaxUnfolded;  // of the current record
  bool too_large_is_lie_ = false;
};

}  // namespace

bool looks_like_warc(std::string_view head) {
  if (begins_record(head)) return true;
  const auto line = head.find("\nWARC/");
  if (line == std::string_view::npos || head.starts_with('<') || head.starts_with('{'))
    return false;
  return begins_record(head.substr(line + 1)) &&
         head.find("WARC-Type:", line) != std::string_view::npos;
}

std::unique_ptr<ContentReader> open_warc(InputBuffer input, ContentContext context) {
  return std::make_unique<WarcReader>(std::move(input), std::move(context));
}

}  // namespace pressmark::indexer
