#pragma once

#include "indexer/extract/content/page_blocks.h"

namespace pressmark::indexer {

struct ContentRoot {
  NodeId node = 0;
  bool poor = false;  // hardly any prose below it: lists and tables count as text
};

/// The element that holds the article's text: the one with the highest sum of its blocks' scores.
/// Prose counts for its length, links and short lines count against, prose passed over between the
/// headline and the element as well. On pages that load further articles below the first, the first
/// one's element.
ContentRoot find_root(const PageBlocks& blocks);

}  // namespace pressmark::indexer
