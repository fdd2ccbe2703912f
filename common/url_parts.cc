#include "common/url_parts.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include <unicode/idna.h>

#include "common/text.h"
#include "common/url.h"

namespace pressmark {
namespace {

bool is_alnum(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_percent(std::string& out, unsigned char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += '%';
  out += kHex[c >> 4U];
  out += kHex[c & 15U];
}

/// RFC 3986, 5.2.4, in one pass over the segments.
std::string without_dot_segments(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> segments = split(path.substr(1), '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool last = i + 1 == segments.size();
    if (segments[i] == "." || segments[i] == "..") {
      if (segments[i] == ".." && !kept.empty()) kept.pop_back();
      if (last) kept.emplace_back();
    } else {
      kept.push_back(segments[i]);
    }
  }
  std::string out;
  for (const std::string_view segment : kept) {
    out += '/';
    out += segment;
  }
  return out.empty() ? "/" : out;
}

}  // namespace

std::string normal_percent(std::string_view text) {
  constexpr std::string_view kEncoded = " \"<>\\^`{|}";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const int high = c == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      const auto decoded = static_cast<unsigned char>(high * 16 + low);
      if (is_alnum(decoded) || decoded == '-' || decoded == '.' || decoded == '_' ||
          decoded == '~') {
        out += static_cast<char>(decoded);
      } else {
        append_percent(out, decoded);
      }
      i += 2;
    } else if (c == '%' || c <= 0x20 || c >= 0x7F || kEncoded.find(static_cast<char>(c)) != npos) {
      append_percent(out, c);
    } else {
      out += static_cast<char>(c);
    }
  }
  return out;
}

std::string normal_host(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  if (host.empty() || host.size() > 1024) return {};
  std::string name(host);
  const bool ascii =
      std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) {
    static const std::unique_ptr<const icu::IDNA> idna = [] {
      UErrorCode status = U_ZERO_ERROR;
      return std::unique_ptr<const icu::IDNA>(
          icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
    }();
    if (!idna) return {};
    std::string converted;
    icu::StringByteSink<std::string> sink(&converted);
    icu::IDNAInfo info;
    UErrorCode status = U_ZERO_ERROR;
    idna->nameToASCII_UTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())),
                           sink, info, status);
    if (U_FAILURE(status) || info.hasErrors()) return {};
    name = std::move(converted);
  }
  name = to_lower_ascii(name);
  if (name.size() > 253 || name.empty() || name.front() == '.' || name.find("..") != npos)
    return {};
  if (name.front() == '[') {
    const bool closed = name.size() > 3 && name.back() == ']' &&
                        name.find_first_not_of("0123456789abcdef:.", 1) == name.size() - 1;
    return closed ? name : std::string();
  }
  for (const char c : name) {
    if (!is_alnum(static_cast<unsigned char>(c)) && c != '-' && c != '.' && c != '_') return {};
  }
  return name;
}

std::string without_url_noise(std::string_view url) {
  std::string out;
  out.reserve(url.size());
  for (const char c : trim(url)) {
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  }
  for (std::size_t at = out.find("&amp;"); at != npos; at = out.find("&amp;", at + 1))
    out.erase(at + 1, 4);
  return out;
}

std::optional<UrlParts> parse_url(std::string_view url) {
  if (url.size() > kMaxUrlBytes) return std::nullopt;
  const std::string clean = without_url_noise(url);
  std::string_view rest = clean;
  UrlParts parts;
  if (starts_with_ascii_nocase(rest, "https://")) {
    parts.secure = true;
    rest.remove_prefix(8);
  } else if (starts_with_ascii_nocase(rest, "http://")) {
    rest.remove_prefix(7);
  } else {
    return std::nullopt;
  }
  std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
  rest.remove_prefix(authority.size());
  if (const std::size_t at = authority.rfind('@'); at != npos) authority.remove_prefix(at + 1);
  const std::size_t colon = authority.rfind(':');
  if (colon != npos && authority.find(']', colon) == npos) {
    std::string_view port = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
    while (port.starts_with('0')) port.remove_prefix(1);
    if (port.size() > 5 || port.find_first_not_of("0123456789") != npos) return std::nullopt;
    if (port != (parts.secure ? "443" : "80")) parts.port = port;
  }
  parts.host = normal_host(authority);
  if (parts.host.empty()) return std::nullopt;
  if (const std::size_t hash = rest.find('#'); hash != npos) {
    parts.fragment = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
  }
  if (const std::size_t mark = rest.find('?'); mark != npos) {
    parts.query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  std::string path(rest.empty() ? "/" : rest);
  std::ranges::replace(path, '\\', '/');
  if (path.front() != '/') path.insert(0, "/");
  parts.path = without_dot_segments(normal_percent(path));
  return parts;
}

}  // namespace pressmark
