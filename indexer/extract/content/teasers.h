#pragma once

#include <vector>

#include "indexer/extract/content/page_blocks.h"
#include "indexer/markup/dom.h"

namespace pressmark::indexer {

/// The small element around a line that links elsewhere and the few sentences that follow it: a
/// teaser, if the page has several of its kind.
struct Teaser {
  NodeId element = 0;
  double prose = 0;    // letters
  bool dated = false;  // it prints a day or time of its own
};

/// The teasers of a page with an excerpt each, in page order: at least three of one kind, none of
/// them around the headline. Linear in the page.
std::vector<Teaser> find_teasers(const PageBlocks& blocks);

}  // namespace pressmark::indexer
