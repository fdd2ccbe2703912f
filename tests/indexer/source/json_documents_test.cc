#include "indexer/source/json_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;

struct ShapeCase {
  std::string_view head;
  JsonShape shape;
};

constexpr ShapeCase kShapes[] = {
    {"{\"a\":1}\n{\"a\":2}\n", JsonShape::Lines},
    {"\xef\xbb\xbf{\"a\":1}", JsonShape::Lines},
    {"{\"a\": \"cut\n{\"a\":2}\n", JsonShape::Lines},
    {"{\n  \"a\": 1\n}\n", JsonShape::Objects},
    {"{\"a\":\n 1}", JsonShape::Objects},
    {"[\n{\"a\":1},\n{\"a\":2}\n]", JsonShape::Objects},
    {"{curly} text", JsonShape::None},
    {"[1] A footnote", JsonShape::None},
    {"<html>", JsonShape::None},
    {"", JsonShape::None},
    {" \n", JsonShape::None},
    {"{\n", JsonShape::None},
    {"[ ", JsonShape::None},
    {"[[{}]]", JsonShape::None},
    {"{\"a\"", JsonShape::Lines},
    {"{}", JsonShape::Lines},
    {"{\"a\":1}{\"a\":\"}{\"}", JsonShape::Objects},
    {"{\"a\":\"}{\"}", JsonShape::Lines},
    {"{\"a\": \"\\\\\"}\n", JsonShape::Lines},
    {"{\"a\\\"}\": 1,\n\"b\": 2}", JsonShape::Objects},
    {"{\"a\": 1,\n", JsonShape::Objects},
};

TEST(JsonShape, IsToldFromTheFirstLines) {
  for (const ShapeCase& c : kShapes) EXPECT_EQ(json_shape(c.head), c.shape) << c.head;
}

TEST(JsonLines, EachLineIsADocumentNamedByItsNumber) {
  const TempDir dir;
  const std::string path =
      dir.write("x.jsonl", "\xef\xbb\xbf{\"a\":1}\r\n\n{\"a\": broken\n{\"a\":3}");
  EXPECT_THAT(lines_of(reading(path), dir.str()),
              ElementsAre("document /x.jsonl:1: {\"a\":1}", "document /x.jsonl:3: {\"a\": broken",
                          "document /x.jsonl:4: {\"a\":3}", "done /x.jsonl"));
  EXPECT_EQ(test::documents_of(reading(path)).front().media_type, "application/json");
}

TEST(JsonLines, AMarkBeforeALineIsThatOfAJoinedFile) {
  const TempDir dir;
  const std::string line = "\xef\xbb\xbf{\"a\":1}\n";
  EXPECT_THAT(lines_of(reading(dir.write("x.jsonl", line + line)), dir.str()),
              ElementsAre("document /x.jsonl:1: {\"a\":1}", "document /x.jsonl:2: {\"a\":1}",
                          "done /x.jsonl"));
}

TEST(JsonLines, InUtf16AreReadAsOthers) {
  const TempDir dir;
  std::string wide = "\xff\xfe";
  for (const char c : std::string_view("{\"a\":1}\r\n{\"a\":2}\r\n")) (wide += c) += '\0';
  EXPECT_THAT(lines_of(reading(dir.write("x.jsonl", wide)), dir.str()),
              ElementsAre("document /x.jsonl:1: {\"a\":1}", "document /x.jsonl:2: {\"a\":2}",
                          "done /x.jsonl"));
}

TEST(JsonLines, ALineThatIsNoObjectIsDamage) {
  const TempDir dir;
  const std::string path =
      dir.write("x.jsonl", "{\"a\":1}\n{\"text\":\"broken\nin two\",\"url\":\"u\"}\n# note\n{}\n");
  EXPECT_THAT(
      lines_of(reading(path), dir.str()),
      ElementsAre("document /x.jsonl:1: {\"a\":1}", "document /x.jsonl:2: {\"text\":\"broken",
                  "skipped /x.jsonl:3: damaged", "skipped /x.jsonl:4: damaged",
                  "document /x.jsonl:5: {}", "done /x.jsonl"));
}

TEST(JsonLines, ObjectsWithoutALineEndBetweenThemAreDocuments) {
  const TempDir dir;
  const std::string path =
      dir.write("x.jsonl", "{\"a\":\"}{\"}\n{\"b\":{}} {\"c\":\"}\"}{}\n{\"d\":1}{\"e\"");
  EXPECT_THAT(lines_of(reading(path), dir.str()),
              ElementsAre("document /x.jsonl:1: {\"a\":\"}{\"}", "document /x.jsonl:2: {\"b\":{}}",
                          "document /x.jsonl:2+1: {\"c\":\"}\"}", "document /x.jsonl:2+2: {}",
                          "document /x.jsonl:3: {\"d\":1}", "document /x.jsonl:3+1: {\"e\"",
                          "done /x.jsonl"));
}

TEST(JsonLines, ManyObjectsInALineAreReadOnce) {
  const TempDir dir;
  std::string line = "{\n}\n{\"a\":1}\n";
  for (int i = 0; i < 100'000; ++i) line += "{}";
  EXPECT_EQ(lines_of(reading(dir.write("x.jsonl", "{}\n" + line)), dir.str()).size(), 100'005U);
}

// Minutes where every object looks at all that follows it in the line.
TEST(JsonLines, ObjectsInTheFirstLineAreNotSearchedForAPageListAgainAndAgain) {
  const TempDir dir;
  constexpr std::size_t kMany = 300'000;
  std::string line;
  for (std::size_t i = 0; i < kMany; ++i) line += R"({"a":""})";
  EXPECT_EQ(lines_of(reading(dir.write("x.jsonl", line + "\n{}\n")), dir.str()).size(), kMany + 2);
}

TEST(JsonLines, BlanksBehindObjectsAreLookedAtOnce) {
  const TempDir dir;
  constexpr std::size_t kMany = 20'000;
  std::string text = "{}\n";
  for (std::size_t i = 0; i < kMany; ++i) text += "{}";
  text.append(4'000'000, ' ');
  EXPECT_EQ(lines_of(reading(dir.write("x.jsonl", text)), dir.str()).size(), kMany + 2);
}

TEST(JsonLines, OfAnOverLongLineOnlyObjectsOverTheLimitAreSkipped) {
  const TempDir dir;
  std::string line;
  constexpr std::size_t kMany = 100'000;
  for (std::size_t i = 0; i < kMany; ++i) line += "{\"a\":1}";
  const std::string large = "{\"b\":\"" + std::string(900'000, '{') + "\"}";
  SourceOptions options = reading(
      dir.write("x.jsonl", "{}\n{\"a\":1}" + large + " {\"c\":1}" + line + large + "x\n{}\n"));
  options.max_document_bytes = 1000;
  const auto lines = lines_of(options, dir.str());
  ASSERT_EQ(lines.size(), kMany + 7);
  EXPECT_EQ(lines[1], "document /x.jsonl:2: {\"a\":1}");
  EXPECT_EQ(lines[2], "skipped /x.jsonl:2+1: too-large");
  EXPECT_EQ(lines[3], "document /x.jsonl:2+2: {\"c\":1}");
  EXPECT_EQ(lines[kMany + 4], "skipped /x.jsonl:2+100003: too-large");
  EXPECT_EQ(lines[kMany + 5], "document /x.jsonl:3: {}");
}

TEST(JsonLines, ALineOverTheLimitIsSkippedAndTheNextOneRead) {
  const TempDir dir;
  SourceOptions options = reading(
      dir.write("x.jsonl", "{\"a\":1}\n{\"a\":\"" + std::string(900'000, 'x') + "\"}\n{}\n"));
  options.max_document_bytes = 1000;
  const auto all_but_the_second =
      ElementsAre("document /x.jsonl:1: {\"a\":1}", "skipped /x.jsonl:2: too-large",
                  "document /x.jsonl:3: {}", "done /x.jsonl");
  EXPECT_THAT(lines_of(options, dir.str()), all_but_the_second);
  dir.write("x.jsonl", "{\"a\":1}\n{\"a\":\"" + std::string(1000, 'x') + "\"}\n{}\n");
  EXPECT_THAT(lines_of(options, dir.str()), all_but_the_second) << "seen at once";
}

TEST(JsonLines, CutGzipGivesTheWholeLinesAndSaysSo) {
  const TempDir dir;
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "{\"n\":" + std::to_string(i * 7919 % 20011) + "}\n";
  const std::string packed = test::gzip(text);
  const auto options = reading(dir.write("x.gz", packed.substr(0, packed.size() / 2)));
  EXPECT_GT(test::documents_of(options).size(), 1000U);
  const auto skipped = test::skipped_of(options);
  ASSERT_EQ(skipped.size(), 1U);
  EXPECT_EQ(skipped.front().skip.reason, SkipReason::Damaged);
}

TEST(JsonObjects, MayStretchOverLinesOrStandInAnArray) {
  const TempDir dir;
  EXPECT_THAT(lines_of(reading(dir.write("a.json", "[\n{\"a\": \"]}\"},\n\n{\"b\":\n {}}\n]\n")),
                       dir.str()),
              ElementsAre("document /a.json:2: {\"a\": \"]}\"}",
                          "document /a.json:4: {\"b\":\n {}}", "done /a.json"));
  EXPECT_THAT(lines_of(reading(dir.write("b.json", "{\n \"a\": 1\n}")), dir.str()),
              ElementsAre("document /b.json:1: {\n \"a\": 1\n}", "done /b.json"));
}

TEST(JsonDocuments, AreLeftOutByTheNameOfTheirFile) {
  const TempDir dir;
  SourceOptions options = reading(dir.write("x.jsonl", "{\"a\":1}\n"));
  options.include = {"*.html"};
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("skipped /x.jsonl:1: excluded", "done /x.jsonl"));
}

TEST(JsonLines, ALastLineOverTheLimitEndsTheFile) {
  const TempDir dir;
  SourceOptions options =
      reading(dir.write("x.jsonl", "{\"a\":1}\n{\"a\":\"" + std::string(900'000, 'x')));
  options.max_document_bytes = 1000;
  EXPECT_THAT(lines_of(options, dir.str()),
              ElementsAre("document /x.jsonl:1: {\"a\":1}", "skipped /x.jsonl:2: too-large",
                          "done /x.jsonl"));
}

TEST(JsonObjects, OfACutFileAreReadAsFarAsTheyAreWhole) {
  const TempDir dir;
  std::string text = "[\n";
  for (int i = 0; i < 20'000; ++i)
    text += "{\"n\": \"\\\"}" + std::to_string(i * 7919 % 20011) + "\"},\n";
  const std::string packed = test::gzip(text);
  const auto options = reading(dir.write("x.gz", packed.substr(0, packed.size() / 2)));
  EXPECT_GT(test::documents_of(options).size(), 1000U);
  const auto skipped = test::skipped_of(options);
  ASSERT_EQ(skipped.size(), 1U);
  EXPECT_EQ(skipped.front().skip.reason, SkipReason::Damaged);
}

TEST(JsonObjects, DamageEndsTheFile) {
  const TempDir dir;
  EXPECT_THAT(
      lines_of(reading(dir.write("a.json", "[{\"a\":1}, oops {\"b\":2}]")), dir.str()),
      ElementsAre("document /a.json:1: {\"a\":1}", "skipped /a.json:1: damaged", "done /a.json"));
  EXPECT_THAT(
      lines_of(reading(dir.write("b.json", "[{\"a\":1},\n{\"b\":")), dir.str()),
      ElementsAre("document /b.json:1: {\"a\":1}", "skipped /b.json:2: damaged", "done /b.json"));
}

TEST(JsonObjects, AnObjectOverTheLimitIsSkipped) {
  const TempDir dir;
  SourceOptions options =
      reading(dir.write("a.json", "[{\"a\":\n\"" + std::string(900'000, 'x') + "\"},\n{\"b\":2}]"));
  options.max_document_bytes = 1000;
  EXPECT_THAT(
      lines_of(options, dir.str()),
      ElementsAre("skipped /a.json:1: too-large", "document /a.json:3: {\"b\":2}", "done /a.json"));
}

}  // namespace
}  // namespace pressmark::indexer
