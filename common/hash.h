#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressmark {

/// XXH3 of the bytes. Stable across versions and machines: it may be stored.
std::uint64_t hash64(std::string_view bytes);

/// XXH3-128 as 32 hexadecimal digits: fast, and no evidence of anything (sha256.h).
std::string hash128_hex(std::string_view bytes);

/// CRC-32 as in zlib, for noticing damage in what a database returns.
std::uint32_t crc32_of(std::string_view bytes);

}  // namespace pressmark
