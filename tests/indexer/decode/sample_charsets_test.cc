// The sample archive's files in odd charsets: each must read as its line of the manifest says.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/decode/decoder.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

struct Expected {
  std::string_view file;
  std::string_view charset;
};

constexpr Expected kExpected[] = {
    {"arkhangelsk-ledokol.html", "windows-1251"}, {"evora-cortica.txt", "utf-16le"},
    {"hakodate-ika.html", "shift_jis"},           {"irkutsk-biblioteka.txt", "koi8-r"},
    {"liege-tram.html", "windows-1252"},          {"quanzhou-nanyin.html", "gb18030"},
    {"samara-rynok.html", "windows-1251"},        {"spital-thun.txt", "windows-1252"},
    {"tainan-milkfish.html", "utf-16be"},         {"teruel-tren.html", "windows-1252"},
    {"wachau-marillen.html", "windows-1252"},     {"almaty-yabloki.html", "utf-8"},
};

/// Column of the manifest's line for a file.
std::string manifest_column(std::string_view file, std::string_view column) {
  std::istringstream lines(test::read_file(fs::path(PRESSMARK_SOURCE_DIR) / "corpus/MANIFEST.tsv"));
  std::string line;
  std::getline(lines, line);
  const auto names = split(line, '\t');
  std::size_t index = 0;
  while (index < names.size() && names[index] != column) ++index;
  while (std::getline(lines, line)) {
    const auto fields = split(line, '\t');
    if (fields[0] == file) return std::string(fields.at(index));
  }
  return {};
}

TEST(SampleCharsets, EveryWordOfTheManifestIsThere) {
  for (const Expected& expected : kExpected) {
    const std::string file = "multilingual/" + std::string(expected.file);
    RawDocument raw;
    raw.origin = file;
    raw.bytes = test::read_file(fs::path(PRESSMARK_SOURCE_DIR) / "corpus" / file);
    const auto document = decode(std::move(raw));
    ASSERT_TRUE(document) << file;
    EXPECT_EQ(document->charset, expected.charset) << file;
    EXPECT_EQ(document->text.find("\xef\xbf\xbd"), std::string::npos) << file;
    const std::string text = collapse_space(fold_case(document->text));
    const std::string words = manifest_column(file, "find");
    ASSERT_FALSE(words.empty()) << file;
    for (const std::string_view word : split(words, '|')) {
      EXPECT_NE(text.find(fold_case(word)), std::string::npos) << file << ": " << word;
    }
  }
}

}  // namespace
}  // namespace pressmark::indexer
