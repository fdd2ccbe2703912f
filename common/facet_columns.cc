#include "common/facet_columns.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "common/hash.h"
#include "common/schema.h"

namespace pressmark {
namespace {

// File: header, table of columns, columns, hashes of all that (CheckedBlocks); each column begins
// at a multiple of eight. Numbers in the byte order of the machine, as mapped. The body of a list
// column: hashes, ends of the texts in the text, beginnings of the rows in the numbers, numbers,
// text.
struct ColumnsHeader {
  char magic[8];
  std::uint32_t rows;
  std::uint32_t columns;
  std::uint64_t mark;  // of the segment; in the older form hash64 of all that follows the header
};
struct ColumnEntry {
  std::uint32_t slot = 0;
  std::uint32_t values = 0;   // in the dictionary
  std::uint32_t numbers = 0;  // in all rows
  std::uint32_t unused = 0;
  std::uint64_t at = 0;    // from the beginning of the file
  std::uint64_t size = 0;  // bytes
};
constexpr FileFormat kColumnsFormat = {"the facet columns", "are", "PMcols02", "PMcols01",
                                       sizeof(ColumnsHeader)};
constexpr std::size_t kGroup = 256;                 // articles
constexpr unsigned kLengths = 0xFFFFFFFFU;          // in the place of a slot: lengths of articles
constexpr std::size_t kMaxTextBytes = 0xFFFFFFFFU;  // of one dictionary: its ends have 32 bits

template <typename T>
void append(std::string& out, std::span<const T> items) {
  out.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
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
  const auto text = text_.some(begin, end - begin);
  return {text.data(), text.size()};
}

std::span<const std::uint32_t> ListColumn::of(Xapian::docid article) const {
  if (article + std::size_t{1} >= rows_.size()) return {};
  const std::size_t group = article / kGroup;
  if (!(*compared_)[group].load(std::memory_order_relaxed)) compare_rows(group);
  const auto rows = rows_.unchecked();
  const auto numbers = numbers_.unchecked();
  const std::uint32_t begin = rows[article];
  const std::uint32_t end = rows[article + 1];
  if (begin > end || end > numbers.size()) return {};
  return numbers.subspan(begin, end - begin);
}

void ListColumn::compare_rows(std::size_t group) const {
  const std::size_t first = group * kGroup;
  const auto rows = rows_.some(first, std::min(kGroup + 1, rows_.size() - first));
  const std::uint32_t begin = rows.front(), end = rows.back();
  if (begin <= end && end <= numbers_.size()) (void)numbers_.some(begin, end - begin);
  (*compared_)[group].store(true, std::memory_order_relaxed);
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
  std::uint64_t at = sizeof(ColumnsHeader) + entries.size() * sizeof(ColumnEntry);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].at = at;
    at += bodies[i].size();
  }
  std::string bytes(sizeof(ColumnsHeader), '\0');
  bytes.reserve(at);
  append(bytes, std::span<const ColumnEntry>(entries));
  for (std::string& body : bodies) {
    bytes += body;
    body = {};
  }
  ColumnsHeader header{{},
                       static_cast<std::uint32_t>(rows),
                       static_cast<std::uint32_t>(entries.size()),
                       hash64(segment.get_uuid())};
  std::memcpy(header.magic, kColumnsFormat.magic.data(), sizeof header.magic);
  std::memcpy(bytes.data(), &header, sizeof header);
  return CheckedBlocks::with_hashes(std::move(bytes));
}

FacetColumns FacetColumns::from_bytes(std::string bytes) {
  FacetColumns columns;
  columns.read(map_bytes(std::move(bytes)), "in memory", nullptr);
  return columns;
}

FacetColumns FacetColumns::of_segment(const std::filesystem::path& directory,
                                      const Xapian::Database& segment) {
  FacetColumns columns = in_file_of(directory, segment);
  return columns.blocks_ ? columns : from_bytes(encode(segment));
}

FacetColumns FacetColumns::in_file_of(const std::filesystem::path& directory,
                                      const Xapian::Database& segment) {
  const std::filesystem::path path = directory / kColumnsFile;
  FacetColumns columns;
  MappedFile file = map_file(path, kColumnsFormat.noun);
  if (file.owner) columns.read(std::move(file), path.string(), &segment);
  return columns;
}

void FacetColumns::verify() const {
  if (blocks_) blocks_->use_all();
}

const ListColumn& FacetColumns::list(unsigned slot) const {
  static const ListColumn kNone;
  const auto found = lists_.find(slot);
  return found == lists_.end() ? kNone : found->second;
}

void FacetColumns::read(MappedFile file, std::string_view name, const Xapian::Database* segment) {
  blocks_ = std::make_shared<const CheckedBlocks>(std::move(file), kColumnsFormat, name);
  const CheckedBlocks& blocks = *blocks_;
  const std::string_view bytes = blocks.content();
  ColumnsHeader header;
  if (bytes.size() < sizeof header) blocks.fail("cut");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.columns > (bytes.size() - sizeof header) / sizeof(ColumnEntry)) blocks.fail("cut");
  if (segment != nullptr && !blocks.older() && header.mark != hash64(segment->get_uuid()))
    blocks.fail("those of another segment");
  // With day and key; a file of an earlier Pressmark has no lengths.
  const std::size_t fixed = header.columns - facet_slots().size();
  if (fixed != 2 && fixed != 3) blocks.fail("damaged");
  const std::size_t rows = header.rows;
  for (const ColumnEntry& entry :
       CheckedSpan<ColumnEntry>(blocks, sizeof header, header.columns).all()) {
    if (entry.at % 8 != 0 || entry.at > bytes.size() || entry.size > bytes.size() - entry.at) {
      blocks.fail("cut");
    }
    if (is_fixed(entry.slot)) {
      const bool keys = entry.slot == slot::kArticleKey;
      if (entry.size != rows * (keys ? 8 : 4)) blocks.fail("damaged");
      if (keys) keys_ = {blocks, entry.at, rows};
      if (entry.slot == slot::kSortDate) dates_ = {blocks, entry.at, rows};
      if (entry.slot == kLengths) lengths_ = {blocks, entry.at, rows};
      continue;
    }
    const std::size_t text_at =
        12 * std::size_t{entry.values} + 4 * (rows + 1) + 4 * std::size_t{entry.numbers};
    if (text_at > entry.size) blocks.fail("damaged");
    ListColumn& column = lists_[entry.slot];
    std::size_t at = entry.at;
    column.hashes_ = {blocks, at, entry.values};
    at += 8 * std::size_t{entry.values};
    column.text_ends_ = {blocks, at, entry.values};
    at += 4 * std::size_t{entry.values};
    column.rows_ = {blocks, at, rows + 1};
    at += 4 * (rows + 1);
    column.numbers_ = {blocks, at, entry.numbers};
    column.text_ = {blocks, entry.at + text_at, entry.size - text_at};
    column.compared_ = std::make_shared<std::vector<std::atomic<bool>>>(rows / kGroup + 1);
  }
}

}  // namespace pressmark
