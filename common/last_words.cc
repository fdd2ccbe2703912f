#include "common/last_words.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "common/checked_reads.h"
#include "common/file.h"
#include "common/log.h"
#include "common/terminal_text.h"

namespace pressmark {
namespace {

/// Said from a signal's handler or without memory: made before, never freed.
const std::string* out_of_memory_line = nullptr;
const std::string* crash_line = nullptr;
std::string program_name;
std::string archive_path;  // the first
std::vector<std::string> archive_paths;
Tidy tidy_archive = nullptr;
std::atomic_flag last_words_are_spoken = ATOMIC_FLAG_INIT;

/// Memory and disks end for all threads at once: the first one speaks, the others wait for the end.
void take_the_last_words() {
  while (last_words_are_spoken.test_and_set()) pause();
}

[[noreturn]] void say_and_end(const std::string& line, ExitCode code) {
  // There is nobody to tell when even this cannot be written.
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  keep_fatal_message(line);
  _exit(static_cast<int>(code));
}

[[noreturn]] void end(const std::string& line, ExitCode code) {
  take_the_last_words();
  say_and_end(line, code);
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

/// The archive whose name, or a file of it, a message holds; empty: it holds none.
std::string archive_in(std::string_view message) {
  std::string longest;
  for (const std::string& path : archive_paths) {
    if (path.size() > longest.size() && message.find(path) != std::string_view::npos)
      longest = path;
  }
  return longest;
}

/// The message, which names the archive.
std::string with_archive(std::string message) {
  if (archive_paths.empty() || !archive_in(message).empty()) return message;
  if (archive_paths.size() == 1)
    return fmt::format("the archive {} cannot be used: {}", archive_path, message);
  return fmt::format("one of the archives {} cannot be used: {}", fmt::join(archive_paths, ", "),
                     message);
}

/// Why the system does not let us at an archive that may be sound.
constexpr std::array kRefusals = {EACCES, EPERM, EMFILE, ENFILE};

Error cannot_write(const std::string& why) {
  return {ExitCode::Output, fmt::format("cannot write the archive {}: {}; what was published "
                                        "before is kept: run it again when there is room",
                                        archive_path, why)};
}

/// What std::terminate was called for, when that was an error of Xapian's. One that leaves a
/// destructor while another is on its way is nobody's current exception: then errno tells of a
/// disk.
std::optional<Error> error_in_flight() {
  const int number = errno;
  if (const auto exception = std::current_exception()) {
    try {
      std::rethrow_exception(exception);
    } catch (const Xapian::Error& error) {
      return as_error(error);
    } catch (...) {
      return std::nullopt;
    }
  }
  if (std::uncaught_exceptions() == 0 || std::ranges::count(kDiskTroubles, number) == 0)
    return std::nullopt;
  return cannot_write(std::strerror(number));
}

/// Destructors of Xapian's write what is left of a table (ValueUpdater of 1.4.22 does within
/// commit()): what fails there can be caught by nobody.
[[noreturn]] void end_with_error_in_flight() {
  const std::optional<Error> error = error_in_flight();
  if (!error) std::abort();
  take_the_last_words();
  if (tidy_archive != nullptr) tidy_archive(archive_path);
  say_and_end(fmt::format("{}: {}\n", program_name, message_text(error->what())), error->code());
}

}  // namespace

void end_when_memory_ends(std::string_view program) {
  static const std::string line = fmt::format("{}: out of memory\n", program);
  out_of_memory_line = &line;
  std::set_new_handler([] { end(*out_of_memory_line, ExitCode::Output); });
}

void leave_the_last_words() {
  while (last_words_are_spoken.test()) pause();
}

void use_archive(std::string_view program, const std::filesystem::path& archive, Tidy tidy) {
  archive_paths.push_back(archive.string());
  if (archive_paths.size() > 1) return;
  program_name = program;
  archive_path = archive.string();
  tidy_archive = tidy;
  std::set_terminate(end_with_error_in_flight);
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
  const char* const reason = error.get_error_string();
  const bool is_noticed = reason != nullptr && std::string_view(reason) == std::strerror(EBADMSG);
  if (is_noticed && !CheckedReads::last_damage().empty()) return CheckedReads::last_damage();
  std::string text = without_class_names(error.get_msg());
  if (reason != nullptr) text += fmt::format(" ({})", reason);
  return text;
}

std::string with_way_back(std::string message) {
  std::string archive = archive_paths.size() == 1 ? archive_path : archive_in(message);
  if (archive.empty()) archive = "DIR";
  return fmt::format(
      "{}; restore a copy, or build it again: pressmark-index --db {} --rebuild FILES",
      with_archive(std::move(message)), archive);
}

std::optional<Error> refusal(const Xapian::Error& error) {
  const std::string text = plain_message(error);
  for (const int number : kRefusals) {
    if (text.find(std::strerror(number)) == std::string::npos) continue;
    const bool limit = number == EMFILE;
    return Error(ExitCode::Database,
                 with_archive(text) + (limit ? "; raise the limit on open files (ulimit -n)" : ""));
  }
  return std::nullopt;
}

Error as_error(const Xapian::Error& error) {
  const std::string text = plain_message(error);
  for (const int number : kDiskTroubles) {
    if (text.find(std::strerror(number)) == std::string::npos) continue;
    return cannot_write(text);
  }
  if (auto refused = refusal(error)) return *std::move(refused);
  return {ExitCode::Database, with_way_back(text)};
}

const std::string& archive_in_use() { return archive_path; }

}  // namespace pressmark
