#include "indexer/post_index.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

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

std::vector<std::string> environment_for(const fs::path& archive, const RunCounts& counts) {
  std::vector<std::string> all;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text(*variable);
    // One of ours from outside would stand beside the new one, and which of them counts is open.
    if (!text.starts_with("PRESSMARK_DB=") && !text.starts_with("PRESSMARK_ADDED=") &&
        !text.starts_with("PRESSMARK_UPDATED=") && !text.starts_with("PRESSMARK_FAILED=")) {
      all.emplace_back(text);
    }
  }
  all.push_back("PRESSMARK_DB=" + fs::absolute(archive).string());
  all.push_back(fmt::format("PRESSMARK_ADDED={}", counts.added));
  all.push_back(fmt::format("PRESSMARK_UPDATED={}", counts.updated));
  all.push_back(fmt::format("PRESSMARK_FAILED={}", counts.failed));
  return all;
}

std::string how_it_ended(int status) {
  return WIFSIGNALED(status) ? fmt::format("was ended by signal {}", WTERMSIG(status))
                             : fmt::format("ended with {}", WEXITSTATUS(status));
}

}  // namespace

fs::path post_index_hook() {
  const auto below = [](const char* variable, const char* path) -> fs::path {
    const char* value = std::getenv(variable);
    return value == nullptr || *value == '\0' ? fs::path() : fs::path(value) / path;
  };
  fs::path hook = below("XDG_CONFIG_HOME", "pressmark/hooks/post-index");
  return hook.empty() ? below("HOME", ".config/pressmark/hooks/post-index") : hook;
}

void run_post_index(const fs::path& hook, const fs::path& archive, const RunCounts& counts,
                    Log& log) {
  if (hook.empty() || access(hook.c_str(), F_OK) != 0) return;
  const NoInput input;
  std::vector<std::string> variables = environment_for(archive, counts);
  std::vector<char*> environment;
  for (std::string& variable : variables) environment.push_back(variable.data());
  environment.push_back(nullptr);
  std::string name = hook.string();
  char* arguments[] = {name.data(), nullptr};
  pid_t child = 0;
  const int error =
      posix_spawn(&child, name.c_str(), &input.actions, nullptr, arguments, environment.data());
  if (error != 0) {
    log.error(fmt::format("cannot run the hook {}: {} (chmod +x makes it executable)", name,
                          std::strerror(error)));
    return;
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (status != 0) log.error(fmt::format("the hook {} {}", name, how_it_ended(status)));
}

}  // namespace pressmark::indexer
