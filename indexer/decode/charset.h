#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark::indexer {

/// Canonical lower-case name of an encoding label as browsers understand it: "latin1" and "ascii"
/// are "windows-1252", "gb2312" is "gb18030", "shift_jis" is its Windows superset. Nothing for
/// unknown labels and for utf-7, which is refused.
/// https://encoding.spec.whatwg.org/#names-and-labels
std::optional<std::string_view> charset_of_label(std::string_view label);

/// The bytes as UTF-8; what the charset does not have becomes U+FFFD and never ends the text.
/// @param charset  a name that charset_of_label gives, or "utf-32le", "utf-32be"
std::string convert_to_utf8(std::string_view bytes, std::string_view charset);

/// How the bytes beyond ASCII fit UTF-8.
struct Utf8Fit {
  std::size_t sequences = 0;  // well-formed characters of two to four bytes
  std::size_t strays = 0;     // bytes that belong to none
};
Utf8Fit measure_utf8(std::string_view bytes);

}  // namespace pressmark::indexer
