#include "searcher/settings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "common/archive_list.h"
#include "common/error.h"
#include "common/text.h"
#include "searcher/option_table.h"

namespace pressmark::searcher {
namespace {

namespace po = boost::program_options;

/// An option of a configuration file as the command line would have it.
std::string as_argument(const ConfigValue& line, const po::options_description& options) {
  const po::option_description* known = options.find_nothrow(line.option, false);
  if (known == nullptr || !is_setting(line.option)) {
    throw Error(ExitCode::Usage, fmt::format("{}: \"{}\" is no setting", line.place, line.option));
  }
  if (known->semantic()->max_tokens() > 0) return fmt::format("--{}={}", line.option, line.value);
  for (const std::string_view yes : {"true", "yes", "on", "1"}) {
    if (equals_ascii_nocase(line.value, yes)) return "--" + line.option;
  }
  for (const std::string_view no : {"false", "no", "off", "0"}) {
    if (equals_ascii_nocase(line.value, no)) return {};
  }
  throw Error(ExitCode::Usage, fmt::format("{}: {} is true or false", line.place, line.option));
}

/// Settings that say the same thing in other words: one of them on a more important place is all.
constexpr std::array<std::string_view, 3> kFormatOptions = {"json", "format", "html"};

void note_named(std::vector<std::string>& named, const std::string& option) {
  if (std::ranges::count(kFormatOptions, option) == 0) {
    named.push_back(option);
  } else {
    named.insert(named.end(), kFormatOptions.begin(), kFormatOptions.end());
  }
}

}  // namespace

Configured configured(const std::vector<std::string>& arguments, const po::variables_map& given,
                      const po::options_description& options) {
  Configured all;
  std::vector<std::string> named;  // by a more important place
  for (const auto& option : options.options()) {
    const std::string& name = option->long_name();
    if (given.count(name) == 0) continue;
    note_named(named, name);
    if (!is_setting(name)) continue;
    const boost::any& value = given[name].value();
    const auto* text = boost::any_cast<std::string>(&value);
    const auto* list = boost::any_cast<std::vector<std::string>>(&value);
    for (const std::string& each : list != nullptr ? *list : std::vector<std::string>{}) {
      all.settings.push_back({name, each, "command line"});
    }
    if (list == nullptr)
      all.settings.push_back(
          {name, text != nullptr && !text->empty() ? *text : "true", "command line"});
  }
  const char* archive = std::getenv("PRESSMARK_DB");
  if (archive != nullptr && *archive != 0 && given.count("db") == 0) {
    named.emplace_back("db");
    for (const std::string& each : archive_list(archive)) {
      all.settings.push_back({"db", each, "PRESSMARK_DB"});
      all.arguments.push_back("--db=" + each);
    }
  }
  if (given.count("no-config") == 0) {
    for (const auto& file : config_files()) {
      const std::vector<ConfigValue> lines = read_config(file);
      for (const ConfigValue& line : lines) {
        const std::string argument = as_argument(line, options);
        if (std::ranges::count(named, line.option) > 0) continue;
        if (!argument.empty()) all.arguments.push_back(argument);
        all.settings.push_back(line);
      }
      for (const ConfigValue& line : lines) {
        if (as_argument(line, options).empty()) {
          named.push_back(line.option);  // "json = no" names no format
        } else {
          note_named(named, line.option);
        }
      }
    }
  }
  all.arguments.insert(all.arguments.end(), arguments.begin(), arguments.end());
  return all;
}

}  // namespace pressmark::searcher
