#include "common/config.h"

#include <cstdlib>
#include <fstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <fmt/core.h>

#include "common/bounded_input.h"
#include "common/error.h"
#include "common/text.h"

namespace pressmark {
namespace {

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::size_t kMostValues = 10000;  // each is looked at before each argument

}  // namespace

std::vector<ConfigValue> parse_config(std::string_view text, const std::string& file) {
  std::vector<ConfigValue> values;
  std::size_t number = 0;
  for (const std::string_view whole : split(text, '\n')) {
    ++number;
    const std::string_view line = trim(whole);
    if (line.empty() || line.front() == '#') continue;
    const std::string place = fmt::format("{}:{}", file, number);
    const std::size_t equals = line.find('=');
    const std::string_view option = trim(line.substr(0, equals));
    if (equals == std::string_view::npos || option.empty()) {
      throw Error(ExitCode::Usage, fmt::format("{}: \"{}\" is no \"option = value\"", place, line));
    }
    if (values.size() == kMostValues)
      throw Error(ExitCode::Usage, fmt::format("{}: no more than {} settings", place, kMostValues));
    values.push_back({std::string(option), std::string(trim(line.substr(equals + 1))), place});
  }
  return values;
}

std::vector<std::filesystem::path> config_files() {
  std::vector<std::filesystem::path> files;
  const auto environment = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
  if (const std::string home = environment("XDG_CONFIG_HOME"); !home.empty()) {
    files.push_back(std::filesystem::path(home) / "pressmark" / "config");
  } else if (const std::string user = environment("HOME"); !user.empty()) {
    files.push_back(std::filesystem::path(user) / ".config" / "pressmark" / "config");
  }
  files.emplace_back("/etc/pressmark/config");
  return files;
}

std::filesystem::path project_file(const std::filesystem::path& archive) {
  std::error_code unknown;
  std::filesystem::path there = std::filesystem::weakly_canonical(archive, unknown);
  if (unknown) there = archive.lexically_normal();
  if (!there.has_filename()) there = there.parent_path();
  return there.parent_path() / ".pressmark.conf";
}

std::vector<ConfigValue> read_project_file(const std::filesystem::path& archive) {
  const std::filesystem::path file = project_file(archive);
  struct stat found = {};
  if (lstat(file.c_str(), &found) != 0) return {};
  struct stat owned = {};
  const bool of_archive = stat(archive.c_str(), &owned) == 0 && owned.st_uid == found.st_uid;
  if (!of_archive && found.st_uid != geteuid() && found.st_uid != 0) return {};
  // A link may lead to a pipe, or to what is nobody else's business.
  if (!S_ISREG(found.st_mode) || found.st_size > static_cast<off_t>(kMostBytes))
    throw Error(ExitCode::Usage, fmt::format("{} is no file of settings", file.string()));
  return read_config(file);
}

std::vector<ConfigValue> read_config(const std::filesystem::path& file) {
  std::error_code missing;
  if (!std::filesystem::exists(file, missing)) return {};
  std::ifstream in(file);  // through links too: people keep their settings elsewhere
  const auto text = read_at_most(in, kMostBytes);
  if (!text) throw Error(ExitCode::Usage, fmt::format("{} is no file of settings", file.string()));
  if (!in.eof()) throw Error(ExitCode::Usage, fmt::format("cannot read {}", file.string()));
  return parse_config(*text, file.string());
}

}  // namespace pressmark
