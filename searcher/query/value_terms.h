#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/schema.h"

namespace pressmark::searcher {

/// A value of a field that the archive holds, as a query would name it.
struct ValueTerm {
  std::string value;  // folded: "ua", "vladimir putin", "theguardian.com"
  Xapian::doccount articles = 0;
  friend bool operator==(const ValueTerm&, const ValueTerm&) = default;
};

/// The most frequent values of a field that begin with `typed` (folded), at most `limit`; none for
/// fields without terms of their own. Entity stands for persons, organisations and places. Looks
/// at no more terms than a shell waits for.
std::vector<ValueTerm> value_terms(const Xapian::Database& database, FieldId field,
                                   std::string_view typed, std::size_t limit);

}  // namespace pressmark::searcher
