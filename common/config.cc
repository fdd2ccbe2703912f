#include "common/config.h"

#include <cstdlib>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include "common/error.h"
#include "common/text.h"

namespace pressmark {

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

std::vector<ConfigValue> read_config(const std::filesystem::path& file) {
  std::error_code missing;
  if (!std::filesystem::exists(file, missing)) return {};
  std::ifstream in(file);  // through links too: people keep their settings elsewhere
  std::string text;
  // Not through rdbuf(): what fails there, as with a directory, looks like an empty file.
  for (char part[4096]; in.read(part, sizeof part) || in.gcount() > 0;)
    text.append(part, static_cast<std::size_t>(in.gcount()));
  if (!in.eof()) throw Error(ExitCode::Usage, fmt::format("cannot read {}", file.string()));
  return parse_config(text, file.string());
}

}  // namespace pressmark
