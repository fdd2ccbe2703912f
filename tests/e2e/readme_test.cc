// The README's searches print what it shows.
#include <filesystem>
#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

struct Example {
  std::string command;  // behind "pressmark-search "
  std::string output;
};

/// The blocks of the README that begin with "$ pressmark-search".
std::vector<Example> examples() {
  std::istringstream readme(read_file(std::string(PRESSMARK_SOURCE_DIR) + "/README.md"));
  constexpr std::string_view kPrompt = "$ pressmark-search ";
  std::vector<Example> found;
  bool inside = false;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with(kPrompt)) {
      found.push_back({line.substr(kPrompt.size()), ""});
      inside = true;
    } else if (line.starts_with("```")) {
      inside = false;
    } else if (inside) {
      found.back().output += line + "\n";
    }
  }
  return found;
}

/// What differs from run to run and place to place.
std::string without_times(const std::string& text) {
  const std::string root = std::string(PRESSMARK_SOURCE_DIR) + "/";
  std::string plain = std::regex_replace(text, std::regex(" · [0-9]+ ms"), "");
  for (std::size_t at = 0; (at = plain.find(root)) != std::string::npos;)
    plain.erase(at, root.size());
  return plain;
}

TEST(Readme, ItsSearchesPrintWhatItShows) {
  const std::vector<Example> all = examples();
  EXPECT_GE(all.size(), 3U);
  setenv("ARCHIVE", sample_archive("default multilingual duplicates warc/sample.warc.gz").c_str(),
         1);
  setenv("PROGRAM", program("pressmark-search").c_str(), 1);
  for (const Example& example : all) {
    const RunResult result =
        run({"/bin/sh", "-c",
             "cd " PRESSMARK_SOURCE_DIR " && XDG_STATE_HOME=/nonexistent LC_ALL=C.UTF-8 $PROGRAM "
             "--db $ARCHIVE " +
                 example.command + " 2>&1"});
    EXPECT_EQ(without_times(result.out), without_times(example.output)) << example.command;
  }
}

/// What quickstart.sh shows: its lines "show WORDS...".
std::vector<std::string> shown_by_quickstart() {
  std::istringstream script(read_file(std::string(PRESSMARK_SOURCE_DIR) + "/quickstart.sh"));
  std::vector<std::string> found;
  for (std::string line; std::getline(script, line);) {
    if (line.starts_with("show ")) found.push_back(line.substr(5));
  }
  return found;
}

TEST(Quickstart, ItsSearchesFindSomething) {
  const std::vector<std::string> all = shown_by_quickstart();
  EXPECT_GE(all.size(), 3U);
  setenv("ARCHIVE", sample_archive("default multilingual duplicates warc/sample.warc.gz").c_str(),
         1);
  setenv("PROGRAM", program("pressmark-search").c_str(), 1);
  for (const std::string& words : all) {
    const RunResult result = run({"/bin/sh", "-c", "$PROGRAM --db $ARCHIVE --no-pager " + words});
    EXPECT_EQ(result.exit_code, 0) << words;
  }
}

}  // namespace
}  // namespace pressmark::test
