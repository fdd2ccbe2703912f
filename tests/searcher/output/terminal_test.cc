// The pager: who is interrupted, who waits, and what is known of a reader that has gone.
#include "searcher/output/terminal.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <string>
#include <sys/wait.h>

#include <gtest/gtest.h>

namespace pressmark::searcher {
namespace {

constexpr int kMoreLinesThanAPipeHolds = 200000;

Surroundings terminal_with(const std::string& pager) {
  Surroundings here;
  here.output_is_terminal = true;
  here.rows = 3;
  here.pager = pager;
  return here;
}

bool interrupts_are_ignored() {
  struct sigaction now = {};
  sigaction(SIGINT, nullptr, &now);
  return now.sa_handler == SIG_IGN;  // NOLINT: a member of a union of libc
}

bool has_child() {
  int status = 0;
  return waitpid(-1, &status, WNOHANG) >= 0 || errno != ECHILD;
}

TEST(Screen, KnowsThatThePagerWasLeft) {
  const Surroundings here = terminal_with("head -n 1 > /dev/null");
  Screen screen(here, Pager::WhenLong);
  int lines = 0;
  while (!screen.left() && lines < kMoreLinesThanAPipeHolds) {
    screen.write("a line of a list\n");
    ++lines;
  }
  EXPECT_TRUE(screen.left());
  screen.finish();
}

TEST(Screen, APagerThatReadsAllWasNotLeft) {
  const Surroundings here = terminal_with("cat > /dev/null");
  Screen screen(here, Pager::WhenLong);
  for (int i = 0; i < 10; ++i) screen.write("a line of a list\n");
  screen.finish();
  EXPECT_FALSE(screen.left());
}

// 126: a file that is there and is no program.
TEST(Screen, APagerThatCannotBeRunIsDoneWithout) {
  for (const char* pager : {"/dev/null", "/nowhere/less"}) {
    testing::internal::CaptureStdout();
    const Surroundings here = terminal_with(pager);
    {
      Screen screen(here, Pager::WhenLong);
      for (int i = 0; i < 10; ++i) screen.write("a line of a list\n");
      screen.finish();
      EXPECT_FALSE(screen.left());
    }
    std::fflush(stdout);
    const std::string shown = testing::internal::GetCapturedStdout();
    EXPECT_EQ(std::ranges::count(shown, '\n'), 10) << pager;
  }
}

// An interrupt ended the search and left the pager and the shell reading one terminal.
TEST(Screen, AnInterruptIsThePagers) {
  const Surroundings here = terminal_with("cat > /dev/null");
  Screen screen(here, Pager::WhenLong);
  screen.write("one\n");
  EXPECT_FALSE(interrupts_are_ignored());
  screen.write("two\nthree\nfour\n");
  EXPECT_TRUE(interrupts_are_ignored());
  screen.finish();
  EXPECT_FALSE(interrupts_are_ignored());
}

// So did an error in the middle of a list.
TEST(Screen, WaitsForThePagerAlsoWithoutFinish) {
  const Surroundings here = terminal_with("cat > /dev/null");
  {
    Screen screen(here, Pager::WhenLong);
    screen.write("one\ntwo\nthree\nfour\n");
  }
  EXPECT_FALSE(has_child());
  EXPECT_FALSE(interrupts_are_ignored());
}

}  // namespace
}  // namespace pressmark::searcher
