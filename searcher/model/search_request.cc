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
  return std::string(spec.interval ? name(*spec.interval) : field(spec.field).name);
}

std::string rows_name(const CrossSpec& spec) {
  return spec.kind == CrossSpec::Kind::Queries ? "query" : name(spec.rows);
}

}  // namespace pressmark::searcher
