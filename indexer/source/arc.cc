#include "indexer/source/arc.h"

#include <algorithm>

#include "indexer/source/arc_line.h"
#include "indexer/source/warc_record.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kVersionScheme = "filedesc://";
constexpr std::size_t kMaxHttpHeaderBytes = std::size_t{2} << 20;
constexpr std::size_t kLookAhead = 64;  // behind a block: what must be seen of it
constexpr std::string_view kBlanks("\r\n\0", 3);

class ArcReader : public ContentReader {
 public:
  ArcReader(InputBuffer input, ContentContext context)
      : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<ContentItem> next() override {
    while (true) {
      skip_blanks();
      const std::string origin = context_.origin + ":" + input_.location();
      if (auto damage = input_.take_damage()) {
        return SkippedInput{context_.origin + ":" + std::to_string(damage->file_offset),
                            std::move(damage->skip)};
      }
      if (sound().empty()) return std::nullopt;
      const auto line = line_length();
      if (line == sound().size() && input_.next_damage()) {
        input_.consume(line);  // the damage is named by itself
        continue;
      }
      auto header = parse_arc_line(sound().substr(0, line));
      if (!header) {
        input_.consume(1);
        seek_record();
        return damaged(origin, "no ARC record here");
      }
      input_.consume(std::min(line + 1, sound().size()));
      if (auto item = read_block({std::move(*header), {}, origin})) return item;
    }
  }

 private:
  /// The window as far as nothing is missing in it.
  std::string_view sound() const {
    return input_.view().substr(0, input_.next_damage().value_or(std::string::npos));
  }
  /// Reads on, but not over a damage.
  bool more() { return !input_.next_damage() && input_.more(); }

  static SkippedInput damaged(const std::string& origin, std::string what) {
    return {origin, {SkipReason::Damaged, std::move(what)}};
  }

  void skip_blanks() {
    while (!sound().empty() || more()) {
      const auto blanks = std::min(sound().find_first_not_of(kBlanks), sound().size());
      if (blanks == 0) return;
      input_.consume(blanks);
    }
  }

  /// Bytes to the end of this line, or as far as one is looked for.
  std::size_t line_length() {
    while (true) {
      const auto end = sound().substr(0, kMaxArcLineBytes).find('\n');
      if (end != std::string_view::npos) return end;
      if (sound().size() >= kMaxArcLineBytes || !more()) return sound().size();
    }
  }

  std::optional<ContentItem> read_block(WarcRecord record) {
    const std::size_t limit = context_.max_document_bytes + kMaxHttpHeaderBytes;
    const std::uint64_t length = *record.header.length;
    const bool lie = is_lie(length);
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(length, limit));
    while (!lie && sound().size() < size + kLookAhead && more()) {
    }
    const auto part = record_part();
    if (lie || sound().size() < size || (part && *part < size)) {
      seek_record();
      if (input_.next_damage() == std::size_t{0}) return std::nullopt;  // it is named by itself
      return damaged(record.origin, "record is cut off");
    }
    if (length > limit) return pass_over(record);
    const std::string_view behind = sound().substr(size, kLookAhead);
    const auto blanks = std::min(behind.find_first_not_of(kBlanks), behind.size());
    if (input_.next_damage() == size + blanks && input_.is_part_damaged()) {
      input_.consume(size + blanks);  // which of its bytes are wrong nobody knows
      return std::nullopt;
    }
    if (blanks == 0 && !behind.empty() && input_.part_from(size) != size) {
      seek_record();
      return damaged(record.origin, "record without a true length");
    }
    record.block = sound().substr(0, size);
    const bool page = !record.header.url.starts_with(kVersionScheme);
    std::optional<ContentItem> item = page ? page_of(record, context_) : std::nullopt;
    input_.consume(size);
    return item;
  }

  /// In a plain file of known size a record cannot reach behind the end.
  bool is_lie(std::uint64_t length) const {
    return context_.bytes &&
           length > *context_.bytes - std::min(*context_.bytes, input_.position());
  }

  /// Passes over a block that is larger than any document, up to the next part that begins a record
  /// where one comes first.
  ContentItem pass_over(const WarcRecord& record) {
    std::uint64_t left = *record.header.length;
    while (left > 0 && (!sound().empty() || more())) {
      const bool found = record_part().has_value();
      const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(left, looked()));
      input_.consume(step);
      left -= step;
      if (step == 0 && (found || !more())) break;
    }
    return SkippedInput{
        record.origin,
        {SkipReason::TooLarge, "record of " + std::to_string(*record.header.length) + " bytes"}};
  }

  /// Bytes from here in which no part begins a record, as far as record_part() has looked.
  std::size_t looked() const {
    return static_cast<std::size_t>(std::max(looked_, input_.position()) - input_.position());
  }

  /// Bytes to the first part that begins a record, within the window. Parts that begin none, as
  /// those of block-wise packers, are looked at once, though every record and line before them
  /// asks.
  std::optional<std::size_t> record_part() {
    const std::uint64_t here = input_.position();
    const Seen seen{here + sound().size(), input_.at_end() || input_.next_damage()};
    if (record_part_ && *record_part_ < here) {
      record_part_.reset();
    } else if (record_part_ || seen == seen_) {
      return record_part_ ? std::optional(static_cast<std::size_t>(*record_part_ - here))
                          : std::nullopt;
    }
    seen_ = seen;
    std::size_t at = looked();
    for (; const auto part = input_.part_from(at); ++at) {
      at = std::min(*part, sound().size());
      if (at == sound().size()) break;
      if (!may_begin_arc_line(sound().substr(at))) continue;
      const std::size_t line = line_end(at) - at;
      if (line >= kMaxArcLineBytes) continue;
      // To be seen when more has been read.
      if (at + line == sound().size() && !seen.last) break;
      if (!parse_arc_line(sound().substr(at, line))) continue;
      record_part_ = here + at;
      break;
    }
    if (!input_.part_from(at)) at = sound().size();
    looked_ = here + at;
    return record_part_ ? std::optional(at) : std::nullopt;
  }

  /// Where the line that holds this byte of the window ends. Looks at each byte once, however many
  /// parts ask for the end of the same line.
  std::size_t line_end(std::size_t at) {
    const std::uint64_t here = input_.position();
    const bool known = line_from_ <= here + at && here + at <= line_end_;
    if (!known) line_from_ = line_end_ = here + at;
    const auto from = static_cast<std::size_t>(line_end_ - here);
    const std::size_t end = std::min(sound().find('\n', from), sound().size());
    line_end_ = here + end;
    return end;
  }

  /// Consumes up to the next part or line that begins a record, this one or another, or a damage,
  /// or the end.
  void seek_record() {
    bool begins_line = true;
    while (!sound().empty() || more()) {
      if (begins_line && parse_arc_line(sound().substr(0, line_length()))) return;
      const auto part = record_part();
      const std::size_t end = line_end(0);
      begins_line = end < sound().size();
      if (part && *part <= end) {
        input_.consume(*part);
        return;
      }
      const std::size_t step = begins_line ? end + 1 : looked();
      input_.consume(step);
      if (step == 0 && !more()) input_.consume(sound().size());
    }
  }

  /// How much of the stream record_part() has seen, and whether that is all of it up to a damage.
  struct Seen {
    std::uint64_t end = 0;
    bool last = false;
    bool operator==(const Seen&) const = default;
  };
  Seen seen_;
  std::optional<std::uint64_t> record_part_;  // as found last
  std::uint64_t looked_ = 0;     // no part from here to this place of the stream begins a record
  std::uint64_t line_from_ = 0;  // no line ends from this place ...
  std::uint64_t line_end_ = 0;   // ... to this one
  InputBuffer input_;
  ContentContext context_;
};

}  // namespace

bool looks_like_arc(std::string_view head) {
  return head.starts_with(kVersionScheme) &&
         parse_arc_line(head.substr(0, std::min(head.find('\n'), head.size()))).has_value();
}

std::unique_ptr<ContentReader> open_arc(InputBuffer input, ContentContext context) {
  return std::make_unique<ArcReader>(std::move(input), std::move(context));
}

}  // namespace pressmark::indexer
