#pragma once

#include <optional>
#include <string_view>

namespace pressmark::indexer {

/// East Asian charsets of which there is a model.
inline constexpr std::string_view kMultibyteCharsets[] = {"gb18030", "big5", "shift_jis", "euc-jp",
                                                          "euc-kr"};

/// How the bytes read in one of them, as plausibility(); nothing for another charset.
std::optional<double> score_multibyte(std::string_view bytes, std::string_view charset);

}  // namespace pressmark::indexer
