#include "indexer/source/mhtml.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "common/text.h"
#include "indexer/source/header_fields.h"
#include "indexer/source/warc_record.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{16} << 10;
constexpr std::size_t kMaxBoundaryBytes = 256;  // RFC 2046, 5.1.1, allows 70

/// What the header of a message, or of a part of one, says.
struct MimeHeader {
  ContentType type;
  std::string boundary;
  std::string encoding;  // lower case
  std::string location;
};

/// The value of boundary="..." in a Content-Type; empty when that cannot be one.
std::string boundary_of(std::string_view value) {
  const std::string lower = to_lower_ascii(value);
  const auto at = lower.find("boundary=");
  if (at == std::string::npos) return {};
  value.remove_prefix(at + std::string_view("boundary=").size());
  value = value.starts_with('"') ? value.substr(1, value.find('"', 1) - 1)
                                 : value.substr(0, value.find_first_of("; \t\r\n"));
  return std::string(value.substr(0, value.size() > kMaxBoundaryBytes ? 0 : value.size()));
}

MimeHeader parse_mime_header(std::string_view lines) {
  MimeHeader header;
  HeaderFields fields(lines);
  while (const auto field = fields.next()) {
    if (equals_ascii_nocase(field->name, "content-type")) {
      header.type = parse_content_type(field->value);
      header.boundary = boundary_of(field->value);
    } else if (equals_ascii_nocase(field->name, "content-transfer-encoding")) {
      header.encoding = to_lower_ascii(field->value);
    } else if (equals_ascii_nocase(field->name, "content-location") ||
               equals_ascii_nocase(field->name, "snapshot-content-location")) {
      header.location = clean_uri(field->value);
    }
  }
  return header;
}

bool is_page(const MimeHeader& part) {
  return part.type.media_type == "text/html" || part.type.media_type == "application/xhtml+xml";
}

/// A message that is a page and has no parts. Packed: else it is read as what it is, headers and
/// all.
bool is_packed_page(const MimeHeader& message) {
  return is_page(message) &&
         (message.encoding == "quoted-printable" || message.encoding == "base64");
}

/// The byte that two hexadecimal digits name.
std::optional<char> byte_of(std::string_view digits) {
  unsigned value = 0;
  const char* const end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, value, 16);
  if (digits.size() != 2 || result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return static_cast<char>(value);
}

/// Bytes of the line end that begins here, with blanks before it, which mail adds; 0: there is
/// none.
std::size_t line_end_of(std::string_view text) {
  const auto end = std::min(text.find_first_not_of(" \t"), text.size());
  if (text.substr(end).starts_with('\n')) return end + 1;
  return text.substr(end).starts_with("\r\n") ? end + 2 : 0;
}

/// RFC 2045, 6.7. What is no escape stays as it is.
std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view next = text.substr(at + 1, 2);
    if (text[at] != '=') {
      out += text[at];
    } else if (const std::size_t end = line_end_of(text.substr(at + 1)); end > 0) {
      at += end;
    } else if (const auto byte = byte_of(next)) {
      out += *byte;
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

/// RFC 2045, 6.8. Bytes that are no digits of it are passed over.
std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int have = 0;
  for (const char c : text) {
    if (c == '=') break;
    const auto digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<unsigned>(digit);
    have += 6;
    if (have < 8) continue;
    have -= 8;
    out += static_cast<char>(bits >> have & 0xFF);
  }
  return out;
}

/// A line that parts two parts of a message, or ends the last one.
struct Mark {
  std::size_t at = 0;  // where the line begins in the window
  bool inner = false;  // of the message within the message
  bool last = false;
};

class MhtmlReader : public ContentReader {
 public:
  MhtmlReader(InputBuffer input, ContentContext context)
      : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<ContentItem> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const MimeHeader message = take_header();
    outer_ = message.boundary;
    if (is_packed_page(message)) return page(message, message);
    if (outer_.empty()) return no_page();
    while (pass_mark()) {
      const MimeHeader part = take_header();
      if (is_page(part)) return page(part, message);
      // The page may stand beside its plain text, in a message of its own.
      if (inner_.empty() && part.type.media_type.starts_with("multipart/")) inner_ = part.boundary;
    }
    return no_page();
  }

 private:
  std::string_view sound() const {
    return input_.view().substr(0, input_.next_damage().value_or(std::string::npos));
  }
  bool more() { return !input_.next_damage() && input_.more(); }

  SkippedInput skipped(SkipReason reason, std::string detail) const {
    return {context_.origin, {reason, std::move(detail)}};
  }

  SkippedInput no_page() {
    input_.consume(sound().size());
    if (auto damage = input_.take_damage()) return {context_.origin, std::move(damage->skip)};
    return skipped(SkipReason::NotText, "message without a page");
  }

  /// The mark that the line is, of RFC 2046, 5.1.1.
  std::optional<Mark> mark_of(std::string_view line) const {
    if (!line.starts_with("--")) return std::nullopt;
    line.remove_prefix(2);
    for (const std::string* boundary : {&inner_, &outer_}) {
      if (boundary->empty() || !line.starts_with(*boundary)) continue;
      std::string_view behind = line.substr(boundary->size());
      const bool last = behind.starts_with("--");
      if (last) behind.remove_prefix(2);
      if (behind.empty() || kBlank.find(behind.front()) != std::string_view::npos)
        return Mark{0, boundary == &inner_, last};
    }
    return std::nullopt;
  }

  /// Consumes the header that begins here: up to its blank line, or to a mark where it has none.
  MimeHeader take_header() {
    std::size_t end = 0;
    while (end < kMaxHeaderBytes) {
      std::size_t line_end = std::string_view::npos;
      while ((line_end = sound().find('\n', end)) == std::string_view::npos &&
             sound().size() < kMaxHeaderBytes && more()) {
      }
      const std::string_view line = sound().substr(end, line_end - end);
      if (line.empty() ? line_end == std::string_view::npos : mark_of(line).has_value()) break;
      end += line.size() + (line_end == std::string_view::npos ? 0 : 1);
      if (line.empty() || line == "\r") break;
    }
    MimeHeader header = parse_mime_header(sound().substr(0, end));
    input_.consume(end);
    return header;
  }

  enum class Before { Kept, Dropped };

  /// Looks for the next mark, line by line; nothing when it does not come within `limit` bytes of
  /// the window. What stands before it is dropped as it is passed over, or kept in the window.
  std::optional<Mark> find_mark(Before before, std::size_t limit) {
    std::size_t line = 0;
    std::size_t searched = 0;
    bool begins = true;
    while (true) {
      while (sound().size() < line + 2 * kMaxBoundaryBytes && more()) {
      }
      if (auto mark = begins ? mark_of(sound().substr(line)) : std::nullopt) {
        mark->at = line;
        return mark;
      }
      const auto end = sound().find('\n', std::max(line, searched));
      begins = end != std::string_view::npos;
      searched = begins ? end + 1 : sound().size();
      if (begins) line = searched;
      if (before == Before::Dropped) {
        input_.consume(searched);
        line = searched = 0;
      }
      if (searched > limit || (!begins && !more())) return std::nullopt;
    }
  }

  /// Consumes up to behind the next mark; false when no part follows.
  bool pass_mark() {
    while (const auto mark = find_mark(Before::Dropped, kMaxHeaderBytes)) {
      const auto line_end = sound().find('\n');
      input_.consume(std::min(line_end, sound().size() - 1) + 1);
      if (!mark->inner) inner_.clear();
      if (!mark->last) return true;
      if (!mark->inner) return false;
      inner_.clear();
    }
    return false;
  }

  /// Nothing but the end of the message stands between this mark and damage in the part of the file
  /// that holds the page: which of its bytes are wrong nobody knows.
  bool ends_in_damage(const Mark& mark) {
    if (!mark.last) return false;
    while (sound().size() < mark.at + kMaxHeaderBytes && more()) {
    }
    if (!input_.next_damage() || !input_.is_part_damaged()) return false;
    std::string_view behind = sound().substr(mark.at);
    while (!behind.empty()) {
      const std::string_view line = behind.substr(0, behind.find('\n'));
      if (line.find_first_not_of(kBlank) != std::string_view::npos && !mark_of(line)) return false;
      behind.remove_prefix(std::min(line.size() + 1, behind.size()));
    }
    return true;
  }

  ContentItem page(const MimeHeader& part, const MimeHeader& message) {
    const std::string& url = part.location.empty() ? message.location : part.location;
    const bool included = context_.included || context_.filter->includes(url);
    if (context_.filter->excludes(url) || (!included && context_.left_out()))
      return skipped(SkipReason::Excluded, url);
    const std::size_t limit = 3 * context_.max_document_bytes;  // an escape is three bytes
    const auto mark = find_mark(Before::Kept, limit);
    if (mark ? ends_in_damage(*mark) : input_.next_damage().has_value()) return no_page();
    RawDocument document;
    document.truncated = !mark && !(outer_.empty() && input_.at_end());
    std::string_view body = sound().substr(0, mark ? mark->at : std::string_view::npos);
    if (mark && body.ends_with('\n')) body.remove_suffix(1);  // the mark's line end
    if (mark && body.ends_with('\r')) body.remove_suffix(1);
    document.bytes = part.encoding == "quoted-printable" ? from_quoted_printable(body)
                     : part.encoding == "base64"         ? from_base64(body)
                                                         : std::string(body);
    if (document.bytes.size() > context_.max_document_bytes)
      return skipped(SkipReason::TooLarge,
                     "more than " + std::to_string(context_.max_document_bytes) + " bytes");
    if (document.bytes.empty()) return no_page();
    document.origin = context_.origin;
    document.named = context_.named;
    document.included = included;
    document.file_time = context_.file_time;
    document.url = url;
    document.media_type = part.type.media_type;
    document.charset = part.type.charset;
    return document;
  }

  InputBuffer input_;
  ContentContext context_;
  std::string outer_;  // boundary between the parts
  std::string inner_;  // boundary within the current part, where that is a message by itself
  bool done_ = false;
};

}  // namespace

bool looks_like_mhtml(std::string_view head) {
  const auto name = head.find_first_of(": \n<{");
  if (name == std::string_view::npos || head[name] != ':') return false;
  const auto end = header_end(head.substr(0, kMaxHeaderBytes));
  if (!end) return false;
  const MimeHeader header = parse_mime_header(head.substr(0, *end));
  return header.type.media_type == "multipart/related" || is_packed_page(header);
}

std::unique_ptr<ContentReader> open_mhtml(InputBuffer input, ContentContext context) {
  return std::make_unique<MhtmlReader>(std::move(input), std::move(context));
}

}  // namespace pressmark::indexer
