#include "searcher/model/built_query.h"

namespace pressmark::searcher {

namespace {

using Query = Xapian::Query;

Query filtered(const Query& query, const Query& filter) {
  if (filter.get_type() == Query::LEAF_MATCH_ALL) return query;
  return Query(Query::OP_FILTER, query, filter);
}

}  // namespace

Query BuiltQuery::whole() const {
  Query query = text;
  for (const auto& [field, filter] : filters) query = filtered(query, filter);
  return filtered(query, rest);
}

Query BuiltQuery::without(FieldId left_out) const {
  Query query = text;
  for (const auto& [field, filter] : filters) {
    if (field != left_out) query = filtered(query, filter);
  }
  return filtered(query, rest);
}

}  // namespace pressmark::searcher
