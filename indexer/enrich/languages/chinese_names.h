#pragma once

#include <string_view>
#include <vector>

#include "indexer/model/annotations.h"

namespace pressmark::indexer {

/// Persons and organisations named in Chinese characters, simplified or traditional.
///
/// A person is a family name and one or two characters where a title stands beside them, or a word
/// of speech or an age behind them at the beginning of a clause; a foreigner whose names a middle
/// dot parts, or who is spelt behind a title; one of the list; or the same elsewhere in the
/// article. A body is one of the list, with the country in front where each has one, a paper in
/// 《》 or a firm by the legal form at its end.
/// @param text  UTF-8
/// @return      by offset, not overlapping; linear in the text's length
std::vector<Mention> chinese_names(std::string_view text);

}  // namespace pressmark::indexer
