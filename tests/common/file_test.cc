#include "common/file.h"

#include <cerrno>
#include <filesystem>
#include <string>
#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/mapped_file.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// What an action throws: "damage: ...", "exit 5: ...", or "nothing".
template <typename Action>
std::string thrown_by(Action action) {
  try {
    action();
  } catch (const Damage& damage) {
    return std::string("damage: ") + damage.what();
  } catch (const Error& error) {
    return "exit " + std::to_string(static_cast<int>(error.code())) + ": " + error.what();
  }
  return "nothing";
}

TEST(File, IsWrittenAndReadBackWhole) {
  const test::TempDir dir;
  const std::string bytes = std::string("a\0b", 3) + std::string(300'000, 'x');
  write_new_file(dir.path() / "f", bytes);
  EXPECT_EQ(read_whole_file(dir.path() / "f"), bytes);
  replace_file(dir.path() / "f", "new");
  EXPECT_EQ(read_whole_file(dir.path() / "f"), "new");
  EXPECT_FALSE(fs::exists(dir.path() / "f.new"));
  write_new_file(dir.path() / "empty", "");
  EXPECT_EQ(read_whole_file(dir.path() / "empty"), "");
}

TEST(File, WhatIsNoRegularFileIsDamageAndNeverWaitedFor) {
  const test::TempDir dir;
  dir.write("there", "x");
  fs::create_symlink("there", dir.path() / "link");
  ASSERT_EQ(mkfifo(dir.str("pipe").c_str(), 0600), 0);
  for (const char* name : {"absent", "there/below", "link", "pipe", "."}) {
    const std::string error = thrown_by([&] { read_whole_file(dir.path() / name); });
    EXPECT_THAT(error, HasSubstr("damage: ")) << name;
    EXPECT_THAT(error, HasSubstr(dir.str(name))) << name;
  }
}

TEST(File, ReadingBehindTheEndIsDamage) {
  const test::TempDir dir;
  const Descriptor file = open_for_reading(dir.write("f", "0123456789"));
  char buffer[4] = {};
  read_at(file, 6, buffer, 4, "f");
  EXPECT_EQ(std::string(buffer, 4), "6789");
  EXPECT_THAT(thrown_by([&] { read_at(file, 7, buffer, 4, "f"); }), HasSubstr("f is cut"));
  EXPECT_THAT(thrown_by([&] { read_at(Descriptor(), 0, buffer, 4, "f"); }),
              HasSubstr("exit 3: cannot read f: "));
}

TEST(File, AFullOrFailingDiskEndsInItsOwnExitCode) {
  for (const int disk : {ENOSPC, EDQUOT, EFBIG, EIO})
    EXPECT_EQ(system_error("write", "f", disk).code(), ExitCode::Output) << disk;
  for (const int other : {EACCES, EMFILE, ENOENT})
    EXPECT_EQ(system_error("write", "f", other).code(), ExitCode::Database) << other;
  EXPECT_STREQ(system_error("write", "/srv/f", ENOSPC).what(),
               "cannot write /srv/f: No space left on device");
}

TEST(File, WhereNothingCanBeWrittenTheNameIsSaid) {
  const test::TempDir dir;
  const fs::path nowhere = dir.path() / "absent" / "f";
  EXPECT_THAT(thrown_by([&] { write_new_file(nowhere, "x"); }), HasSubstr(nowhere.string()));
  EXPECT_THAT(thrown_by([&] { replace_file(nowhere, "x"); }), HasSubstr(nowhere.string()));
  EXPECT_THAT(thrown_by([&] { sync_directory(nowhere); }), HasSubstr(nowhere.string()));
  fs::create_directory(dir.path() / "taken");
  EXPECT_THAT(thrown_by([&] { replace_file(dir.path() / "taken", "x"); }),
              HasSubstr("cannot replace"));
  EXPECT_THAT(thrown_by([] { write_new_file("/dev/full", "x"); }),
              HasSubstr("exit 5: cannot write /dev/full"));
}

TEST(File, SizesOfFoldersAreThoseOfTheirFiles) {
  const test::TempDir dir;
  dir.write("a", "12345");
  dir.write("b", "678");
  dir.write("below/c", "not counted");
  sync_files_in(dir.path());
  EXPECT_EQ(bytes_in(dir.path()), 8U);
  EXPECT_EQ(bytes_in(dir.path() / "a"), 5U);
  EXPECT_EQ(bytes_in(dir.path() / "absent"), 0U);
}

TEST(MappedFile, HasTheBytesOfTheFileOrSaysWhyNot) {
  const test::TempDir dir;
  EXPECT_EQ(map_file(dir.write("f", "bytes"), "the table").bytes, "bytes");
  EXPECT_EQ(map_file(dir.path() / "absent", "the table").owner, nullptr);
  EXPECT_EQ(map_bytes("in memory").bytes, "in memory");
  for (const std::string& file : {dir.write("empty", ""), dir.str()}) {
    EXPECT_THAT(thrown_by([&] { map_file(file, "the table"); }),
                HasSubstr("damage: the table " + file + " cannot be read"));
  }
  ASSERT_EQ(mkfifo(dir.str("pipe").c_str(), 0600), 0);
  EXPECT_THAT(thrown_by([&] { map_file(dir.path() / "pipe", "the table"); }),
              HasSubstr("damage: the table " + dir.str("pipe") + " cannot be read"))
      << "nor waited for";
  fs::create_symlink("f", dir.path() / "link");
  EXPECT_THAT(thrown_by([&] { map_file(dir.path() / "link", "the table"); }),
              HasSubstr("cannot read " + dir.str("link")))
      << "not taken for a file that is not there";
}

}  // namespace
}  // namespace pressmark
