#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// A page made small and harmless for a tree builder: what carries no text is gone, hostile
/// structure is capped.
struct PrescannedPage {
  std::string html;  // UTF-8; tags in lower case, only the attributes of markup/names.h
  std::vector<std::string>
      json_ld;  // bodies of <script type="application/ld+json">, in page order, as they stand
  std::vector<std::string>
      json_state;  // bodies of <script type="application/json">: a page's data for its scripts
  bool truncated = false;  // over the size limit, or tags dropped for depth
};

inline constexpr std::size_t kMaxPageBytes =
    8U << 20U;  // beyond it the page is cut: RELIABILITY of memory and time
inline constexpr std::size_t kMaxTagBytes = 64U << 10U;  // attributes beyond it are dropped
inline constexpr std::size_t kMaxAttributes = 1000;      // a tree builder is quadratic in them
inline constexpr std::size_t kMaxDepth = 1000;  // deeper tags are dropped, their text is kept

/// One linear pass. Drops script, style, svg, noscript, template, iframe, select, textarea,
/// comments, doctypes and the attributes nobody reads; drops end tags that match nothing and start
/// tags deeper than kMaxDepth (a <br> takes the place of a block). A comment or script that never
/// ends costs no text before it.
///
/// @param text  valid UTF-8 without NUL
PrescannedPage prescan_html(std::string_view text);

}  // namespace pressmark::indexer
