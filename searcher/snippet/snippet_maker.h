#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis.h"
#include "searcher/model/search_result.h"

namespace pressmark::searcher {

struct SnippetOptions {
  std::size_t columns = 160;           // longest snippet, as wide as on a terminal
  std::size_t max_bytes = 256 * 1024;  // of the text that are looked at
};

/// The place of a text that says most about a query: one window with as many different words of it
/// as possible, the first of equally good ones, beginning with a sentence where one is near; the
/// beginning of the text when no word of the query stands in it. One line, "…" where it was cut.
/// Highlights cover whole words, inflected forms too.
///
/// @param terms  BuiltQuery::terms, sorted
Snippet make_snippet(std::string_view text, std::string_view language,
                     std::span<const std::string> terms, Analyzer& analyzer,
                     const SnippetOptions& options = {});

/// The same marks over a whole text, line breaks kept: for reading an article.
Snippet mark_text(std::string_view text, std::string_view language,
                  std::span<const std::string> terms, Analyzer& analyzer);

/// Every marked word of a text in its paragraph, at most `columns` characters on each side of it;
/// "…" where the paragraph goes on.
///
/// @param marked  what mark_text() returned
std::vector<Mention> mentions(const Snippet& marked, std::size_t columns);

}  // namespace pressmark::searcher
