#include "searcher/completion.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/text.h"
#include "searcher/options.h"

namespace pressmark::searcher {
namespace {

using ::testing::HasSubstr;

std::string offered(const std::vector<std::string>& words) { return complete(words); }

/// The first column.
std::vector<std::string> values(const std::vector<std::string>& words) {
  std::vector<std::string> found;
  const std::string text = offered(words);
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) found.emplace_back(line.substr(0, line.find('\t')));
  }
  return found;
}

/// What the program says an option can be, as a list.
std::vector<std::string> allowed(const std::string& option) {
  try {
    parse_options({"x", "--db", "y", fmt::format("--{}=?", option)});
  } catch (const Error& error) {
    std::string text = error.what();
    text.erase(0, text.find("it can be: ") + 11);
    if (const auto end = text.find(" or a template"); end != text.npos) text.resize(end);
    std::vector<std::string> found;
    for (const std::string_view each : split(text, ',')) found.emplace_back(trim(each));
    return found;
  }
  return {};
}

TEST(Completion, OffersOptionsFromTheTable) {
  EXPECT_EQ(offered({"--facets"}), "--facets-only\tno list of hits\n");
  EXPECT_THAT(offered({"gas", "-"}), HasSubstr("\n-n\thits"));
  EXPECT_EQ(offered({}), "");
}

TEST(Completion, OffersFacetsOfTablesAndFlags) {
  EXPECT_EQ(values({"--pivot", "country,mo"}), std::vector<std::string>{"country,month"});
  EXPECT_EQ(values({"--pairs", "pers"}), std::vector<std::string>{"person"});
  EXPECT_EQ(values({"is:c"}), std::vector<std::string>{"is:copy"});
  EXPECT_EQ(values({"--tz"}), std::vector<std::string>{"--tz"});
}

TEST(Completion, OffersExactlyTheChoicesThatTheProgramTakes) {
  for (const char* option :
       {"sort", "match", "facet-mode", "timeline", "related", "format", "color", "hyperlinks"}) {
    std::vector<std::string> can = allowed(option);
    std::erase(can, "json");  // another name of jsonl
    const std::vector<std::string> offers = values({fmt::format("--{}", option), ""});
    EXPECT_FALSE(can.empty()) << option;
    for (const std::string& each : can) EXPECT_GT(std::ranges::count(offers, each), 0) << each;
    for (const std::string& each : offers) {
      EXPECT_NO_THROW(parse_options({"x", "--db", "y", fmt::format("--{}={}", option, each)}))
          << each;
    }
  }
}

TEST(Completion, OffersFieldsAndKeepsWhatStandsBefore) {
  EXPECT_EQ(values({"sect"}), std::vector<std::string>{"section:"});
  EXPECT_EQ(values({"-sect"}), std::vector<std::string>{"-section:"});
  EXPECT_EQ(values({"--where", "sect"}), std::vector<std::string>{"section="});
  EXPECT_EQ(values({"--facet", "country,sect"}), std::vector<std::string>{"country,section"});
  EXPECT_EQ(values({"--format=ur"}), std::vector<std::string>{"--format=urls"});
  EXPECT_EQ(values({"since:yes"}), std::vector<std::string>{"since:yesterday"});
}

TEST(Completion, LeavesFileNamesToTheShell) {
  EXPECT_EQ(offered({"--batch", ""}), "");
  EXPECT_EQ(offered({"--db", "--"}), "");
}

}  // namespace
}  // namespace pressmark::searcher
