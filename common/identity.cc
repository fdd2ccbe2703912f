#include "common/identity.h"

#include "common/url.h"

namespace pressmark {

std::string article_identity(std::string_view canonical_url, std::string_view external_id,
                             std::string_view origin, std::string_view sha256) {
  if (const std::string key = url_key(canonical_url); !key.empty()) {
    return std::string("u").append(key);
  }
  if (!external_id.empty()) return "i" + std::string(external_id);
  if (origin.empty()) return "c" + std::string(sha256);
  return "f" + std::string(origin);
}

}  // namespace pressmark
