// Apart from hash.cc: the searcher computes none, and then need not load the library.
#include "common/sha256.h"

#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <nettle/sha2.h>

namespace pressmark {

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest = {};
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  sha256_digest(&context, digest.size(), digest.data());
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

}  // namespace pressmark
