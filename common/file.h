#pragma once

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "common/error.h"

namespace pressmark {

/// A file descriptor that closes itself. -1: none.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// Values of errno for a disk that is full or fails.
inline constexpr std::array kDiskTroubles = {ENOSPC, EDQUOT, EFBIG, EIO};

/// The error that goes with an errno value: ExitCode::Output when the disk is full or fails, else
/// ExitCode::Database. "cannot write /srv/news/MANIFEST: No space left on device".
Error system_error(std::string_view doing, const std::filesystem::path& path, int error_number);

/// All bytes of a regular file; symbolic links are not followed. Throws system_error.
std::string read_whole_file(const std::filesystem::path& path);

/// Opens a regular file for reading, not through a symbolic link. Throws Damage when there is none,
/// else system_error.
Descriptor open_for_reading(const std::filesystem::path& path);

/// Reads exactly size bytes at offset into `buffer`. Throws Error (Database) when the file is
/// shorter.
void read_at(const Descriptor& file, std::uint64_t offset, char* buffer, std::size_t size,
             const std::filesystem::path& path);

/// A new file with these bytes, on the disk when it returns (its directory entry is not:
/// sync_directory).
void write_new_file(const std::filesystem::path& path, std::string_view bytes);

/// Replaces a file as a whole: readers see the old bytes or the new ones, also after a power loss.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes the entries of a directory durable: new, renamed and removed names.
void sync_directory(const std::filesystem::path& directory);

/// Makes a directory and all regular files right below it durable.
void sync_files_in(const std::filesystem::path& directory);

/// Bytes that the regular files at or right below a path take.
std::uint64_t bytes_in(const std::filesystem::path& path);

}  // namespace pressmark
