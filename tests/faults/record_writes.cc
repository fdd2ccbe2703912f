// Loaded with LD_PRELOAD: records every change of files below a directory, and every sync, so that
// lost_writes.py can build what a disk might hold after the power went.
//
//   RECORD_BELOW=DIR   files that count
//   RECORD_TO=FILE     one record a change: kind, path, second path, offset, size (a line), then
//   the bytes of a write
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <string>
#include <sys/types.h>
#include <unistd.h>

namespace {

template <typename F>
F real(const char* name) {
  return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

const std::string& below() {
  static const std::string directory =
      getenv("RECORD_BELOW") == nullptr ? "" : getenv("RECORD_BELOW");
  return directory;
}

bool counts(const std::string& path) {
  return !below().empty() && path.compare(0, below().size(), below()) == 0;
}

std::string path_of(int descriptor) {
  char link[64];
  char path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = readlink(link, path, sizeof path);
  return size <= 0 ? "" : std::string(path, static_cast<size_t>(size));
}

std::string path_at(int directory, const char* path) {
  if (path[0] == '/' || directory == AT_FDCWD) return path;
  return path_of(directory) + "/" + path;
}

std::recursive_mutex one_at_a_time;

void record(const char* kind, const std::string& path, const std::string& other, long at,
            const void* bytes, size_t size) {
  static const auto put = real<ssize_t (*)(int, const void*, size_t)>("write");
  static const int log = real<int (*)(const char*, int, mode_t)>("open64")(
      getenv("RECORD_TO"), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (log < 0) abort();
  std::string entry = std::string(kind) + '\t' + path + '\t' + other + '\t' + std::to_string(at) +
                      '\t' + std::to_string(size) + '\n';
  if (bytes != nullptr) entry.append(static_cast<const char*>(bytes), size);
  if (put(log, entry.data(), entry.size()) != static_cast<ssize_t>(entry.size())) abort();
}

/// Runs the call and, when it worked on a file that counts, records it; both under one lock, so
/// that the record is in order.
template <typename Call>
auto recorded(const char* kind, const std::string& path, const std::string& other, Call call) {
  const std::lock_guard lock(one_at_a_time);
  const auto result = call();
  if (result == 0 && (counts(path) || counts(other))) record(kind, path, other, 0, nullptr, 0);
  return result;
}

ssize_t recorded_write(int fd, const void* bytes, off64_t at, ssize_t written) {
  const std::string path = path_of(fd);
  if (written > 0 && counts(path))
    record("write", path, "", at, bytes, static_cast<size_t>(written));
  return written;
}

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t size) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
  const std::lock_guard lock(one_at_a_time);
  const off64_t at = lseek64(fd, 0, SEEK_CUR);
  return recorded_write(fd, bytes, at < 0 ? 0 : at, next(fd, bytes, size));
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  const std::lock_guard lock(one_at_a_time);
  return recorded_write(fd, bytes, at, next(fd, bytes, size, at));
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return pwrite64(fd, bytes, size, at);
}

int fsync(int fd) {
  static const auto next = real<int (*)(int)>("fsync");
  return recorded("sync", path_of(fd), "", [&] { return next(fd); });
}

int fdatasync(int fd) {
  static const auto next = real<int (*)(int)>("fdatasync");
  return recorded("sync", path_of(fd), "", [&] { return next(fd); });
}

int ftruncate64(int fd, off64_t size) {
  static const auto next = real<int (*)(int, off64_t)>("ftruncate64");
  const std::lock_guard lock(one_at_a_time);
  const int result = next(fd, size);
  const std::string path = path_of(fd);
  if (result == 0 && counts(path)) record("truncate", path, "", size, nullptr, 0);
  return result;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int rename(const char* from, const char* to) {
  static const auto next = real<int (*)(const char*, const char*)>("rename");
  return recorded("rename", from, to, [&] { return next(from, to); });
}

int unlink(const char* path) {
  static const auto next = real<int (*)(const char*)>("unlink");
  return recorded("unlink", path, "", [&] { return next(path); });
}

int unlinkat(int directory, const char* path, int flags) {
  static const auto next = real<int (*)(int, const char*, int)>("unlinkat");
  const char* kind = (flags & AT_REMOVEDIR) != 0 ? "rmdir" : "unlink";
  return recorded(kind, path_at(directory, path), "", [&] { return next(directory, path, flags); });
}

int remove(const char* path) {
  static const auto next = real<int (*)(const char*)>("remove");
  return recorded("unlink", path, "", [&] { return next(path); });
}

int rmdir(const char* path) {
  static const auto next = real<int (*)(const char*)>("rmdir");
  return recorded("rmdir", path, "", [&] { return next(path); });
}

int mkdir(const char* path, mode_t mode) {
  static const auto next = real<int (*)(const char*, mode_t)>("mkdir");
  return recorded("mkdir", path, "", [&] { return next(path, mode); });
}

int open64(const char* path, int flags, ...) {
  static const auto next = real<int (*)(const char*, int, mode_t)>("open64");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  const std::lock_guard lock(one_at_a_time);
  const bool is_new = (flags & O_CREAT) != 0 && counts(path) && access(path, F_OK) != 0;
  const int fd = next(path, flags, mode);
  if (fd >= 0 && is_new) record("create", path, "", 0, nullptr, 0);
  if (fd >= 0 && !is_new && (flags & O_TRUNC) != 0 && counts(path))
    record("truncate", path, "", 0, nullptr, 0);
  return fd;
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open64(path, flags, mode);
}

}  // extern "C"
