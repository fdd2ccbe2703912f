#include "common/archive_list.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ArchiveList, IsSeparatedByColons) {
  EXPECT_THAT(archive_list("/srv/news"), ElementsAre("/srv/news"));
  EXPECT_THAT(archive_list("a:/b/c"), ElementsAre("a", "/b/c"));
  EXPECT_THAT(archive_list(":a::b:"), ElementsAre("a", "b"));
  EXPECT_THAT(archive_list(""), IsEmpty());
  EXPECT_THAT(archive_list(":"), IsEmpty());
}

TEST(ArchiveList, ColonsOfAnAddressAreItsOwn) {
  EXPECT_THAT(archive_list("tcp://alpha:6431"), ElementsAre("tcp://alpha:6431"));
  EXPECT_THAT(archive_list("a:tcp://alpha:6431:tcp://beta:1:b"),
              ElementsAre("a", "tcp://alpha:6431", "tcp://beta:1", "b"));
  EXPECT_THAT(archive_list("tcp://alpha"), ElementsAre("tcp://alpha"));
}

TEST(ArchiveList, ADirectoryThatIsThereIsOne) {
  const test::TempDir dir;
  std::filesystem::create_directory(dir.path() / "a:b");
  EXPECT_THAT(archive_list(dir.str("a:b")), ElementsAre(dir.str("a:b")));
}

}  // namespace
}  // namespace pressmark
