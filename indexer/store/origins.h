#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "indexer/store/known_files.h"

namespace pressmark::indexer {

/// The articles of a segment that came from one of these files, or from inside it
/// ("a.warc.gz:1734", "a.zip!b.html").
std::vector<std::uint32_t> articles_from(const Xapian::Database& segment,
                                         const std::vector<KnownFile>& files);

}  // namespace pressmark::indexer
