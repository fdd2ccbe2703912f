#include "indexer/extract/content_finder.h"

#include <utility>

#include "indexer/extract/content_choice.h"
#include "indexer/extract/content_root.h"
#include "indexer/extract/page_blocks.h"

namespace pressmark::indexer {
namespace {

/// Between two blocks: cells of a row and items of a list stay together.
std::string_view separator(const Page& page, const RatedBlock& before, const RatedBlock& after) {
  const auto is_cell = [](Tag tag) { return tag == Tag::Td || tag == Tag::Th; };
  if (before.block.element == after.block.element) return "\n\n";
  const NodeId one = page.parent(before.block.element);
  const NodeId other = page.parent(after.block.element);
  if (is_cell(before.tag) && is_cell(after.tag)) {
    if (one == other) return " ";
    if (page.parent(one) == page.parent(other)) return "\n";
  }
  if (one == other && before.tag == Tag::Li && after.tag == Tag::Li) return "\n";
  return "\n\n";
}

/// Signs of a page that is no article: what stands around and behind the text.
FoundContent look_around(const PageBlocks& blocks, std::size_t last, FoundContent found) {
  constexpr std::size_t kBehind = 12;  // blocks after the text in which a wall is still part of it
  found.in_consent = blocks.hints_around(found.root, 64).has(Hint::Consent);
  const auto& all = blocks.blocks();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const RatedBlock& rated = all[i];
    if (!rated.furniture && rated.links > .7 && rated.block.weight >= 12) {
      ++found.linked_lines;
      if (blocks.page().contains(found.root, rated.block.begin)) ++found.linked_lines_inside;
    }
    const bool near = rated.block.begin >= found.begin && i <= last + kBehind;
    if (near && blocks.hints_around(rated.block.element, 8).has(Hint::Subscribe))
      found.walled = true;
  }
  return found;
}

}  // namespace

std::optional<FoundContent> find_content(const Page& page, const ContentEvidence& evidence) {
  if (page.empty()) return std::nullopt;
  const PageBlocks blocks(page, evidence);
  if (blocks.blocks().empty()) return std::nullopt;
  const ContentRoot root = find_root(blocks);
  FoundContent found;
  found.root = root.node;
  const RatedBlock* previous = nullptr;
  for (const std::size_t index : choose_blocks(blocks, root, evidence.article_body)) {
    const RatedBlock& rated = blocks.blocks()[index];
    if (previous == nullptr) {
      found.begin = rated.block.begin;
    } else {
      found.text += separator(page, *previous, rated);
    }
    found.text += rated.block.text;
    found.end = rated.block.end;
    found.kept.push_back(rated.block.begin);
    found.weight += rated.block.weight;
    if (rated.prose) found.prose += rated.block.weight;
    previous = &rated;
  }
  if (previous == nullptr) return std::nullopt;
  return look_around(blocks, static_cast<std::size_t>(previous - blocks.blocks().data()),
                     std::move(found));
}

}  // namespace pressmark::indexer
