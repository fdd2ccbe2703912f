#include "indexer/source/input_size.h"

#include <gtest/gtest.h>

#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
constexpr auto kGoOn = [] { return false; };

TEST(InputSize, IsWhatASourcePassesInTheEnd) {
  const TempDir dir;
  dir.write("in/a.html", std::string(5000, 'a'));
  dir.write("in/b/known.html", std::string(300, 'b'));
  dir.write("in/b/left-out.html", std::string(70, 'c'));
  dir.write("in/b/too-large.html", std::string(200'000, 'd'));
  dir.write("in/c.html.gz", test::gzip(std::string(3000, 'e')));
  dir.write("in/db/seg", std::string(900, 'f'));
  SourceOptions options = test::reading(dir.str("in"));
  options.max_document_bytes = 10'000;
  options.exclude = {"left-*"};
  options.skip_directory = dir.str("in/db");
  options.known = [](const FileStamp& stamp) { return stamp.path.ends_with("known.html"); };
  const auto size = input_size(options, kGoOn);
  ASSERT_TRUE(size);
  EXPECT_EQ(*size, 5000 + 300 + 70 + 200'000 + test::gzip(std::string(3000, 'e')).size());
  std::uint64_t passed = 0;
  options.passed = [&](std::uint64_t bytes) { passed += bytes; };
  EXPECT_EQ(test::documents_of(options).size(), 2U);
  EXPECT_EQ(passed, *size);
}

TEST(InputSize, CannotAlwaysBeKnown) {
  const TempDir dir;
  SourceOptions options = test::reading(dir.write("a.html", "text"));
  EXPECT_EQ(input_size(options, kGoOn), 4U);
  EXPECT_FALSE(input_size(options, [] { return true; }));
  options.files_from = dir.write("list", "a.html");
  EXPECT_FALSE(input_size(options, kGoOn));
  options.files_from.clear();
  options.paths.emplace_back("-");
  EXPECT_FALSE(input_size(options, kGoOn));
}

}  // namespace
}  // namespace pressmark::indexer
