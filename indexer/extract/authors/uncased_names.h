#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// The people in a piece of a byline whose script has no capitals, where blanks, roles ("记者",
/// "기자", "写真・") or the Arabic "and" part them: "王小明 李华", "홍길동 기자 이영희 특파원",
/// "محمد أحمد وسارة علي". Blanks within one name stay: "山田 太郎", "김 철수". Text with capitals
/// comes back as it is.
///
/// @param language  as declared ("zh-CN"); may be empty
std::vector<std::string> names_apart(std::string_view piece, std::string_view language);

/// Whether a text begins with a Chinese label of who edited: "责编：李静".
bool labels_editor(std::string_view text);

}  // namespace pressmark::indexer
