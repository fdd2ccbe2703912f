#include "indexer/hooks.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <fmt/core.h>

#include "common/error.h"

namespace pressmark::indexer {
namespace {

namespace fs = std::filesystem;

/// Standard input is empty: a hook that reads it does not wait for a person.
struct NoInput {
  posix_spawn_file_actions_t actions;
  NoInput() {
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  }
  ~NoInput() { posix_spawn_file_actions_destroy(&actions); }
  NoInput(const NoInput&) = delete;
  NoInput& operator=(const NoInput&) = delete;
};

/// The environment, with these in the place of variables of the same names.
std::vector<std::string> environment_with(const std::vector<std::string>& ours) {
  std::vector<std::string> all = ours;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text(*variable);
    const std::string_view name = text.substr(0, text.find('=') + 1);
    if (std::ranges::none_of(ours, [&](const std::string& one) { return one.starts_with(name); })) {
      all.emplace_back(text);
    }
  }
  return all;
}

std::string archive_variable(const fs::path& archive) {
  return "PRESSMARK_DB=" + fs::absolute(archive).string();
}

/// Empty when neither variable is set.
fs::path hook_named(const char* name) {
  const auto below = [](const char* variable, const char* path) -> fs::path {
    const char* value = std::getenv(variable);
    return value == nullptr || *value == '\0' ? fs::path() : fs::path(value) / path;
  };
  fs::path hooks = below("XDG_CONFIG_HOME", "pressmark/hooks");
  if (hooks.empty()) hooks = below("HOME", ".config/pressmark/hooks");
  return hooks.empty() ? hooks : hooks / name;
}

std::string how_it_ended(int status) {
  return WIFSIGNALED(status) ? fmt::format("was ended by signal {}", WTERMSIG(status))
                             : fmt::format("ended with {}", WEXITSTATUS(status));
}

/// Runs the hook, if it is there, until its end; says what went wrong, if anything.
std::optional<std::string> run_hook(const fs::path& hook, const std::vector<std::string>& told) {
  if (hook.empty() || access(hook.c_str(), F_OK) != 0) return std::nullopt;
  const NoInput input;
  std::vector<std::string> variables = environment_with(told);
  std::vector<char*> environment;
  for (std::string& variable : variables) environment.push_back(variable.data());
  environment.push_back(nullptr);
  std::string name = hook.string();
  char* arguments[] = {name.data(), nullptr};
  pid_t child = 0;
  const int error =
      posix_spawn(&child, name.c_str(), &input.actions, nullptr, arguments, environment.data());
  if (error != 0) {
    return fmt::format("cannot run the hook {}: {} (chmod +x makes it executable)", name,
                       std::strerror(error));
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (status != 0) return fmt::format("the hook {} {}", name, how_it_ended(status));
  return std::nullopt;
}

}  // namespace

void run_pre_index(const fs::path& archive) {
  if (const auto failure = run_hook(hook_named("pre-index"), {archive_variable(archive)})) {
    throw Error(ExitCode::Usage, *failure + "; nothing was indexed");
  }
}

void run_post_index(const fs::path& archive, const RunCounts& counts, Log& log) {
  const auto failure =
      run_hook(hook_named("post-index"),
               {archive_variable(archive), fmt::format("PRESSMARK_ADDED={}", counts.added),
                fmt::format("PRESSMARK_UPDATED={}", counts.updated),
                fmt::format("PRESSMARK_FAILED={}", counts.failed)});
  if (failure) log.error(*failure);
}

}  // namespace pressmark::indexer
