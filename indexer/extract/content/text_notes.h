#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/content/page_blocks.h"

namespace pressmark::indexer {

/// Whether a block is a caption written as a paragraph: short, right behind a picture, and at its
/// end who took it.
bool is_caption_paragraph(const PageBlocks& blocks, std::size_t index);

/// How many of the blocks kept, from the first on, are the story: agencies part their notes ("Doe
/// reported from ...", "Follow our coverage") from it by a line of underscores.
///
/// @param root  element of the text
/// @param kept  indices of blocks in page order
std::size_t without_notes(const PageBlocks& blocks, NodeId root,
                          const std::vector<std::size_t>& kept);

}  // namespace pressmark::indexer
