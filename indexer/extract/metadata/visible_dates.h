#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/content/page_fields.h"
#include "indexer/extract/dates/published_date.h"
#include "indexer/markup/dom.h"
#include "indexer/model/article.h"

namespace pressmark::indexer {

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
