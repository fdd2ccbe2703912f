#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/content_finder.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// The people who sign a text where no line above it does: in brackets in its first words or at its
/// end with a word of the trade ("（记者 王小明）"), or by a name alone in italics or bold behind
/// its last paragraph. Empty when nobody does.
///
/// @param language  as the page declares it; may be empty
std::vector<std::string> text_signature(const Page& page, const FoundContent& content,
                                        const Outlet& outlet, std::string_view language);

}  // namespace pressmark::indexer
