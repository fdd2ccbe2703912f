#include "indexer/extract/content_finder.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "common/hash.h"
#include "indexer/extract/block.h"
#include "indexer/extract/content_hints.h"
#include "indexer/extract/text_overlap.h"

namespace pressmark::indexer {
namespace {

bool is_heading(Tag tag) { return tag >= Tag::H1 && tag <= Tag::H6; }

struct Rated {
  const Block* block = nullptr;
  Tag tag = Tag::Div;  // of its element
  bool prose = false;
  bool furniture = false;  // stands in an element that is furniture
  double agreement = 0;    // with the articleBody
  double score = 0;
  std::uint64_t signature = 0;
  bool keep = false;
};

class Finder {
 public:
  Finder(const Page& page, const ContentEvidence& evidence)
      : page_(page),
        evidence_(evidence),
        blocks_(split_blocks(page)),
        hints_(own_hints(page)),
        body_(evidence.article_body) {}

  std::optional<FoundContent> run() {
    rate_blocks();
    if (total_ <= 0) return std::nullopt;
    mark_furniture();
    score_blocks();
    choose_root();
    choose_blocks();
    return result();
  }

 private:
  void rate_blocks() {
    rated_.reserve(blocks_.size());
    for (const Block& block : blocks_) {
      Rated rated;
      rated.block = &block;
      rated.tag = page_.tag(block.element);
      const double links = static_cast<double>(block.link_weight) / block.weight;
      rated.prose =
          block.sentence_ends > 0 && block.weight >= 40 && links < .5 && !is_heading(rated.tag);
      if (rated.prose) total_ += block.weight;
      if (!body_.empty()) rated.agreement = body_.share_of(block.text);
      rated_.push_back(rated);
    }
    prefix_.assign(page_.size() + 1, 0);
    for (const Rated& rated : rated_) {
      if (rated.prose) prefix_[rated.block->begin + 1] += rated.block->weight;
    }
    for (std::size_t i = 1; i < prefix_.size(); ++i) prefix_[i] += prefix_[i - 1];
  }

  double mass(NodeId node) const { return prefix_[page_.end(node)] - prefix_[node]; }

  bool holds_heading_one(NodeId node) const {
    return page_.find(Tag::H1, node, page_.end(node)).has_value();
  }

  bool is_furniture(NodeId node) const {
    const Hints hints = hints_[node];
    if (!hints.any(kFurniture) || hints.has(Hint::Body)) return false;
    const double share = mass(node) / total_;
    if (hints.has(Hint::Comment)) return !(share > .3 && holds_heading_one(node));
    if (share > .4) return false;
    return true;
  }

  void mark_furniture() {
    std::vector<NodeId> furniture;
    NodeId covered = 0;
    for (NodeId node = 0; node < page_.size(); ++node) {
      if (node < covered || hints_[node].empty()) continue;
      if (!is_furniture(node)) continue;
      covered = page_.end(node);
      furniture.push_back(node);
    }
    std::size_t at = 0;
    for (Rated& rated : rated_) {
      while (at < furniture.size() && page_.end(furniture[at]) <= rated.block->begin) ++at;
      rated.furniture = at < furniture.size() && furniture[at] <= rated.block->element &&
                        page_.contains(furniture[at], rated.block->begin);
      if (at < furniture.size() && !rated.furniture &&
          page_.contains(furniture[at], rated.block->begin)) {
        // an inline element such as <time> or <span class="date">: furniture only when it is the
        // whole block
        rated.furniture = page_.contains(furniture[at], rated.block->end - 1);
      }
    }
  }

  void score_blocks() {
    for (Rated& rated : rated_) {
      const Block& block = *rated.block;
      if (rated.furniture) {
        rated.score = -2;
      } else if (rated.prose) {
        rated.score = std::min<double>(block.weight - block.link_weight, 600);
        if (!body_.empty()) rated.score *= .3 + rated.agreement;
      } else {
        rated.score = -12 - 8.0 * std::min(block.links, 5U);
      }
    }
    prefix_.assign(page_.size() + 1, 0);
    for (const Rated& rated : rated_) prefix_[rated.block->begin + 1] += rated.score;
    for (std::size_t i = 1; i < prefix_.size(); ++i) prefix_[i] += prefix_[i - 1];
  }

  void choose_root() {
    double best = -1e9;
    for (NodeId node = 0; node < page_.size(); ++node) {
      if (page_.is_text(node)) continue;
      double score = mass(node);
      if (score >= best) {
        best = score;
        root_ = node;
      }
    }
  }

  std::uint64_t signature(NodeId node) const {
    std::uint64_t hash = 14695981039346656037ULL;
    for (int level = 0; level < 2; ++level) {
      hash = (hash ^ static_cast<std::uint64_t>(page_.tag(node))) * 1099511628211ULL;
      for (const char c : page_.attribute(node, Attr::Class))
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
      if (node == root_) break;
      node = page_.parent(node);
    }
    return hash;
  }

  void choose_blocks() {
    std::unordered_map<std::uint64_t, double> by_signature;
    double prose_total = 0;
    std::vector<Rated*> inside;
    for (Rated& rated : rated_) {
      if (!page_.contains(root_, rated.block->begin) || rated.furniture) continue;
      rated.signature = signature(rated.block->element);
      inside.push_back(&rated);
      if (!rated.prose) continue;
      by_signature[rated.signature] += rated.block->weight;
      prose_total += rated.block->weight;
    }
    std::size_t first = inside.size(), last = 0;
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const double share = by_signature[inside[i]->signature] / std::max(1.0, prose_total);
      if (!inside[i]->prose || share < .05) continue;
      first = std::min(first, i);
      last = i;
    }
    const std::u32string title = letters_of(evidence_.title);
    for (std::size_t i = 0; i < inside.size(); ++i) {
      Rated& rated = *inside[i];
      const Block& block = *rated.block;
      const double share = by_signature[rated.signature] / std::max(1.0, prose_total);
      const double links = static_cast<double>(block.link_weight) / block.weight;
      if (rated.prose) {
        rated.keep = true;
        continue;
      }
      if (i < first || i > last) continue;
      if (is_heading(rated.tag)) {
        rated.keep = links < .5 && rated.tag != Tag::H1;
        continue;
      }
      if (links > .5) continue;
      rated.keep = rated.tag == Tag::P || rated.tag == Tag::Li || rated.tag == Tag::Blockquote ||
                   rated.tag == Tag::Td || rated.tag == Tag::Th || share > .2;
    }
    // a heading needs text after it
    bool text_after = false;
    for (std::size_t i = inside.size(); i-- > 0;) {
      Rated& rated = *inside[i];
      if (!rated.keep) continue;
      if (is_heading(rated.tag)) {
        if (!text_after || letters_of(rated.block->text) == title) rated.keep = false;
        text_after = false;
      } else {
        if (rated.block->weight < 200 && letters_of(rated.block->text) == title)
          rated.keep = false;
        else
          text_after = true;
      }
    }
  }

  std::optional<FoundContent> result() {
    FoundContent found;
    found.root = root_;
    for (const Rated& rated : rated_) {
      if (!rated.keep) continue;
      if (found.text.empty()) {
        found.begin = rated.block->begin;
      } else {
        found.text += "\n\n";
      }
      found.text += rated.block->text;
      found.end = rated.block->end;
      found.weight += rated.block->weight;
      if (rated.prose) found.prose += rated.block->weight;
    }
    if (found.text.empty()) return std::nullopt;
    return found;
  }

  const Page& page_;
  const ContentEvidence& evidence_;
  std::vector<Block> blocks_;
  std::vector<Hints> hints_;
  TextOverlap body_;
  std::vector<Rated> rated_;
  std::vector<double> prefix_;
  double total_ = 0;
  NodeId root_ = 0;
};

}  // namespace

std::optional<FoundContent> find_content(const Page& page, const ContentEvidence& evidence) {
  return Finder(page, evidence).run();
}

}  // namespace pressmark::indexer
