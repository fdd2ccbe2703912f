#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

/// One line of a configuration file.
struct ConfigValue {
  std::string option;  // the long name of an option, without dashes
  std::string value;
  std::string place;  // "/home/ann/.config/pressmark/config:3"
  friend bool operator==(const ConfigValue&, const ConfigValue&) = default;
};

/// The lines "option = value" of a text; # begins a comment, empty lines mean nothing.
///
/// @param file  its name, for the places
/// Throws Error (ExitCode::Usage) with the place of a line that is neither.
std::vector<ConfigValue> parse_config(std::string_view text, const std::string& file);

/// The configuration files of this user, most important first: $XDG_CONFIG_HOME/pressmark/config
/// (else ~/.config/...), then /etc/pressmark/config. They need not exist.
std::vector<std::filesystem::path> config_files();

/// Where an archive's own settings are: .pressmark.conf in the directory that the archive lies in.
std::filesystem::path project_file(const std::filesystem::path& archive);

/// The lines of project_file(); none when there is none, or when it belongs neither to the user nor
/// to the owner of the archive nor to root: anybody may have put it into a common directory. Throws
/// Error (ExitCode::Usage) when it is no plain file, or cannot be read or understood.
std::vector<ConfigValue> read_project_file(const std::filesystem::path& archive);

/// The lines of a file; none when there is no such file. Throws Error (ExitCode::Usage) when it
/// cannot be read or understood.
std::vector<ConfigValue> read_config(const std::filesystem::path& file);

}  // namespace pressmark
