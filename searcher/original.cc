#include "searcher/original.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "common/error.h"

namespace pressmark::searcher {
namespace {

constexpr const char* kReader = "pressmark-index";

/// The reader that was built or installed with this program; empty where this one's own path is not
/// known.
std::string reader_beside_us() {
  std::error_code unknown;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return unknown ? std::string() : (self.parent_path() / kReader).string();
}

}  // namespace

void give_original(const StoredArticle& article, OriginalForm form, const Surroundings& here) {
  if (form == OriginalForm::Bytes && here.output_is_terminal) {
    throw Error(ExitCode::Usage,
                "--raw gives the bytes of an article unchecked: redirect it to a file");
  }
  if (article.origin.empty() || article.digest.empty())
    throw Error(ExitCode::Database, "the archive does not say where " + article.id + " came from");
  std::vector<std::string> arguments = {kReader, "--original=" + article.origin,
                                        "--digest=" + article.digest};
  if (form == OriginalForm::Place) arguments.emplace_back("--json");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  if (const std::string beside = reader_beside_us(); !beside.empty())
    execv(beside.c_str(), argv.data());
  execvp(kReader, argv.data());
  throw Error(
      ExitCode::Database,
      std::string("--raw needs pressmark-index, which cannot be run: ") + std::strerror(errno));
}

}  // namespace pressmark::searcher
