#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxLines =
    500;  // beyond it a file holds more than one idea; tables are excepted

TEST(FileSize, NoSourceFileIsLongerThanOneIdea) {
  std::size_t files = 0;
  for (const char* folder : {"common", "indexer", "searcher", "tests"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(PRESSMARK_SOURCE_DIR) / folder)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".cc" && path.extension() != ".h") continue;
      if (path.filename().string().find("_table.") != std::string::npos) continue;
      std::ifstream in(path);
      std::size_t lines = 0;
      for (std::string line; std::getline(in, line);) ++lines;
      EXPECT_LE(lines, kMaxLines) << path;
      ++files;
    }
  }
  EXPECT_GT(files, 20U);
}

}  // namespace
