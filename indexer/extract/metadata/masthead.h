#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/markup/dom.h"

namespace pressmark::indexer {

/// What pages print and do not mark up.

/// The text node that prints `line` and nothing else, in the page's body and in no link; 0 when
/// there is none. Letters and digits count, as in outlet_name_key.
NodeId printed_line(const Page& page, std::string_view line);

/// The part of a document title, before or behind its first separator, that the page prints as a
/// line while it does not print the other: the headline of a page without headings. Empty when that
/// tells nothing.
std::string printed_part(const Page& page, std::string_view document_title);

/// The outlet in front of the headline in a document title: "The Moor Register" of "The Moor
/// Register - Bridge closed". The page must print both, the outlet above the headline or in
/// its notice of copyright; empty otherwise.
///
/// @param addressed  the page has an address. Its masthead must then be a link to the front page:
///                   "Opinion: ..." is printed so as well
std::string outlet_before_headline(const Page& page, std::string_view document_title,
                                   bool addressed);

/// Of a name with a tagline ("The Moor Register - News from the heath") the part that the page
/// prints alone in a link to its front page; empty when there is none.
std::string part_in_masthead(const Page& page, std::string_view name);

/// Of a name with a tagline the one part that a notice of copyright near the page's end holds;
/// empty when none does, or several.
std::string part_in_copyright(const Page& page, std::string_view name);

/// The first of these names, or its one part between separators, that a notice of copyright near
/// the page's end holds; else what a link to the front page of `domain` says in text, title or
/// label, if such a notice holds it. Empty when there is none.
std::string name_in_copyright(const Page& page, std::span<const std::string_view> names,
                              std::string_view domain);

/// The name that the page prints in exactly the letters of its domain: "Moor Wire" of
/// moor-wire.example. Empty when it does not.
std::string name_spelled_as_domain(const Page& page, std::string_view domain);

}  // namespace pressmark::indexer
