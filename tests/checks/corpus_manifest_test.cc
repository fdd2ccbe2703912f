#include <filesystem>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/sample_manifest.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;

TEST(CorpusManifest, NamesEveryFileAndOnlyFilesThatExist) {
  std::set<std::string> named;
  for (const SampleArticle& article : sample_articles()) {
    EXPECT_TRUE(fs::is_regular_file(fs::path(sample_folder()) / article.file)) << article.file;
    named.insert(article.file);
  }
  for (const char* folder : {"default", "multilingual", "duplicates", "broken"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(sample_folder()) / folder)) {
      const std::string file = fs::relative(entry.path(), sample_folder()).string();
      EXPECT_TRUE(!entry.is_regular_file() || named.contains(file))
          << file << " has no line in the manifest";
    }
  }
}

TEST(CorpusManifest, IsAnArchiveOfTheSizeAndVarietyPromised) {
  std::size_t articles = 0;
  std::set<std::string> languages;
  for (const SampleArticle& article : sample_articles()) {
    if (article.kind == "skipped") continue;
    ++articles;
    languages.insert(article.lang);
    EXPECT_FALSE(article.title.empty()) << article.file;
    EXPECT_FALSE(article.find.empty()) << article.file;
  }
  EXPECT_GE(articles, 60U);
  EXPECT_GE(languages.size(), 5U);
}

}  // namespace
}  // namespace pressmark::test
