#include "indexer/extract/feeds/own_identity.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "common/url.h"

namespace pressmark::indexer {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";
constexpr std::size_t kUniqueDigits = 24;  // of MongoDB's ids; a UUID has 32, an MD5 too

// All articles without an id would have the same one.
constexpr std::array<std::string_view, 5> kNoId = {"nan", "none", "null", "n/a", "<na>"};

bool is_unique(std::string_view id) {
  if (is_own_address(id)) return true;
  for (const std::string_view begin : {"tag:", "urn:uuid:"}) {
    if (starts_with_ascii_nocase(id, begin)) return true;
  }
  if (id.find_first_not_of("0123456789abcdefABCDEF-{}") != std::string_view::npos) return false;
  const auto digits = std::ranges::count_if(
      id, [](char c) { return kHexDigits.find(c) != std::string_view::npos; });
  return static_cast<std::size_t>(digits) >= kUniqueDigits;
}

}  // namespace

bool is_own_address(std::string_view url) {
  const std::string key = url_key(url);
  const auto host_end = key.find_first_of("/?#");
  return host_end != std::string::npos && std::string_view(key).substr(host_end) != "/";
}

std::string scoped_id(std::string_view scope, std::string_view id) {
  id = trim(id);
  scope = trim(scope);
  if (std::ranges::count(kNoId, to_lower_ascii(id)) > 0) return {};
  if (id.empty() || is_unique(id)) return std::string(id);
  return scope.empty() ? std::string() : std::string(scope).append(" ").append(id);
}

}  // namespace pressmark::indexer
