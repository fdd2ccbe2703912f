#pragma once

#include <optional>
#include <string_view>

namespace pressmark::indexer {

/// The charset that a page names itself: in an XML declaration or a <meta> element, also one that
/// comes late. Comments, scripts, styles and the title are passed over; the search ends at <body>
/// or after a mebibyte.
/// @return canonical as by charset_of_label; nothing when none, or only unknown ones, are named
/// Follows
/// https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
/// but for its limit of 1024 bytes.
std::optional<std::string_view> declared_charset(std::string_view bytes);

/// The language that the <html> element names ("de", "zh-TW"), as a view into `bytes`; empty when
/// it names none.
std::string_view declared_language(std::string_view bytes);

}  // namespace pressmark::indexer
