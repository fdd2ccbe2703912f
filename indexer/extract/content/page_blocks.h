#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/extract/content/content_finder.h"
#include "indexer/extract/content/content_hints.h"
#include "indexer/extract/content/subtree_sum.h"
#include "indexer/extract/text/block.h"
#include "indexer/extract/text/text_overlap.h"
#include "indexer/markup/dom.h"

namespace pressmark::indexer {

/// A block with what is known of it before the place of the article is.
struct RatedBlock {
  Block block;
  Tag tag = Tag::Div;      // of its element
  double links = 0;        // share of its letters inside links
  bool prose = false;      // reads as a paragraph: a full stop, some length, few links, no heading
  bool furniture = false;  // stands in an element that is furniture
  bool in_body = false;    // stands in an element named as the article's body
  double agreement = 0;    // with the JSON-LD articleBody, 0 to 1
};

bool is_heading(Tag tag);

/// Furniture whose name means what it says, however much text it holds.
inline constexpr Hints kHardFurniture = Hint::Comment | Hint::Consent | Hint::Navigation;

/// The blocks of a page with the evidence on each, and the elements that matter to all later steps.
class PageBlocks {
 public:
  /// `page` must outlive this object.
  PageBlocks(const Page& page, const ContentEvidence& evidence);

  const Page& page() const { return page_; }
  const std::vector<RatedBlock>& blocks() const { return blocks_; }
  Hints hints(NodeId node) const { return hints_[node]; }
  /// Hints of an element and of those around it, `levels` in all.
  Hints hints_around(NodeId node, int levels) const;
  /// The heading with the words of the title, else the only <h1>.
  std::optional<NodeId> headline() const { return headline_; }
  bool is_title(std::string_view text) const;
  /// The articleBody is this page's text, whole or in part.
  bool body_fits() const { return agreeing_ > kFittingWeight; }
  /// It is also a good part of the page's prose: not the text of one of many entries, nor only a
  /// beginning.
  bool body_leads() const { return body_fits() && agreeing_ > kLeadingShare * total_; }
  double description_share(std::string_view text) const { return description_.share_of(text); }
  /// Makes furniture of all blocks within these elements, which are in page order.
  void set_aside(const std::vector<NodeId>& elements);
  /// One value for all elements of a kind: the same tag and class, digits aside.
  std::uint64_t kind_of(NodeId node) const;

 private:
  // letters of the page found in the articleBody: two short paragraphs
  static constexpr double kFittingWeight = 250;
  static constexpr double kLeadingShare = .4;  // of the page's prose

  void rate(const ContentEvidence& evidence);
  void find_headline();
  void find_bodies();
  void count_kinds();
  void mark_furniture();
  bool is_furniture(NodeId node) const;
  bool is_body(NodeId node) const;

  const Page& page_;
  std::vector<RatedBlock> blocks_;
  std::vector<Hints> hints_;
  TextOverlap description_;
  std::u32string title_;
  std::optional<NodeId> headline_;
  SubtreeSum prose_;             // letters of prose
  SubtreeSum agreement_;         // of them found in the articleBody
  SubtreeSum bodies_;            // elements named as the body
  std::vector<bool> wide_body_;  // named as the body, but around others that are nearer to it
  double total_ = 0;             // letters of prose on the page
  double agreeing_ = 0;
  struct Kind {
    double prose = 0;
    int elements = 0;
  };
  std::unordered_map<std::uint64_t, Kind> by_kind_;  // of elements with furniture's names
};

}  // namespace pressmark::indexer
