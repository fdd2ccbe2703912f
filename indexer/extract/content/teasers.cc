#include "indexer/extract/content/teasers.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "indexer/extract/dates/written_date.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kLineWeight = 12;  // letters: a shorter link is a label
constexpr double kExcerptWeight = 300;     // letters: more below one heading is a text of its own
constexpr std::size_t kNext = 4;           // blocks from the line to its excerpt: labels and a date
constexpr int kMaxSteps = 6;               // from the excerpt out to the element around both
constexpr int kLeastOfKind = 3;

/// The smallest element around two places, if it is near.
std::optional<NodeId> around(const Page& page, NodeId one, NodeId other) {
  for (int step = 0; step < kMaxSteps; ++step) {
    if (page.contains(one, other)) return one;
    if (one == page.parent(one)) break;
    one = page.parent(one);
  }
  return std::nullopt;
}

std::uint64_t kind_of(const PageBlocks& blocks, NodeId node) {
  return blocks.kind_of(node) * 1099511628211ULL ^ blocks.kind_of(blocks.page().parent(node));
}

/// A line beside the excerpt with digits in it: a day, or minutes of reading.
bool prints_time(const RatedBlock& rated) { return !rated.prose && has_digits(rated.block.text); }

/// How many elements of a kind hold excerpts, and how many hold whole texts.
struct Kind {
  int excerpts = 0, texts = 0;
};

}  // namespace

std::vector<Teaser> find_teasers(const PageBlocks& blocks) {
  const Page& page = blocks.page();
  std::vector<Teaser> found;
  const RatedBlock* line = nullptr;  // the last one that links elsewhere
  std::size_t since = 0;             // blocks behind it
  bool dated = false;
  for (const RatedBlock& rated : blocks.blocks()) {
    const Block& block = rated.block;
    if (!found.empty() && page.contains(found.back().element, block.begin)) {
      if (rated.prose) found.back().prose += block.weight;
      found.back().dated = found.back().dated || prints_time(rated);
      continue;
    }
    if (rated.links > .7 && block.weight >= kLineWeight) {
      line = &rated;
      since = 0;
      dated = false;
      continue;
    }
    dated = dated || prints_time(rated);
    if (line == nullptr || ++since > kNext || !rated.prose) continue;
    const auto element = around(page, block.element, line->block.begin);
    line = nullptr;
    if (!element || *element == 0) continue;
    if (blocks.headline() && page.contains(*element, *blocks.headline())) continue;
    found.push_back({*element, static_cast<double>(block.weight), dated});
  }
  std::unordered_map<std::uint64_t, Kind> kinds;
  for (const Teaser& teaser : found) {
    Kind& kind = kinds[kind_of(blocks, teaser.element)];
    ++(teaser.prose > kExcerptWeight ? kind.texts : kind.excerpts);
  }
  std::erase_if(found, [&](const Teaser& teaser) {
    const Kind& kind = kinds[kind_of(blocks, teaser.element)];
    return teaser.prose > kExcerptWeight || kind.excerpts < kLeastOfKind ||
           2 * kind.texts > kind.excerpts;
  });
  return found;
}

}  // namespace pressmark::indexer
