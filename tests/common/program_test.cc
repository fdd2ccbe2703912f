#include "common/program.h"

#include <array>

#include <gtest/gtest.h>

namespace pressmark {
namespace {

namespace po = boost::program_options;

po::options_description test_options() {
  po::options_description options = common_options();
  options.add_options()("limit,n", po::value<int>(), "")("words",
                                                         po::value<std::vector<std::string>>(), "");
  return options;
}

std::string error_of(const std::vector<std::string>& arguments) {
  try {
    parse_command_line(arguments, test_options(), "words");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    return error.what();
  }
  return "none";
}

TEST(CommandLine, OptionsStandBeforeBetweenAndAfterWords) {
  const auto values =
      parse_command_line({"gas", "--db", "x", "pipeline", "-n", "3"}, test_options(), "words");
  EXPECT_EQ(values["words"].as<std::vector<std::string>>(),
            (std::vector<std::string>{"gas", "pipeline"}));
  EXPECT_EQ(values["limit"].as<int>(), 3);
  EXPECT_EQ(archive_path(values), "x");
}

TEST(CommandLine, AnUnknownOptionNamesTheOneThatWasMeant) {
  EXPECT_EQ(error_of({"--limt", "3"}), "unknown option --limt; did you mean --limit?");
  EXPECT_EQ(error_of({"--quux"}), "unknown option --quux");
}

TEST(CommandLine, AbbreviationsAreNotGuessed) { EXPECT_NE(error_of({"--lim", "3"}), "none"); }

TEST(CommandLine, AMissingOrWrongValueIsAnError) {
  EXPECT_NE(error_of({"--limit"}), "none");
  EXPECT_NE(error_of({"--limit", "many"}), "none");
}

TEST(CommandLine, WordsMayBeginWithADash) {
  const auto is_word = [](std::string_view argument) {
    return argument.size() > 2 && argument[1] != '-';
  };
  const auto values =
      parse_command_line({"gas", "-russia", "-n", "3", "-country:us", "oil", "--", "--limit"},
                         test_options(), "words", is_word);
  EXPECT_EQ(values["words"].as<std::vector<std::string>>(),
            (std::vector<std::string>{"gas", "-russia", "-country:us", "oil", "--limit"}));
}

TEST(Nearest, GivesOnlyWhatIsNear) {
  const std::array<std::string, 3> candidates = {"country", "source", "date"};
  EXPECT_EQ(nearest("contry", candidates), "country");
  EXPECT_EQ(nearest("dat", candidates), "date");
  EXPECT_EQ(nearest("person", candidates), std::nullopt);
  EXPECT_EQ(nearest("", candidates), std::nullopt);
  EXPECT_EQ(nearest(std::string(100000, 'x'), candidates), std::nullopt);
}

}  // namespace
}  // namespace pressmark
