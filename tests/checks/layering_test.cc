// Who may include whom (ARCHITECTURE.md). A stage knows common/, its side's model/ and itself; only the files at the
// top of a side (pipeline, session, main, options ...) know all of its stages.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// Rooms beyond common/, the side's model/ and itself that a room may include.
const std::map<std::string, std::vector<std::string>> kExtra = {
    {"common", {}},
    {"indexer/extract", {"indexer/markup"}},
};

/// Doors: third-party headers and the only places that may open them.
const std::vector<std::pair<std::regex, std::vector<std::string>>> kDoors = {
    {std::regex("<libxml/.*"), {"indexer/markup"}},
    {std::regex("<xapian.h>"),
     {"common", "indexer/document", "indexer/store", "searcher/model", "searcher/query", "searcher/filter",
      "searcher/search", "searcher/facet", "searcher/snippet"}},
    {std::regex("<archive(_entry)?.h>|<zstd.h>|<brotli/.*"), {"indexer/source"}},
    {std::regex("<uchardet.*"), {"indexer/decode"}},
    {std::regex("<cld2/.*"), {"indexer/enrich"}},
    {std::regex("<tl/.*"), {"common"}},
    {std::regex("<libpsl.h>|<xxhash.h>"), {"common"}},
};

/// "common", "indexer/source", "indexer" (files at the top of a side), ...
std::string room(const std::string& path) {
  const auto first = path.find('/');
  const auto second = path.find('/', first + 1);
  if (path.starts_with("common/") || second == std::string::npos) return path.substr(0, first);
  return path.substr(0, second);
}

std::string side(const std::string& path) { return path.substr(0, path.find('/')); }

bool may_include(const std::string& from, const std::string& header) {
  const std::string target = room(header);
  if (from == target || target == "common") return true;
  if (from == "common") return false;
  if (side(from) != side(header)) return false;
  if (from == side(from)) return true;
  if (target == side(from) + "/model") return true;
  const auto extra = kExtra.find(from);
  return extra != kExtra.end() && std::ranges::count(extra->second, target) > 0;
}

struct Include {
  std::string file;
  std::string name;  // with its brackets or quotes
};

std::vector<Include> includes() {
  std::vector<Include> found;
  const std::regex pattern("^\\s*#\\s*include\\s+([<\"][^>\"]+[>\"])");
  for (const char* folder : {"common", "indexer", "searcher"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(PRESSMARK_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (std::regex_search(line, match, pattern)) {
          found.push_back({fs::relative(entry.path(), PRESSMARK_SOURCE_DIR).string(), match[1]});
        }
      }
    }
  }
  return found;
}

TEST(Layering, StagesKnowOnlyTheirNeighbours) {
  const auto all = includes();
  EXPECT_GT(all.size(), 50U);
  for (const Include& include : all) {
    if (include.name.front() != '"') continue;
    const std::string header = include.name.substr(1, include.name.size() - 2);
    EXPECT_TRUE(may_include(room(include.file), header)) << include.file << " includes " << header;
  }
}

TEST(Layering, LibrariesStayBehindTheirDoors) {
  for (const Include& include : includes()) {
    for (const auto& [library, rooms] : kDoors) {
      if (!std::regex_match(include.name, library)) continue;
      EXPECT_GT(std::ranges::count(rooms, room(include.file)), 0) << include.file << " includes " << include.name;
    }
  }
}

TEST(Layering, TheRuleTellsRightFromWrong) {
  EXPECT_TRUE(may_include("indexer/extract", "indexer/markup/dom.h"));
  EXPECT_TRUE(may_include("indexer", "indexer/store/publisher.h"));
  EXPECT_FALSE(may_include("indexer/extract", "indexer/store/publisher.h"));
  EXPECT_FALSE(may_include("searcher/query", "indexer/model/article.h"));
  EXPECT_FALSE(may_include("common", "searcher/model/hit.h"));
}

}  // namespace
