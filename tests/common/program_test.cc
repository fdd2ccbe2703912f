#include "common/program.h"

#include <array>
#include <barrier>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/file.h"
#include "common/last_words.h"
#include "common/settings.h"

namespace pressmark {
namespace {

namespace po = boost::program_options;

po::options_description test_options() {
  po::options_description options = common_options();
  options.add_options()("limit,n", po::value<int>(), "")("words",
                                                         po::value<std::vector<std::string>>(), "");
  return options;
}

std::string usage_error(const std::vector<std::string>& arguments) {
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
  EXPECT_EQ(archive_path({{"limit", "3", "command line"}, {"db", "x", "command line"}}), "x");
}

TEST(CommandLine, WordsByTheHundredThousandAreReadInOnePass) {
  std::vector<std::string> arguments(300000, "gas");  // minutes, when each moves the rest
  arguments.insert(arguments.end(), {"-n", "3", "", "-", "--", "-n"});
  const auto values = parse_command_line(arguments, test_options(), "words");
  const auto words = values["words"].as<std::vector<std::string>>();
  ASSERT_EQ(words.size(), 300003U);
  EXPECT_EQ(std::vector(words.end() - 3, words.end()), (std::vector<std::string>{"", "-", "-n"}));
  EXPECT_EQ(values["limit"].as<int>(), 3);
}

TEST(CommandLine, AValueMayBeCalledAsAnOption) {
  const auto values = parse_command_line({"--db", "db", "-n", "3", "db"}, test_options(), "words");
  EXPECT_EQ(values["db"].as<std::string>(), "db");
  EXPECT_EQ(values["words"].as<std::vector<std::string>>(), std::vector<std::string>{"db"});
}

TEST(CommandLine, AnUnknownOptionNamesTheOneThatWasMeant) {
  EXPECT_EQ(usage_error({"--limt", "3"}), "unknown option --limt; did you mean --limit?");
  EXPECT_EQ(usage_error({"--quux"}), "unknown option --quux");
}

TEST(CommandLine, AbbreviationsAreNotGuessed) { EXPECT_NE(usage_error({"--lim", "3"}), "none"); }

TEST(CommandLine, AMissingOrWrongValueIsAnError) {
  EXPECT_NE(usage_error({"--limit"}), "none");
  EXPECT_NE(usage_error({"--limit", "many"}), "none");
}

TEST(CommandLine, AnEmptyValueTakesNoOtherArgument) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--limit", "", "--limit", "3"}, {"-n", "", "3"}}) {
    try {
      parse_command_line(arguments, test_options(), "words");
      FAIL() << arguments[0];
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Usage);
      EXPECT_EQ(std::string(error.what()), arguments[0] + " needs a value, and has an empty one");
    }
  }
}

TEST(CommandLine, TheLastOfAnOptionThatIsGivenTwiceCounts) {
  const auto values =
      parse_command_line({"--limit", "3", "gas", "--limit=7", "oil"}, test_options(), "words");
  EXPECT_EQ(values["limit"].as<int>(), 7);
  EXPECT_EQ(values["words"].as<std::vector<std::string>>(),
            (std::vector<std::string>{"gas", "oil"}));
}

// "option is ambiguous and matches ..." and all of them.
TEST(CommandLine, TheEndOfTheOptionsIsNoValue) {
  EXPECT_EQ(usage_error({"--db", "--", "gas"}), "--db needs a value");
  EXPECT_EQ(usage_error({"-d", "--", "gas"}), "--db needs a value");
  EXPECT_EQ(usage_error({"--db=--", "gas"}), "none");
}

// --delete a --delete b deleted what b lists, without a word of a.
TEST(CommandLine, OfTwoFilesOrThingsToDoNoneIsDropped) {
  EXPECT_EQ(usage_error({"--db", "a", "gas", "-d", "b"}),
            "--db is given twice, with a and b; it takes one");
  EXPECT_EQ(usage_error({"--db", "a", "gas", "-d", "a"}), "none");
}

TEST(CommandLine, OfSettingsTheLastCounts) {
  for (const char* option : {"limit", "offset", "timeline", "pivot", "pairs", "version-number"})
    EXPECT_TRUE(is_adjustment(option)) << option;
  for (const char* option : {"db", "show", "similar", "html", "receipt", "delete", "compare"})
    EXPECT_FALSE(is_adjustment(option)) << option;
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

/// Ends the process as a program does whose body throws this.
template <typename Exception>
[[noreturn]] void end_with(const Exception& exception) {
  use_archive("tool", "/srv/news");
  char name[] = "tool";
  char* argv[] = {name, nullptr};
  const auto body = [&](const std::vector<std::string>&) -> ExitCode { throw exception; };
  std::_Exit(run_program("tool", 1, argv, body));
}

TEST(ProgramDeathTest, AFullDiskEndsWithFiveWhoeverMeetsIt) {
  const auto five = ::testing::ExitedWithCode(5);
  EXPECT_EXIT(end_with(system_error("write", "/srv/news/MANIFEST", ENOSPC)), five,
              "^tool: cannot write /srv/news/MANIFEST: No space left on device\n$");
  EXPECT_EXIT(end_with(Xapian::DatabaseError("Error writing block 0", ENOSPC)), five,
              "^tool: cannot write the archive /srv/news: Error writing block 0 .No space");
  EXPECT_EXIT(end_with(Xapian::DatabaseLockError("Couldn't open lockfile: Input/output error")),
              five, "^tool: cannot write the archive /srv/news: ");
  const auto full = std::make_error_code(std::errc::no_space_on_device);
  EXPECT_EXIT(end_with(std::filesystem::filesystem_error("cannot remove", "/srv/news/a", full)),
              five, "^tool: cannot change /srv/news/a: No space left on device\n$");
}

[[noreturn]] void fail_to_write(const std::string& block) {
  errno = ENOSPC;
  throw Xapian::DatabaseError("Error writing block " + block, ENOSPC);
}

/// Writes in its destructor, as tables of Xapian's do.
struct WritesAtItsEnd {
  ~WritesAtItsEnd() { fail_to_write("7"); }
};

void end_within_a_destructor(bool already_failing) {
  use_archive("tool", "/srv/news",
              [](const std::filesystem::path& archive) { std::cerr << archive << " tidy\n"; });
  try {
    const WritesAtItsEnd table;
    if (already_failing) fail_to_write("6");
  } catch (...) {
    std::_Exit(0);
  }
}

TEST(ProgramDeathTest, AFullDiskThatNobodyCanCatchEndsWithFive) {
  const auto five = ::testing::ExitedWithCode(5);
  for (const bool already_failing : {false, true}) {
    EXPECT_EXIT(end_within_a_destructor(already_failing), five,
                "^\"/srv/news\" tidy\ntool: cannot write the archive /srv/news: .*No space left on "
                "device.*; what was published before is kept")
        << already_failing;
  }
}

TEST(ProgramDeathTest, DamageIsToldWithThePathAndTheWayBack) {
  const auto three = ::testing::ExitedWithCode(3);
  const std::string way_back =
      "; restore a copy, or build it again: pressmark-index --db /srv/news --rebuild FILES\n$";
  EXPECT_EXIT(end_with(Damage("/srv/news/keys is cut")), three,
              "^tool: /srv/news/keys is cut" + way_back);
  EXPECT_EXIT(end_with(Damage("article 7 is damaged")), three,
              "^tool: the archive /srv/news cannot be used: article 7 is damaged" + way_back);
  EXPECT_EXIT(end_with(std::length_error("basic_string::append")), three,
              "^tool: the archive /srv/news cannot be used: basic_string::append" + way_back);
  EXPECT_EXIT(
      end_with(Xapian::DatabaseModifiedError("call Xapian::Database::reopen()")), three,
      "^tool: the archive /srv/news cannot be used: its tables are not of one time" + way_back);
  EXPECT_EXIT(end_with(Xapian::DatabaseCorruptError("Gone (DatabaseOpeningError: EOF)")), three,
              "^tool: the archive /srv/news cannot be used: Gone .EOF." + way_back);
}

// The advice was to build a sound archive again.
TEST(ProgramDeathTest, WhatTheSystemRefusesIsNoDamage) {
  const auto three = ::testing::ExitedWithCode(3);
  EXPECT_EXIT(end_with(Xapian::DatabaseOpeningError("Couldn't open /srv/news/seg-1", EACCES)),
              three, "^tool: Couldn't open /srv/news/seg-1 .Permission denied.\n$");
  EXPECT_EXIT(end_with(Xapian::DatabaseOpeningError("Couldn't open it", EMFILE)), three,
              "^tool: the archive /srv/news cannot be used: Couldn't open it .Too many open "
              "files.; raise the limit on open files .ulimit -n.\n$");
}

TEST(ProgramDeathTest, NoMemoryEndsAtOnceWithFive) {
  EXPECT_EXIT(
      {
        end_when_memory_ends("tool");
        std::get_new_handler()();
      },
      ::testing::ExitedWithCode(5), "^tool: out of memory\n$");
}

TEST(ProgramDeathTest, ThreadsWithoutMemorySaySoOnce) {
  EXPECT_EXIT(
      {
        end_when_memory_ends("tool");
        std::barrier together(8);
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
          threads.emplace_back([&] {
            together.arrive_and_wait();
            std::get_new_handler()();
          });
        }
        threads.clear();  // waits for them
      },
      ::testing::ExitedWithCode(5), "^tool: out of memory\n$");
}

TEST(ProgramDeathTest, ACrashIsToldAsDamageOfTheArchive) {
  struct sigaction present = {};
  sigaction(SIGSEGV, nullptr, &present);
  if (present.sa_handler != SIG_DFL) GTEST_SKIP() << "a sanitizer handles it";
  EXPECT_EXIT(
      {
        use_archive("tool", "/srv/news");
        raise(SIGSEGV);
      },
      ::testing::ExitedWithCode(3),
      "^tool: crashed while it used the archive /srv/news.*--check\n$");
}

}  // namespace
}  // namespace pressmark
