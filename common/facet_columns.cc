#include "common/facet_columns.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "common/error.h"
#include "common/hash.h"
#include "common/schema.h"

namespace pressmark {
namespace {

// File: header, table of columns, columns; each column begins at a multiple of eight. Numbers in
// the byte order of the machine, as mapped. The body of a list column: hashes, ends of the texts in
// the text, beginnings of the rows in the numbers, numbers, text.
struct Header {
  char magic[8];
  std::uint32_t rows;
  std::uint32_t columns;
  std::uint64_t checksum;  // hash64 of all that follows the header; for pressmark-index --check
};
struct ColumnEntry {
  std::uint32_t slot = 0;
  std::uint32_t values = 0;   // in the dictionary
  std::uint32_t numbers = 0;  // in all rows
  std::uint32_t unused = 0;
  std::uint64_t at = 0;    // from the beginning of the file
  std::uint64_t size = 0;  // bytes
};
constexpr char kMagic[8] = {'P', 'M', 'c', 'o', 'l', 's', '0', '1'};
constexpr unsigned kLengths = 0xFFFFFFFFU;          // in the place of a slot: lengths of articles
constexpr std::size_t kMaxTextBytes = 0xFFFFFFFFU;  // of one dictionary: its ends have 32 bits

[[noreturn]] void fail(std::string_view name, const char* what) {
  throw Damage("the facet columns " + std::string(name) + " " + what);
}

template <typename T>
void append(std::string& out, std::span<const T> items) {
  out.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
}

template <typename T>
std::span<const T> view(std::string_view bytes, std::size_t at, std::size_t count) {
  return {reinterpret_cast<const T*>(bytes.data() + at), count};
}

std::size_t aligned(std::size_t size) { return (size + 7) & ~std::size_t{7}; }

bool is_fixed(unsigned slot_number) {
  return slot_number == slot::kSortDate || slot_number == slot::kArticleKey ||
         slot_number == kLengths;
}

std::vector<unsigned> facet_slots() {
  std::vector<unsigned> slots;
  for (const Field& row : fields()) {
    if (row.facet && row.slot && !is_fixed(*row.slot)) slots.push_back(*row.slot);
  }
  return slots;
}

std::uint32_t parse_day(std::string_view digits) {
  std::uint32_t day = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), day);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && digits.size() == 8 ? day : 0;
}

/// The fixed column of a slot: one T an article.
template <typename T, typename Decode>
std::string encode_fixed(const Xapian::Database& segment, std::size_t rows, unsigned slot_number,
                         Decode decode) {
  std::vector<T> values(rows, 0);
  for (auto it = segment.valuestream_begin(slot_number); it != segment.valuestream_end(slot_number);
       ++it) {
    values[it.get_docid()] = decode(*it);
  }
  std::string body;
  append(body, std::span<const T>(values));
  return body;
}

std::string encode_lengths(const Xapian::Database& segment, std::size_t rows) {
  std::vector<std::uint32_t> lengths(rows, 0);
  for (auto it = segment.postlist_begin(""); it != segment.postlist_end(""); ++it) {
    lengths[*it] = it.get_doclength();
  }
  std::string body;
  append(body, std::span<const std::uint32_t>(lengths));
  return body;
}

/// The list column of a slot; sets what its entry says of it.
std::string encode_list(const Xapian::Database& segment, std::size_t rows, ColumnEntry& entry) {
  std::unordered_map<std::string, std::uint32_t> known;
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> ends, starts(rows + 1, 0), numbers;
  std::string text;
  Xapian::docid filled = 0;
  for (auto it = segment.valuestream_begin(entry.slot); it != segment.valuestream_end(entry.slot);
       ++it) {
    const Xapian::docid article = it.get_docid();
    while (filled <= article) starts[filled++] = static_cast<std::uint32_t>(numbers.size());
    const std::size_t begin = numbers.size();
    const std::string encoded = *it;
    for (const std::string_view value : decode_values(encoded)) {
      if (text.size() + value.size() > kMaxTextBytes) break;
      const auto [found, is_new] =
          known.try_emplace(std::string(value), static_cast<std::uint32_t>(hashes.size()));
      if (is_new) {
        hashes.push_back(hash64(value));
        text += value;
        ends.push_back(static_cast<std::uint32_t>(text.size()));
      }
      const auto row = numbers.begin() + static_cast<std::ptrdiff_t>(begin);
      if (std::find(row, numbers.end(), found->second) == numbers.end()) {
        numbers.push_back(found->second);
      }
    }
  }
  while (filled <= rows) starts[filled++] = static_cast<std::uint32_t>(numbers.size());
  entry.values = static_cast<std::uint32_t>(hashes.size());
  entry.numbers = static_cast<std::uint32_t>(numbers.size());
  std::string body;
  append(body, std::span<const std::uint64_t>(hashes));
  append(body, std::span<const std::uint32_t>(ends));
  append(body, std::span<const std::uint32_t>(starts));
  append(body, std::span<const std::uint32_t>(numbers));
  return body + text;
}

}  // namespace

std::string_view ListColumn::value(std::uint32_t number) const {
  const std::uint32_t begin = number == 0 ? 0 : text_ends_[number - 1];
  const std::uint32_t end = text_ends_[number];
  if (begin > end || end > text_.size()) return {};
  return text_.substr(begin, end - begin);
}

std::span<const std::uint32_t> ListColumn::of(Xapian::docid article) const {
  if (article + std::size_t{1} >= rows_.size()) return {};
  const std::uint32_t begin = rows_[article];
  const std::uint32_t end = rows_[article + 1];
  if (begin > end || end > numbers_.size()) return {};
  return numbers_.subspan(begin, end - begin);
}

std::string FacetColumns::encode(const Xapian::Database& segment) {
  const std::size_t rows = std::size_t{segment.get_lastdocid()} + 1;
  std::vector<ColumnEntry> entries;
  std::vector<std::string> bodies;
  const auto add = [&](ColumnEntry entry, std::string body) {
    entry.size = body.size();
    body.resize(aligned(body.size()));
    entries.push_back(entry);
    bodies.push_back(std::move(body));
  };
  add({.slot = slot::kSortDate},
      encode_fixed<std::uint32_t>(segment, rows, slot::kSortDate, parse_day));
  add({.slot = slot::kArticleKey},
      encode_fixed<std::uint64_t>(segment, rows, slot::kArticleKey, decode_key));
  add({.slot = kLengths}, encode_lengths(segment, rows));
  for (const unsigned slot_number : facet_slots()) {
    ColumnEntry entry{.slot = slot_number};
    std::string body = encode_list(segment, rows, entry);
    add(entry, std::move(body));
  }
  std::uint64_t at = sizeof(Header) + entries.size() * sizeof(ColumnEntry);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].at = at;
    at += bodies[i].size();
  }
  std::string bytes(sizeof(Header), '\0');
  bytes.reserve(at);
  append(bytes, std::span<const ColumnEntry>(entries));
  for (std::string& body : bodies) {
    bytes += body;
    body = {};
  }
  Header header{{},
                static_cast<std::uint32_t>(rows),
                static_cast<std::uint32_t>(entries.size()),
                hash64(std::string_view(bytes).substr(sizeof(Header)))};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

FacetColumns::FacetColumns(const std::filesystem::path& file) {
  file_ = map_file(file, "the facet columns");
  if (!file_.owner) fail(file.string(), "are missing");
  read(file_.bytes, file.string());
}

FacetColumns FacetColumns::from_bytes(std::string bytes) {
  FacetColumns columns;
  columns.file_ = map_bytes(std::move(bytes));
  columns.read(columns.file_.bytes, "in memory");
  return columns;
}

FacetColumns FacetColumns::of_segment(const std::filesystem::path& directory,
                                      const Xapian::Database& segment) {
  FacetColumns columns = in_file_of(directory);
  return columns.file_.owner ? columns : from_bytes(encode(segment));
}

FacetColumns FacetColumns::in_file_of(const std::filesystem::path& directory) {
  const std::filesystem::path file = directory / kColumnsFile;
  FacetColumns columns;
  columns.file_ = map_file(file, "the facet columns");
  if (columns.file_.owner) columns.read(columns.file_.bytes, file.string());
  return columns;
}

void FacetColumns::verify(const std::filesystem::path& file) const {
  if (file_.owner && hash64(checked_) != checksum_) fail(file.string(), "are damaged");
}

const ListColumn& FacetColumns::list(unsigned slot) const {
  static const ListColumn kNone;
  const auto found = lists_.find(slot);
  return found == lists_.end() ? kNone : found->second;
}

void FacetColumns::read(std::string_view bytes, std::string_view name) {
  Header header;
  if (bytes.size() < sizeof header) fail(name, "are cut");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) fail(name, "are damaged");
  if (header.columns > (bytes.size() - sizeof header) / sizeof(ColumnEntry)) fail(name, "are cut");
  checksum_ = header.checksum;
  checked_ = bytes.substr(sizeof header);
  // With day and key; a file of an earlier Pressmark has no lengths.
  const std::size_t fixed = header.columns - facet_slots().size();
  if (fixed != 2 && fixed != 3) fail(name, "are damaged");
  const std::size_t rows = header.rows;
  for (const ColumnEntry& entry : view<ColumnEntry>(bytes, sizeof header, header.columns)) {
    if (entry.at % 8 != 0 || entry.at > bytes.size() || entry.size > bytes.size() - entry.at) {
      fail(name, "are cut");
    }
    const std::string_view body = bytes.substr(entry.at, entry.size);
    if (is_fixed(entry.slot)) {
      const bool keys = entry.slot == slot::kArticleKey;
      if (body.size() != rows * (keys ? 8 : 4)) fail(name, "are damaged");
      if (keys) keys_ = view<std::uint64_t>(body, 0, rows);
      if (entry.slot == slot::kSortDate) dates_ = view<std::uint32_t>(body, 0, rows);
      if (entry.slot == kLengths) lengths_ = view<std::uint32_t>(body, 0, rows);
      continue;
    }
    const std::size_t text_at =
        12 * std::size_t{entry.values} + 4 * (rows + 1) + 4 * std::size_t{entry.numbers};
    if (text_at > body.size()) fail(name, "are damaged");
    ListColumn& column = lists_[entry.slot];
    std::size_t at = 0;
    column.hashes_ = view<std::uint64_t>(body, at, entry.values);
    at += column.hashes_.size_bytes();
    column.text_ends_ = view<std::uint32_t>(body, at, entry.values);
    at += column.text_ends_.size_bytes();
    column.rows_ = view<std::uint32_t>(body, at, rows + 1);
    at += column.rows_.size_bytes();
    column.numbers_ = view<std::uint32_t>(body, at, entry.numbers);
    column.text_ = body.substr(text_at);
  }
}

}  // namespace pressmark
