#include "indexer/extract/content/text_notes.h"

#include <string_view>

#include "common/text.h"
#include "indexer/extract/text/notice_lines.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kCaptionWeight = 250;  // letters
constexpr double kNotesWeight = 600;           // letters below a line of underscores
constexpr double kNotesShare = .25;            // of the text: more are its next section
constexpr double kStated = .8;                 // agreement from which a block is in the articleBody

/// How many lines of underscores alone stand between two nodes.
int rules_between(const Page& page, NodeId from, NodeId end) {
  int rules = 0;
  for (NodeId node = from; node < end; ++node) {
    if (!page.is_text(node)) continue;
    const std::string_view text = trim(page.text(node));
    if (text.size() >= 3 && text.find_first_not_of('_') == std::string_view::npos) ++rules;
  }
  return rules;
}

}  // namespace

bool is_caption_paragraph(const PageBlocks& blocks, std::size_t index) {
  const RatedBlock& rated = blocks.blocks()[index];
  if (rated.tag != Tag::P && rated.tag != Tag::Div) return false;
  if (rated.block.weight > kCaptionWeight || rated.agreement > kStated || index == 0) return false;
  const NodeId from = blocks.blocks()[index - 1].block.end;
  return blocks.page().find(Tag::Img, from, rated.block.begin).has_value() &&
         ends_in_credit(rated.block.text);
}

std::size_t without_notes(const PageBlocks& blocks, NodeId root,
                          const std::vector<std::size_t>& kept) {
  const Page& page = blocks.page();
  // Several part the items of a list from each other.
  if (rules_between(page, root, page.end(root)) != 1) return kept.size();
  double all = 0;
  for (const std::size_t index : kept) all += blocks.blocks()[index].block.weight;
  std::size_t story = kept.size();
  double behind = 0;
  NodeId next = page.end(root);
  for (std::size_t i = kept.size(); i-- > 0;) {
    const Block& block = blocks.blocks()[kept[i]].block;
    if (rules_between(page, block.end, next) > 0) story = i + 1;
    next = block.begin;
    behind += block.weight;
    if (behind > kNotesWeight || behind > kNotesShare * all) break;
  }
  return story;
}

}  // namespace pressmark::indexer
