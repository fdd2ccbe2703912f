#include "indexer/store/archive_summary.h"

#include <fmt/core.h>

#include "common/file.h"
#include "common/schema.h"
#include "common/segment_set.h"

namespace pressmark::indexer {
namespace {

std::string day_of(const std::string& value) {
  return value.size() == 8
             ? fmt::format("{}-{}-{}", value.substr(0, 4), value.substr(4, 2), value.substr(6))
             : "undated";
}

std::string size_of(std::uint64_t bytes) {
  if (bytes >= 1'000'000'000) return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

}  // namespace

std::string summary_of(const std::filesystem::path& archive) {
  const SegmentSet segments(archive);
  const Xapian::Database& database = segments.database();
  std::string text = fmt::format("{} articles", database.get_doccount());
  if (database.get_doccount() > 0) {
    const std::string first = database.get_value_lower_bound(slot::kSortDate);
    const std::string last = database.get_value_upper_bound(slot::kSortDate);
    if (!first.empty()) text += fmt::format(", {} to {}", day_of(first), day_of(last));
  }
  std::uint64_t bytes = 0;
  for (const Segment& segment : segments.manifest().segments)
    bytes += bytes_in(archive / segment.directory);
  return text + ", " + size_of(bytes);
}

}  // namespace pressmark::indexer
