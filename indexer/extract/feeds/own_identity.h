#pragma once

#include <string>
#include <string_view>

namespace pressmark::indexer {

/// Whether an address can be that of one article: it has a path or a query. A home page is its
/// outlet's, and would make one article of all that name it.
bool is_own_address(std::string_view url);

/// An id that is unique only within `scope` (a feed, an outlet), made unique by naming that. As it
/// stands where it is unique by itself: an address, a "tag:" or "urn:uuid:" name, a UUID, or at
/// least 24 hexadecimal digits, as databases and hashes make them. Empty where there is no scope,
/// and for what programs write where they have no id ("NaN", "None").
std::string scoped_id(std::string_view scope, std::string_view id);

}  // namespace pressmark::indexer
