#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressmark::indexer {

/// An element of an XML document, or a run of text in one, which has no name.
struct XmlNode {
  std::string name;  // local, in lower case
  std::string text;  // of a run of text, references resolved
  /// Local names in lower case, and values with references resolved.
  std::vector<std::pair<std::string, std::string>> attributes;
  std::uint32_t end = 0;  // one past its last descendant, in XmlTree::nodes

  /// Empty when there is none of that name.
  std::string_view attribute(std::string_view wanted) const;
};

/// An XML document in its order, so that every walk is a loop.
struct XmlTree {
  std::vector<XmlNode> nodes;
  bool truncated = false;  // it was not well formed to its end, or had more than kMaxXmlNodes
};

inline constexpr std::size_t kMaxXmlNodes = 50'000;

/// Reads what is well formed of a document. No DTD is read, no entity of its own resolved, nothing
/// fetched: a document that declares entities gives no nodes. Linear; never throws on content.
///
/// @param xml  valid UTF-8 without NUL
XmlTree parse_xml(std::string_view xml);

/// Text of a node and all below it on one line, white space collapsed.
std::string text_of(const XmlTree& tree, std::size_t node);

}  // namespace pressmark::indexer
