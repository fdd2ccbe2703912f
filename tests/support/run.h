#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::test {

struct RunResult {
  int exit_code = 0;  // 128 + signal when a signal ended it
  std::string out;
  std::string err;
};

/// Path of a program of ours ("pressmark-index") in the build tree.
std::string program(std::string_view name);

/// Runs a command (argv[0] is a path) to its end with the given standard input, without a shell.
RunResult run(const std::vector<std::string>& argv, std::string_view input = {});

}  // namespace pressmark::test
