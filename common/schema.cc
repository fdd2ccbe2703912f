#include "common/schema.h"

#include <array>

#include "common/hash.h"
#include "common/text.h"
#include "common/utf8.h"

namespace pressmark {
namespace {

// Prefixes and slots are part of the archive's format: a change raises kSchemaVersion.
constexpr auto kFields = [] {
  using enum FieldId;

  constexpr auto kText = FieldKind::Text;
  constexpr auto kExact = FieldKind::Exact;
  constexpr auto kName = FieldKind::Name;
  constexpr auto kDate = FieldKind::Date;
  constexpr auto kNumber = FieldKind::Number;
  constexpr auto kFlag = FieldKind::Flag;
  constexpr auto kNoSlot = std::nullopt;

  return std::array{
      Field{Title, "title", "hd headline", kText, "S", kNoSlot, false, "words of the headline",
            "title:(gas leak)"},
      Field{Lead, "lead", "hlp", kText, "XL", kNoSlot, false,
            "words of the headline and the first two paragraphs", "lead:sabotage"},
      Field{Body, "body", "text", kText, "", kNoSlot, false, "words of the text", "body:pipeline"},
      Field{Author, "author", "by", kName, "A", 2, true, "name in the byline",
            "author:\"Jeanne Dupont\""},
      Field{Source, "source", "site domain", kExact, "H", 3, true, "outlet: domain or name",
            "source:bbc.co.uk"},
      Field{Country, "country", "about", FieldKind::Country, "XC", 4, true,
            "country the article is about", "country:ua,ru"},
      Field{From, "from", "sourcecountry", FieldKind::Country, "XF", 5, true,
            "country of the outlet", "from:gb"},
      Field{Person, "person", "per people", kName, "XP", 6, true, "person in the article",
            "person:\"Emmanuel Macron\""},
      Field{Org, "org", "organisation organization", kName, "XO", 7, true,
            "organisation in the article", "org:NATO"},
      Field{Place, "place", "loc location", kName, "XG", 8, true, "place in the article",
            "place:Kyiv"},
      Field{Entity, "entity", "name", kName, "", kNoSlot, false, "person, organisation or place",
            "entity:Georgia"},
      Field{Lang, "lang", "language sourcelang", FieldKind::Language, "L", 9, true,
            "language of the article", "lang:de"},
      Field{Date, "date", "published", kDate, "D", slot::kSortDate, true, "day of publication",
            "date:2022-08..2022-09"},
      Field{Crawled, "crawled", "", kDate, "", 10, false, "day the page was fetched", "crawled:7d"},
      Field{Added, "added", "", kDate, "", 11, false, "day the article was first indexed",
            "added:today"},
      Field{Section, "section", "", kExact, "XS", 12, true, "section of the outlet",
            "section:politics"},
      Field{Tag, "tag", "keyword", kExact, "K", 13, true, "keyword given by the outlet",
            "tag:energy"},
      Field{Kind, "kind", "", kExact, "T", 14, true, "what the page is: article, live",
            "kind:live"},
      Field{Url, "url", "inurl", kExact, "U", kNoSlot, false, "address, or its beginning with *",
            "url:https://x.org/2022/*"},
      Field{Id, "id", "", kExact, "XI", kNoSlot, false, "id of the article", "id:k3f9q"},
      Field{Origin, "origin", "path", kExact, "XR", kNoSlot, false,
            "file it came from, or its beginning with *", "origin:crawl-39*"},
      Field{Words, "words", "wc", kNumber, "", 15, false, "length in words", "words:>500"},
      Field{Versions, "versions", "", kNumber, "", 16, false, "number of versions seen",
            "versions:>1"},
      Field{Similar, "similar", "", kNumber, "", 17, false, "number of near-copies", "similar:>3"},
      Field{Is, "is", "", kFlag, "XX", kNoSlot, false, "copy, edited, truncated, live", "is:copy"},
      Field{Has, "has", "", kFlag, "XH", kNoSlot, false, "author, date, source, country, person",
            "has:author"},
      Field{Dated, "dated", "", kFlag, "XD", kNoSlot, false, "sure, unsure, none", "dated:sure"},
  };
}();

constexpr bool in_order() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].id) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the rows stand in the order of FieldId");

void append_varint(std::string& out, std::size_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(0x80 | (number & 0x7F));
  out += static_cast<char>(number);
}

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field& field(FieldId id) { return kFields[static_cast<std::size_t>(id)]; }

const Field* find_field(std::string_view name) {
  for (const Field& row : kFields) {
    if (equals_ascii_nocase(row.name, name)) return &row;
    for (const std::string_view alias : split(row.aliases, ' ')) {
      if (!alias.empty() && equals_ascii_nocase(alias, name)) return &row;
    }
  }
  return nullptr;
}

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (prefix.size() > 1 && !value.empty() &&
      (value[0] == ':' || (value[0] >= 'A' && value[0] <= 'Z')))
    term += ':';
  for (const char c : value) term += c == '\0' ? ' ' : c;
  if (term.empty()) term += ':';
  if (term.size() > kMaxTermBytes) {
    const std::string hash = hash128_hex(term);
    term.resize(utf8_prefix(term, kMaxTermBytes - hash.size()).size());
    term += hash;
  }
  return term;
}

std::string encode_key(std::uint64_t key) {
  std::string bytes(8, '\0');
  for (std::size_t i = 8; i-- > 0; key >>= 8) bytes[i] = static_cast<char>(key & 0xFF);
  return bytes;
}

std::uint64_t decode_key(std::string_view bytes) {
  if (bytes.size() != 8) return 0;
  std::uint64_t key = 0;
  for (const char byte : bytes) key = key << 8 | static_cast<unsigned char>(byte);
  return key;
}

std::string encode_fingerprint(std::span<const std::uint32_t> hashes) {
  std::string bytes;
  bytes.reserve(4 * hashes.size());
  for (const std::uint32_t hash : hashes) {
    for (const int shift : {0, 8, 16, 24}) bytes += static_cast<char>(hash >> shift & 0xFF);
  }
  return bytes;
}

std::vector<std::uint32_t> decode_fingerprint(std::string_view bytes) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(bytes.size() / 4);
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(bytes[i])};
  };
  for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
    hashes.push_back(byte(i) | byte(i + 1) << 8 | byte(i + 2) << 16 | byte(i + 3) << 24);
  }
  return hashes;
}

std::string encode_values(std::span<const std::string> values) {
  std::string encoded;
  for (const std::string& value : values) {
    append_varint(encoded, value.size());
    encoded += value;
  }
  return encoded;
}

std::vector<std::string_view> decode_values(std::string_view encoded) {
  std::vector<std::string_view> values;
  for (std::size_t at = 0; at < encoded.size();) {
    std::size_t size = 0;
    unsigned shift = 0;
    while (at < encoded.size() && shift < 28) {
      const auto byte = static_cast<unsigned char>(encoded[at++]);
      size |= static_cast<std::size_t>(byte & 0x7F) << shift;
      shift += 7;
      if (byte < 0x80) break;
    }
    if (size > encoded.size() - at) break;
    values.push_back(encoded.substr(at, size));
    at += size;
  }
  return values;
}

}  // namespace pressmark
