#include "common/log.h"

#include <cstdio>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "common/terminal_text.h"
#include "common/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t kProgressWidth = 79;  // a longer line would wrap and stay on the screen

void write_line(std::string_view line) { std::fwrite(line.data(), 1, line.size(), stderr); }

}  // namespace

Log::Log(std::string program, Verbosity verbosity)
    : program_(std::move(program)),
      verbosity_(verbosity),
      shows_progress_(verbosity != Verbosity::Quiet && isatty(STDERR_FILENO) == 1) {}

Log::~Log() { clear_progress(); }

void Log::error(std::string_view message) {
  clear_progress();
  write_line(fmt::format("{}: {}\n", program_, terminal_safe(message)));
}

void Log::note(std::string_view message) {
  if (verbosity_ == Verbosity::Quiet) return;
  clear_progress();
  write_line(terminal_safe(message) + "\n");
}

void Log::detail(std::string_view message) {
  if (verbosity_ == Verbosity::Verbose) note(message);
}

void Log::progress(std::string_view message) {
  if (!shows_progress_) return;
  const std::string safe = terminal_safe(message);
  write_line("\r\033[K" + std::string(utf8_prefix(safe, kProgressWidth)));
  progress_on_screen_ = true;
}

void Log::clear_progress() {
  if (std::exchange(progress_on_screen_, false)) write_line("\r\033[K");
}

}  // namespace pressmark
