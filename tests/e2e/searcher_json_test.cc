// What --json prints is what searcher/output/schema.json says.
#include <filesystem>
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

constexpr const char* kCorpus = "default multilingual duplicates";

std::string text_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

class JsonLines : public testing::Test {
 protected:
  void SetUp() override {
    schema_.Parse(
        read_file(std::string(PRESSMARK_SOURCE_DIR) + "/searcher/output/schema.json").c_str());
    ASSERT_FALSE(schema_.HasParseError());
  }

  /// The lines of a command, each checked; by type.
  std::map<std::string, std::vector<std::string>> lines(const std::vector<std::string>& arguments,
                                                        std::string_view input = {}) {
    const RunResult result = search(sample_archive(kCorpus), arguments, input);
    EXPECT_THAT(result.exit_code, testing::AnyOf(0, 1)) << result.err;
    const rapidjson::SchemaDocument compiled(schema_);
    std::map<std::string, std::vector<std::string>> by_type;
    std::istringstream in(result.out);
    for (std::string line; std::getline(in, line);) {
      rapidjson::Document json;
      json.Parse(line.c_str());
      if (json.HasParseError()) {
        ADD_FAILURE() << "no JSON: " << line;
        continue;
      }
      rapidjson::SchemaValidator validator(compiled);
      EXPECT_TRUE(json.Accept(validator)) << line;
      const std::string type = json["type"].GetString();
      check_keys(type, json);
      by_type[type].push_back(line);
    }
    return by_type;
  }

  /// Every key stands in the schema: it is what users read.
  void check_keys(const std::string& type, const rapidjson::Document& json) {
    const auto& definitions = schema_["definitions"];
    ASSERT_TRUE(definitions.HasMember(type.c_str())) << type;
    const auto& known = definitions[type.c_str()]["properties"];
    const auto& article = definitions["hit"]["properties"];
    for (const auto& member : json.GetObject()) {
      const bool named =
          known.HasMember(member.name) || (type == "article" && article.HasMember(member.name));
      EXPECT_TRUE(named) << type << " has " << member.name.GetString();
    }
  }

  rapidjson::Document schema_;
};

TEST_F(JsonLines, OfAListWithFacets) {
  const auto found = lines({"--json", "flood", "--facet", "country,source,year,entity",
                            "--timeline", "month", "--share", "--related", "country,word"});
  EXPECT_FALSE(found.at("hit").empty());
  EXPECT_FALSE(found.at("facet").empty());
  EXPECT_EQ(found.at("facet_summary").size(), 4U);
  EXPECT_FALSE(found.at("bucket").empty());
  EXPECT_EQ(found.at("timeline_summary").size(), 1U);
  EXPECT_EQ(found.at("summary").size(), 1U);
}

TEST_F(JsonLines, OfTwoQueries) {
  const auto found =
      lines({"--json", "lang:fr,de", "--compare", "lang:en", "--facet", "word,lang,entity"});
  EXPECT_EQ(found.at("comparison").size(), 3U);
  EXPECT_THAT(found.at("compared"), testing::Contains(testing::HasSubstr("\"value\":\"said\"")));
}

TEST_F(JsonLines, OfEverythingElse) {
  const auto hits = lines({"--json", "flood", "-n", "1"});
  rapidjson::Document hit;
  hit.Parse(hits.at("hit").front().c_str());
  const std::string id = hit["id"].GetString();
  EXPECT_EQ(lines({"--json", "--show", id}).at("article").size(), 1U);
  EXPECT_EQ(lines({"--json", "--count", "flood"}).at("count").size(), 1U);
  std::filesystem::current_path(PRESSMARK_SOURCE_DIR);  // where the sample archive's paths begin
  EXPECT_EQ(lines({"--json", "--why-not", id, "xyzzyplugh OR flood"}).at("clause").size(), 3U);
  EXPECT_EQ(lines({"--json", "--raw", id}).at("original").size(), 1U);
  EXPECT_FALSE(lines({"--json", "--explain", "flood OR lyon"}).at("clause").empty());
  EXPECT_FALSE(lines({"--json", "--list-fields"}).at("field").empty());
  EXPECT_EQ(lines({"--json", "--stats"}).at("stats").size(), 1U);
  EXPECT_FALSE(lines({"--json", "--print-config"}).at("setting").empty());
  EXPECT_EQ(lines({"--json", "xyzzyplugh"}).at("summary").size(), 1U);
  EXPECT_FALSE(
      lines({"--json", "--batch", "-", "--matrix", "country"}, "flood\n").at("cell").empty());
  EXPECT_EQ(lines({"--json", "--batch", "-"}, "q1\tflood\nq2\tferry\n").at("summary").size(), 2U);
}

TEST_F(JsonLines, EveryFacetRowCanBePastedBack) {
  const auto found = lines({"--json", "*", "--facets-only", "--facet-limit", "0", "--facet",
                            "country,source,person,org,place,lang,author,from,entity,year,month"});
  std::size_t rows = 0;
  for (const std::string& line : found.at("facet")) {
    rapidjson::Document row;
    row.Parse(line.c_str());
    if (row["count"].GetUint() == 0 || ++rows % 7 != 0)
      continue;  // one in seven: each is a process
    const RunResult count =
        search(sample_archive(kCorpus), {"--count", "--", row["query"].GetString()});
    EXPECT_EQ(count.out, std::to_string(row["count"].GetUint()) + "\n") << text_of(row);
  }
  EXPECT_GT(rows, 100U);
}

TEST_F(JsonLines, HighlightsAreWholeWordsOfTheSnippet) {
  const auto found = lines({"--json", "ferry", "-n", "0"});
  std::size_t marked = 0;
  for (const std::string& line : found.at("hit")) {
    rapidjson::Document hit;
    hit.Parse(line.c_str());
    marked += hit["highlights"].Empty() ? 0 : 1;
  }
  EXPECT_GT(marked, 0U);
}

}  // namespace
}  // namespace pressmark::test
