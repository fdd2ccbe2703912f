// Loaded with LD_PRELOAD: something happens to the n-th call that changes (or reads) a file below a
// directory, as on a full or dying disk, or when the process is killed.
//
//   FAIL_BELOW=DIR      only files below it count
//   FAIL_READS=1        reads count, and nothing else
//   FAIL_AT=N           the first call concerned, from 1; 0 or absent: none
//   FAIL_TIMES=K        so many calls; 0: all that follow
//   FAIL_HOW=HOW        a number: the call fails with that errno. "short": a write takes half of
//   the
//                       bytes. "kill": the process gets SIGKILL instead of making the call
//   FAIL_COUNT=FILE     at the end the number of calls seen is written there
//   FAIL_LOG=FILE       a line for each call concerned: its name and path
#include <atomic>
#include <cerrno>
#include <csignal>
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

std::string setting(const char* name) {
  const char* text = getenv(name);
  return text == nullptr ? "" : text;
}

template <typename F>
F real(const char* name) {
  return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

bool is_below(const std::string& path) {
  static const std::string directory = setting("FAIL_BELOW");
  return !directory.empty() && path.compare(0, directory.size(), directory) == 0;
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

void log_call(const char* name, const std::string& path) {
  static const std::string file = setting("FAIL_LOG");
  if (file.empty()) return;
  static const int log = real<int (*)(const char*, int, mode_t)>("open64")(
      file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const std::string line = std::string(name) + " " + path + "\n";
  static const auto put = real<ssize_t (*)(int, const void*, size_t)>("write");
  if (put(log, line.data(), line.size()) < 0) abort();
}

std::atomic<long> calls{0};

enum class Fate { Works, Fails, IsShort };

/// Counts a call and decides what becomes of it; errno is set when it is to fail.
Fate fate_of(const char* name, const std::string& path) {
  static const long at = atol(setting("FAIL_AT").c_str());
  static const long times = atol(setting("FAIL_TIMES").c_str());
  static const std::string how = setting("FAIL_HOW");
  static const bool reads = !setting("FAIL_READS").empty();
  if (reads != (strcmp(name, "read") == 0) || !is_below(path)) return Fate::Works;
  const long call = ++calls;
  if (at == 0 || call < at || (times != 0 && call >= at + times)) return Fate::Works;
  log_call(name, path);
  if (how == "kill") raise(SIGKILL);
  if (how == "short") return Fate::IsShort;
  errno = atoi(how.c_str());
  return Fate::Fails;
}

bool fails(const char* name, const std::string& path) { return fate_of(name, path) == Fate::Fails; }

/// A write that works, fails, or takes half of its bytes.
template <typename Write>
ssize_t written(const char* name, int fd, size_t size, Write write) {
  switch (fate_of(name, path_of(fd))) {
    case Fate::Fails:
      return -1;
    case Fate::IsShort:
      return write(size > 1 ? size / 2 : size);
    case Fate::Works:
      break;
  }
  return write(size);
}

struct Report {
  ~Report() {
    const std::string file = setting("FAIL_COUNT");
    if (file.empty()) return;
    if (FILE* out = fopen(file.c_str(), "w")) {
      fprintf(out, "%ld\n", calls.load());
      fclose(out);
    }
  }
} report;

}  // namespace

extern "C" {

ssize_t read(int fd, void* bytes, size_t size) {
  static const auto next = real<ssize_t (*)(int, void*, size_t)>("read");
  if (setting("FAIL_READS").empty()) return next(fd, bytes, size);
  return written("read", fd, size, [&](size_t some) { return next(fd, bytes, some); });
}

ssize_t write(int fd, const void* bytes, size_t size) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
  return written("write", fd, size, [&](size_t part) { return next(fd, bytes, part); });
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  return written("pwrite", fd, size, [&](size_t part) { return next(fd, bytes, part, at); });
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return pwrite64(fd, bytes, size, at);
}

int fsync(int fd) {
  static const auto next = real<int (*)(int)>("fsync");
  return fails("fsync", path_of(fd)) ? -1 : next(fd);
}

int fdatasync(int fd) {
  static const auto next = real<int (*)(int)>("fdatasync");
  return fails("fdatasync", path_of(fd)) ? -1 : next(fd);
}

int ftruncate64(int fd, off64_t size) {
  static const auto next = real<int (*)(int, off64_t)>("ftruncate64");
  return fails("ftruncate", path_of(fd)) ? -1 : next(fd, size);
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int rename(const char* from, const char* to) {
  static const auto next = real<int (*)(const char*, const char*)>("rename");
  return fails("rename", to) ? -1 : next(from, to);
}

int unlink(const char* path) {
  static const auto next = real<int (*)(const char*)>("unlink");
  return fails("unlink", path) ? -1 : next(path);
}

int unlinkat(int directory, const char* path, int flags) {
  static const auto next = real<int (*)(int, const char*, int)>("unlinkat");
  return fails("unlink", path_at(directory, path)) ? -1 : next(directory, path, flags);
}

int remove(const char* path) {
  static const auto next = real<int (*)(const char*)>("remove");
  return fails("remove", path) ? -1 : next(path);
}

int rmdir(const char* path) {
  static const auto next = real<int (*)(const char*)>("rmdir");
  return fails("rmdir", path) ? -1 : next(path);
}

int mkdir(const char* path, mode_t mode) {
  static const auto next = real<int (*)(const char*, mode_t)>("mkdir");
  return fails("mkdir", path) ? -1 : next(path, mode);
}

int open64(const char* path, int flags, ...) {
  static const auto next = real<int (*)(const char*, int, mode_t)>("open64");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return (flags & O_CREAT) != 0 && fails("open", path) ? -1 : next(path, flags, mode);
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open64(path, flags, mode);
}

}  // extern "C"
