#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/facet/match_set.h"
#include "searcher/model/search_result.h"

namespace pressmark::searcher {

/// The values of a facet over all articles of a match, exact; an article counts once per value.
///
/// @param limit   values kept, most frequent first; 0: all. Dates: all, in time order, see
///                time_rows()
/// @param asked   days that rows of time cover beside those with articles
/// A pattern keeps values that have a word, or a word of their label, that it fits; the articles
/// without a value are not counted then.
/// @param locale  for the names of countries and languages ("de", "pt_BR")
Facet count_facet(std::span<const FacetSegment> segments, const MatchSet& matches,
                  const FacetSpec& spec, std::size_t limit, std::string_view locale,
                  const DateRange& asked = {});

/// The fields a facet is made of: "entity" is three, whose names are the labels of its values.
std::vector<FieldId> facet_parts(FieldId field);

/// A value of a field as a query: country:DE, person:"Emmanuel Macron".
std::string value_query(FieldId field, std::string_view value);

/// What most of the first articles of a source call it; empty where it is that already.
std::string source_label(std::span<const FacetSegment> segments, std::string_view source);

/// Gives the values of a source facet the outlets' names as labels. Apart from count_facet(), which
/// is called for each row of a table.
template <typename Values>
void name_outlets(std::span<const FacetSegment> segments, FieldId field, Values&& values) {
  if (field != FieldId::Source) return;
  for (auto& value : values) value.label = source_label(segments, value.value);
}
/// The value for people where it does not say it itself: "Germany" for DE; else empty.
std::string value_label(FieldId field, std::string_view value, std::string_view locale);

}  // namespace pressmark::searcher
