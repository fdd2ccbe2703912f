#include "indexer/store/archive_summary.h"

#include <fmt/core.h>

#include "common/file.h"
#include "common/published_days.h"
#include "common/segment_set.h"

namespace pressmark::indexer {
namespace {

std::string size_of(std::uint64_t bytes) {
  if (bytes >= 1'000'000'000) return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

}  // namespace

std::string summary_of(const std::filesystem::path& archive) {
  const SegmentSet segments(archive);
  const Xapian::Database& database = segments.database();
  std::string text = fmt::format("{} articles", database.get_doccount());
  if (const auto days = published_days(database))
    text += fmt::format(", {} to {}", to_string(days->first), to_string(days->second));
  const Manifest& manifest = segments.manifest();
  std::uint64_t bytes = 0;
  for (const auto* parts : {&manifest.segments, &manifest.versions}) {
    for (const Segment& part : *parts) bytes += bytes_in(archive / part.directory);
  }
  return text + ", " + size_of(bytes);
}

}  // namespace pressmark::indexer
