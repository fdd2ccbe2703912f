#include "common/weight_bounds.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>
#include <vector>

#include "common/analysis.h"
#include "common/hash.h"

namespace pressmark {
namespace {

// File: header, average length, ends of the terms in the text, text, levels by term and block,
// hashes of all that (CheckedBlocks). Terms ascend. Numbers in the byte order of the machine, as
// mapped.
struct BoundsHeader {
  char magic[8];
  std::uint32_t terms;
  std::uint32_t blocks;
  std::uint64_t text_bytes;
  std::uint64_t mark;  // of the segment; in the older form hash64 of all that follows the header
};
constexpr FileFormat kBoundsFormat = {"the bounds of weights", "are", "PMbound2", "PMbound1",
                                      sizeof(BoundsHeader)};

// A list of fewer articles is read in some ten microseconds.
constexpr Xapian::doccount kFewArticles = 1024;
// And one that most blocks have few of skips little; so the file stays at some bytes an article.
constexpr Xapian::doccount kSeldom = 64;

/// Whether terms that begin so are ever ranked: words as they stand, and stems.
bool is_ranked(std::string_view term) {
  return !term.empty() && (term.front() < 'A' || term.front() > 'Z' ||
                           term.starts_with(prefix::kPlain) || term.starts_with(prefix::kStem));
}

std::uint8_t level_of(double frequency) {
  const double share = frequency / (1 + frequency);
  return static_cast<std::uint8_t>(std::min(255.0, std::ceil(255 * share)));
}

/// The highest level in each block.
std::string levels_of(const Xapian::Database& segment, const std::string& term,
                      std::span<const std::uint32_t> lengths, double average, std::size_t blocks) {
  std::vector<double> most(blocks, 0);
  for (auto it = segment.postlist_begin(term); it != segment.postlist_end(term); ++it) {
    const Xapian::docid article = *it;
    const double length = std::max<std::uint32_t>(1, lengths[article]);
    double& best = most[article / WeightBounds::kBlock];
    best = std::max(best, it.get_wdf() * std::log2(1 + average / length));
  }
  std::string levels;
  for (const double frequency : most) levels += static_cast<char>(level_of(frequency));
  return levels;
}

}  // namespace

std::string WeightBounds::encode(const Xapian::Database& segment,
                                 std::span<const std::uint32_t> lengths) {
  const std::size_t blocks = segment.get_lastdocid() / kBlock + 1;
  const double average = std::max(1.0, segment.get_avlength());
  const Xapian::doccount frequent = std::max(kFewArticles, segment.get_doccount() / kSeldom);
  std::vector<std::uint32_t> ends;
  std::string text, levels;
  for (auto it = segment.allterms_begin(); it != segment.allterms_end();) {
    const std::string term = *it;
    if (!is_ranked(term)) {
      it.skip_to(term.front() < 'Y' ? std::string(prefix::kPlain) : std::string("["));
      continue;
    }
    if (it.get_termfreq() >= frequent && segment.get_collection_freq(term) > 0) {
      text += term;
      ends.push_back(static_cast<std::uint32_t>(text.size()));
      levels += levels_of(segment, term, lengths, average, blocks);
    }
    ++it;
  }
  std::string body(reinterpret_cast<const char*>(&average), sizeof average);
  body.append(reinterpret_cast<const char*>(ends.data()), ends.size() * sizeof ends[0]);
  body += text;
  body += levels;
  BoundsHeader header{{},
                      static_cast<std::uint32_t>(ends.size()),
                      static_cast<std::uint32_t>(blocks),
                      text.size(),
                      hash64(segment.get_uuid())};
  std::memcpy(header.magic, kBoundsFormat.magic.data(), sizeof header.magic);
  return CheckedBlocks::with_hashes(
      std::string(reinterpret_cast<const char*>(&header), sizeof header) + body);
}

WeightBounds WeightBounds::from_bytes(std::string bytes) {
  WeightBounds bounds;
  bounds.read(map_bytes(std::move(bytes)), "in memory", nullptr);
  return bounds;
}

WeightBounds WeightBounds::in_file_of(const std::filesystem::path& directory,
                                      const Xapian::Database& segment) {
  const std::filesystem::path path = directory / kWeightBoundsFile;
  WeightBounds bounds;
  MappedFile file = map_file(path, kBoundsFormat.noun);
  if (file.owner) bounds.read(std::move(file), path.string(), &segment);
  return bounds;
}

void WeightBounds::read(MappedFile file, std::string_view name, const Xapian::Database* segment) {
  blocks_ = std::make_shared<const CheckedBlocks>(std::move(file), kBoundsFormat, name);
  const CheckedBlocks& blocks = *blocks_;
  BoundsHeader header;
  std::string_view bytes = blocks.content();
  if (bytes.size() < sizeof header + sizeof average_length_) blocks.fail("cut");
  std::memcpy(&header, bytes.data(), sizeof header);
  std::memcpy(&average_length_, bytes.data() + sizeof header, sizeof average_length_);
  bytes.remove_prefix(sizeof header + sizeof average_length_);
  if (!(average_length_ >= 1) || header.text_bytes > bytes.size()) blocks.fail("damaged");
  const std::size_t rest = bytes.size() - header.text_bytes;  // of the terms, each as much
  const std::size_t each = sizeof(std::uint32_t) + std::size_t{header.blocks};
  const bool whole = header.terms == 0 ? rest == 0 : rest / header.terms == each;
  if (!whole || (header.terms > 0 && rest % header.terms != 0)) blocks.fail("damaged");
  if (segment != nullptr && !blocks.older() && header.mark != hash64(segment->get_uuid()))
    blocks.fail("those of another segment");
  article_blocks_ = header.blocks;
  text_ends_ = {reinterpret_cast<const std::uint32_t*>(bytes.data()), header.terms};
  text_ = bytes.substr(text_ends_.size_bytes(), header.text_bytes);
  // The list of terms is short, and each search for one looks all over it.
  const std::size_t levels_at =
      blocks.content().size() - bytes.size() + text_ends_.size_bytes() + text_.size();
  blocks.use(blocks.content().substr(0, levels_at));
  levels_ = {blocks, levels_at, header.terms * std::size_t{header.blocks}};
}

void WeightBounds::verify() const {
  if (blocks_) blocks_->use_all();
}

std::string_view WeightBounds::term(std::size_t number) const {
  const std::size_t begin = number == 0 ? 0 : text_ends_[number - 1];
  const std::size_t end = text_ends_[number];
  if (begin > end || end > text_.size()) return {};
  return text_.substr(begin, end - begin);
}

std::span<const std::uint8_t> WeightBounds::of(std::string_view wanted) const {
  std::size_t low = 0, high = text_ends_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (term(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == text_ends_.size() || term(low) != wanted) return {};
  return levels_.some(low * article_blocks_, article_blocks_);
}

std::array<double, WeightBounds::kLevels> WeightBounds::shares(double average_length) const {
  // log2(1 + s*a/l) is at most s * log2(1 + a/l) for s of 1 and more, and less than it below.
  const double stretch = std::max(1.0, average_length / average_length_);
  std::array<double, kLevels> shares = {};
  for (unsigned level = 0; level < kLevels; ++level) {
    const double share = level / 255.0;
    shares[level] = stretch * share / (stretch * share + 1 - share);
  }
  return shares;
}

}  // namespace pressmark
