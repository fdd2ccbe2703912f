// pressmark-index with standard error on a terminal.
#include <pty.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/display_width.h"
#include "tests/support/run.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What a program writes to a terminal of so many columns.
std::string on_terminal(std::vector<std::string> argv, unsigned short columns) {
  const winsize size = {.ws_row = 24, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
  std::vector<char*> arguments;
  for (std::string& argument : argv) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  std::string output;
  char bytes[4096];
  // Bytes that come between the kernel's look for them and its look for the end come behind that.
  for (int ends = 0; ends < 2;) {
    const ssize_t count = read(terminal, bytes, sizeof bytes);
    if (count > 0) output.append(bytes, static_cast<std::size_t>(count));
    ends = count > 0 ? 0 : ends + 1;
  }
  close(terminal);
  waitpid(child, nullptr, 0);
  return output;
}

/// The lines that were overwritten.
std::vector<std::string> progress_lines(const std::string& output) {
  constexpr std::string_view kErase = "\r\033[K";
  std::vector<std::string> lines;
  for (auto at = output.find(kErase); at != std::string::npos;) {
    const auto next = output.find(kErase, at + kErase.size());
    const std::string line = output.substr(at + kErase.size(), next - at - kErase.size());
    if (next != std::string::npos && !line.empty()) lines.push_back(line);
    at = next;
  }
  return lines;
}

TEST(Progress, TheLineFitsTheTerminal) {
  const TempDir dir;
  const std::string name = "crawl-\u96ea-" + std::string(100, 'x') + "\033]0;owned\a.html";
  dir.write(name, "<html><body><p>The council met on Monday and heard a report.</p></body></html>");
  const auto lines = [&](unsigned short columns) {
    return progress_lines(on_terminal(
        {program("pressmark-index"), "--db", dir.str("db"), "--rebuild", dir.str(name)}, columns));
  };
  for (const unsigned short columns : {20, 40, 80, 200}) {
    const auto shown = lines(columns);
    ASSERT_FALSE(shown.empty());
    for (const std::string& line : shown) {
      EXPECT_LT(display_width(line), columns) << line;
      EXPECT_THAT(line, Not(HasSubstr("\033")));
    }
    EXPECT_THAT(shown.front(), HasSubstr("0 articles"));
  }
  EXPECT_THAT(lines(80).front(), HasSubstr("crawl-\u96ea-xxx"));
}

TEST(Progress, NoTerminalNoLine) {
  const TempDir dir;
  dir.write("a.html", "<html><body><p>The council met on Monday.</p></body></html>");
  const RunResult result =
      run({program("pressmark-index"), "--db", dir.str("db"), "-v", dir.str("a.html")});
  EXPECT_THAT(result.err, Not(HasSubstr("\r")));
  EXPECT_THAT(result.err, Not(HasSubstr("articles  "))) << "a line a minute, and not at the start";
}

}  // namespace
}  // namespace pressmark::test
