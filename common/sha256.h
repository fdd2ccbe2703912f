#pragma once

#include <string>
#include <string_view>

namespace pressmark {

/// SHA-256 (FIPS 180-4) of the bytes as 64 hexadecimal digits in lower case, as sha256sum prints
/// it: what an article's original bytes are proved with. For tables and check sums: hash.h.
std::string sha256_hex(std::string_view bytes);

}  // namespace pressmark
