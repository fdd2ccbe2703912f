#include "indexer/extract/content/content_root.h"

#include <algorithm>
#include <limits>

#include "indexer/extract/content/page_fields.h"

namespace pressmark::indexer {
namespace {

constexpr double kPoorScore = 300;  // less prose than this is no article of paragraphs
constexpr double kParagraphWeight =
    120;  // letters; prose below it counts less: teasers and notices are short
constexpr double kLongestWeight =
    800;  // one block of more letters, such as terms of use, shall not outweigh an article
constexpr double kFurnitureCost = 6;
constexpr double kLineCost = 8;
constexpr double kHeadingCost = 4;
constexpr double kLinkLineCost = 15;
constexpr double kLinkCost = 10;

double score_of(const RatedBlock& rated, const PageBlocks& blocks, bool poor) {
  const Block& block = rated.block;
  if (rated.furniture) return -kFurnitureCost;
  if (!rated.prose) {
    if (rated.links > .5) return -kLinkLineCost - kLinkCost * std::min(block.links, 5U);
    if (is_heading(rated.tag)) return -kHeadingCost;
    if (rated.tag == Tag::Td || rated.tag == Tag::Th) return poor ? .25 * block.weight : 0;
    return poor ? .25 * block.weight : -kLineCost;
  }
  double score = std::min<double>(block.weight - block.link_weight, kLongestWeight) *
                 std::min(1.0, block.weight / kParagraphWeight);
  if (blocks.body_leads()) score *= .4 + .8 * rated.agreement;
  if (rated.in_body) score *= 1.3;
  return score;
}

SubtreeSum scores(const PageBlocks& blocks, bool poor) {
  SubtreeSum sum(blocks.page());
  for (const RatedBlock& rated : blocks.blocks())
    sum.add(rated.block.begin, score_of(rated, blocks, poor));
  sum.finish();
  return sum;
}

NodeId best_node(const PageBlocks& blocks, const SubtreeSum& scores) {
  const Page& page = blocks.page();
  double best = std::numeric_limits<double>::lowest();
  NodeId root = 0;
  for (NodeId node = 0; node < page.size(); ++node) {
    if (page.is_text(node)) continue;
    double score = scores.of(node);
    if (blocks.headline() && *blocks.headline() < node) {
      score -= std::max(0.0, scores.between(*blocks.headline(), node));
    }
    if (score >= best) {
      best = score;
      root = node;
    }
  }
  return root;
}

/// Elements side by side, each with a headline of its own and a good part of the text: the one
/// whose headline is the page's title, or the first; the root itself when there are not two.
NodeId first_headlined(const PageBlocks& blocks, const SubtreeSum& scores, NodeId root) {
  const Page& page = blocks.page();
  const double whole = scores.of(root);
  const auto next_headline = [&](NodeId from) { return page.find(Tag::H1, from, page.end(root)); };
  if (!next_headline(root)) return root;
  // The nearest element with a good part of the text around each node: found in one walk, however
  // many headlines stand however deep.
  std::vector<NodeId> unit_of(page.end(root) - root, root);
  std::optional<NodeId> first;
  NodeId seen = root;
  int units = 0;
  for (NodeId node = root + 1; node < page.end(root); ++node) {
    const NodeId unit = scores.of(node) < .1 * whole ? unit_of[page.parent(node) - root] : node;
    unit_of[node - root] = unit;
    if (page.tag(node) != Tag::H1) continue;
    if (unit == root || unit == seen) continue;
    seen = unit;
    ++units;
    if (!first) first = unit;
    if (units > 1 && blocks.is_title(short_text_of(page, node, kMaxHeadingBytes))) return unit;
  }
  return units >= 2 ? *first : root;
}

/// Where the page's headline stands without a text of its own, in front of the first of several
/// headlined articles, and prose between them: the best element there. The headline has a row for
/// itself, its text the next one, and further stories follow.
NodeId before_first_headlined(const PageBlocks& blocks, const SubtreeSum& scores, NodeId root,
                              NodeId first) {
  const Page& page = blocks.page();
  const auto headline = blocks.headline();
  if (first == root || !headline || *headline >= first || page.contains(first, *headline) ||
      !blocks.is_title(short_text_of(page, *headline, kMaxHeadingBytes)) ||
      scores.between(*headline, first) < kPoorScore)
    return first;
  NodeId best = first;
  double most = 0;
  for (NodeId node = *headline; node < first; ++node) {
    if (page.is_text(node) || page.end(node) > first || scores.of(node) <= most) continue;
    best = node;
    most = scores.of(node);
  }
  return best;
}

/// Of several <article> side by side, the one with the page's headline: the others are teasers or
/// further articles.
NodeId headlined_article(const PageBlocks& blocks, const SubtreeSum& scores, NodeId root) {
  const Page& page = blocks.page();
  if (!blocks.headline() || !page.contains(root, *blocks.headline())) return root;
  NodeId own = *blocks.headline();
  while (own != root && page.tag(own) != Tag::Article) own = page.parent(own);
  if (own == root || scores.of(own) <= 0) return root;
  double others = 0;
  for (auto next = page.next_sibling(own); next; next = page.next_sibling(*next)) {
    if (page.tag(*next) == Tag::Article) others += scores.of(*next);
  }
  return others > 0 ? own : root;
}

/// The nearest element around that is named as the article's body, if there is one.
NodeId named_body(const PageBlocks& blocks, NodeId root) {
  for (NodeId node = root;; node = blocks.page().parent(node)) {
    if (blocks.hints(node).has(Hint::Body)) return node;
    if (node == blocks.page().parent(node)) return root;
  }
}

}  // namespace

ContentRoot find_root(const PageBlocks& blocks) {
  ContentRoot root;
  SubtreeSum sum = scores(blocks, root.poor);
  root.node = best_node(blocks, sum);
  if (sum.of(root.node) < kPoorScore) {
    root.poor = true;
    sum = scores(blocks, root.poor);
    root.node = best_node(blocks, sum);
    root.node = named_body(blocks, root.node);
  }
  root.node =
      before_first_headlined(blocks, sum, root.node, first_headlined(blocks, sum, root.node));
  root.node = headlined_article(blocks, sum, root.node);
  return root;
}

}  // namespace pressmark::indexer
