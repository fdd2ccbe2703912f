#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markup/names.h"

namespace pressmark::indexer {

/// The attribute that stands in the prescanned page for those of its tag: the number of their list.
inline constexpr std::string_view kListAttribute = "i";

/// A page made small and harmless for a tree builder: what carries no text is gone, hostile
/// structure is capped.
struct PrescannedPage {
  /// UTF-8; tags in lower case. A tag's attributes stand beside it, as a list, so that the tree
  /// builder need not read them letter by letter; in it only where references are to be resolved.
  std::string html;
  struct Attribute {
    Attr name = Attr::None;
    std::string_view value;  // of the text that was scanned
  };
  /// Only those of markup/names.h, none twice in one list; of a style "none" or "block".
  std::vector<Attribute> attributes;
  std::vector<std::uint32_t> list_ends;  // list i ends before this place in `attributes`
  std::vector<std::string>
      json_ld;  // bodies of <script type="application/ld+json">, in page order, as they stand
  /// Bodies of the other scripts that could hold a story, and attributes that hold an object of
  /// JSON, as they stand; of the text that was scanned.
  std::vector<std::string_view> scripts;
  std::string saved_from;  // the address that a comment gives (saved_from.h); of two the first
  bool truncated = false;  // over the size limit, or tags dropped for depth
};

inline constexpr std::size_t kMaxPageBytes =
    8U << 20U;  // beyond it the page is cut: RELIABILITY of memory and time
inline constexpr std::size_t kMaxTagBytes = 64U << 10U;  // attributes beyond it are dropped
inline constexpr std::size_t kMaxAttributes = 1000;      // a tree builder is quadratic in them
inline constexpr std::size_t kMaxDepth = 1000;  // deeper tags are dropped, their text is kept
inline constexpr std::size_t kMaxNodes =
    500'000;  // of the tree; what stands behind them is dropped: memory of all that walks over it

/// One linear pass. Drops script, style, svg, noscript, template, iframe, select, textarea,
/// comments, doctypes, readings of a <ruby> without brackets and the attributes nobody reads; drops
/// end tags that match nothing and start tags deeper than kMaxDepth (a <br> takes the place of a
/// block). A comment or script that never ends costs no text before it. In a page that begins as
/// XML does
/// "/>" ends its element, as in <script src="x"/>.
///
/// @param text  valid UTF-8 without NUL; must outlive the result
PrescannedPage prescan_html(std::string_view text);

}  // namespace pressmark::indexer
