#include "searcher/model/built_query.h"

namespace pressmark::searcher {

Xapian::Query BuiltQuery::whole() const {
  Xapian::Query query = text;
  for (const auto& [field, filter] : filters) query = Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
  return Xapian::Query(Xapian::Query::OP_FILTER, query, rest);
}

Xapian::Query BuiltQuery::without(FieldId left_out) const {
  Xapian::Query query = text;
  for (const auto& [field, filter] : filters) {
    if (field != left_out) query = Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
  }
  return Xapian::Query(Xapian::Query::OP_FILTER, query, rest);
}

}  // namespace pressmark::searcher
