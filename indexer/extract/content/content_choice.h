#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/content/content_root.h"
#include "indexer/extract/content/page_blocks.h"

namespace pressmark::indexer {

/// The blocks of the article, as ascending indexes into blocks.blocks().
///
/// Paragraphs of the commonest kind are the article's frame. What stands beside them stays; boxes
/// between and behind them go when they hold linked headings or many links; headings stay when text
/// follows. A named body and a whole articleBody overrule; a standfirst above is added; notes in
/// italics, contacts and copyright at the end are cut.
std::vector<std::size_t> choose_blocks(const PageBlocks& blocks, const ContentRoot& root,
                                       std::string_view article_body);

}  // namespace pressmark::indexer
