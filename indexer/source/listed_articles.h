#pragma once

#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// The articles, each an object, in what news services and databases answer: an object that is no
/// article itself and has a list of some in it, as in {"status": "ok", "articles": [{"title": ...,
/// "content": ... Empty for all others, and where the object has no end. Views into it.
std::vector<std::string_view> listed_articles(std::string_view object);

}  // namespace pressmark::indexer
