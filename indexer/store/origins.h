#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "common/manifest.h"
#include "indexer/store/key_table.h"
#include "indexer/store/known_files.h"

namespace pressmark::indexer {

/// Keys of the articles in the archive that came from these files, or that they hold, and that none
/// of the other known files holds. One that came from standard input has no file to lose.
std::vector<std::uint64_t> articles_only_in(const std::filesystem::path& archive,
                                            const Manifest& manifest, const KeyIndex& keys,
                                            const std::vector<KnownFile>& gone);

}  // namespace pressmark::indexer
