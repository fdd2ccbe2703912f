// Apart from article_identity(): the searcher then needs no list of public suffixes.
#include "common/hash.h"
#include "common/identity.h"

namespace pressmark {
namespace {

constexpr std::string_view kDigits = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t kIdBytes = 13;

}  // namespace

std::uint64_t article_key(std::string_view identity) { return hash64(identity); }

std::string article_id(std::uint64_t key) {
  std::string id(kIdBytes, 'a');
  for (auto digit = id.rbegin(); digit != id.rend(); ++digit, key >>= 5) *digit = kDigits[key & 31];
  return id;
}

std::optional<std::uint64_t> key_of_id(std::string_view id) {
  std::uint64_t key = 0;
  for (const char c : id) key = key << 5 | (kDigits.find(c) & 31);
  return article_id(key) == id ? std::optional(key) : std::nullopt;
}

std::string article_id(std::string_view identity) { return article_id(article_key(identity)); }

}  // namespace pressmark
