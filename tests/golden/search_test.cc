// Runs the transcripts in tests/golden/search. A line is one of
//   corpus FOLDERS         the folders of corpus/ that are indexed
//   query TEXT             one query, as typed
//   search ARGUMENTS       a whole command line, with "double" and 'single' quotes
//   hits NAMES             exactly these articles (file names without endings), in any order
//   ranked NAMES           these, in this order, before all others
//   first NAME             the best hit
//   none                   nothing is found, exit code 1
//   error CODE TEXT        the exit code, and what standard error holds
//   explains TEXT          --explain says this of the query
//   shows TEXT             standard output holds this
//   lacks TEXT             standard output does not
// and # a comment. A new case needs no compiling.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"

namespace pressmark::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// Cuts a command line as a shell does, with both kinds of quotes.
std::vector<std::string> arguments_of(const std::string& text) {
  std::vector<std::string> arguments;
  std::string current;
  bool started = false;
  char quote = 0;
  for (const char c : text) {
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        current += c;
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
      started = true;
    } else if (c == ' ') {
      if (started) arguments.push_back(std::exchange(current, {}));
      started = false;
    } else {
      current += c;
      started = true;
    }
  }
  if (started) arguments.push_back(current);
  return arguments;
}

std::string name_of(const std::string& path) {
  const std::string file = fs::path(path).filename().string();
  return file.substr(0, file.find('.'));
}

class Transcript : public testing::TestWithParam<fs::path> {
 protected:
  /// Names of all articles found, best first.
  std::vector<std::string> found() {
    std::vector<std::string> arguments = {"--format", "paths", "--limit", "0", "--quiet"};
    arguments.insert(arguments.end(), command_.begin(), command_.end());
    std::vector<std::string> names;
    std::istringstream lines(search(archive_, arguments).out);
    for (std::string line; std::getline(lines, line);) names.push_back(name_of(line));
    return names;
  }

  void check(const std::string& verb, const std::string& rest) {
    const RunResult result = search(archive_, command_);
    if (verb == "hits") {
      EXPECT_THAT(found(), testing::UnorderedElementsAreArray(words_of(rest)));
    } else if (verb == "ranked") {
      std::vector<std::string> names = found();
      names.resize(std::min(names.size(), words_of(rest).size()));
      EXPECT_THAT(names, testing::ElementsAreArray(words_of(rest)));
    } else if (verb == "first") {
      const auto names = found();
      ASSERT_FALSE(names.empty()) << result.err;
      EXPECT_EQ(names.front(), rest);
    } else if (verb == "none") {
      EXPECT_EQ(result.exit_code, 1) << result.out << result.err;
    } else if (verb == "error") {
      const std::size_t blank = rest.find(' ');
      EXPECT_EQ(std::to_string(result.exit_code), rest.substr(0, blank)) << result.err;
      EXPECT_THAT(result.err, testing::HasSubstr(rest.substr(blank + 1)));
    } else if (verb == "explains") {
      std::vector<std::string> explained = {"--explain"};
      explained.insert(explained.end(), command_.begin(), command_.end());
      EXPECT_THAT(search(archive_, explained).out, testing::HasSubstr(rest));
    } else if (verb == "shows") {
      EXPECT_THAT(result.out, testing::HasSubstr(rest));
    } else if (verb == "lacks") {
      EXPECT_THAT(result.out, testing::Not(testing::HasSubstr(rest)));
    } else {
      ADD_FAILURE() << "no such line: " << verb;
    }
  }

  std::string archive_;
  std::vector<std::string> command_;
};

TEST_P(Transcript, HoldsTrue) {
  std::ifstream in(GetParam());
  std::size_t number = 0, checks = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string verb = line.substr(0, blank);
    const std::string rest = blank < line.size() ? line.substr(blank + 1) : "";
    SCOPED_TRACE(GetParam().filename().string() + ":" + std::to_string(number) + "  " + line);
    if (verb == "corpus") {
      archive_ = sample_archive(rest);
    } else if (verb == "query") {
      command_ = {"--", rest};
    } else if (verb == "search") {
      command_ = arguments_of(rest);
    } else {
      check(verb, rest);
      ++checks;
    }
  }
  EXPECT_GT(checks, 0U);
}

std::vector<fs::path> transcripts() {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(PRESSMARK_SOURCE_DIR) / "tests/golden/search")) {
    if (entry.path().extension() == ".query") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

INSTANTIATE_TEST_SUITE_P(Golden, Transcript, testing::ValuesIn(transcripts()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace pressmark::test
