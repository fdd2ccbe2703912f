#include "indexer/source/mhtml.h"

#include <algorithm>
#include <string>

#include "common/text.h"
#include "indexer/source/header_fields.h"
#include "indexer/source/warc_record.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{16} << 10;

/// What the header of a message, or of a part of one, says.
struct MimeHeader {
  ContentType type;
  std::string boundary;
  std::string encoding;  // lower case
  std::string location;
};

/// The value of boundary="..." in a Content-Type.
std::string boundary_of(std::string_view value) {
  const std::string lower = to_lower_ascii(value);
  const auto at = lower.find("boundary=");
  if (at == std::string::npos) return {};
  value.remove_prefix(at + std::string_view("boundary=").size());
  if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
  return std::string(value.substr(0, value.find_first_of("; \t\r\n")));
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

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// RFC 2045, 6.7. What is no escape stays as it is.
std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view next = text.substr(at + 1, 2);
    if (text[at] != '=') {
      out += text[at];
    } else if (next.starts_with('\n')) {
      at += 1;
    } else if (next == "\r\n") {
      at += 2;
    } else if (next.size() == 2 && hex_digit(next[0]) >= 0 && hex_digit(next[1]) >= 0) {
      out += static_cast<char>(hex_digit(next[0]) * 16 + hex_digit(next[1]));
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

class MhtmlReader : public ContentReader {
 public:
  MhtmlReader(InputBuffer input, ContentContext context)
      : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<ContentItem> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const MimeHeader message = take_header();
    const std::string mark = "--" + message.boundary;
    if (message.boundary.empty()) return no_page();
    while (pass_mark(mark)) {
      const MimeHeader part = take_header();
      if (part.type.media_type != "text/html" && part.type.media_type != "application/xhtml+xml")
        continue;
      return page(part, message, "\n" + mark);
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

  MimeHeader take_header() {
    std::optional<std::size_t> end;
    while (!(end = header_end(sound().substr(0, kMaxHeaderBytes))) &&
           sound().size() < kMaxHeaderBytes && more()) {
    }
    MimeHeader header = parse_mime_header(sound().substr(0, end.value_or(0)));
    input_.consume(end.value_or(0));
    return header;
  }

  /// Consumes up to behind the next line that begins with the mark; false when there is none.
  bool pass_mark(std::string_view mark) {
    while (true) {
      const auto at = sound().find(mark);
      if (at != std::string_view::npos) {
        input_.consume(at + mark.size());
        std::size_t line = std::string_view::npos;
        while ((line = sound().find('\n')) == std::string_view::npos &&
               sound().size() < kMaxHeaderBytes && more()) {
        }
        const bool last = sound().starts_with("--") || line == std::string_view::npos;
        if (!last) input_.consume(line + 1);
        return !last;
      }
      input_.consume(sound().size() - std::min(sound().size(), mark.size()));
      if (!more()) return false;
    }
  }

  ContentItem page(const MimeHeader& part, const MimeHeader& message, const std::string& mark) {
    const std::string& url = part.location.empty() ? message.location : part.location;
    if (context_.filter->excludes(url) || !(context_.included || context_.filter->includes(url)))
      return skipped(SkipReason::Excluded, url);
    const std::size_t limit = 3 * context_.max_document_bytes;  // an escape is three bytes
    std::size_t searched = 0;
    std::size_t end = std::string_view::npos;
    while ((end = sound().find(mark, searched)) == std::string_view::npos) {
      searched = sound().size() - std::min(sound().size(), mark.size());
      if (sound().size() > limit || !more()) break;
    }
    if (end == std::string_view::npos && input_.next_damage()) return no_page();
    RawDocument document;
    document.truncated = end == std::string_view::npos;
    std::string_view body = sound().substr(0, end);
    if (!document.truncated && body.ends_with('\r')) body.remove_suffix(1);  // the mark's line end
    document.bytes = part.encoding == "quoted-printable" ? from_quoted_printable(body)
                     : part.encoding == "base64"         ? from_base64(body)
                                                         : std::string(body);
    if (document.bytes.size() > context_.max_document_bytes)
      return skipped(SkipReason::TooLarge,
                     "more than " + std::to_string(context_.max_document_bytes) + " bytes");
    if (document.bytes.empty()) return no_page();
    document.origin = context_.origin;
    document.named = context_.named;
    document.file_time = context_.file_time;
    document.url = url;
    document.media_type = part.type.media_type;
    document.charset = part.type.charset;
    return document;
  }

  InputBuffer input_;
  ContentContext context_;
  bool done_ = false;
};

}  // namespace

bool looks_like_mhtml(std::string_view head) {
  const auto name = head.find_first_of(": \n<{");
  if (name == std::string_view::npos || head[name] != ':') return false;
  const auto end = header_end(head.substr(0, kMaxHeaderBytes));
  return end && parse_mime_header(head.substr(0, *end)).type.media_type == "multipart/related";
}

std::unique_ptr<ContentReader> open_mhtml(InputBuffer input, ContentContext context) {
  return std::make_unique<MhtmlReader>(std::move(input), std::move(context));
}

}  // namespace pressmark::indexer
