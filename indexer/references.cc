#include "indexer/references.h"

#include <string>
#include <string_view>

#include "common/identity.h"
#include "common/url.h"

namespace pressmark::indexer {
namespace {

std::uint64_t marked(char mark, std::string_view name) {
  return name.empty() ? 0 : article_key(mark + std::string(name));
}

std::uint64_t record_number(std::string_view id) { return marked('r', id); }
std::uint64_t payload_number(std::string_view digest) { return marked('p', digest); }

/// The key of an article that has this address.
std::uint64_t address_number(std::string_view url, std::string_view origin) {
  return url.empty() ? 0 : article_key(article_identity(canonical_url(url), {}, origin));
}

}  // namespace

std::array<std::uint64_t, 3> references_of(const RawDocument& raw) {
  return {record_number(raw.record_id), payload_number(raw.payload_digest),
          address_number(raw.url, raw.origin)};
}

std::vector<std::uint64_t> numbers_of(const Revisit& revisit) {
  std::vector<std::uint64_t> numbers;
  for (const std::uint64_t number :
       {record_number(revisit.record_id), payload_number(revisit.payload_digest),
        address_number(revisit.earlier_url, revisit.origin),
        address_number(revisit.url, revisit.origin)}) {
    if (number != 0) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace pressmark::indexer
