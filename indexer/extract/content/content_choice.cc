#include "indexer/extract/content/content_choice.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "indexer/extract/content/standfirst.h"
#include "indexer/extract/content/text_notes.h"
#include "indexer/extract/text/notice_lines.h"

namespace pressmark::indexer {
namespace {

constexpr double kMainShare =
    .25;  // of the prose: a kind of paragraph with it is one of the article's own
constexpr std::size_t kLeastScattered = 3;  // paragraphs
constexpr std::size_t kLeastMains = 3;      // main paragraphs of a text that one box behind is not
constexpr std::uint32_t kShortWeight = 15;  // letters of a short paragraph above the text
constexpr double kOwnSectionShare =
    .2;  // of the prose: a box behind the text with it is a part of the article
constexpr double kBodyMin = 250;    // letters of prose in a named body
constexpr double kBodyShare = .3;   // of the prose in it, from which the rest is not the article's
constexpr double kWholeBody = .8;   // of the articleBody found on the page
constexpr double kBodyCovers = .7;  // of the text chosen found in the articleBody
constexpr double kForeign = .3;     // agreement below which a block is not in the articleBody

struct Candidate {
  const RatedBlock* rated = nullptr;
  std::size_t index = 0;        // in blocks.blocks()
  std::uint64_t signature = 0;  // kind of its element and of the one around it
  NodeId unit = 0;              // largest element around it without a main paragraph
  bool main = false;
  bool keep = false;

  const Block& block() const { return rated->block; }
};

/// What the blocks of one unit hold together.
struct Unit {
  double weight = 0, links = 0, prose = 0;
  int headings = 0, linked_headings = 0, paragraphs = 0;
};

class Chooser {
 public:
  Chooser(const PageBlocks& blocks, const ContentRoot& root, std::string_view article_body)
      : blocks_(blocks),
        page_(blocks.page()),
        root_(root),
        body_weight_(text_weight(article_body)),
        main_weight_(page_) {}

  std::vector<std::size_t> run() {
    collect();
    merge_scattered();
    mark_main();
    measure_units();
    for (std::size_t i = 0; i < candidates_.size(); ++i) candidates_[i].keep = belongs(i);
    stay_in_body();
    trust_article_body();
    drop_notes();
    cut_tail();
    drop_headings();
    drop_labels();
    std::vector<std::size_t> chosen;
    for (const Candidate& candidate : candidates_) {
      if (candidate.keep) chosen.push_back(candidate.index);
    }
    if (chosen.empty()) return chosen;
    const std::vector<std::size_t> lead = standfirst(blocks_, chosen.front());
    chosen.insert(chosen.begin(), lead.begin(), lead.end());
    return chosen;
  }

 private:
  std::uint64_t signature(NodeId node) const {
    const std::uint64_t own = blocks_.kind_of(node) * 1099511628211ULL;
    return node == root_.node ? own
                              : (own ^ blocks_.kind_of(page_.parent(node))) * 1099511628211ULL;
  }

  bool counts(const Candidate& candidate) const {
    const RatedBlock& rated = *candidate.rated;
    if (rated.links > .5) return false;
    return rated.prose || (root_.poor && !is_details_line(rated.block.text));
  }

  double weight_of(const Candidate& candidate) const {
    const RatedBlock& rated = *candidate.rated;
    return rated.block.weight * (blocks_.body_leads() ? .2 + rated.agreement : 1.0);
  }

  void collect() {
    for (std::size_t i = 0; i < blocks_.blocks().size(); ++i) {
      const RatedBlock& rated = blocks_.blocks()[i];
      if (rated.furniture || !page_.contains(root_.node, rated.block.begin)) continue;
      Candidate candidate;
      candidate.rated = &rated;
      candidate.index = i;
      candidate.signature = signature(rated.block.element);
      candidates_.push_back(candidate);
      if (!counts(candidate)) continue;
      const double weight = weight_of(candidate);
      by_signature_[candidate.signature] += weight;
      total_ += weight;
    }
  }

  double share(const Candidate& candidate) const {
    const auto found = by_signature_.find(candidate.signature);
    return found == by_signature_.end() || total_ <= 0 ? 0 : found->second / total_;
  }

  /// Where hardly two paragraphs share the kind of element around them (each has a class of random
  /// letters), that kind says nothing: their own kind alone is their signature.
  void merge_scattered() {
    std::unordered_map<std::uint64_t, std::pair<std::size_t, std::unordered_set<std::uint64_t>>>
        kinds;
    for (const Candidate& candidate : candidates_) {
      if (!counts(candidate)) continue;
      auto& [paragraphs, around] = kinds[blocks_.kind_of(candidate.block().element)];
      ++paragraphs;
      around.insert(candidate.signature);
    }
    for (Candidate& candidate : candidates_) {
      const std::uint64_t kind = blocks_.kind_of(candidate.block().element);
      const auto found = kinds.find(kind);
      if (found == kinds.end()) continue;
      const auto& [paragraphs, around] = found->second;
      if (paragraphs < kLeastScattered || 3 * around.size() <= 2 * paragraphs) continue;
      if (counts(candidate)) {
        const double weight = weight_of(candidate);
        by_signature_[candidate.signature] -= weight;
        by_signature_[kind] += weight;
      }
      candidate.signature = kind;
    }
  }

  void mark_main() {
    double best = 0;
    for (const auto& [signature, weight] : by_signature_) best = std::max(best, weight);
    first_ = candidates_.size();
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      Candidate& candidate = candidates_[i];
      candidate.main = counts(candidate) &&
                       share(candidate) >= std::min(kMainShare, best / std::max(1.0, total_));
      if (!candidate.main) continue;
      ++mains_;
      main_weight_.add(candidate.block().begin, candidate.block().weight);
      main_kinds_.insert(blocks_.kind_of(candidate.block().element));
      first_ = std::min(first_, i);
      last_ = i;
    }
    main_weight_.finish();
  }

  void measure_units() {
    // The root may be inline and stand below the block's element: such an element is a unit by
    // itself.
    std::vector<NodeId> outermost(page_.end(root_.node) - root_.node);
    for (NodeId node = root_.node; node < page_.end(root_.node); ++node) {
      const NodeId parent = page_.parent(node);
      const bool top = node == root_.node || main_weight_.of(parent) > 0;
      outermost[node - root_.node] = top ? node : outermost[parent - root_.node];
    }
    for (Candidate& candidate : candidates_) {
      const Block& block = candidate.block();
      const bool alone = candidate.main || block.element < root_.node;
      candidate.unit = alone ? block.element : outermost[block.element - root_.node];
      Unit& unit = units_[candidate.unit];
      unit.weight += block.weight;
      unit.links += block.link_weight;
      if (candidate.rated->prose) unit.prose += block.weight;
      if (candidate.rated->prose) ++unit.paragraphs;
      if (is_heading(candidate.rated->tag)) {
        ++unit.headings;
        if (candidate.rated->links > .7) ++unit.linked_headings;
      }
    }
  }

  /// Whether a block belongs to the article by its place among the main paragraphs.
  bool belongs(std::size_t i) const {
    const Candidate& candidate = candidates_[i];
    if (candidate.main) return true;
    const RatedBlock& rated = *candidate.rated;
    const Unit& unit = units_.at(candidate.unit);
    const Tag unit_tag = page_.tag(candidate.unit);
    const bool listed =
        (unit_tag == Tag::Ul || unit_tag == Tag::Ol || unit_tag == Tag::Blockquote) &&
        unit.headings == 0;
    // "<span class=first><p>" is no box.
    const bool inlined = !is_block(unit_tag) && unit_tag != Tag::Custom && unit_tag != Tag::A;
    const bool beside = candidate.unit == rated.block.element || listed || inlined;
    const bool within = i > first_ && i < last_;
    if (!beside && (unit.linked_headings > 0 || unit.links > .35 * unit.weight)) return false;
    if (rated.prose) {
      if (beside || within) return true;
      if (unit.prose > kOwnSectionShare * total_ && !is_lone_notice(i)) return true;
      const bool named = !page_.attribute(rated.block.element, Attr::Class).empty() &&
                         main_kinds_.contains(blocks_.kind_of(rated.block.element));
      return unit.headings == 0 && i < first_ && (rated.in_body || named);
    }
    const Block& block = rated.block;
    const bool linked_item = rated.tag == Tag::Li && rated.links <= .85 && block.sentence_ends > 0;
    if (beside && linked_item && share(candidate) >= kMainShare) return true;
    if (i < first_ || i > last_) return continues(i, listed, beside);
    if (is_heading(rated.tag)) {
      if (rated.tag == Tag::H1 && !among_paragraphs(i)) return false;
      return rated.links < .5 || beside;
    }
    if (rated.links > .5) return false;
    switch (rated.tag) {
      case Tag::P:
      case Tag::Li:
      case Tag::Blockquote:
      case Tag::Pre:
      case Tag::Td:
      case Tag::Th:
        return true;
      default:
        return share(candidate) > .2;
    }
  }

  /// Whether a block is all the prose of a box behind a text of several paragraphs: a notice, and
  /// no section of it.
  bool is_lone_notice(std::size_t i) const {
    return i > last_ && mains_ >= kLeastMains && units_.at(candidates_[i].unit).paragraphs == 1;
  }

  /// Whether the blocks right before and behind are main paragraphs in the same element: some write
  /// their subheads as <h1>.
  bool among_paragraphs(std::size_t i) const {
    const NodeId around = page_.parent(candidates_[i].block().element);
    const auto is_paragraph_there = [&](const Candidate& other) {
      return other.main && page_.parent(other.block().element) == around;
    };
    return i > 0 && i + 1 < candidates_.size() && is_paragraph_there(candidates_[i - 1]) &&
           is_paragraph_there(candidates_[i + 1]);
  }

  /// Whether a block before the first or behind the last main paragraph goes on with the text:
  /// short paragraphs and lists in the same element, without links.
  bool continues(std::size_t i, bool listed, bool beside) const {
    const Candidate& candidate = candidates_[i];
    const Block& block = candidate.block();
    const Tag tag = candidate.rated->tag;
    const bool before = i < first_;
    const bool list = listed && page_.tag(candidate.unit) != Tag::Blockquote;
    const Unit& unit = units_.at(candidate.unit);
    if (!before && list && unit.links < .1 * unit.weight) return true;
    if (block.links > 0) return false;
    if (is_heading(tag) && i + 1 == first_) return tag != Tag::H1;
    if (!beside || (before && !block.ends_sentence && is_details_line(block.text))) return false;
    if (!before && is_heading(tag)) return tag != Tag::H1;
    if (before) return tag == Tag::P && block.weight >= kShortWeight;
    return block.ends_sentence && (tag == Tag::P || is_like_last(block.element));
  }

  /// Whether an element is of the kind of the last main paragraph and stands in the same place.
  bool is_like_last(NodeId element) const {
    if (mains_ == 0) return false;
    const NodeId last = candidates_[last_].block().element;
    return page_.parent(element) == page_.parent(last) &&
           blocks_.kind_of(element) == blocks_.kind_of(last);
  }

  /// Where an element named as the article's body holds a good part of the text, the rest is not
  /// the article's.
  void stay_in_body() {
    double body = 0, all = 0;
    NodeId last = 0;
    std::unordered_set<std::uint64_t> signatures;
    for (const Candidate& candidate : candidates_) {
      if (!candidate.keep || !candidate.rated->prose) continue;
      all += candidate.block().weight;
      if (!candidate.rated->in_body) continue;
      body += candidate.block().weight;
      last = candidate.block().begin;
      signatures.insert(candidate.signature);
    }
    if (body < kBodyMin || body < kBodyShare * all) return;
    for (Candidate& candidate : candidates_) {
      if (candidate.rated->in_body || candidate.rated->agreement > .7) continue;
      // a body cut into several elements may have one too small to be believed
      const bool part = candidate.main && candidate.block().begin < last &&
                        signatures.contains(candidate.signature);
      if (!part) candidate.keep = false;
    }
  }

  /// Where the page gives its whole text as articleBody, prose that is not in it stands outside the
  /// article: before its beginning, after its end, and in boxes between. Lists, quotes and headings
  /// are often missing there and stay.
  void trust_article_body() {
    if (!blocks_.body_fits()) return;
    double agreeing = 0, kept = 0;
    std::size_t first = candidates_.size(), last = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& candidate = candidates_[i];
      if (!candidate.keep) continue;
      kept += candidate.block().weight;
      if (candidate.rated->agreement < .7 || candidate.block().weight < 30) continue;
      agreeing += candidate.block().weight;
      first = std::min(first, i);
      last = i;
    }
    if (agreeing < kWholeBody * body_weight_ || agreeing < kBodyCovers * kept) return;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      Candidate& candidate = candidates_[i];
      if (candidate.rated->agreement > kForeign) continue;
      const bool within = i > first && i < last;
      if (!within || (candidate.rated->prose && candidate.block().weight > 60))
        candidate.keep = false;
    }
  }

  /// Captions written as paragraphs, where more than captions is kept, and what agencies note below
  /// the story.
  void drop_notes() {
    std::vector<std::size_t> kept;
    for (const Candidate& candidate : candidates_) {
      if (candidate.keep && !is_caption_paragraph(blocks_, candidate.index))
        kept.push_back(candidate.index);
    }
    if (kept.empty()) return;
    kept.resize(without_notes(blocks_, root_.node, kept));
    for (Candidate& candidate : candidates_)
      candidate.keep = std::ranges::binary_search(kept, candidate.index);
  }

  /// Takes off what follows the story's last paragraph in the same place: notices of copyright,
  /// contacts of the author, notes all in italics or bold.
  void cut_tail() {
    int paragraphs = 0;
    double all = 0, strong = 0;
    for (const Candidate& candidate : candidates_) {
      if (!candidate.keep || !candidate.rated->prose) continue;
      ++paragraphs;
      all += candidate.block().weight;
      strong += candidate.block().strong_weight;
    }
    int cut = 0;
    for (std::size_t i = candidates_.size(); i-- > 0 && paragraphs > 3 && cut <= 6;) {
      Candidate& candidate = candidates_[i];
      if (!candidate.keep) continue;
      const Block& block = candidate.block();
      if (candidate.rated->agreement > .8) return;
      const bool copyright = is_copyright_notice(block.text);
      const bool contact = block.contact_links > 0 && block.weight < 300;
      const bool set_apart =
          strong < .5 * all && block.strong_weight > .9 * block.weight && block.weight < 400;
      if (!copyright && !contact && !set_apart && !is_heading(candidate.rated->tag)) return;
      candidate.keep = false;
      paragraphs -= candidate.rated->prose ? 1 : 0;
      ++cut;
    }
  }

  /// A heading needs text after it; the headline is not text.
  void drop_headings() {
    bool text_after = false;
    for (std::size_t i = candidates_.size(); i-- > 0;) {
      Candidate& candidate = candidates_[i];
      if (!candidate.keep) continue;
      const bool title = candidate.block().weight < 200 && blocks_.is_title(candidate.block().text);
      if (is_heading(candidate.rated->tag)) {
        candidate.keep = text_after && !title;
        text_after = false;
      } else if (title) {
        candidate.keep = false;
      } else {
        text_after = true;
      }
    }
  }

  /// "Related stories:" in bold goes with the list of links that it announces.
  void drop_labels() {
    for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
      Candidate& candidate = candidates_[i];
      const Candidate& next = candidates_[i + 1];
      if (!candidate.keep || candidate.rated->prose || next.keep || next.rated->links <= .5)
        continue;
      const Block& block = candidate.block();
      const bool label = block.text.ends_with(':') || block.text.ends_with("：");
      if (label && block.strong_weight > .9 * block.weight) candidate.keep = false;
    }
  }

  const PageBlocks& blocks_;
  const Page& page_;
  ContentRoot root_;
  double body_weight_;
  std::vector<Candidate> candidates_;
  std::unordered_map<std::uint64_t, double> by_signature_;
  double total_ = 0;
  SubtreeSum main_weight_;
  std::unordered_set<std::uint64_t> main_kinds_;
  std::size_t mains_ = 0;
  std::size_t first_ = 0;  // of the main paragraphs
  std::size_t last_ = 0;
  std::unordered_map<NodeId, Unit> units_;
};

}  // namespace

std::vector<std::size_t> choose_blocks(const PageBlocks& blocks, const ContentRoot& root,
                                       std::string_view article_body) {
  return Chooser(blocks, root, article_body).run();
}

}  // namespace pressmark::indexer
