#include "searcher/output/terminal.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "common/program.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kPipeBytes = 1 << 20;  // more than a pipe takes when nobody reads it

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string user_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(name);
    if (value.empty()) continue;
    const std::string locale = value.substr(0, value.find_first_of(".@"));
    return locale == "C" || locale == "POSIX" ? "en" : locale;
  }
  return "en";
}

std::string pager_command() {
  for (const char* name : {"PRESSMARK_PAGER", "PAGER"}) {
    if (std::getenv(name) != nullptr) return environment(name);  // set and empty: no pager
  }
  return "less -FIRX";
}

}  // namespace

Surroundings look_around() {
  Surroundings here;
  here.output_is_terminal = isatty(STDOUT_FILENO) == 1;
  winsize size = {};
  if (here.output_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    if (size.ws_col > 0) here.columns = std::clamp<std::size_t>(size.ws_col, 40, 400);
    if (size.ws_row > 0) here.rows = size.ws_row;
  }
  here.locale = user_locale();
  here.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  here.pager = pager_command();
  here.no_colour = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  const auto forced = [](const std::string& value) { return !value.empty() && value != "0"; };
  here.force_colour = forced(environment("CLICOLOR_FORCE")) || forced(environment("FORCE_COLOR"));
  return here;
}

Screen::Screen(const Surroundings& surroundings, Pager pager)
    : surroundings_(surroundings),
      paging_(pager == Pager::WhenLong && surroundings.output_is_terminal &&
              !surroundings.pager.empty() && surroundings.pager != "cat") {}

Screen::~Screen() {
  if (pipe_ >= 0) end_pager();
}

void Screen::write(std::string_view text) {
  if (pipe_ >= 0 || !paging_) {
    write_through(text);
    return;
  }
  held_ += text;
  lines_ += static_cast<std::size_t>(std::ranges::count(text, '\n'));
  if (lines_ + 1 < surroundings_.rows) return;
  start_pager();
  write_through(std::exchange(held_, {}));
}

void Screen::finish() {
  if (!held_.empty()) write_through(std::exchange(held_, {}));
  if (pipe_ >= 0 && end_pager() == End::NeverRan) write_output(sent_);
}

Screen::End Screen::end_pager() noexcept {
  close(std::exchange(pipe_, -1));
  int status = 0;
  while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGINT, interrupt_);
  // 127: there is no such program; 126: there is, and it cannot be run.
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  return code == 127 || code == 126 ? End::NeverRan : End::Left;
}

void Screen::start_pager() {
  paging_ = false;
  int ends[2];
  if (std::fflush(stdout) != 0 || pipe2(ends, O_CLOEXEC) != 0) return;
  child_ = fork();
  if (child_ == 0) {
    dup2(ends[0], STDIN_FILENO);
    execl("/bin/sh", "sh", "-c", surroundings_.pager.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  close(ends[0]);
  if (child_ < 0) {
    close(ends[1]);
    return;
  }
  std::signal(SIGPIPE, SIG_IGN);  // the user leaves the pager before the end
  interrupt_ = std::signal(SIGINT, SIG_IGN);
  pipe_ = ends[1];
}

void Screen::write_through(std::string_view text) {
  while (pipe_ >= 0 && !text.empty()) {
    const ssize_t written = ::write(pipe_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      left_ = end_pager() == End::Left;
      if (!left_) write_output(sent_);
      break;
    }
    if (sent_.size() < kPipeBytes) sent_ += text.substr(0, static_cast<std::size_t>(written));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (pipe_ < 0 && !left_) write_output(text);
}

}  // namespace pressmark::searcher
