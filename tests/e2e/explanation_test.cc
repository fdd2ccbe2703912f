// --explain, --why-not and "did you mean" count what a search would find, in archives of several
// segments and while one is being changed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/manifest.h"
#include "searcher/engine.h"
#include "searcher/query/parser.h"
#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using ::testing::HasSubstr;

std::string indexed(const TempDir& dir, const std::string& name, const std::string& lines) {
  const std::string crawl = dir.write(name + ".jsonl", lines);
  EXPECT_EQ(run({program("pressmark-index"), "--db", dir.str(name), "-q", crawl}).exit_code, 0);
  return dir.str(name);
}

constexpr const char* kGerman =
    R"({"id":"d1","title":"Die Gaspreise steigen","lang":"de","text":"Die Preise steigen, sagte die Ministerin, und die Leute klagen."})"
    "\n"
    R"({"id":"d2","title":"Die Matrosen kehren heim","lang":"de","text":"Die Matrosen kehren heim, und die Stadt feiert die Ankunft."})"
    "\n";
constexpr const char* kEnglish =
    R"({"id":"e1","title":"Old sailors die","lang":"en","text":"The old sailors said that they would rather die at sea, die among the waves."})"
    "\n";

// "die" is a function word of one language and a word of another: looked for as the better of both,
// which ended the process where several segments were counted as one.
TEST(Explanation, OfAWordOfTwoLanguagesCountsAllSegments) {
  const TempDir dir;
  const std::string both[] = {indexed(dir, "a", std::string(kGerman) + kEnglish),
                              indexed(dir, "b", std::string(kGerman) + kEnglish)};
  const auto search = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {program("pressmark-search"), "--no-config", "--db",
                                         both[0], "--db", both[1]});
    return run(arguments);
  };
  const RunResult explained = search({"--explain", "die"});
  EXPECT_EQ(explained.exit_code, 0) << explained.err;
  EXPECT_THAT(explained.out, HasSubstr("       6 "));
  EXPECT_EQ(search({"--count", "die"}).out, "6\n");
  const RunResult nothing = search({"die", "xyzzy", "sailorz"});
  EXPECT_EQ(nothing.exit_code, 1) << nothing.err;
  const std::string id = search({"die", "sailors", "--format", "ids", "-n", "1"}).out.substr(0, 13);
  const RunResult why = search({"die", "xyzzy", "--why-not", id});
  EXPECT_EQ(why.exit_code, 1) << why.err;
  EXPECT_THAT(why.out, HasSubstr("  yes    die"));
}

// Between the two steps of a publication the older version of an article is still in its segment.
TEST(Explanation, CountsNoVersionThatIsToBeDeleted) {
  const TempDir dir;
  const std::string archive = indexed(dir, "a", std::string(kGerman) + kEnglish);
  Manifest manifest = read_manifest(archive);
  ASSERT_EQ(manifest.segments.size(), 1U);
  manifest.dead = {{manifest.segments[0].directory, 1}};
  dir.write("a/MANIFEST", encode(manifest));
  searcher::Engine engine({archive}, {}, "en");
  searcher::SearchRequest request;
  request.query = "*";
  const auto query = searcher::parse_query(request.query, {});
  ASSERT_TRUE(query);
  EXPECT_EQ(engine.count(request, *query).count.articles, 2U);
  const auto tree = engine.explain(request, *query);
  ASSERT_EQ(tree.size(), 1U);
  EXPECT_EQ(tree[0].articles, 2U);
}

}  // namespace
}  // namespace pressmark::test
