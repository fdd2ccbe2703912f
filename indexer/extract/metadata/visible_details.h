#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/content/page_fields.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

inline constexpr std::size_t kMaxVisibleBytes = 300;  // of a byline or a date line
inline constexpr std::size_t kMaxLineBytes = 160;     // of a line that holds a date
inline constexpr NodeId kNearHeadline = 250;          // nodes behind it that still are its details
inline constexpr NodeId kNextToHeadline = 30;

/// The authors that a page prints: in the elements it calls bylines, else in the lines behind the
/// headline that begin as bylines do. The first place that names somebody counts, with those right
/// behind it.
///
/// @param headline  node of the visible headline; 0 when there is none
/// @param language  as the page declares it; may be empty
std::vector<std::string> visible_authors(const Page& page, const PageFields& fields,
                                         NodeId headline, const Outlet& outlet,
                                         std::string_view language);

/// The people of the first byline near the headline that holds several names, a word that joins
/// them, and nothing else.
std::vector<std::string> names_alone(const Page& page, const PageFields& fields, NodeId headline,
                                     const Outlet& outlet, std::string_view language);

/// The first byline that the page prints, whoever it names: in the elements it calls bylines, else
/// the first short line right behind the headline that begins as bylines do. Its runs of text,
/// parted by " | "; empty when there is none.
std::string visible_signature(const Page& page, const PageFields& fields, NodeId headline);

}  // namespace pressmark::indexer
