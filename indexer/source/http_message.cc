#include "indexer/source/http_message.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "common/text.h"
#include "indexer/source/decompressor.h"
#include "indexer/source/header_fields.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxEncodings = 4;
constexpr std::size_t kMaxRobotsBytes = 4096;
constexpr std::size_t kMaxSizeDigits = 16;

/// What the header says of the body.
struct BodyHeader {
  bool chunked = false;
  bool has_content_range = false;
  std::vector<std::string> encodings;  // in the order they were applied
  std::optional<std::uint64_t> length;
};

int parse_status(std::string_view line) {
  const auto blank = line.find(' ');
  if (blank == std::string_view::npos) return 0;
  line.remove_prefix(std::min(line.find_first_not_of(' ', blank), line.size()));
  int status = 0;
  const auto [end, error] =
      std::from_chars(line.data(), line.data() + std::min<std::size_t>(line.size(), 3), status);
  return error == std::errc() && end == line.data() + 3 ? status : 0;
}

/// "100 Continue" and "103 Early Hints" come before the response that counts.
std::string_view behind_interim_responses(std::string_view block) {
  constexpr int kMaxInterim = 10;
  for (int i = 0; i < kMaxInterim; ++i) {
    const int status = parse_status(block.substr(0, block.find('\n')));
    const auto end = header_end(block);
    if (status < 100 || status > 199 || !end || !block.substr(*end).starts_with("HTTP/")) break;
    block.remove_prefix(*end);
  }
  return block;
}

BodyHeader parse_header(std::string_view lines, HttpMessage& message) {
  BodyHeader header;
  HeaderFields fields(lines);
  while (const auto field = fields.next()) {
    if (equals_ascii_nocase(field->name, "content-type")) {
      ContentType type = parse_content_type(field->value);
      message.media_type = std::move(type.media_type);
      message.charset = std::move(type.charset);
    } else if (equals_ascii_nocase(field->name, "x-robots-tag")) {
      if (message.robots.size() < kMaxRobotsBytes)
        message.robots.append(field->value.substr(0, kMaxRobotsBytes)).append("\n");
    } else if (equals_ascii_nocase(field->name, "transfer-encoding")) {
      header.chunked = to_lower_ascii(field->value).find("chunked") != std::string::npos;
    } else if (equals_ascii_nocase(field->name, "content-encoding")) {
      for (const std::string_view name : split(field->value, ',')) {
        header.encodings.push_back(to_lower_ascii(trim(name)));
        if (header.encodings.size() > kMaxEncodings) break;
      }
    } else if (equals_ascii_nocase(field->name, "content-range")) {
      header.has_content_range = true;
    } else if (equals_ascii_nocase(field->name, "content-length")) {
      std::uint64_t length = 0;
      const auto* const begin = field->value.data();
      const auto result = std::from_chars(begin, begin + field->value.size(), length);
      if (result.ec == std::errc() && result.ptr == begin + field->value.size())
        header.length = length;
    }
  }
  return header;
}

struct Dechunked {
  std::string body;
  bool truncated = false;
};

/// The number at the start of a chunk's size line; nothing when it is none.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
  std::uint64_t size = 0;
  const auto digits = std::min(line.find_first_not_of("0123456789abcdefABCDEF"), line.size());
  if (digits == 0 || digits > kMaxSizeDigits) return std::nullopt;
  const std::string_view behind = line.substr(digits);
  if (!behind.empty() && behind.find_first_of(" \t\r;") != 0) return std::nullopt;
  std::from_chars(line.data(), line.data() + digits, size, 16);
  return size;
}

/// A chunked body put together; nothing when it does not begin with a chunk, and so was recorded
/// without. Where the chunks break off or stop making sense, the rest is taken as it is.
std::optional<Dechunked> dechunk(std::string_view bytes) {
  Dechunked result;
  bool first = true;
  while (true) {
    if (bytes.starts_with("\r\n")) bytes.remove_prefix(2);
    const auto line_end = bytes.substr(0, 8192).find('\n');
    const auto size =
        chunk_size(bytes.substr(0, std::min(line_end, std::size_t{kMaxSizeDigits + 1})));
    if (line_end == std::string_view::npos || !size) {
      if (first) return std::nullopt;
      result.body += bytes;
      result.truncated = true;
      return result;
    }
    first = false;
    bytes.remove_prefix(line_end + 1);
    if (*size == 0) return result;
    result.body += bytes.substr(0, *size);
    if (*size >= bytes.size()) {
      result.truncated = true;
      return result;
    }
    bytes.remove_prefix(*size);
  }
}

/// Encoded bytes hardly ever go on for long without a control byte; text does.
bool looks_like_text(std::string_view bytes) {
  return std::ranges::none_of(bytes.substr(0, 128), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
  });
}

bool has_zlib_header(std::string_view bytes) {
  if (bytes.size() < 2 || (bytes[0] & 0x0F) != 8) return false;
  return (static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1])) %
             31 ==
         0;
}

/// The compression that the bytes are really in, given what the header calls it; nothing: they are
/// plain.
std::optional<Compression> compression_named(std::string_view name, std::string_view bytes) {
  const auto by_magic = compression_of(bytes);
  if (by_magic == Compression::Gzip || by_magic == Compression::Zstd) return by_magic;
  if (looks_like_text(bytes)) return std::nullopt;
  if (name == "deflate")
    return has_zlib_header(bytes) ? Compression::Zlib : Compression::RawDeflate;
  if (name == "br") return Compression::Brotli;
  return std::nullopt;
}

/// Takes one encoding off; false when the bytes are plain already.
Outcome<bool> decode_once(std::string_view name, std::size_t max_bytes, HttpMessage& message) {
  const auto compression = compression_named(name, message.body);
  if (!compression) return false;
  Decompressed plain = decompress(*compression, message.body, max_bytes);
  if (plain.end == Decompressed::End::Damaged && compression == Compression::Zlib) {
    plain = decompress(Compression::RawDeflate, message.body, max_bytes);
  }
  switch (plain.end) {
    case Decompressed::End::TooLarge:
      return skip(SkipReason::TooLarge,
                  "body unfolds to more than " + std::to_string(max_bytes) + " bytes");
    case Decompressed::End::Damaged:
      return skip(SkipReason::Damaged, "encoded body is damaged");
    case Decompressed::End::Cut:
      message.truncated = true;
      break;
    case Decompressed::End::Whole:
      break;
  }
  message.body = std::move(plain.bytes);
  return true;
}

}  // namespace

Outcome<HttpMessage> parse_http_message(std::string_view block, std::size_t max_body_bytes) {
  HttpMessage message;
  if (!block.starts_with("HTTP/")) {
    message.body = block;
    return message;
  }
  block = behind_interim_responses(block);
  const auto end = header_end(block);
  const std::string_view head = block.substr(0, end.value_or(block.size()));
  const auto first_line = std::min(head.find('\n'), head.size());
  message.status = parse_status(head.substr(0, first_line));
  const BodyHeader header =
      parse_header(head.substr(std::min(first_line + 1, head.size())), message);
  const std::string_view body = end ? block.substr(*end) : std::string_view{};
  std::optional<Dechunked> dechunked;
  if (header.chunked) dechunked = dechunk(body);
  if (dechunked) {
    message.body = std::move(dechunked->body);
    message.truncated = dechunked->truncated;
  } else {
    message.body = body;
    message.truncated = header.encodings.empty() && header.length && *header.length > body.size();
  }
  message.truncated = message.truncated || (message.status == 206 && header.has_content_range);
  if (header.encodings.size() > kMaxEncodings)
    return skip(SkipReason::Damaged, "too many content encodings");
  for (std::size_t i = header.encodings.size(); i-- > 0;) {
    auto decoded = decode_once(header.encodings[i], max_body_bytes, message);
    if (!decoded) return Unexpected<Skip>(std::move(decoded.error()));
  }
  if (header.encodings.empty() && compression_of(message.body) == Compression::Gzip) {
    auto decoded = decode_once("gzip", max_body_bytes, message);
    if (!decoded) return Unexpected<Skip>(std::move(decoded.error()));
  }
  if (message.body.size() > max_body_bytes) {
    return skip(SkipReason::TooLarge, "more than " + std::to_string(max_body_bytes) + " bytes");
  }
  return message;
}

}  // namespace pressmark::indexer
