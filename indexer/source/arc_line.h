#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/source/warc_record.h"

namespace pressmark::indexer {

/// Longer lines begin no record of an ARC file.
inline constexpr std::size_t kMaxArcLineBytes = std::size_t{64} << 10;

/// The line that begins a record of an ARC file:
/// "http://a.example/ 192.0.2.1 20050102030405 text/html 1234", in version 2 with five fields more
/// before the length; nothing when the line is no such thing. Addresses with blanks occur.
/// https://archive.org/web/researcher/ArcFileFormat.php
std::optional<WarcHeader> parse_arc_line(std::string_view line);

/// "http:" or its like: what tells cheaply that a text begins no record. True also of a text that
/// ends within the scheme.
bool may_begin_arc_line(std::string_view text);

}  // namespace pressmark::indexer
