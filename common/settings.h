#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

#include "common/config.h"

namespace pressmark {

enum class Program { Index, Search };

/// Whether an option of the program may stand in a configuration file, which both read: it says how
/// something is done. Others say what to do now, or name a file that would be written.
bool is_setting(std::string_view option, Program program);

/// Whether it sets how something is done and names no file, also where no configuration file may
/// have it: of one that is given twice the last counts.
bool is_adjustment(std::string_view option);

/// The command line, and in front of it the settings that it does not give itself.
struct Configured {
  std::vector<std::string> arguments;
  std::vector<ConfigValue> settings;  // of --print-config: all that are set, and where
};

/// Adds what PRESSMARK_DB and the configuration files say, those beside the archives before the
/// others and in the archives' order, to a command line that has been parsed as `given`. Of a
/// program that takes one --db archives stand among the settings alone. Throws Error
/// (ExitCode::Usage) with the place of a line that is no setting.
Configured configured(Program program, const std::vector<std::string>& arguments,
                      const boost::program_options::variables_map& given,
                      const boost::program_options::options_description& options);

/// An option as it was given: "--limit", or "/home/ann/.config/pressmark/config:3: limit" where a
/// file says it. For messages about its value.
std::string option_as_given(const std::vector<ConfigValue>& settings, std::string_view option);

/// A line for each: what, and where from. May hold any bytes of a file.
std::string settings_text(const std::vector<ConfigValue>& settings);

}  // namespace pressmark
