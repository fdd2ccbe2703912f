#include "indexer/source/archive_members.h"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::gzip;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;

struct Member {
  std::string name;
  std::string bytes;
  unsigned type = AE_IFREG;
  std::string link = {};
};

enum class Kind { Tar, Zip };

/// An archive as libarchive writes it; a zip in a pipe's way, with no sizes before the members.
std::string packed(Kind kind, const std::vector<Member>& members) {
  archive* writer = archive_write_new();
  if (kind == Kind::Zip) {
    archive_write_set_format_zip(writer);
  } else {
    archive_write_set_format_pax_restricted(writer);
  }
  std::string out(1 << 20, '\0');
  std::size_t used = 0;
  EXPECT_EQ(archive_write_open_memory(writer, out.data(), out.size(), &used), ARCHIVE_OK);
  for (const Member& member : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_filetype(entry, member.type);
    archive_entry_set_perm(entry, 0644);
    if (!member.link.empty() && member.type == AE_IFLNK)
      archive_entry_set_symlink(entry, member.link.c_str());
    if (!member.link.empty() && member.type == AE_IFREG)
      archive_entry_set_hardlink(entry, member.link.c_str());
    if (kind == Kind::Tar)
      archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
    EXPECT_EQ(archive_write_header(writer, entry), ARCHIVE_OK) << member.name;
    archive_write_data(writer, member.bytes.data(), member.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

TEST(ArchiveMembers, AreReadWithoutKnowingTheirSizes) {
  const TempDir dir;
  SourceOptions options = reading(dir.write(
      "a.zip",
      packed(Kind::Zip,
             {{"first.html", "F"}, {"big.html", std::string(200'000, 'x')}, {"last.html", "L"}})));
  options.max_document_bytes = 1000;
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("document /a.zip!first.html: F", "skipped /a.zip!big.html: too-large",
                          "document /a.zip!last.html: L", "done /a.zip"));
}

TEST(ArchiveMembers, LinksAndDevicesAreNamedNotFollowed) {
  const TempDir dir;
  const std::string tar = packed(Kind::Tar, {{"a.html", "A"},
                                             {"again.html", "", AE_IFREG, "a.html"},
                                             {"link.html", "", AE_IFLNK, "/etc/passwd"},
                                             {"pipe", "", AE_IFIFO, ""},
                                             {"folder", "", AE_IFDIR, ""},
                                             {"../../up.html", "U"}});
  EXPECT_THAT(lines_of(reading(dir.write("a.tar", tar)), dir.str()),
              ElementsAre("document /a.tar!a.html: A", "skipped /a.tar!again.html: not-regular",
                          "skipped /a.tar!link.html: symlink", "skipped /a.tar!pipe: not-regular",
                          "document /a.tar!../../up.html: U", "done /a.tar"));
}

TEST(ArchiveMembers, IncludeAndExcludeFitTheirNames) {
  const TempDir dir;
  SourceOptions options = reading(
      dir.write("a.zip", packed(Kind::Zip, {{"x/a.html", "A"}, {"b.txt", "B"}, {"c", "C"}})));
  options.include = {"*.html", "*!c"};
  options.exclude = {"x/*"};
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("skipped /a.zip!x/a.html: excluded", "skipped /a.zip!b.txt: excluded",
                          "document /a.zip!c: C", "done /a.zip"));
}

TEST(ArchiveMembers, OfADamagedContainerAreReadAsFarAsItIsSound) {
  const TempDir dir;
  std::string noise;
  for (std::uint64_t i = 0; i < 100'000; ++i) noise += static_cast<char>('a' + i * i * 7919 % 26);
  std::string tar = gzip(packed(Kind::Tar, {{"a.html", "A"}, {"b.html", noise}, {"c.html", "C"}}));
  tar.resize(tar.size() / 2);
  SourceOptions options = reading(dir.write("a.tgz", tar));
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("document /a.tgz!a.html: A", "skipped /a.tgz!b.html: damaged",
                          "skipped /a.tgz: damaged", "done /a.tgz"));
}

TEST(ArchiveMembers, OneThatIsLostBecauseOfItsHeaderIsSaid) {
  const TempDir dir;
  std::string tar =
      packed(Kind::Tar, {{"a.html", "A"}, {"b.html", std::string(900'000, 'x')}, {"c.html", "C"}});
  tar.replace(tar.find("b.html"), 6, 6, '\xee');
  EXPECT_THAT(lines_of(reading(dir.write("a.tar", tar)), dir.str()),
              ElementsAre("document /a.tar!a.html: A", "skipped /a.tar: damaged",
                          "document /a.tar!c.html: C", "done /a.tar"));
}

TEST(ArchiveMembers, OfArchivesBehindEachOtherAreAllRead) {
  const TempDir dir;
  const std::string one = packed(Kind::Tar, {{"a.html", "A"}});
  const std::string two = packed(Kind::Tar, {{"b.html", "B"}});
  for (const std::string& bytes :
       {one + two, gzip(one) + gzip(two), one + std::string(3 << 20, '\0') + two,
        one + two + std::string(1024, '\0')}) {
    EXPECT_THAT(lines_of(reading(dir.write("a", bytes)), dir.str()),
                ElementsAre("document /a!a.html: A", "document /a!b.html: B", "done /a"));
  }
}

TEST(ArchiveMembers, PaddingOfATarMayHaveAnyLength) {
  const TempDir dir;
  const std::string whole = packed(Kind::Tar, {{"a.html", "A"}, {"b.html", "B"}});
  const std::size_t end = whole.find_last_not_of('\0') / 512 * 512 + 512;  // behind the last member
  const std::string members = whole.substr(0, end);
  for (const std::string& padding :
       {std::string(), std::string(100, '\0'), std::string(612, '\0'), std::string(1124, '\0'),
        std::string(1024, '\0') + "\n", std::string("\r\n")}) {
    EXPECT_THAT(
        lines_of(reading(dir.write("a.tar", members + padding)), dir.str()),
        ElementsAre("document /a.tar!a.html: A", "document /a.tar!b.html: B", "done /a.tar"))
        << padding.size();
    EXPECT_THAT(
        lines_of(reading(dir.write("a.tgz", gzip(members + padding))), dir.str()),
        ElementsAre("document /a.tgz!a.html: A", "document /a.tgz!b.html: B", "done /a.tgz"))
        << padding.size();
  }
}

TEST(ArchiveMembers, OfATarThatIsCutElsewhereAreMissedAloud) {
  const TempDir dir;
  const std::string whole = packed(Kind::Tar, {{"a.html", "A"}, {"b.html", "B"}});
  for (const std::size_t left : {std::size_t{1024 + 10}, std::size_t{1024 + 511}}) {  // its header
    EXPECT_THAT(lines_of(reading(dir.write("a.tar", whole.substr(0, left))), dir.str()),
                ElementsAre("document /a.tar!a.html: A", "skipped /a.tar: damaged", "done /a.tar"))
        << left;
  }
  EXPECT_THAT(lines_of(reading(dir.write("a.tar", whole.substr(0, 1024 + 512))), dir.str()),
              ElementsAre("document /a.tar!a.html: A", "skipped /a.tar!b.html: damaged",
                          "skipped /a.tar: damaged", "done /a.tar"));
  const std::string zip = packed(Kind::Zip, {{"a.html", "A"}, {"b.html", "B"}});
  EXPECT_THAT(
      lines_of(reading(dir.write("a.zip", zip.substr(0, zip.find("b.html") - 30))), dir.str()),
      ElementsAre("document /a.zip!a.html: A", "skipped /a.zip: damaged", "done /a.zip"));
}

TEST(ArchiveMembers, DamageThatOnlyTheChecksumShowsIsSaid) {
  const TempDir dir;
  std::string tar = gzip(packed(Kind::Tar, {{"a.html", "A"}}));
  tar[tar.size() - 5] ^= 1;
  EXPECT_THAT(lines_of(reading(dir.write("a.tgz", tar)), dir.str()),
              ElementsAre("document /a.tgz!a.html: A", "skipped /a.tgz: damaged", "done /a.tgz"));
}

TEST(ArchiveMembers, ContainersWithinEachOtherAreOpenedToADepthOfThree) {
  const TempDir dir;
  const std::string three = gzip(packed(Kind::Tar, {{"b.gz", gzip("story")}}));
  EXPECT_THAT(lines_of(reading(dir.write("three", three)), dir.str()),
              ElementsAre("document /three!b.gz: story", "done /three"));
  const std::string four = gzip(packed(Kind::Tar, {{"b.gz", gzip(gzip("story"))}}));
  EXPECT_THAT(lines_of(reading(dir.write("four", four)), dir.str()),
              ElementsAre("document /four!b.gz: " + gzip("story"), "done /four"));
}

TEST(LooksLikeArchive, ByItsFirstBytes) {
  std::string tar(512, '\0');
  std::memcpy(tar.data() + 257, "ustar", 5);
  EXPECT_TRUE(looks_like_archive(tar));
  EXPECT_FALSE(looks_like_archive(tar.substr(0, 500)));
  EXPECT_TRUE(looks_like_archive("PK\x05\x06 an empty one"));
  EXPECT_TRUE(looks_like_archive("PK\x03\x04"));
  EXPECT_FALSE(looks_like_archive("PK is a pair of letters"));
  EXPECT_FALSE(looks_like_archive(""));
}

}  // namespace
}  // namespace pressmark::indexer
