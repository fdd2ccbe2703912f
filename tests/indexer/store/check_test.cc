#include "indexer/store/check.h"

#include <fcntl.h>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/segment_set.h"
#include "indexer/store/publisher.h"
#include "tests/indexer/store/publications.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using pressmark::test::TempDir;
using test::publication_of;

TEST(Check, FindsDamageWhereverItIs) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", std::string(5000, 'x')}, {"b", "two"}}));
    publisher.finish();
  }
  const std::string segment = SegmentSet(archive).manifest().segments[0].directory;
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
  for (const char* file : {"docdata.glass", "postlist.glass", "termlist.glass", "iamglass", "keys",
                           "columns", "bounds"}) {
    const fs::path path = archive / segment / file;
    const std::string bytes = pressmark::test::read_file(path);
    std::string damaged = bytes;
    for (std::size_t i = 0; i < damaged.size(); i += 3)
      damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    std::ofstream(path, std::ios::binary) << damaged;
    EXPECT_THROW(check_archive(archive), Error) << file;
    std::ofstream(path, std::ios::binary) << bytes;
  }
  EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos);
}

// The advice was to build a sound archive again.
TEST(Check, WhatTheSystemRefusesIsNoDamage) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  {
    Publisher publisher(archive, 0ms, OpenMode::Continue);
    publisher.publish(publication_of(publisher, 1, {{"a", "one"}}));
    publisher.finish();
  }
  const int next = open("/dev/null", O_RDONLY | O_CLOEXEC);
  close(next);
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit few = {static_cast<rlim_t>(next) + 4, before.rlim_max};  // a pipe and two files
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
  std::string message;
  try {
    message = check_archive(archive);
  } catch (const Damage& damage) {
    message = std::string("damage: ") + damage.what();
  } catch (const Error& error) {
    message = error.what();
  }
  setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_NE(message.find("Too many open files"), std::string::npos) << message;
  EXPECT_EQ(message.find("damage"), std::string::npos) << message;
}

TEST(Check, NamesWhatASegmentHasLostAndCompactWritesItAnew) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  for (const std::string file : {"columns", "bounds"}) {
    fs::remove(archive / publisher.manifest().segments[0].directory / file);
    try {
      check_archive(archive);
      FAIL() << file;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("it has lost its " + file), std::string::npos);
    }
    publisher.compact();
    EXPECT_NE(check_archive(archive).find("no damage"), std::string::npos) << file;
  }
}

TEST(Check, SaysThatChecksumsAreLostOrDamagedAndCompactWritesThemAnew) {
  const TempDir dir;
  const fs::path archive = dir.path() / "archive";
  Publisher publisher(archive, 0ms, OpenMode::Continue);
  publisher.publish(publication_of(publisher, 1, {{"a", "one"}, {"b", "two"}}));
  const auto sums = [&] { return archive / publisher.manifest().segments[0].directory / "sums"; };
  const auto expect_made_anew = [&] {
    publisher.compact();
    EXPECT_TRUE(check_archive(archive).ends_with("2 articles in 1 segments, no damage"));
  };
  fs::remove(sums());  // as in an older segment: no damage
  EXPECT_TRUE(check_archive(archive).ends_with(
      "no damage; 1 without checksums, pressmark-index --compact writes them anew"));
  expect_made_anew();
  for (const std::uintmax_t size : {0, 4, 20}) {
    fs::resize_file(sums(), size);
    try {
      check_archive(archive);
      FAIL() << size;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("sums is damaged: pressmark-index --compact"),
                std::string::npos)
          << error.what();
    }
    expect_made_anew();
  }
}

}  // namespace
}  // namespace pressmark::indexer
