#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markup/names.h"

namespace pressmark::indexer {

/// Index of a node in its page. Nodes are numbered in document order, so the descendants of `n` are
/// exactly n + 1 ... end(n) - 1 and every walk over a tree is a loop.
using NodeId = std::uint32_t;

/// The part of a page that extraction reads: elements, the attributes of markup/names.h, and text.
/// Immutable once parsed; views returned point into the page.
class Page {
 public:
  Page() = default;

  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  bool empty() const { return nodes_.empty(); }

  Tag tag(NodeId node) const { return nodes_[node].tag; }
  bool is_text(NodeId node) const { return nodes_[node].tag == Tag::Text; }
  /// One past the last descendant; node + 1 when it has none.
  NodeId end(NodeId node) const { return nodes_[node].end; }
  /// The parent; the root (node 0) is its own parent.
  NodeId parent(NodeId node) const { return nodes_[node].parent; }
  bool contains(NodeId outer, NodeId inner) const { return outer <= inner && inner < end(outer); }

  /// The next child of the same parent; nothing when there is none.
  std::optional<NodeId> next_sibling(NodeId node) const;

  /// Characters of a text node with references resolved and white space as it stands; empty for
  /// elements.
  std::string_view text(NodeId node) const;

  /// Value of an attribute with references resolved; empty when absent (see has_attribute).
  std::string_view attribute(NodeId node, Attr name) const;
  bool has_attribute(NodeId node, Attr name) const;

  struct Attribute {
    Attr name = Attr::None;
    std::uint32_t begin = 0;  // its value, for value()
    std::uint32_t length = 0;
  };
  /// All attributes of an element, in the page's order.
  std::span<const Attribute> attributes(NodeId node) const {
    return std::span(attributes_)
        .subspan(nodes_[node].tag == Tag::Text ? 0 : nodes_[node].begin, nodes_[node].attributes);
  }
  std::string_view value(const Attribute& attribute) const {
    return std::string_view(text_).substr(attribute.begin, attribute.length);
  }

  /// Next element with this tag at or after `from` and before `end`; nothing when there is none.
  std::optional<NodeId> find(Tag tag, NodeId from, NodeId end) const;

  /// Bodies of JSON-LD scripts, in page order.
  const std::vector<std::string>& json_ld() const { return json_ld_; }
  /// Bodies of the longer of all other scripts, and attributes that hold JSON, as they stand: views
  /// of the text that was parsed, which must outlive their reading.
  const std::vector<std::string_view>& scripts() const { return scripts_; }
  /// The address that the program which saved the page put into a comment; may be empty.
  const std::string& saved_from() const { return saved_from_; }
  /// The page was cut or tags were dropped for depth.
  bool truncated() const { return truncated_; }

 private:
  friend class PageBuilder;

  struct Node {
    Tag tag = Tag::Other;
    std::uint16_t attributes = 0;
    NodeId parent = 0;
    NodeId end = 0;
    std::uint32_t begin = 0;   // text: offset into text_; element: first attribute
    std::uint32_t length = 0;  // text: bytes
  };

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
  std::vector<std::string> json_ld_;
  std::vector<std::string_view> scripts_;
  std::string saved_from_;
  bool truncated_ = false;
};

/// The version of libxml2 that reads pages, "2.9.14".
std::string_view parser_version();

/// Parses a page as browsers' ancestors do, whatever its faults. Never fails; an empty page has no
/// nodes. Linear in the size, no network, no external entity; input beyond the limits of
/// html_prescan.h is dropped.
///
/// @param html  valid UTF-8 without NUL
Page parse_page(std::string_view html);

/// Whether an element stands on lines of its own, by its kind or by its style.
bool is_set_apart(const Page& page, NodeId element);

/// Text of a node and all below it on one line: white space collapsed, a blank where a block or
/// <br> begins or ends.
std::string text_of(const Page& page, NodeId node);

}  // namespace pressmark::indexer
