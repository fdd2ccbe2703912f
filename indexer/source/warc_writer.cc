#include "indexer/source/warc_writer.h"

#include <new>

#include <fmt/core.h>
#include <zlib.h>

#include "common/hash.h"

namespace pressmark::indexer {
namespace {

/// What may stand in the value of a field.
std::string field_value(std::string_view text) {
  std::string value;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F)
      value += fmt::format("%{:02X}", byte);
    else
      value += c;
  }
  return value;
}

/// A name that is the same whenever the same is written: an UUID of version 8, whose bits are ours.
std::string record_id(std::string_view of) {
  std::string hex = hash128_hex(of);
  hex[12] = '8';
  hex[16] = 'a';
  return fmt::format("<urn:uuid:{}-{}-{}-{}-{}>", hex.substr(0, 8), hex.substr(8, 4),
                     hex.substr(12, 4), hex.substr(16, 4), hex.substr(20));
}

/// A digest in hexadecimal as crawlers write it: base 32 (RFC 4648) with its padding.
std::string base32(std::string_view hex) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  constexpr std::size_t kGroup = 8;
  std::string text;
  unsigned bits = 0, held = 0;  // what is not written yet, and how many bits of it
  for (const char c : hex) {
    bits = bits << 4 | static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    held += 4;
    if (held < 5) continue;
    held -= 5;
    text += kDigits[bits >> held & 31];
  }
  if (held > 0) text += kDigits[bits << (5 - held) & 31];
  text.append((kGroup - text.size() % kGroup) % kGroup, '=');
  return text;
}

std::string with_head(std::string head, std::string_view bytes) {
  head += fmt::format("Content-Length: {}\r\n\r\n", bytes.size());
  head += bytes;
  return head + "\r\n\r\n";
}

}  // namespace

std::string warc_record(const WarcResource& resource, std::string_view bytes) {
  const std::string digest = "sha256:" + base32(resource.sha256);  // the payload is the block
  std::string head = fmt::format(
      "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n"
      "WARC-Target-URI: {}\r\nWARC-Payload-Digest: {}\r\nWARC-Block-Digest: {}\r\n"
      "Content-Type: {}\r\nPressmark-Origin: {}\r\n",
      record_id(resource.origin + '\n' + resource.url + '\n' + resource.sha256),
      to_string(resource.date), field_value(resource.url), digest, digest,
      field_value(resource.content_type), field_value(resource.origin));
  if (resource.truncated) head += "WARC-Truncated: unspecified\r\n";
  return with_head(std::move(head), bytes);
}

std::string warcinfo_record(std::string_view software, Instant made) {
  const std::string fields =
      fmt::format("software: {}\r\nformat: WARC File Format 1.1\r\n", software);
  const std::string date = to_string(made);
  return with_head(fmt::format("WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: {}\r\n"
                               "WARC-Date: {}\r\nContent-Type: application/warc-fields\r\n",
                               record_id(fields + date), date),
                   fields);
}

std::string gzip_member(std::string_view bytes) {
  constexpr int kGzip = 15 + 16;  // window bits, and a gzip head
  z_stream stream = {};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::bad_alloc();
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);  // there is room for all of it
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace pressmark::indexer
