#include "common/identity.h"

#include "common/hash.h"
#include "common/url.h"

namespace pressmark {

std::string article_identity(std::string_view canonical_url, std::string_view external_id,
                             std::string_view origin) {
  if (const std::string key = url_key(canonical_url); !key.empty()) {
    return std::string("u").append(key);
  }
  if (!external_id.empty()) return "i" + std::string(external_id);
  return "f" + std::string(origin);
}

std::uint64_t article_key(std::string_view identity) { return hash64(identity); }

std::string article_id(std::uint64_t key) {
  constexpr std::string_view kDigits = "abcdefghijklmnopqrstuvwxyz234567";
  std::string id(13, 'a');
  for (auto digit = id.rbegin(); digit != id.rend(); ++digit, key >>= 5) *digit = kDigits[key & 31];
  return id;
}

std::string article_id(std::string_view identity) { return article_id(article_key(identity)); }

}  // namespace pressmark
