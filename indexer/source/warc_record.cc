#include "indexer/source/warc_record.h"

#include <algorithm>
#include <charconv>

#include "common/text.h"
#include "common/url.h"
#include "indexer/source/feed.h"
#include "indexer/source/header_fields.h"
#include "indexer/source/http_message.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxUrlBytes = std::size_t{64} << 10;
constexpr std::size_t kMaxVersionLine = 16;

bool begins_as_page(std::string_view body) {
  body.remove_prefix(std::min(body.find_first_not_of(" \t\r\n\xef\xbb\xbf"), body.size()));
  return starts_with_ascii_nocase(body, "<!doctype html") ||
         starts_with_ascii_nocase(body, "<html");
}

/// Whether a document of this media type can be an article; the type is believed only as far as the
/// bytes bear it out.
bool may_hold_article(std::string_view media_type, std::string_view body, bool json_allowed) {
  if (begins_as_page(body) || feed_shape(body) != FeedShape::None) return true;
  constexpr std::string_view kRefused[] = {
      "application/x-ndjson", "text/css",        "text/javascript",
      "text/ecmascript",      "text/csv",        "text/vtt",
      "text/calendar",        "text/x-component"};
  if (std::ranges::count(kRefused, media_type) > 0) return false;
  if (media_type.ends_with("json")) return json_allowed;
  if (media_type.empty() || media_type.starts_with("text/") || media_type.ends_with("xml"))
    return true;
  return media_type == "application/octet-stream" || media_type == "unknown/unknown" ||
         media_type == "unknown";
}

/// WARC-Date. WARC 1.1 allows less than the second, down to the year alone; what is less exact than
/// a minute says nothing here, for it bounds the days of articles and orders their versions. Some
/// writers leave off the "Z", or write it as an offset.
std::optional<Instant> parse_warc_date(std::string_view value) {
  constexpr std::string_view kFirst = "0000-01-01T00:00:00Z";
  constexpr std::size_t kSizes[] = {16, 19};  // to the minute, to the second
  std::string_view plain = value.substr(0, value.find("+00:00"));
  if (plain.ends_with('Z')) plain.remove_suffix(1);
  if (std::ranges::count(kSizes, plain.size()) > 0)
    return parse_instant(std::string(plain).append(kFirst.substr(plain.size())));
  return parse_instant(std::string(plain) + "Z");
}

/// robots.txt and its like are text, but nobody's article.
bool is_site_file(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  for (const std::string_view name :
       {"/robots.txt"sv, "/ads.txt"sv, "/app-ads.txt"sv, "/humans.txt"sv, "/llms.txt"sv}) {
    if (url.ends_with(name)) return true;
  }
  return false;
}

/// What a crawler notes about its own work: name look-ups, its command line, screenshots.
bool is_crawl_note(const WarcHeader& header) {
  if (header.content_type == "text/dns") return true;
  for (const std::string_view scheme :
       {"dns:"sv, "metadata:"sv, "whois:"sv, "urn:"sv, "screenshot:"sv}) {
    if (starts_with_ascii_nocase(header.url, scheme)) return true;
  }
  return false;
}

}  // namespace

bool begins_record(std::string_view text) {
  if (!text.starts_with(kRecordMagic) || text.size() < 9) return false;
  const bool version = (text[5] == '0' || text[5] == '1') && text[6] == '.';
  const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size()));
  return version && line.size() <= kMaxVersionLine;
}

std::optional<HeaderExtent> HeaderSearch::in(std::string_view window) {
  for (auto at = window.find('\n', searched_); at != std::string_view::npos;
       at = window.find('\n', at + 1)) {
    const std::string_view next = window.substr(at + 1);
    if (next.starts_with('\n')) return HeaderExtent{at + 2, true};
    if (next.starts_with("\r\n")) return HeaderExtent{at + 3, true};
    if (begins_record(next)) return HeaderExtent{at + 1, false};
  }
  // A line end this near the window's is looked at again: what follows it is not all there.
  searched_ = window.size() - std::min(window.size(), kMaxVersionLine + 2);
  return std::nullopt;
}

std::string clean_uri(std::string_view uri) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  std::string clean;
  for (const char c : uri.substr(0, kMaxUrlBytes)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      clean += c;
    } else {
      clean += '%';
      clean += kDigits[byte >> 4];
      clean += kDigits[byte & 15];
    }
  }
  return clean;
}

std::optional<std::uint64_t> parse_length(std::string_view value) {
  std::uint64_t length = 0;
  const auto result = std::from_chars(value.data(), value.data() + value.size(), length);
  if (result.ec != std::errc() || result.ptr != value.data() + value.size()) return std::nullopt;
  return length;
}

WarcHeader parse_warc_header(std::string_view lines) {
  WarcHeader header;
  bool contradictory = false;
  HeaderFields fields(lines);
  while (const auto field = fields.next()) {
    if (equals_ascii_nocase(field->name, "warc-type")) {
      header.type = to_lower_ascii(field->value);
    } else if (equals_ascii_nocase(field->name, "warc-target-uri")) {
      header.url = clean_uri(field->value);
    } else if (equals_ascii_nocase(field->name, "warc-record-id")) {
      header.id = clean_uri(field->value);
    } else if (equals_ascii_nocase(field->name, "warc-refers-to")) {
      header.refers_to = clean_uri(field->value);
    } else if (equals_ascii_nocase(field->name, "warc-refers-to-target-uri")) {
      header.refers_to_url = clean_uri(field->value);
    } else if (equals_ascii_nocase(field->name, "warc-payload-digest")) {
      header.payload_digest = to_lower_ascii(field->value);
    } else if (equals_ascii_nocase(field->name, "warc-date")) {
      header.date = parse_warc_date(field->value);
    } else if (equals_ascii_nocase(field->name, "warc-truncated")) {
      header.truncated = true;
    } else if (equals_ascii_nocase(field->name, "content-type")) {
      ContentType type = parse_content_type(field->value);
      header.content_type = std::move(type.media_type);
      header.charset = std::move(type.charset);
    } else if (equals_ascii_nocase(field->name, "content-length")) {
      const auto length = parse_length(field->value);
      contradictory = contradictory || !length || (header.length && header.length != length);
      header.length = length;
    }
  }
  if (contradictory) header.length.reset();
  return header;
}

std::optional<ContentItem> page_of(const WarcRecord& record, const ContentContext& context) {
  const WarcHeader& header = record.header;
  const auto skipped = [&](SkipReason reason, std::string detail) {
    return SkippedInput{record.origin, {reason, std::move(detail)}};
  };
  const std::string& type = header.type;
  if (type == "warcinfo" || type == "request" || type == "metadata") return std::nullopt;
  const bool revisit = type == "revisit" && header.date && !header.url.empty();
  const bool response = type == "response";
  if (!revisit && !response && type != "resource" && type != "conversion")
    return skipped(SkipReason::RecordType, type);
  if (is_crawl_note(header)) return std::nullopt;
  if (context.filter->excludes(header.url)) return skipped(SkipReason::Excluded, header.url);
  if (!context.included && !context.filter->includes(header.url) &&
      !context.filter->includes(canonical_url(header.url)))
    return skipped(SkipReason::Excluded, header.url);
  if (revisit) {
    return Revisit{record.origin,         header.url,          *header.date, header.refers_to,
                   header.payload_digest, header.refers_to_url};
  }
  HttpMessage message;
  if (response || record.block.starts_with("HTTP/1.")) {
    auto parsed = parse_http_message(record.block, context.max_document_bytes);
    if (!parsed) return SkippedInput{record.origin, std::move(parsed.error())};
    message = std::move(*parsed);
  } else {
    message.body = record.block;
    if (header.content_type != "application/http") message.media_type = header.content_type;
    message.charset = header.charset;
  }
  if (message.status != 0 && (message.status < 200 || message.status > 299)) {
    return skipped(SkipReason::HttpStatus, std::to_string(message.status));
  }
  if (is_site_file(header.url)) return skipped(SkipReason::NotText, "instructions for robots");
  if (!may_hold_article(message.media_type, message.body, !response)) {
    return skipped(SkipReason::NotText, message.media_type);
  }
  if (message.body.empty()) return skipped(SkipReason::EmptyFile, {});
  if (message.body.size() > context.max_document_bytes) return skipped(SkipReason::TooLarge, {});
  RawDocument document;
  document.origin = record.origin;
  document.named = false;
  document.url = header.url;
  // A record's own JSON has many names, of which a document has one.
  document.media_type =
      message.media_type.ends_with("json") ? "application/json" : std::move(message.media_type);
  document.charset = std::move(message.charset);
  document.robots = std::move(message.robots);
  document.crawled = header.date;
  document.record_id = header.id;
  document.payload_digest = header.payload_digest;
  document.bytes = std::move(message.body);
  document.truncated = record.truncated || header.truncated || message.truncated;
  return document;
}

}  // namespace pressmark::indexer
