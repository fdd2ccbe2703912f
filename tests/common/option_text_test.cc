#include "common/option_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark {
namespace {

namespace po = boost::program_options;

std::string help() {
  po::options_description options;
  options.add_options()("limit,n", po::value<std::string>()->value_name("N"), "hits (10); 0: all")(
      "long", "authors and origin")("a-name-that-leaves-no-column",
                                    po::value<std::string>()->value_name("FILE"), "and its help")(
      "tz", po::value<std::string>()->value_name("ZONE"), "a name as short as a short option");
  return "usage: x\n\nWhat to show\n" + option_lines(options) + "\nExit status: 0 found\n";
}

TEST(OptionText, IsReadBackAsItWasWritten) {
  const std::string text = help();
  const std::vector<OptionLine> read = read_option_lines(text);
  ASSERT_EQ(read.size(), 4U);
  EXPECT_EQ(read[0].name, "limit");
  EXPECT_EQ(read[0].short_name, "-n");
  EXPECT_EQ(read[0].value, "N");
  EXPECT_EQ(read[0].help, "hits (10); 0: all");
  EXPECT_EQ(read[1].name, "long");
  EXPECT_EQ(read[1].short_name, "");
  EXPECT_EQ(read[1].value, "");
  EXPECT_EQ(read[1].help, "authors and origin");
  EXPECT_EQ(read[2].value, "FILE");
  EXPECT_EQ(read[2].help, "and its help");
  EXPECT_EQ(read[3].name, "tz");
  EXPECT_EQ(read[3].short_name, "");
}

TEST(OptionText, OffersWhatBeginsSo) {
  EXPECT_EQ(complete_option(help(), "--l"),
            "--limit\thits (10); 0: all\n--long\tauthors and origin\n");
  EXPECT_THAT(complete_option(help(), "-"), ::testing::HasSubstr("-n\thits"));
  EXPECT_EQ(complete_option(help(), "--x"), "");
}

TEST(OptionText, KnowsWhichOptionWaitsForAValue) {
  const std::string text = help();
  const std::vector<OptionLine> options = read_option_lines(text);
  const auto waiting = [&](const std::vector<std::string>& words) {
    const OptionLine* option = option_of_value(options, words);
    return option == nullptr ? std::string() : std::string(option->name);
  };
  EXPECT_EQ(waiting({"-n", ""}), "limit");
  EXPECT_EQ(waiting({"x", "--limit", "1"}), "limit");
  EXPECT_EQ(waiting({"--long", ""}), "");
  EXPECT_EQ(waiting({"--limit"}), "");
  EXPECT_EQ(waiting({"--", "--limit", ""}), "");
}

}  // namespace
}  // namespace pressmark
