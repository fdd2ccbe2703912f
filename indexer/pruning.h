#pragma once

#include <cstdint>
#include <string>

#include "indexer/store/known_files.h"
#include "indexer/store/publisher.h"

namespace pressmark::indexer {

/// Whether --prune may take all of a folder that was given, or more than half of the archive where
/// whole folders are gone. A disk that is not mounted looks like that.
enum class PruneMost { Refuse, Allow };

struct Pruned {
  std::uint64_t articles = 0;  // deleted, or when refused: that would have been
  bool refused = false;
  std::string folders;  // that are gone, for people
};

/// Forgets the files that are gone, but for those read in this run, and the articles that no other
/// known file holds. `known` are the files that the run found in the archive.
Pruned prune(Publisher& publisher, const KnownFiles& known, PruneMost most);

}  // namespace pressmark::indexer
