#include "common/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/core.h>

namespace pressmark {
namespace {

namespace fs = std::filesystem;

void write_all(const Descriptor& file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw system_error("write", path, written < 0 ? errno : EIO);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync(const Descriptor& file, const fs::path& path) {
  if (fsync(file.get()) != 0) throw system_error("write", path, errno);
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Error system_error(std::string_view doing, const fs::path& path, int error_number) {
  const bool disk = std::ranges::count(kDiskTroubles, error_number) > 0;
  const ExitCode code = disk ? ExitCode::Output : ExitCode::Database;
  return {code, fmt::format("cannot {} {}: {}", doing, path.string(), std::strerror(error_number))};
}

Descriptor open_for_reading(const fs::path& path) {
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == ENXIO))
    throw Damage(fmt::format("{} is missing, or is no regular file", path.string()));
  if (!file) throw system_error("read", path, errno);
  struct stat status = {};
  if (fstat(file.get(), &status) != 0) throw system_error("read", path, errno);
  if (!S_ISREG(status.st_mode)) {
    throw Damage(fmt::format("cannot read {}: no regular file", path.string()));
  }
  return file;
}

std::string read_whole_file(const fs::path& path) {
  const Descriptor file = open_for_reading(path);
  struct stat status = {};
  if (fstat(file.get(), &status) != 0) throw system_error("read", path, errno);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  read_at(file, 0, bytes.data(), bytes.size(), path);
  return bytes;
}

void read_at(const Descriptor& file, std::uint64_t offset, char* buffer, std::size_t size,
             const fs::path& path) {
  while (size > 0) {
    const ssize_t got = pread(file.get(), buffer, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw system_error("read", path, errno);
    if (got == 0) {
      throw Damage(fmt::format("{} is cut: it ends too early", path.string()));
    }
    buffer += got;
    offset += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
}

void write_new_file(const fs::path& path, std::string_view bytes) {
  const Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file) throw system_error("write", path, errno);
  write_all(file, bytes, path);
  sync(file, path);
}

void replace_file(const fs::path& path, std::string_view bytes) {
  fs::path fresh = path;
  fresh += ".new";
  write_new_file(fresh, bytes);
  if (rename(fresh.c_str(), path.c_str()) != 0) throw system_error("replace", path, errno);
  sync_directory(path.parent_path());
}

void sync_directory(const fs::path& directory) {
  const Descriptor handle(open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle) throw system_error("open", directory, errno);
  sync(handle, directory);
}

void sync_files_in(const fs::path& directory) {
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    const Descriptor file(open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file) throw system_error("open", entry.path(), errno);
    sync(file, entry.path());
  }
  sync_directory(directory);
}

std::uint64_t bytes_in(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) {
    const std::uintmax_t size = fs::file_size(path, ignored);
    return ignored ? 0 : size;
  }
  std::uint64_t total = 0;
  for (const auto& entry : fs::directory_iterator(path, ignored)) {
    const std::uintmax_t size = entry.file_size(ignored);
    if (!ignored) total += size;
  }
  return total;
}

}  // namespace pressmark
