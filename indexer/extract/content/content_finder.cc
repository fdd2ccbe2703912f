#include "indexer/extract/content/content_finder.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/content/content_choice.h"
#include "indexer/extract/content/content_root.h"
#include "indexer/extract/content/page_blocks.h"
#include "indexer/extract/content/teasers.h"

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

constexpr double kTeaserShare = .5;  // of the page's prose: with more of it teasers are its content

/// Whether the headline stands with prose of its own, and the teasers elsewhere: a short report
/// above the news of the day.
bool is_headline_apart(const PageBlocks& blocks, const std::vector<Teaser>& teasers) {
  if (!blocks.headline() || teasers.empty()) return false;
  const Page& page = blocks.page();
  const auto& all = blocks.blocks();
  const auto first = std::ranges::find_if(all, [&](const RatedBlock& rated) {
    return rated.block.begin > *blocks.headline() && rated.prose && !rated.furniture;
  });
  if (first == all.end() || first->block.begin >= teasers.front().element) return false;
  NodeId around = *blocks.headline();
  while (!page.contains(around, first->block.begin)) around = page.parent(around);
  return teasers.front().element >= page.end(around);
}

/// Teasers outside a named body are no article's text, unless the page hardly holds anything else.
void set_teasers_aside(PageBlocks& blocks, const std::vector<Teaser>& teasers) {
  double prose = 0;
  for (const RatedBlock& rated : blocks.blocks()) {
    if (rated.prose && !rated.furniture) prose += rated.block.weight;
  }
  std::vector<NodeId> aside;
  double excerpts = 0;
  std::size_t at = 0;
  for (const RatedBlock& rated : blocks.blocks()) {
    const Block& block = rated.block;
    while (at < teasers.size() && blocks.page().end(teasers[at].element) <= block.begin) ++at;
    if (at == teasers.size()) break;
    if (!rated.prose || rated.furniture || rated.in_body || rated.agreement > .5 ||
        !blocks.page().contains(teasers[at].element, block.begin))
      continue;
    excerpts += block.weight;
    if (aside.empty() || aside.back() != teasers[at].element) aside.push_back(teasers[at].element);
  }
  if (excerpts < kTeaserShare * prose || is_headline_apart(blocks, teasers))
    blocks.set_aside(aside);
}

/// How much of what was found stands in teasers.
void count_teasers(FoundContent& found, const PageBlocks& blocks,
                   const std::vector<Teaser>& teasers) {
  found.teasers = static_cast<std::uint32_t>(teasers.size());
  for (const Teaser& teaser : teasers) found.dated_teasers += teaser.dated ? 1 : 0;
  std::size_t at = 0, kept = 0;
  for (const RatedBlock& rated : blocks.blocks()) {
    if (kept == found.kept.size()) break;
    if (rated.block.begin != found.kept[kept]) continue;
    ++kept;
    while (at < teasers.size() && blocks.page().end(teasers[at].element) <= rated.block.begin) ++at;
    if (at < teasers.size() && blocks.page().contains(teasers[at].element, rated.block.begin))
      found.excerpts += rated.block.weight;
  }
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
  PageBlocks blocks(page, evidence);
  if (blocks.blocks().empty()) return std::nullopt;
  const std::vector<Teaser> teasers = find_teasers(blocks);
  set_teasers_aside(blocks, teasers);
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
  count_teasers(found, blocks, teasers);
  return look_around(blocks, static_cast<std::size_t>(previous - blocks.blocks().data()),
                     std::move(found));
}

}  // namespace pressmark::indexer
