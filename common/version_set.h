#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/manifest.h"
#include "common/stored_article.h"

namespace pressmark {

/// The term that the older versions of an article share, in the parts of a VersionSet.
std::string version_term(std::uint64_t article_key);

/// Older texts of articles that are in an archive. They are read one article at a time and never
/// searched: each part is a glass database of their records.
///
/// Throws Error (ExitCode::Database) when a part cannot be read or a record is damaged.
std::vector<StoredArticle> older_versions(const std::filesystem::path& archive,
                                          const Manifest& manifest, std::uint64_t article_key);

}  // namespace pressmark
