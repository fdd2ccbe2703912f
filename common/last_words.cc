#include "common/last_words.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <new>
#include <string>
#include <unistd.h>

#include <fmt/format.h>

#include "common/error.h"
#include "common/terminal_text.h"

namespace pressmark {
namespace {

/// Said from a signal's handler or without memory: made before, never freed.
const std::string* out_of_memory_line = nullptr;
const std::string* crash_line = nullptr;
std::string archive_path;

[[noreturn]] void end(const std::string& line, ExitCode code) {
  // Memory ends for all threads at once: the first one speaks, the others wait for the end.
  static std::atomic_flag said = ATOMIC_FLAG_INIT;
  while (said.test_and_set()) pause();
  // There is nobody to tell when even this cannot be written.
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  _exit(static_cast<int>(code));
}

/// Xapian wraps one error in another with the name of its class, which says nothing to people.
std::string without_class_names(std::string text) {
  constexpr std::string_view kEnd = "Error: ";
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (auto at = text.find(kEnd); at != std::string::npos; at = text.find(kEnd, at)) {
    const std::size_t end = at + kEnd.size();
    while (at > 0 && is_letter(text[at - 1])) --at;
    text.erase(at, end - at);
  }
  return text;
}

}  // namespace

void end_when_memory_ends(std::string_view program) {
  static const std::string line = fmt::format("{}: out of memory\n", program);
  out_of_memory_line = &line;
  std::set_new_handler([] { end(*out_of_memory_line, ExitCode::Output); });
}

void use_archive(std::string_view program, const std::filesystem::path& archive) {
  archive_path = archive.string();
  static const std::string line = fmt::format(
      "{0}: crashed while it used the archive {1}, which may be damaged; run: pressmark-index "
      "--db {1} --check\n",
      program, terminal_safe(archive_path));
  crash_line = &line;
  // A stack of its own, for the crash may be an overflow of the other.
  static char handlers_stack[std::size_t{64} << 10];
  stack_t stack = {};
  stack.ss_sp = handlers_stack;
  stack.ss_size = sizeof handlers_stack;
  sigaltstack(&stack, nullptr);
  struct sigaction action = {};
  action.sa_handler = [](int) { end(*crash_line, ExitCode::Database); };
  action.sa_flags = SA_ONSTACK;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) {
    struct sigaction present = {};
    const bool is_free = sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_DFL;
    if (is_free) sigaction(signal, &action, nullptr);
  }
}

std::string plain_message(const Xapian::Error& error) {
  // What Xapian says of it tells programmers what to do. Who asks again has done so by now.
  if (std::string_view(error.get_type()) == "DatabaseModifiedError")
    return "its tables are not of one time";
  std::string text = without_class_names(error.get_msg());
  if (const char* reason = error.get_error_string()) text += fmt::format(" ({})", reason);
  return text;
}

const std::string& archive_in_use() { return archive_path; }

}  // namespace pressmark
