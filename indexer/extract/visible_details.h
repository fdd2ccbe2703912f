#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page_fields.h"
#include "indexer/extract/published_date.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

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

/// One date as a page prints it.
struct VisibleDate {
  std::string value;
  DateOrigin origin = DateOrigin::Text;
  DateRole role = DateRole::Unclear;
};

/// The first dates of <time>, of elements called dates, and of short lines behind the headline;
/// those behind the headline first.
///
/// @param language  decides the order of numbers and the names of months
std::vector<VisibleDate> visible_dates(const Page& page, const PageFields& fields, NodeId headline,
                                       std::string_view language);

/// The day in the line right above the headline, if it holds little else: "Thursday, March 5,
/// 1998", "Moor Daily 2005-10-09, page 2". For pages that print no other, as this may be the day of
/// a visit.
std::vector<VisibleDate> dates_before_headline(const Page& page, NodeId headline,
                                               std::string_view language);

}  // namespace pressmark::indexer
