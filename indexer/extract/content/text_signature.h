#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/content/content_finder.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

/// The reporters whom a text names in its first words or at its end, with a word of the trade:
/// "（记者 王小明）", "(봉산) 홍길동 기자 =". Empty when it names none.
///
/// @param language  as the page declares it; may be empty
std::vector<std::string> reporters_in_text(std::string_view text, const Outlet& outlet,
                                           std::string_view language);

/// The person whose name stands alone in italics or bold behind the text's last paragraph; empty
/// when there is none. Others sign so as well as authors: for texts that nobody else signs.
std::vector<std::string> name_behind_text(const Page& page, const FoundContent& content,
                                          const Outlet& outlet, std::string_view language);

}  // namespace pressmark::indexer
