#include "common/mapped_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "common/error.h"
#include "common/file.h"

namespace pressmark {

MappedFile map_file(const std::filesystem::path& file, std::string_view what) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) return {};
  if (descriptor < 0) throw system_error("read", file, errno);
  struct stat status = {};
  const bool known = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* pages = size == 0 ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  close(descriptor);
  if (pages == MAP_FAILED) {
    throw Damage(std::string(what) + " " + file.string() + " cannot be read");
  }
  return {std::shared_ptr<const void>(
              pages, [size](const void* p) { munmap(const_cast<void*>(p), size); }),
          std::string_view(static_cast<const char*>(pages), size)};
}

MappedFile map_bytes(std::string bytes) {
  auto owner = std::make_shared<const std::string>(std::move(bytes));
  const std::string_view view = *owner;
  return {std::move(owner), view};
}

}  // namespace pressmark
