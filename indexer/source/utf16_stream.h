#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/part_stream.h"

namespace pressmark::indexer {

enum class Utf16 { LittleEndian, BigEndian };

/// By the byte order mark, which spreadsheets write.
std::optional<Utf16> utf16_of(std::string_view head);

/// In UTF-8, without the mark; halves of pairs become U+FFFD, a last odd byte is dropped.
std::string utf16_to_utf8(std::string_view bytes, Utf16 order);

/// The same of a stream.
std::unique_ptr<ByteStream> utf8_stream(std::unique_ptr<ByteStream> bytes, Utf16 order);

}  // namespace pressmark::indexer
