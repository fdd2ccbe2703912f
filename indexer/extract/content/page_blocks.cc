#include "indexer/extract/content/page_blocks.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/extract/content/page_fields.h"

namespace pressmark::indexer {
namespace {

constexpr std::uint32_t kProseWeight = 40;  // letters: shorter sentences are as often labels
constexpr NodeId kHeadlineNodes = 100;  // in a headline; a heading with more holds other things too
constexpr std::size_t kKindBytes = 128;  // of a class: enough to tell kinds apart
constexpr double kCarrierShare =
    .4;  // of the page's prose: an element with more of it is no furniture
constexpr double kKindShare = .3;       // the same for all elements of one kind together
constexpr double kShortReport = 150;    // letters of prose
constexpr double kInnerBodyShare = .5;  // of a body's prose in bodies within it
constexpr double kBodyShare = .2;  // of the page's prose that a named body must hold to be believed

}  // namespace

bool is_heading(Tag tag) { return tag >= Tag::H1 && tag <= Tag::H6; }

PageBlocks::PageBlocks(const Page& page, const ContentEvidence& evidence)
    : page_(page),
      hints_(own_hints(page)),
      description_(evidence.description),
      title_(letters_of(evidence.title)),
      prose_(page),
      agreement_(page),
      bodies_(page) {
  rate(evidence);
  find_headline();
  find_bodies();
  count_kinds();
  mark_furniture();
}

void PageBlocks::rate(const ContentEvidence& evidence) {
  const TextOverlap body(evidence.article_body);
  for_each_block(page_, [&](Block block) {
    RatedBlock rated;
    rated.tag = page_.tag(block.element);
    rated.links = static_cast<double>(block.link_weight) / block.weight;
    rated.prose = block.sentence_ends > 0 && block.weight >= kProseWeight && rated.links < .5 &&
                  !is_heading(rated.tag);
    if (!body.empty()) rated.agreement = body.share_of(block.text);
    agreeing_ += rated.agreement * block.weight;
    if (rated.prose) {
      total_ += block.weight;
      prose_.add(block.begin, block.weight);
      agreement_.add(block.begin, rated.agreement * block.weight);
    }
    rated.block = std::move(block);
    blocks_.push_back(std::move(rated));
  });
  prose_.finish();
  agreement_.finish();
}

void PageBlocks::find_headline() {
  constexpr std::size_t kMaxWithin = 3;  // headings around a heading
  int ones = 0;
  std::optional<NodeId> unseen;
  std::vector<NodeId> around;  // where the open ones end
  for (NodeId node = 0; node < page_.size(); ++node) {
    const Tag tag = page_.tag(node);
    if (tag != Tag::H1 && tag != Tag::H2) continue;
    while (!around.empty() && around.back() <= node) around.pop_back();
    around.push_back(page_.end(node));
    if (around.size() > kMaxWithin) continue;  // the text in them is read once for each
    // Copies of the headline for machines come with others of the standfirst.
    if (hints_around(node, 2).any(Hint::Hidden)) {
      if (tag == Tag::H1 && !unseen) unseen = node;
      continue;
    }
    if (page_.end(node) - node <= kHeadlineNodes &&
        is_title(short_text_of(page_, node, kMaxHeadingBytes))) {
      headline_ = node;
      return;
    }
    if (tag == Tag::H1 && ++ones == 1) headline_ = node;
  }
  if (ones > 1) headline_.reset();
  if (ones == 0) headline_ = unseen;
}

bool PageBlocks::is_title(std::string_view text) const {
  return !title_.empty() && letters_of(text) == title_;
}

Hints PageBlocks::hints_around(NodeId node, int levels) const {
  Hints hints;
  for (int level = 0; level < levels; ++level) {
    hints = hints | hints_[node];
    if (node == page_.parent(node)) break;
    node = page_.parent(node);
  }
  return hints;
}

std::uint64_t PageBlocks::kind_of(NodeId node) const {
  std::uint64_t hash = 14695981039346656037ULL ^ static_cast<std::uint64_t>(page_.tag(node));
  for (const char c : page_.attribute(node, Attr::Class).substr(0, kKindBytes)) {
    if (c < '0' || c > '9') hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return hash;
}

/// Named as the article's body, and with enough of the page's prose to be believed.
bool PageBlocks::is_body(NodeId node) const {
  return hints_[node].has(Hint::Body) && !wide_body_[node] && prose_.of(node) > kBodyShare * total_;
}

/// "main-content" around "article-body" is a name of the page's middle: of bodies within each other
/// the inner ones count where they hold most of the prose.
void PageBlocks::find_bodies() {
  wide_body_.assign(page_.size(), false);
  struct Open {
    NodeId node = 0;
    double within = 0;  // prose of the outermost bodies in it
    double aside = 0;   // prose of comments and the like
  };
  std::vector<Open> open;
  NodeId aside_end = 0;
  const auto close = [&](NodeId before) {
    while (!open.empty() && page_.end(open.back().node) <= before) {
      const Open body = open.back();
      open.pop_back();
      const double prose = prose_.of(body.node);
      wide_body_[body.node] = body.within > kInnerBodyShare * (prose - body.aside);
      if (!open.empty()) open.back().within += prose;
    }
  };
  for (NodeId node = 0; node < page_.size(); ++node) {
    close(node);
    if (prose_.of(node) <= 0) continue;
    if (hints_[node].has(Hint::Body)) {
      open.push_back({node});
    } else if (hints_[node].any(kHardFurniture) && !open.empty() && node >= aside_end) {
      open.back().aside += prose_.of(node);
      aside_end = page_.end(node);
    }
  }
  close(page_.size());
  for (NodeId node = 0; node < page_.size(); ++node) {
    if (is_body(node)) bodies_.add(node, 1);
  }
  bodies_.finish();
}

/// A name alone does not decide: what the articleBody confirms, what holds much of the page's
/// prose, alone or together with all elements of its kind, is no furniture ("subscriber-only"
/// paragraphs, stories told in a "gallery").
bool PageBlocks::is_furniture(NodeId node) const {
  const Hints hints = hints_[node];
  if (!hints.any(kFurniture) || hints.has(Hint::Body)) return false;
  const double prose = prose_.of(node);
  if (prose <= 0) return true;
  if (body_fits() && agreement_.of(node) > .6 * prose) return false;
  const double share = prose / total_;
  // Readers write more than a short report holds.
  if (hints.has(Hint::Comment) && headline_ && *headline_ < node &&
      !page_.contains(node, *headline_) && prose_.between(*headline_, node) > kShortReport)
    return true;
  if (hints.any(kHardFurniture) || page_.tag(node) == Tag::Aside) {
    // A page whose text is short has most of its prose in the side column, unless that names a body
    // of its own.
    if (headline_ && page_.tag(node) == Tag::Aside && bodies_.of(node) <= 0) {
      return !page_.contains(node, *headline_) || share < .3;
    }
    const bool headlined = headline_ && page_.contains(node, *headline_);
    return !(share > .3 && headlined) && share < .7;
  }
  if (share > kCarrierShare) return false;
  if (page_.tag(node) == Tag::P && !hints.without(Hint::Subscribe).any(kFurniture)) return false;
  const auto kind = by_kind_.find(kind_of(node));
  const bool classed = !page_.attribute(node, Attr::Class).empty();
  return kind == by_kind_.end() || kind->second.elements < 2 ||
         (classed ? kind->second.prose <= kKindShare * total_
                  : total_ - kind->second.prose > kShortReport);
}

void PageBlocks::count_kinds() {
  for (NodeId node = 0; node < page_.size(); ++node) {
    const Tag tag = page_.tag(node);
    if (!hints_[node].any(kFurniture) || prose_.of(node) <= 0) continue;
    if (page_.attribute(node, Attr::Class).empty() && tag != Tag::Figure && tag != Tag::Figcaption)
      continue;
    Kind& kind = by_kind_[kind_of(node)];
    kind.prose += prose_.of(node);
    ++kind.elements;
  }
}

void PageBlocks::mark_furniture() {
  std::vector<NodeId> furniture;  // outermost ones, in order
  for (NodeId node = 0; node < page_.size(); ++node) {
    if (!furniture.empty() && page_.contains(furniture.back(), node)) continue;
    if (!hints_[node].empty() && is_furniture(node)) furniture.push_back(node);
  }
  NodeId body_end = 0;
  NodeId node = 0;
  std::size_t at = 0;
  for (RatedBlock& rated : blocks_) {
    for (; node <= rated.block.begin; ++node) {
      if (is_body(node)) body_end = std::max(body_end, page_.end(node));
    }
    rated.in_body = rated.block.begin < body_end;
    while (at < furniture.size() && page_.end(furniture[at]) <= rated.block.begin) ++at;
    // An inline element such as <time> or <span class="date"> makes furniture only of a block that
    // it covers.
    rated.furniture = at < furniture.size() && page_.contains(furniture[at], rated.block.begin) &&
                      page_.contains(furniture[at], rated.block.end - 1);
  }
}

void PageBlocks::set_aside(const std::vector<NodeId>& elements) {
  std::size_t at = 0;
  for (RatedBlock& rated : blocks_) {
    while (at < elements.size() && page_.end(elements[at]) <= rated.block.begin) ++at;
    if (at < elements.size() && page_.contains(elements[at], rated.block.begin))
      rated.furniture = true;
  }
}

}  // namespace pressmark::indexer
