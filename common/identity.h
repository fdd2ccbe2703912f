#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

/// What an article is known by: the key of its URL (url_key), without one the id it came with,
/// without that where it came from, or, where `origin` is empty as that names nothing, its bytes
/// (sha256_hex). The four never meet: each has a mark of its own in front.
std::string article_identity(std::string_view canonical_url, std::string_view external_id,
                             std::string_view origin, std::string_view sha256 = {});

/// The number of an identity: its XXH3.
std::uint64_t article_key(std::string_view identity);

/// The number as users see and type it: 13 of the letters a-z and the digits 2-7.
std::string article_id(std::uint64_t key);
std::string article_id(std::string_view identity);

/// The number of an id as users see it; nothing for any other text.
std::optional<std::uint64_t> key_of_id(std::string_view id);

}  // namespace pressmark
