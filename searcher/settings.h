#pragma once

#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "common/config.h"

namespace pressmark::searcher {

/// The command line, and in front of it the settings that it does not give itself.
struct Configured {
  std::vector<std::string> arguments;
  std::vector<ConfigValue> settings;  // of --print-config: all that are set, and where
};

/// Adds what PRESSMARK_DB and the configuration files say to a command line that has been parsed as
/// `given`. Throws Error (ExitCode::Usage) with the place of a line that is no setting.
Configured configured(const std::vector<std::string>& arguments,
                      const boost::program_options::variables_map& given,
                      const boost::program_options::options_description& options);

}  // namespace pressmark::searcher
