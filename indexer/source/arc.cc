#include "indexer/source/arc.h"

#include <algorithm>
#include <vector>

#include "common/text.h"
#include "indexer/source/warc_record.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kVersionScheme = "filedesc://";
constexpr std::size_t kMaxLineBytes = std::size_t{64} << 10;
constexpr std::size_t kMaxHttpHeaderBytes = std::size_t{2} << 20;
constexpr std::size_t kDateDigits = 14;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "20050102030405"
std::optional<Instant> instant_of(std::string_view digits) {
  std::string iso(digits);
  for (const auto& [at, mark] : {std::pair{4, "-"}, {7, "-"}, {10, "T"}, {13, ":"}, {16, ":"}})
    iso.insert(static_cast<std::size_t>(at), mark);
  return parse_instant(iso + "Z");
}

/// "http://a.example/ 192.0.2.1 20050102030405 text/html 1234", in version 2 with five fields more
/// before the length; nothing when the line is no such thing. Addresses with blanks occur.
std::optional<WarcHeader> parse_line(std::string_view line) {
  line = trim(line);
  const std::vector<std::string_view> cells = split(line, ' ');
  for (const std::size_t behind_url : {std::size_t{4}, std::size_t{9}}) {
    if (cells.size() <= behind_url) break;
    const auto* const field = &cells[cells.size() - behind_url];  // address of the host, date, ...
    const std::string_view url =
        line.substr(0, static_cast<std::size_t>(field->data() - line.data()));
    if (!is_digits(field[1]) || field[1].size() != kDateDigits || !is_digits(cells.back()) ||
        url.find(':') == std::string_view::npos)
      continue;
    WarcHeader header;
    header.type = "response";
    header.url = clean_uri(trim(url));
    header.date = instant_of(field[1]);
    header.content_type = to_lower_ascii(field[2]);
    header.length = parse_length(cells.back());
    if (header.length) return header;
  }
  return std::nullopt;
}

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
      auto header = parse_line(sound().substr(0, line));
      if (!header) {
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
      const auto blanks =
          std::min(sound().find_first_not_of(std::string_view("\r\n\0", 3)), sound().size());
      if (blanks == 0) return;
      input_.consume(blanks);
    }
  }

  /// Bytes to the end of this line, or as far as one is looked for.
  std::size_t line_length() {
    while (true) {
      const auto end = sound().substr(0, kMaxLineBytes).find('\n');
      if (end != std::string_view::npos) return end;
      if (sound().size() >= kMaxLineBytes || !more()) return sound().size();
    }
  }

  std::optional<ContentItem> read_block(WarcRecord record) {
    const std::size_t limit = context_.max_document_bytes + kMaxHttpHeaderBytes;
    const std::uint64_t length = *record.header.length;
    if (length > limit) return pass_over(record);
    const auto size = static_cast<std::size_t>(length);
    while (sound().size() <= size && more()) {
    }
    const auto part = input_.part_from(1);
    if (sound().size() < size || (part && *part < size)) {
      input_.consume(std::min(part.value_or(std::string::npos), sound().size()));
      if (input_.next_damage() == std::size_t{0}) return std::nullopt;  // it is named by itself
      return damaged(record.origin, "record is cut off");
    }
    const std::string_view behind = sound().substr(size);
    const bool ends = behind.empty() || behind.front() == '\n' || behind.front() == '\r';
    if (!ends && input_.part_from(size) != size) {
      seek_record();
      return damaged(record.origin, "record without a true length");
    }
    record.block = sound().substr(0, size);
    const bool page = !record.header.url.starts_with(kVersionScheme);
    std::optional<ContentItem> item = page ? page_of(record, context_) : std::nullopt;
    input_.consume(size);
    return item;
  }

  /// Passes over a block that is larger than any document, up to the next part where it has one to
  /// itself.
  ContentItem pass_over(const WarcRecord& record) {
    std::uint64_t left = *record.header.length;
    while (left > 0 && (!sound().empty() || more())) {
      const auto part = input_.part_from(1);
      const auto step = std::min<std::uint64_t>(left, part.value_or(sound().size()));
      input_.consume(static_cast<std::size_t>(std::min<std::uint64_t>(step, sound().size())));
      if (part && *part == step) break;
      left -= step;
    }
    return SkippedInput{
        record.origin,
        {SkipReason::TooLarge, "record of " + std::to_string(*record.header.length) + " bytes"}};
  }

  /// Consumes up to the next part or line that begins a record, or a damage, or the end.
  void seek_record() {
    bool at_line = false;
    while (!sound().empty() || more()) {
      const std::size_t line = line_length();
      if (at_line && parse_line(sound().substr(0, line))) return;
      const auto part = input_.part_from(1);
      if (part && *part <= line) {
        input_.consume(*part);
        at_line = true;
        continue;
      }
      at_line = line < sound().size() && sound()[line] == '\n';
      input_.consume(line + (at_line ? 1 : 0));
    }
  }

  InputBuffer input_;
  ContentContext context_;
};

}  // namespace

bool looks_like_arc(std::string_view head) {
  return head.starts_with(kVersionScheme) &&
         parse_line(head.substr(0, std::min(head.find('\n'), head.size()))).has_value();
}

std::unique_ptr<ContentReader> open_arc(InputBuffer input, ContentContext context) {
  return std::make_unique<ArcReader>(std::move(input), std::move(context));
}

}  // namespace pressmark::indexer
