// clang 14, which builds the fuzz targets, cannot read libstdc++'s views and subranges.
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

const std::regex kReturnsSubrange(
    R"(ranges::(unique|equal_range|(stable_)?partition|remove(_if)?|rotate|search(_n)?|find_end|subrange)\b *[(<{]|views::)");

TEST(Clang, NoSourceUsesWhatItCannotRead) {
  std::size_t lines = 0;
  for (const char* folder : {"common", "indexer", "searcher", "tests/fuzz"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(PRESSMARK_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line); ++lines)
        EXPECT_FALSE(std::regex_search(line, kReturnsSubrange)) << entry.path() << ": " << line;
    }
  }
  EXPECT_GT(lines, 10'000U);
}

TEST(Clang, TheRuleTellsRightFromWrong) {
  EXPECT_TRUE(std::regex_search("std::ranges::stable_partition(all, f);", kReturnsSubrange));
  EXPECT_TRUE(std::regex_search("for (auto x : all | std::views::reverse)", kReturnsSubrange));
  EXPECT_FALSE(std::regex_search("std::ranges::sort(all);", kReturnsSubrange));
  EXPECT_FALSE(std::regex_search("// Not std::ranges::unique: clang 14", kReturnsSubrange));
}

}  // namespace
