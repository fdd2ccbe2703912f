#include "indexer/store/archive_lock.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <fmt/core.h>

#include "common/date.h"
#include "common/error.h"
#include "common/manifest.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* kLockName = "lock";

/// An open-file-description lock: it belongs to this descriptor, not to the process, and goes with
/// it.
bool try_lock(const Descriptor& file) {
  struct flock range = {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  return fcntl(file.get(), F_OFD_SETLK, &range) == 0;
}

/// "8123 2022-08-14T02:00:00Z", as the holder wrote it; empty when it has not yet.
std::string holder_of(const Descriptor& file) {
  char text[64] = {};
  const ssize_t size = pread(file.get(), text, sizeof text, 0);
  std::string line(text, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  return line.substr(0, line.find('\n'));
}

[[noreturn]] void fail_locked(const fs::path& archive, const std::string& holder,
                              std::chrono::milliseconds waited) {
  const std::size_t blank = holder.find(' ');
  const std::string who = holder.empty() ? "another process" : "process " + holder.substr(0, blank);
  const std::string since =
      blank == std::string::npos ? "" : fmt::format(" (since {})", holder.substr(blank + 1));
  throw Error(ExitCode::Locked,
              fmt::format("the archive {} is being written by {}{}; waited {} s; --lock-timeout "
                          "SECONDS to wait longer",
                          archive.string(), who, since,
                          std::chrono::duration_cast<std::chrono::seconds>(waited).count()));
}

/// Makes the archive's directory and what is missing above it, and all these names durable: a power
/// loss must not take the directory of what was published.
void make_directories(const fs::path& archive) {
  std::vector<fs::path> missing;
  for (fs::path path = fs::absolute(archive); !fs::exists(path) && path.has_relative_path();
       path = path.parent_path()) {
    missing.push_back(path);
  }
  std::error_code error;
  fs::create_directories(archive, error);
  if (error) throw system_error("make", archive, error.value());
  for (const fs::path& path : missing) sync_directory(path.parent_path());
}

/// A directory of other things is most likely a mistake in the command line. Segments
/// that lost their manifest are ours: who reads the manifest says what is to be done.
void check_is_ours(const fs::path& archive) {
  if (fs::exists(archive / kManifestName) || fs::exists(archive / kLockName)) return;
  if (fs::is_empty(archive) || has_segments(archive)) return;
  throw Error(ExitCode::Usage,
              fmt::format("{} has other files in it and is no archive; give --db a new directory",
                          archive.string()));
}

}  // namespace

ArchiveLock::ArchiveLock(const fs::path& archive, std::chrono::milliseconds timeout) {
  make_directories(archive);
  check_is_ours(archive);
  const fs::path path = archive / kLockName;
  file_ = Descriptor(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!file_) throw system_error("write", path, errno);
  const auto start = std::chrono::steady_clock::now();
  const auto waited = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 start);
  };
  while (!try_lock(file_)) {
    if (errno != EAGAIN && errno != EACCES && errno != EINTR)
      throw system_error("lock", path, errno);
    if (waited() >= timeout) fail_locked(archive, holder_of(file_), waited());
    std::this_thread::sleep_for(
        std::min<std::chrono::milliseconds>(50ms, timeout - waited() + 1ms));
  }
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::string line = fmt::format("{} {}\n", getpid(), to_string(now));
  // Only for people to read: an archive on a full disk is still ours.
  if (ftruncate(file_.get(), 0) == 0 && pwrite(file_.get(), line.data(), line.size(), 0) < 0)
    return;
}

}  // namespace pressmark::indexer
