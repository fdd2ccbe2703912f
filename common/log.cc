#include "common/log.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

#include <fmt/core.h>

#include "common/date.h"
#include "common/display_width.h"
#include "common/error.h"
#include "common/terminal_text.h"

namespace pressmark {
namespace {

/// Columns for a line that is overwritten: a full one would wrap and stay on the screen.
std::size_t progress_columns() {
  winsize size = {};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return (known ? std::size_t{size.ws_col} : 80) - 1;
}

std::string fatal_file;  // empty: none

Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

constexpr std::size_t kTimeBytes = 20;  // "2022-08-14T02:30:00Z"

/// What to_string makes of an instant, without memory of its own.
std::array<char, kTimeBytes> digits_of(Instant time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const auto seconds = static_cast<unsigned>((time - day).count());
  std::array<char, kTimeBytes> text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0',
                                       'T', '0', '0', ':', '0', '0', ':', '0', '0', 'Z'};
  const auto put = [&text](std::size_t end, unsigned number) {
    for (; number > 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
  };
  put(4, static_cast<unsigned>(static_cast<int>(date.year())));
  put(7, static_cast<unsigned>(date.month()));
  put(10, static_cast<unsigned>(date.day()));
  put(13, seconds / 3600);
  put(16, seconds / 60 % 60);
  put(19, seconds % 60);
  return text;
}

void write_line(std::string_view line) { std::fwrite(line.data(), 1, line.size(), stderr); }

}  // namespace

Log::Log(std::string program, Verbosity verbosity, const std::string& file)
    : program_(std::move(program)),
      verbosity_(verbosity),
      path_(file),
      shows_progress_(verbosity != Verbosity::Quiet && isatty(STDERR_FILENO) == 1) {
  if (file.empty()) return;
  file_.reset(std::fopen(file.c_str(), "ae"));
  if (!file_) {
    throw Error(ExitCode::Output,
                fmt::format("cannot write the log file {}: {}", file, std::strerror(errno)));
  }
}

Log::~Log() { clear_progress(); }

void Log::error(std::string_view message) {
  clear_progress();
  const std::string line = fmt::format("{}: {}\n", program_, message_text(message));
  write_line(line);
  record(line);
}

void Log::note(std::string_view message) {
  const std::string line = message_text(message) + "\n";
  record(line);
  if (verbosity_ == Verbosity::Quiet) return;
  clear_progress();
  write_line(line);
}

void Log::detail(std::string_view message) {
  if (verbosity_ == Verbosity::Verbose) note(message);
}

void Log::progress(std::string_view name, std::string_view figures) {
  if (!shows_progress_) return;
  constexpr std::string_view kGap = "  ";
  const std::size_t columns = progress_columns();
  std::string line = fit(terminal_safe(figures), columns);
  const std::size_t taken = display_width(line) + kGap.size();
  if (const std::string shown = fit(terminal_safe(name), columns - std::min(columns, taken));
      !shown.empty()) {
    line = shown + std::string(kGap) + line;
  }
  write_line("\r\033[K" + line);
  progress_on_screen_ = true;
}

void Log::record(std::string_view line) {
  if (!file_) return;
  const std::string entry = fmt::format("{} {}", to_string(now()), line);
  // Written out at once: a run that is killed leaves what it said.
  if (std::fwrite(entry.data(), 1, entry.size(), file_.get()) == entry.size() &&
      std::fflush(file_.get()) == 0)
    return;
  const int reason = errno;
  file_.reset();
  error(fmt::format("cannot write the log file {}: {}; nothing more is written to it", path_,
                    std::strerror(reason)));
}

void Log::clear_progress() {
  if (std::exchange(progress_on_screen_, false)) write_line("\r\033[K");
}

void keep_fatal_messages(const std::string& file) { fatal_file = file; }

void keep_fatal_message(std::string_view line) {
  if (fatal_file.empty()) return;
  const int file = open(fatal_file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return;
  const std::array<char, kTimeBytes> time = digits_of(now());
  for (const std::string_view part :
       {std::string_view(time.data(), time.size()), std::string_view(" "), line}) {
    [[maybe_unused]] const ssize_t written = write(file, part.data(), part.size());
  }
  close(file);
}

}  // namespace pressmark
