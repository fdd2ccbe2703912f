#include "searcher/model/search_request.h"

namespace pressmark::searcher {

std::string_view name(Interval interval) {
  switch (interval) {
    case Interval::Day:
      return "day";
    case Interval::Week:
      return "week";
    case Interval::Month:
      return "month";
    case Interval::Year:
      return "year";
  }
  return {};
}

std::string name(const FacetSpec& spec) {
  if (spec.field == FieldId::Body) return "word";
  return std::string(spec.interval ? name(*spec.interval) : field(spec.field).name);
}

std::string rows_name(const CrossSpec& spec) {
  return spec.kind == CrossSpec::Kind::Queries ? "query" : name(spec.rows);
}

std::string title_of(const SearchRequest& request) {
  std::vector<std::string> parts;
  if (!request.query.empty()) parts.push_back(request.query);
  parts.insert(parts.end(), request.where.begin(), request.where.end());
  if (!request.similar_to.empty()) parts.push_back("similar to " + request.similar_to);
  if (!request.story_of.empty()) parts.push_back("story of " + request.story_of);
  std::string title;
  for (const std::string& part : parts) title += (title.empty() ? "" : " ") + part;
  return title.empty() ? "search" : title;
}

}  // namespace pressmark::searcher
