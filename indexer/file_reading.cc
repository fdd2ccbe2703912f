#include "indexer/file_reading.h"

#include <algorithm>
#include <utility>

#include "indexer/selection.h"

namespace pressmark::indexer {
namespace {

/// Whether an origin is this file or stands in it.
bool is_within(std::string_view origin, std::string_view file) {
  if (!origin.starts_with(file)) return false;
  return origin.size() == file.size() || origin[file.size()] == ':' || origin[file.size()] == '!';
}

}  // namespace

FileReading::FileReading(const Options& options)
    : selection_(selection_of(options)), file_dates_(options.extract.date_from_file) {}

KnownFile FileReading::done(const FileDone& file) {
  KnownFile read = known(file.stamp);
  read.articles = std::exchange(held_, {});
  std::ranges::sort(read.articles);
  // Not std::ranges::unique: clang 14 cannot read what it returns.
  read.articles.erase(std::unique(read.articles.begin(), read.articles.end()), read.articles.end());
  read.whole = file.whole;
  read.damaged = is_within(std::exchange(failed_, {}), file.stamp.path);
  // With --date-from-mtime also what was left in is another than without.
  const bool left_out = is_within(std::exchange(left_out_, {}), file.stamp.path);
  if (left_out || file_dates_) read.selection = selection_;
  return read;
}

KnownFile FileReading::known(const FileStamp& stamp) const {
  KnownFile file = known_file(stamp.path, stamp.size, stamp.mtime_ns, working_directory_);
  if (stamp.folder_bytes) {
    std::size_t bytes = file.path.size() - stamp.path.size() + *stamp.folder_bytes;
    if (*stamp.folder_bytes == 0 && bytes > 1) --bytes;  // the slash behind the working directory
    file.folder_bytes = static_cast<std::uint32_t>(bytes);
  }
  return file;
}

KnownFile FileReading::wanted(const FileStamp& stamp) const {
  KnownFile file = known(stamp);
  file.selection = selection_;
  return file;
}

}  // namespace pressmark::indexer
