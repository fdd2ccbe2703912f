#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

#include "common/config.h"
#include "common/error.h"

namespace pressmark {

/// Version of both programs.
std::string_view program_version();

/// Runs the body of a program: every exception becomes one plain line "NAME: ..." on standard error
/// and an exit code, and standard output is closed with care (ExitCode::Output when it could not be
/// written; silently when the reader of a pipe has gone). `arguments` are those behind the
/// program's name.
int run_program(std::string_view name, int argc, char** argv,
                const std::function<ExitCode(const std::vector<std::string>& arguments)>& body);

/// Writes to standard output. Throws Error (ExitCode::Output).
void write_output(std::string_view text);

/// --help, --version and --db, which both programs have.
boost::program_options::options_description common_options();

/// Which arguments that begin with '-' are words and no options: "-russia", "-country:us".
using IsWord = std::function<bool(std::string_view argument)>;

/// Parses a command line. Options may stand anywhere; there are no guessed abbreviations; "--" ends
/// the options. What is no option is collected under `positional`, in order (an option of that name
/// must be among `options`). Throws Error (ExitCode::Usage): unknown option with a suggestion,
/// missing or wrong value, one option with two values where it takes one. Of a setting that is
/// given twice the last counts.
boost::program_options::variables_map parse_command_line(
    const std::vector<std::string>& arguments,
    const boost::program_options::options_description& options, const char* positional,
    const IsWord& is_word = {});

/// The one archive that the settings of a command line name, else $XDG_DATA_HOME/pressmark, else
/// ~/.local/share/pressmark. Throws Error (ExitCode::Usage) when none of them is set, or the
/// settings name several.
std::filesystem::path archive_path(const std::vector<ConfigValue>& settings);

/// The archive where neither an option nor a configuration file names one: $PRESSMARK_DB,
/// $XDG_DATA_HOME/pressmark, ~/.local/share/pressmark; nothing when none is set.
std::optional<std::string> default_archive();

/// "pressmark-index 0.1.0" and the versions of the libraries and of the schema, a line each.
std::string version_text(std::string_view name);

/// The candidate that was probably meant: the nearest by edits, not further than a third of the
/// word; none otherwise.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace pressmark
