#pragma once

#include <filesystem>
#include <string>

namespace pressmark::indexer {

/// "412006 articles, 2009-03-01 to 2022-09-30, 1.9 GB". Throws as SegmentSet.
std::string summary_of(const std::filesystem::path& archive);

}  // namespace pressmark::indexer
