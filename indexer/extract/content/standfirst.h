#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/content/page_blocks.h"

namespace pressmark::indexer {

/// The standfirst: blocks between the headline and the text, named as one or with the words of the
/// page's description.
///
/// @param begin  the text's first block, an index into blocks.blocks()
/// @return       ascending indexes below `begin`; often none
std::vector<std::size_t> standfirst(const PageBlocks& blocks, std::size_t begin);

}  // namespace pressmark::indexer
