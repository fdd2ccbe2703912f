// Who may include whom (ARCHITECTURE.md). A stage knows common/, its side's model/ and itself; only
// the files at the top of a side (pipeline, session, main, options ...) know all of its stages, and
// only those at the top of a stage all of its rooms.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

/// Rooms beyond common/, the side's model/, itself and those within it that a room may include.
const std::map<std::string, std::vector<std::string>> kExtra = {
    {"indexer/extract", {"indexer/markup"}},
    {"indexer/extract/dates", {"indexer/extract/authors"}},
    {"indexer/extract/text",
     {"indexer/extract/authors", "indexer/extract/dates", "indexer/markup"}},
    {"indexer/extract/json", {"indexer/extract/text"}},
    {"indexer/extract/feeds", {"indexer/extract/json", "indexer/extract/text"}},
    {"indexer/extract/content",
     {"indexer/extract/authors", "indexer/extract/dates", "indexer/extract/text",
      "indexer/markup"}},
    {"indexer/extract/metadata",
     {"indexer/extract/authors", "indexer/extract/content", "indexer/extract/dates",
      "indexer/extract/json", "indexer/extract/text", "indexer/markup"}},
    {"indexer/enrich/gazetteer", {"indexer/enrich/words"}},
    {"indexer/enrich/tagger", {"indexer/enrich/words"}},
    {"indexer/enrich/languages", {"indexer/enrich/tagger", "indexer/enrich/words"}},
    {"indexer/enrich/entities", {"indexer/enrich/gazetteer", "indexer/enrich/words"}},
    {"indexer/enrich/countries", {"indexer/enrich/gazetteer", "indexer/enrich/words"}},
    // makes the model that enrich/ reads
    {"indexer/train", {"indexer/enrich", "indexer/enrich/tagger", "indexer/enrich/words"}},
};

/// Doors: beginnings of third-party headers and the only rooms that may open them.
const std::vector<std::pair<std::string, std::vector<std::string>>> kDoors = {
    {"<libxml/", {"indexer/markup"}},
    {"<xapian.h>",
     {"common", "indexer/document", "indexer/store", "searcher/model", "searcher/query",
      "searcher/search", "searcher/articles", "searcher/facet", "searcher/snippet"}},
    {"<archive.h>", {"indexer/source"}},
    {"<archive_entry.h>", {"indexer/source"}},
    {"<zstd.h>", {"indexer/source"}},
    {"<lzma.h>", {"indexer/source"}},
    {"<bzlib.h>", {"indexer/source"}},
    {"<brotli/", {"indexer/source"}},
    {"<uchardet", {"indexer/decode"}},
    {"<cld2/", {"indexer/enrich"}},
    {"<tl/", {"common"}},
    {"<libpsl.h>", {"common"}},
    {"<xxhash.h>", {"common"}},
    {"<nettle/", {"common"}},
    {"<dtl/", {"searcher/versions"}},
};

/// The folder of a file: "indexer" (files at the top of a side), "indexer/source",
/// "indexer/enrich/tagger" ...
std::string room(const std::string& path) { return path.substr(0, path.rfind('/')); }

std::string side(const std::string& path) { return path.substr(0, path.find('/')); }

bool may_include(const std::string& from, const std::string& header) {
  const std::string target = room(header);
  if (from == target || target == "common") return true;
  if (fs::path(target).parent_path() == from) return true;  // who is above knows the next below
  if (target == side(from) + "/model") return true;
  const auto extra = kExtra.find(from);
  return extra != kExtra.end() && std::ranges::count(extra->second, target) > 0;
}

struct Include {
  std::string file;
  std::string name;  // with its brackets or quotes
};

/// The name in an include directive, with its brackets or quotes; empty for any other line.
std::string included(const std::string& line) {
  const auto hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line[hash] != '#') return {};
  const auto word = line.find_first_not_of(" \t", hash + 1);
  if (word == std::string::npos || line.compare(word, 7, "include") != 0) return {};
  const auto begin = line.find_first_of("<\"", word);
  if (begin == std::string::npos) return {};
  const auto end = line.find_first_of(">\"", begin + 1);
  return end == std::string::npos ? "" : line.substr(begin, end - begin + 1);
}

std::vector<Include> includes() {
  std::vector<Include> found;
  for (const char* folder : {"common", "indexer", "searcher"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(PRESSMARK_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        if (std::string name = included(line); !name.empty()) {
          found.push_back(
              {fs::relative(entry.path(), PRESSMARK_SOURCE_DIR).string(), std::move(name)});
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
      if (!include.name.starts_with(library)) continue;
      EXPECT_GT(std::ranges::count(rooms, room(include.file)), 0)
          << include.file << " includes " << include.name;
    }
  }
}

TEST(Layering, TheRulesNameRoomsThatThereAre) {
  const auto exists = [](const std::string& name) {
    return fs::is_directory(fs::path(PRESSMARK_SOURCE_DIR) / name);
  };
  for (const auto& [library, rooms] : kDoors) {
    for (const std::string& each : rooms) EXPECT_TRUE(exists(each)) << library << " in " << each;
  }
  for (const auto& [from, rooms] : kExtra) {
    EXPECT_TRUE(exists(from));
    for (const std::string& each : rooms) EXPECT_TRUE(exists(each)) << from << " opens " << each;
  }
}

TEST(Layering, TheRuleTellsRightFromWrong) {
  EXPECT_TRUE(may_include("indexer/extract", "indexer/markup/dom.h"));
  EXPECT_TRUE(may_include("indexer", "indexer/store/publisher.h"));
  EXPECT_FALSE(may_include("indexer/extract", "indexer/store/publisher.h"));
  EXPECT_FALSE(may_include("searcher/query", "indexer/model/article.h"));
  EXPECT_TRUE(may_include("indexer/enrich", "indexer/enrich/tagger/tagger_model.h"));
  EXPECT_FALSE(may_include("indexer", "indexer/enrich/tagger/tagger_model.h"));
  EXPECT_FALSE(may_include("indexer/enrich/tagger", "indexer/enrich/recognizer.h"));
  EXPECT_FALSE(may_include("indexer/enrich/words", "indexer/enrich/tagger/tagger_model.h"));
  EXPECT_FALSE(may_include("common", "searcher/model/hit.h"));
}

}  // namespace
