#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markup/dom.h"

namespace pressmark::indexer {

/// What is known of the article before its text is looked for: evidence, never text by itself.
struct ContentEvidence {
  std::string_view title;
  std::string_view description;
  std::string_view article_body;  // JSON-LD articleBody; empty when the page gives none
};

struct FoundContent {
  std::string text;                       // paragraphs separated by a blank line
  NodeId root = 0;                        // smallest element that holds the main text
  NodeId begin = 0;                       // first text node of it
  NodeId end = 0;                         // behind its last one
  std::vector<NodeId> kept;               // first text node of each block of it
  std::uint32_t weight = 0;               // letters of the text, an ideograph counting as three
  std::uint32_t prose = 0;                // of it in paragraphs that read as prose
  std::uint32_t linked_lines = 0;         // lines of the page that are links and no menu: teasers
  std::uint32_t linked_lines_inside = 0;  // of them below the root
  std::uint32_t teasers = 0;              // headings with an excerpt each, of several like them
  std::uint32_t dated_teasers = 0;        // of them with a day of their own
  std::uint32_t excerpts = 0;             // letters of them that are in the text
  bool in_consent = false;                // stands in an element named as a consent dialogue
  bool walled = false;                    // an offer of subscription stands in it or follows
};

/// The main text of a page. Nothing when no block of the page reads as prose.
std::optional<FoundContent> find_content(const Page& page, const ContentEvidence& evidence);

}  // namespace pressmark::indexer
