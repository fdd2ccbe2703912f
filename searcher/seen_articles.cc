#include "searcher/seen_articles.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <utility>

#include <fmt/core.h>

#include "common/error.h"
#include "common/text.h"

namespace pressmark::searcher {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSeenLine = "# pressmark: articles that --new has shown";

}  // namespace

SeenArticles::SeenArticles(fs::path file) : file_(std::move(file)) {
  std::error_code error;
  fs::create_directories(file_.parent_path(), error);
  // The list itself is replaced as a whole, so that the lock lies on a file beside it.
  const fs::path lock = file_.string() + ".lock";
  lock_ = Descriptor(open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!lock_ || flock(lock_.get(), LOCK_EX) != 0) {
    throw Error(ExitCode::Output, system_error("write", lock, errno).what());
  }
  if (!fs::exists(file_)) return;
  const std::string text = read_whole_file(file_);
  bool first = true;
  for (const std::string_view line : split(text, '\n')) {
    if (std::exchange(first, false)) {
      if (line != kSeenLine) {
        throw Error(ExitCode::Usage,
                    fmt::format("{} is no list of shown articles; move it away", file_.string()));
      }
    } else if (!line.empty()) {
      ids_.emplace(line);
    }
  }
}

void SeenArticles::add(std::string_view id) {
  if (ids_.emplace(id).second) added_.emplace_back(id);
}

void SeenArticles::keep() {
  if (added_.empty()) return;
  std::vector<std::string> all(ids_.begin(), ids_.end());
  std::ranges::sort(all);  // so that a difference of two versions is what was shown between them
  std::string text(kSeenLine);
  text += '\n';
  for (const std::string& id : all) text += id + '\n';
  replace_file(file_, text);
  added_.clear();
}

}  // namespace pressmark::searcher
