// Apart from article_identity(): the searcher then needs no list of public suffixes.
#include "common/hash.h"
#include "common/identity.h"

namespace pressmark {

std::uint64_t article_key(std::string_view identity) { return hash64(identity); }

std::string article_id(std::uint64_t key) {
  constexpr std::string_view kDigits = "abcdefghijklmnopqrstuvwxyz234567";
  std::string id(13, 'a');
  for (auto digit = id.rbegin(); digit != id.rend(); ++digit, key >>= 5) *digit = kDigits[key & 31];
  return id;
}

std::string article_id(std::string_view identity) { return article_id(article_key(identity)); }

}  // namespace pressmark
