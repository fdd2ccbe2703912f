#include "indexer/source/input_size.h"

#include "indexer/source/directory.h"

namespace pressmark::indexer {

std::optional<std::uint64_t> input_size(const SourceOptions& options,
                                        const std::function<bool()>& stop) {
  if (!options.files_from.empty()) return std::nullopt;
  std::uint64_t bytes = 0;
  for (const std::string& path : options.paths) {
    if (path == kStandardInput) return std::nullopt;
    DirectoryWalker walker(path, RootLink::Follow, directory_id(options.skip_directory));
    while (const auto found = walker.next()) {
      if (stop()) return std::nullopt;
      if (const auto* file = std::get_if<FileStamp>(&*found)) bytes += file->size;
    }
  }
  return bytes;
}

}  // namespace pressmark::indexer
