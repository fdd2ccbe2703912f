#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace pressmark {

/// The bytes of a regular file, mapped. Valid as long as `owner` lives.
struct MappedFile {
  std::shared_ptr<const void>
      owner;  // shared: copies of a table look at the same bytes; null: none
  std::string_view bytes;
};

/// Maps a file; nothing when there is no such file. Throws Damage, "WHAT FILE cannot be read", when
/// it is empty or no regular file, and system_error when it cannot be opened.
MappedFile map_file(const std::filesystem::path& file, std::string_view what);

/// The same for bytes that are in memory already.
MappedFile map_bytes(std::string bytes);

}  // namespace pressmark
