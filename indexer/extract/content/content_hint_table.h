#pragma once

#include <cstdint>
#include <string_view>

namespace pressmark::indexer {

/// What the names that authors of web pages give to elements say of their content.
enum class Hint : std::uint32_t {
  None = 0,
  Body = 1U << 0U,  // "article-body", itemprop="articleBody"
  Comment = 1U << 1U,
  Related = 1U << 2U,
  Share = 1U << 3U,
  Subscribe = 1U << 4U,
  Author = 1U << 5U,
  Meta = 1U << 6U,  // date lines, breadcrumbs, labels, tags
  Caption = 1U << 7U,
  Ad = 1U << 8U,
  Navigation = 1U << 9U,
  Consent = 1U << 10U,
  Interface = 1U << 11U,  // pop-ups, players, what only screen readers see
  Sidebar = 1U << 12U,
  Headline = 1U << 13U,
  Lead = 1U << 14U,  // standfirst, summary
  Hidden = 1U << 15U,
  Tail = 1U << 16U,   // furniture by tag: nav, aside, footer, form ...
  Embed = 1U << 17U,  // a post of a social network
};

/// Hint of one word of a class or id, in lower case; Hint::None when it says nothing.
Hint hint_of_word(std::string_view word);

/// Hint of a name whose words are written together or mean something only together ("article-body",
/// "readmore"): in lower case, letters only.
Hint hint_of_name(std::string_view letters);

}  // namespace pressmark::indexer
