// A server that ends while its archive is searched: which archive is left out, and when.
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "common/error.h"
#include "searcher/search/searcher.h"
#include "searcher/search/shard_set.h"
#include "tests/support/sample_archive.h"
#include "tests/support/served_archive.h"

namespace pressmark::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

const searcher::ShardOptions kPartial = {searcher::Missing::LeftOut, 10};

/// The error that Xapian throws when this server is gone.
Xapian::NetworkError lost(const std::string& place) {
  return Xapian::NetworkError("Received EOF", "remote:tcp(" + place + ")");
}

// With ports 80 and 8080 the healthy archive was left out.
TEST(LostServer, IsNotTakenForOneWhoseNameIsAPartOfItsOwn) {
  const ServedArchive served(sample_archive("default"));
  const std::string place = served.name().substr(std::string("tcp://").size());
  searcher::ShardSet archive({sample_archive("duplicates"), served.name()}, kPartial);
  EXPECT_THROW(archive.give_up(lost(place + "0")), Error);
  EXPECT_THROW(archive.give_up(lost("old-" + place)), Error);
  EXPECT_THAT(archive.left_out(), IsEmpty());
  archive.give_up(lost(place));
  ASSERT_EQ(archive.left_out().size(), 1U);
  EXPECT_THAT(archive.left_out()[0], HasSubstr(served.name()));
}

// It was an error in spite of --partial, and told to build the archive again.
TEST(LostServer, IsLeftOutAlsoWhereTheArchivesAreOpenedAnew) {
  auto served = std::make_unique<ServedArchive>(sample_archive("default"));
  searcher::ShardSet archive({sample_archive("duplicates"), served->name()}, kPartial);
  int calls = 0;
  searcher::with_reopening(archive, [&](const Xapian::Database&) {
    if (++calls > 1) return;
    served.reset();
    throw Xapian::DatabaseModifiedError("changed");
  });
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(archive.left_out().size(), 1U);
}

}  // namespace
}  // namespace pressmark::test
