#include "tests/support/sample_archive.h"

#include <cstdlib>
#include <map>
#include <sstream>
#include <stdexcept>

#include "tests/support/temp_dir.h"

namespace pressmark::test {

const std::string& sample_archive(std::string_view folders) {
  static TempDir directory;
  static std::map<std::string, std::string, std::less<>> made;
  const auto known = made.find(folders);
  if (known != made.end()) return known->second;
  const std::string archive = directory.str("archive-" + std::to_string(made.size()));
  // From the root of the sources, so that paths and the ids made of them are those that users get.
  std::string script = "cd '" PRESSMARK_SOURCE_DIR "' && exec \"$0\" --db \"$1\" --quiet";
  std::istringstream names{std::string(folders)};
  for (std::string name; names >> name;) script += " corpus/" + name;
  const RunResult result = run({"/bin/sh", "-c", script, program("pressmark-index"), archive});
  // 1: some input is damaged, as corpus/broken is meant to be.
  if (result.exit_code > 1) throw std::runtime_error("indexing the corpus: " + result.err);
  return made.emplace(folders, archive).first->second;
}

RunResult search(const std::string& archive, const std::vector<std::string>& arguments,
                 std::string_view input) {
  static const TempDir home;
  setenv("XDG_STATE_HOME", home.str().c_str(), 1);
  setenv("XDG_CONFIG_HOME", home.str().c_str(), 1);
  for (const char* name : {"NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES",
                           "LANG", "PRESSMARK_DB"}) {
    unsetenv(name);
  }
  std::vector<std::string> command = {program("pressmark-search"), "--db", archive};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run(command, input);
}

}  // namespace pressmark::test
