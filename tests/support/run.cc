#include "tests/support/run.h"

#include <fcntl.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temp_dir.h"

namespace pressmark::test {
namespace {

void redirect(const std::string& path, int flags, int target) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0) _exit(126);
  dup2(file, target);
  close(file);
}

}  // namespace

std::string program(std::string_view name) {
  return std::string(PRESSMARK_BIN_DIR) + "/" + std::string(name);
}

RunResult run(const std::vector<std::string>& argv, std::string_view input) {
  const TempDir scratch;
  const std::string in = scratch.write("in", input);
  const std::string out = scratch.write("out", "");
  const std::string err = scratch.write("err", "");
  std::vector<char*> pointers;
  for (const std::string& argument : argv) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    redirect(in, O_RDONLY, 0);
    redirect(out, O_WRONLY, 1);
    redirect(err, O_WRONLY, 2);
    execv(pointers[0], pointers.data());
    _exit(127);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child)
    throw std::runtime_error("cannot wait for " + argv.front());
  return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), read_file(out),
          read_file(err)};
}

}  // namespace pressmark::test
