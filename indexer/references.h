#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/model/raw_document.h"
#include "indexer/source/source.h"

namespace pressmark::indexer {

/// By what other records of a crawl may call a document: the id of its record, the digest of its
/// payload, and the address that it was fetched under. Each is the number of an identity like those
/// of common/identity.h, with a mark of its own; 0: there is no such name.
std::array<std::uint64_t, 3> references_of(const RawDocument& raw);

/// The numbers, keys or references, under which the article of a revisit may be known. The surest
/// comes first: the record, the same bytes, the address of the record, that of the revisit itself.
/// https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/#revisit
std::vector<std::uint64_t> numbers_of(const Revisit& revisit);

}  // namespace pressmark::indexer
