// Loaded with LD_PRELOAD: makes the n-th call that changes a file below a directory fail, as a full
// or dying disk does.
//
//   FAIL_BELOW=DIR      only files below it count
//   FAIL_AT=N           the first call that fails, from 1; 0 or absent: none
//   FAIL_TIMES=K        so many calls fail; 0: all that follow
//   FAIL_ERRNO=28       ENOSPC, EIO ...
//   FAIL_COUNT=FILE     at the end the number of calls seen is written there
#include <atomic>
#include <cerrno>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <string>
#include <sys/types.h>
#include <unistd.h>

namespace {

long number(const char* name) {
  const char* text = getenv(name);
  return text == nullptr ? 0 : atol(text);
}

template <typename F>
F real(const char* name) {
  return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

const std::string& below() {
  static const std::string directory = getenv("FAIL_BELOW") == nullptr ? "" : getenv("FAIL_BELOW");
  return directory;
}

bool is_below(const char* path) {
  return !below().empty() && path != nullptr && strncmp(path, below().c_str(), below().size()) == 0;
}

bool is_below(int descriptor) {
  char link[64];
  char path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = '\0';
  return is_below(path);
}

std::atomic<long> calls{0};

/// Counts a call; true when it is to fail, with errno set.
bool fails() {
  static const long at = number("FAIL_AT");
  static const long times = number("FAIL_TIMES");
  static const long error = number("FAIL_ERRNO");
  const long call = ++calls;
  if (at == 0 || call < at || (times != 0 && call >= at + times)) return false;
  errno = error == 0 ? ENOSPC : static_cast<int>(error);
  return true;
}

struct Report {
  ~Report() {
    const char* file = getenv("FAIL_COUNT");
    if (file == nullptr) return;
    if (FILE* out = fopen(file, "w")) {
      fprintf(out, "%ld\n", calls.load());
      fclose(out);
    }
  }
} report;

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t size) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
  return is_below(fd) && fails() ? -1 : next(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  return is_below(fd) && fails() ? -1 : next(fd, bytes, size, at);
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return pwrite64(fd, bytes, size, at);
}

int fsync(int fd) {
  static const auto next = real<int (*)(int)>("fsync");
  return is_below(fd) && fails() ? -1 : next(fd);
}

int fdatasync(int fd) {
  static const auto next = real<int (*)(int)>("fdatasync");
  return is_below(fd) && fails() ? -1 : next(fd);
}

int ftruncate64(int fd, off64_t size) {
  static const auto next = real<int (*)(int, off64_t)>("ftruncate64");
  return is_below(fd) && fails() ? -1 : next(fd, size);
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int rename(const char* from, const char* to) {
  static const auto next = real<int (*)(const char*, const char*)>("rename");
  return is_below(to) && fails() ? -1 : next(from, to);
}

int mkdir(const char* path, mode_t mode) {
  static const auto next = real<int (*)(const char*, mode_t)>("mkdir");
  return is_below(path) && fails() ? -1 : next(path, mode);
}

int open64(const char* path, int flags, ...) {
  static const auto next = real<int (*)(const char*, int, mode_t)>("open64");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return (flags & O_CREAT) != 0 && is_below(path) && fails() ? -1 : next(path, flags, mode);
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open64(path, flags, mode);
}

}  // extern "C"
