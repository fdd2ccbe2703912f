#include "common/manifest.h"

#include <cstdint>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/hash.h"
#include "common/schema.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

Manifest example() {
  return {.schema_version = kSchemaVersion,
          .generation = 7,
          .next_number = 13,
          .xapian_version = "1.4.22",
          .segments = {{"seg-000003", 16000}, {"seg-000012", 411}},
          .files = {"files-000004", "files-000011"},
          .stories = "stories-000010",
          .stories_behind = true,
          .versions = {{"versions-000002", 3}, {"versions-000009", 12}},
          .dead = {{"seg-000003", 17}, {"seg-000003", 4294967295}, {"versions-000009", 2}}};
}

std::string with_checksum(std::string text) {
  char line[16];
  std::snprintf(line, sizeof line, "crc %08x\n", crc32_of(text));
  return text + line;
}

std::string manifest_error(std::string_view text) {
  try {
    decode_manifest(text, "/srv/news");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Database);
    return error.what();
  }
  return "none";
}

TEST(Manifest, ComesBackAsItWas) {
  EXPECT_EQ(decode_manifest(encode(example()), "a"), example());
  Manifest empty;
  empty.schema_version = kSchemaVersion;
  empty.xapian_version = "1.4.22";
  EXPECT_EQ(decode_manifest(encode(empty), "a"), empty);
}

TEST(Manifest, IsKnownByItsFirstLines) {
  const std::string text = encode(example());
  EXPECT_TRUE(begins_manifest(text));
  EXPECT_TRUE(begins_manifest(std::string_view(text).substr(0, kManifestHead)));
  EXPECT_TRUE(begins_manifest("pressmark-archive 12\nschema 99\n"));
  for (const std::string_view other :
       {"", "pressmark-archive ", "pressmark-archive 1", "pressmark-archive 1\n",
        "pressmark-archive of ships\nschema 1\n", "pressmark-archive 1 \nschema 1\n",
        "pressmark-archive 1\nThe schema of this site\n"})
    EXPECT_FALSE(begins_manifest(other)) << other;
}

TEST(Manifest, AnyChangedByteIsNoticed) {
  const std::string text = encode(example());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string damaged = text;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    EXPECT_NE(manifest_error(damaged), "none") << "byte " << i;
  }
}

TEST(Manifest, AnyCutIsNoticed) {
  const std::string text = encode(example());
  for (std::size_t size = 0; size < text.size(); ++size) {
    EXPECT_NE(manifest_error(text.substr(0, size)), "none") << size << " bytes";
  }
}

TEST(Manifest, AnotherSeriesOfXapianIsNamed) {
  Manifest other = example();
  other.xapian_version = "2.0.0";
  const std::string error = manifest_error(encode(other));
  EXPECT_NE(error.find("written with Xapian 2.0.0"), std::string::npos) << error;
  EXPECT_NE(error.find("--rebuild"), std::string::npos) << error;
  other.xapian_version = "1.4.99";
  EXPECT_EQ(manifest_error(encode(other)), "none");
}

TEST(Manifest, NamesLeadNowhereElse) {
  const std::string head = "pressmark-archive 1\nschema " + std::to_string(kSchemaVersion) + "\n";
  EXPECT_EQ(manifest_error(with_checksum(head + "segment seg-000001 5\n")), "none");
  for (const char* line : {"segment ../other 5\n", "segment seg-1/../../x 5\n", "segment /etc 5\n",
                           "segment seg- 5\n", "files MANIFEST\n", "stories seg-000001\n",
                           "dead seg-000001 4294967296\n", "surprise 1\n"}) {
    EXPECT_NE(manifest_error(with_checksum(head + line)), "none") << line;
  }
}

TEST(Manifest, AnotherSchemaSaysWhichAndWhatToDo) {
  const std::string newer =
      manifest_error(with_checksum("pressmark-archive 1\nschema 999\nfrom the future\n"));
  EXPECT_NE(newer.find("schema 999"), std::string::npos) << newer;
  EXPECT_NE(newer.find("newer Pressmark"), std::string::npos) << newer;
  const std::string older = manifest_error(with_checksum("pressmark-archive 1\nschema 0\n"));
  EXPECT_NE(older.find("pressmark-index --db /srv/news --rebuild"), std::string::npos) << older;
}

TEST(Manifest, LinesThatMeanNothingAreDamage) {
  const std::string first = "pressmark-archive 1\n";
  const std::string head = first + "schema " + std::to_string(kSchemaVersion) + "\n";
  for (const std::string& text : {first,
                                  first + "schema\n",
                                  first + "schema x\n",
                                  first + "schema 1 2\n",
                                  first + "format 1\n",
                                  std::string("pressmark-archive 12\n"),
                                  head + "generation\n",
                                  head + "generation 1 2\n",
                                  head + "generation x\n",
                                  head + "next -1\n",
                                  head + "next 1 2\n",
                                  head + "xapian 1 2\n",
                                  head + "files files-000001 2\n",
                                  head + "files seg-000001\n",
                                  head + "files filesX000001\n",
                                  head + "stories stories-000001 2\n",
                                  head + "segment seg-000001\n",
                                  head + "segment seg-00000x 5\n",
                                  head + "segment seg-000001 99999999999999999999\n",
                                  head + "versions seg-000001 5\n",
                                  head + "versions versions-000001\n",
                                  head + "dead seg-000001\n",
                                  head + "dead files-000001 1\n",
                                  head + "\n"}) {
    EXPECT_NE(manifest_error(with_checksum(text)).find("is damaged"), std::string::npos) << text;
  }
  EXPECT_NE(manifest_error(head + "next 1crc 00000000\n"), "none")
      << "the last line without its end";
}

TEST(Manifest, OneThatCannotBeAManifestIsNotRead) {
  const test::TempDir dir;
  const auto error_at = [&] {
    try {
      read_manifest(dir.path());
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Database);
      return std::string(error.what());
    }
    return std::string("none");
  };
  const std::string file = dir.write(std::string(kManifestName), encode(example()));
  EXPECT_EQ(read_manifest(dir.path()), example());
  std::filesystem::resize_file(file, (std::uintmax_t{1} << 30U) + 1);
  EXPECT_NE(error_at().find("is far too long"), std::string::npos) << error_at();
  std::filesystem::remove(file);
  std::filesystem::create_directory(file);
  EXPECT_NE(error_at().find("no regular file"), std::string::npos) << error_at();
  std::filesystem::remove(file);
  std::filesystem::create_symlink("elsewhere", file);
  EXPECT_NE(error_at(), "none");
}

TEST(Manifest, AMissingArchiveSaysHowToMakeOne) {
  const test::TempDir dir;
  try {
    read_manifest(dir.path() / "none");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Database);
    EXPECT_NE(std::string(error.what()).find("there is no archive in"), std::string::npos);
  }
}

TEST(Manifest, ALineThatMeansNothingIsDamage) {
  const std::string head = "pressmark-archive 1\nschema " + std::to_string(kSchemaVersion) +
                           "\ngeneration 3\nnext 4\nxapian 1.4.22\n";
  EXPECT_EQ(manifest_error(with_checksum(head)), "none");
  for (const char* line : {"",
                           "generation",
                           "generation 3 4",
                           "generation x",
                           "generation -1",
                           "generation 3x",
                           "generation 99999999999999999999",
                           "next 1 2",
                           "xapian 1 4",
                           "files other-000001",
                           "files files-",
                           "files files-00000x",
                           "files files",
                           "files files-000001 2",
                           "stories ../stories-000001",
                           "stories stories-000001 2",
                           "behind segments",
                           "behind stories 2",
                           "segment seg-000001",
                           "segment seg-000001 x",
                           "segment other-000001 1",
                           "segment seg-000001 1 1",
                           "versions versions-000001",
                           "versions seg-000001 1",
                           "versions versions-000001 1 1",
                           "dead seg-000001",
                           "dead files-000001 1",
                           "dead seg-000001 4294967296",
                           "dead seg-000001 1 1",
                           "colour blue",
                           "colour 7"}) {
    EXPECT_NE(manifest_error(with_checksum(head + line + "\n")), "none") << line;
  }
  EXPECT_NE(manifest_error(with_checksum(head + "generation 3")), "none");  // without its end
  for (const char* first : {"", "schema\n", "schema x\n", "schema 1 2\n", "next 4\n"})
    EXPECT_NE(manifest_error(with_checksum("pressmark-archive 1\n" + std::string(first))), "none");
  EXPECT_EQ(number_of_part("seg-000012"), 12U);
  EXPECT_EQ(number_of_part("versions-7"), 7U);
  EXPECT_EQ(number_of_part("seg-99999999999999999999"), 0U);
  EXPECT_EQ(number_of_part("seg-"), 0U);
  EXPECT_EQ(number_of_part("fresh-1"), 0U);
}

TEST(Manifest, OneThatIsFarTooLongIsNotRead) {
  const test::TempDir dir;
  dir.write("MANIFEST", "");
  std::filesystem::resize_file(dir.path() / "MANIFEST", (std::uintmax_t{64} << 20) + 1);
  EXPECT_THROW(read_manifest(dir.path()), Error);
}

}  // namespace
}  // namespace pressmark
