// tests/golden/extract/<case>/input.html against article.json beside it: kind and text, or the
// reason of a skip. PRESSMARK_UPDATE_GOLDEN=1 writes article.json anew; read the difference like
// code.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/json_writer.h"
#include "indexer/decode/decoder.h"
#include "indexer/extract/extractor.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry :
       fs::directory_iterator(fs::path(PRESSMARK_SOURCE_DIR) / "tests/golden/extract")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string_view name_of(PageKind kind) {
  return kind == PageKind::LiveBlog ? "live-blog" : "article";
}

std::string extracted(const std::string& bytes) {
  RawDocument raw;
  raw.origin = "input.html";
  raw.bytes = bytes;
  const auto document = decode(std::move(raw));
  JsonWriter json;
  json.begin_object();
  const auto article =
      document ? extract(*document, {}) : Outcome<Article>(Unexpected<Skip>(document.error()));
  if (article) {
    json.member("kind", name_of(article->kind));
    json.member("text", article->text);
  } else {
    json.member("skip", name(article.error().reason));
  }
  json.end_object();
  return json.take() + "\n";
}

class ExtractGolden : public testing::TestWithParam<std::string> {};

TEST_P(ExtractGolden, GivesTheTextThatWasRead) {
  const fs::path folder = fs::path(PRESSMARK_SOURCE_DIR) / "tests/golden/extract" / GetParam();
  const std::string got = extracted(test::read_file(folder / "input.html"));
  if (std::getenv("PRESSMARK_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(folder / "article.json", std::ios::binary) << got;
    return;
  }
  EXPECT_EQ(got, test::read_file(folder / "article.json"));
}

INSTANTIATE_TEST_SUITE_P(Pages, ExtractGolden, testing::ValuesIn(cases()), [](const auto& page) {
  std::string name = page.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace pressmark::indexer
