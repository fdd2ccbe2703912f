#include "indexer/extract/content/standfirst.h"

#include <algorithm>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMostBlocksAbove = 40;
constexpr std::uint32_t kLeastWeight = 25, kMostWeight = 800;  // letters

/// Hints around an element, but for those of elements that hold the headline too:
/// "article-header" is no header of the page.
Hints hints_beside_headline(const PageBlocks& blocks, NodeId node) {
  constexpr int kLevels = 6;
  const Page& page = blocks.page();
  const auto headline = blocks.headline();
  Hints hints;
  for (int level = 0; level < kLevels; ++level) {
    if (headline && page.contains(node, *headline)) break;
    hints = hints | blocks.hints(node);
    if (node == page.parent(node)) break;
    node = page.parent(node);
  }
  return hints;
}

}  // namespace

std::vector<std::size_t> standfirst(const PageBlocks& blocks, std::size_t begin) {
  const auto& all = blocks.blocks();
  const auto headline = blocks.headline();
  const NodeId from = headline && *headline < all[begin].block.begin ? *headline : 0;
  std::vector<std::size_t> lead;
  for (std::size_t i = begin;
       i-- > 0 && begin - i <= kMostBlocksAbove && all[i].block.begin >= from;) {
    const Block& block = all[i].block;
    if (block.weight < kLeastWeight || block.weight > kMostWeight || all[i].links > .5 ||
        blocks.is_title(block.text))
      continue;
    if (hints_beside_headline(blocks, block.element)
            .any(kHardFurniture | Hint::Ad | Hint::Sidebar | Hint::Hidden | Hint::Related |
                 Hint::Caption | Hint::Interface)) {
      continue;
    }
    const bool named = from != 0 && blocks.hints_around(block.element, 3).has(Hint::Lead) &&
                       (block.ends_sentence || is_heading(all[i].tag));
    if (named || blocks.description_share(block.text) > .7) lead.push_back(i);
  }
  std::ranges::reverse(lead);
  return lead;
}

}  // namespace pressmark::indexer
