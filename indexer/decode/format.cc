#include "indexer/decode/format.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "indexer/decode/text_listing.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMarkupBlank = " \t\r\n\f";

struct Magic {
  std::string_view bytes;
  std::string_view what;
};

constexpr Magic kMagics[] = {
    {"\xff\xd8\xff"sv, "JPEG image"},
    {"\x89PNG\r\n\x1a\n"sv, "PNG image"},
    {"GIF87a"sv, "GIF image"},
    {"GIF89a"sv, "GIF image"},
    {"%PDF-"sv, "PDF"},
    {"\x7f"
     "ELF"sv,
     "program"},
    {"PK\x03\x04"sv, "zip archive"},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "office document"},
    {"wOFF"sv, "font"},
    {"wOF2"sv, "font"},
    {"OTTO\0"sv, "font"},
    {"\0\1\0\0"sv, "font"},
    {"\0\0\1\0"sv, "icon"},
    {"OggS"sv, "Ogg media"},
    {"ID3\3"sv, "MP3 audio"},
    {"ID3\4"sv, "MP3 audio"},
    {"\0\0\0\x18"
     "ftyp"sv,
     "MP4 video"},
    {"\0\0\0\x20"
     "ftyp"sv,
     "MP4 video"},
    {"\0\0\0\x1c"
     "ftyp"sv,
     "MP4 video"},
    {"SQLite format 3\0"sv, "database"},
    {"\x1f\x8b"sv, "gzip within gzip"},
    {"\x28\xb5\x2f\xfd"sv, "zstd within a container"},
    {"\xfd"
     "7zXZ\0"sv,
     "xz within a container"},
    {"7z\xbc\xaf\x27\x1c"sv, "7z archive"},
    {"Rar!\x1a\x07"sv, "RAR archive"},
    {"\xca\xfe\xba\xbe"sv, "program"},
    {"II*\0"sv, "TIFF image"},
    {"MM\0*"sv, "TIFF image"},
};

constexpr std::size_t kSample = std::size_t{64} << 10;

constexpr std::size_t kPiece = std::size_t{4} << 10;  // looked at byte by byte, at three places

/// Shares of a sample that text does not have.
struct ByteCounts {
  std::size_t all = 0;
  std::size_t zeros = 0;
  std::size_t controls = 0;  // without zeros, white space and ESC
};

ByteCounts count_bytes(std::string_view bytes) {
  ByteCounts counts;
  const auto count = [&](std::string_view part) {
    counts.all += part.size();
    for (const char c : part) {
      const auto byte = static_cast<unsigned char>(c);
      counts.zeros += byte == 0;
      counts.controls +=
          (byte > 0 && byte < 0x20 && byte != 0x1B && (byte < 0x08 || byte > 0x0D)) || byte == 0x7F;
    }
  };
  count(bytes.substr(0, kPiece));
  if (bytes.size() > 3 * kPiece) {
    count(bytes.substr(bytes.size() / 2, kPiece));
    count(bytes.substr(bytes.size() - kPiece));
  }
  return counts;
}

bool begins_as_markup(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kMarkupBlank), text.size()));
  for (const std::string_view start :
       {"<!doctype"sv, "<html"sv, "<head"sv, "<body"sv, "<?xml"sv, "<!--"sv}) {
    if (starts_with_ascii_nocase(text, start)) return true;
  }
  return false;
}

/// The name of the root element in lower case, behind declarations and comments; empty when the
/// text begins otherwise.
std::string root_element(std::string_view text) {
  while (true) {
    const auto open = text.find_first_not_of(kMarkupBlank);
    if (open == std::string_view::npos || text[open] != '<') return {};
    text.remove_prefix(open);
    if (text.starts_with("<!--")) {
      const auto end = text.find("-->", 4);
      if (end == std::string_view::npos) return {};
      text.remove_prefix(end + 3);
    } else if (text.starts_with("<?")) {
      const auto end = text.find('>');
      if (end == std::string_view::npos) return {};
      text.remove_prefix(end + 1);
    } else if (text.starts_with("<!")) {
      auto end = text.find_first_of("[>");
      if (end != std::string_view::npos && text[end] == '[') end = text.find("]>", end);
      if (end == std::string_view::npos) return {};
      text.remove_prefix(text.find('>', end) + 1);
    } else {
      std::string_view name = text.substr(1, text.find_first_of(" \t\r\n\f/>", 1) - 1);
      if (name.size() > 64) return {};
      if (const auto colon = name.find(':'); colon != std::string_view::npos && name != "rdf:RDF") {
        name.remove_prefix(colon + 1);
      }
      return to_lower_ascii(name);
    }
  }
}

constexpr std::array kNewsRoots = {"nitf"sv, "newsml"sv, "newsitem"sv, "newsmessage"sv};

constexpr std::array kTagNames = {
    "html"sv, "head"sv,   "body"sv,  "title"sv,   "meta"sv,    "link"sv,   "div"sv,    "p"sv,
    "br"sv,   "a"sv,      "span"sv,  "table"sv,   "tr"sv,      "td"sv,     "ul"sv,     "li"sv,
    "h1"sv,   "h2"sv,     "h3"sv,    "b"sv,       "i"sv,       "em"sv,     "strong"sv, "font"sv,
    "img"sv,  "script"sv, "style"sv, "article"sv, "section"sv, "header"sv, "main"sv,   "center"sv};

constexpr std::size_t kLongestTagName = 10;

/// Tags with names of HTML in the first kilobytes, but not more than `enough`.
std::size_t count_tags(std::string_view text, std::size_t enough) {
  text = text.substr(0, kSample);
  std::size_t count = 0;
  for (auto at = text.find('<'); at != std::string_view::npos && count < enough;
       at = text.find('<', at + 1)) {
    const std::size_t begin = at + (text.substr(at + 1).starts_with("/") ? 2 : 1);
    const std::string_view name = text.substr(begin, kLongestTagName + 1);
    const auto end = name.find_first_of(" \t\r\n\f/>");
    if (end == std::string_view::npos) continue;
    const std::string lower = to_lower_ascii(name.substr(0, end));
    count += std::ranges::count(kTagNames, lower) > 0;
  }
  return count;
}

bool ends_as_code(std::string_view origin) {
  for (const std::string_view ending :
       {".js"sv, ".mjs"sv, ".js.download"sv, ".css"sv, ".map"sv, ".svg"sv}) {
    if (origin.ends_with(ending)) return true;
  }
  return false;
}

bool is_code_type(std::string_view media_type) {
  return media_type == "text/css" || media_type.ends_with("javascript") ||
         media_type.ends_with("ecmascript");
}

}  // namespace

std::optional<std::string_view> binary_kind(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return magic.what;
  }
  const ByteCounts counts = count_bytes(bytes);
  // Pages with stray control bytes exist; noise has one byte in ten of them.
  const std::size_t tolerated = begins_as_markup(bytes) ? counts.all / 12 : counts.all / 50;
  if (counts.controls > tolerated + 8) return "binary data";
  if (!begins_as_markup(bytes) && counts.zeros > counts.all / 4 + 8) return "binary data";
  return std::nullopt;
}

Outcome<Format> format_of(std::string_view text, std::string_view media_type,
                          std::string_view origin) {
  const auto first = text.find_first_not_of(kMarkupBlank);
  if (first == std::string_view::npos) return Format::PlainText;
  if (text[first] == '{' && media_type == "application/json") return Format::JsonArticle;
  const std::string_view body = text.substr(first);
  if (text.starts_with("#!/")) return skip(SkipReason::NotText, "script");
  const std::string root = root_element(body);
  if (std::ranges::count(kNewsRoots, root) > 0) return Format::NewsXml;
  if (body.starts_with("<?xml") && root != "html" && !root.empty() && count_tags(body, 8) < 8) {
    return skip(SkipReason::NotText, "XML with the root element " + root);
  }
  for (const std::string_view other :
       {"rss"sv, "feed"sv, "svg"sv, "urlset"sv, "sitemapindex"sv, "rdf:rdf"sv}) {
    if (root == other) return skip(SkipReason::NotText, "XML with the root element " + root);
  }
  if (begins_as_markup(body)) return Format::Html;
  const std::size_t needed = media_type == "text/html" || media_type == "application/xhtml+xml" ? 1
                             : media_type == "text/plain"                                       ? 20
                             : root.empty()                                                     ? 6
                                                                                                : 2;
  if (count_tags(body, needed) >= needed) return Format::Html;
  if (is_code_type(media_type) || ends_as_code(origin))
    return skip(SkipReason::NotText, "script or style sheet");
  if (const auto listing = listing_kind(body))
    return skip(SkipReason::NotText, std::string(*listing));
  return Format::PlainText;
}

}  // namespace pressmark::indexer
