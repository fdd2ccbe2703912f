// What man pages and other papers say of places that the searcher knows.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/saved_queries.h"
#include "tests/support/temp_dir.h"

namespace pressmark::searcher {
namespace {

using ::testing::HasSubstr;

TEST(Papers, NameTheFolderOfSavedQueries) {
  const std::string folder = "~/.config/pressmark/" + std::string(kSavedFolder);
  const std::string root = PRESSMARK_SOURCE_DIR;
  for (const char* page :
       {"/searcher/man/pressmark-search.1.scd", "/searcher/man/pressmark-query.7.scd"}) {
    EXPECT_THAT(test::read_file(root + page),
                HasSubstr(folder + "/NAME" + std::string(kSavedEnding)))
        << page;
    EXPECT_THAT(test::read_file(root + page),
                HasSubstr(folder + "/NAME" + std::string(kListEnding)))
        << page;
  }
  EXPECT_THAT(test::read_file(root + "/COOKBOOK.md"), HasSubstr("`" + folder + "`"));
}

}  // namespace
}  // namespace pressmark::searcher
