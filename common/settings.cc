#include "common/settings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include <fmt/core.h>

#include "common/archive_list.h"
#include "common/display_width.h"
#include "common/error.h"
#include "common/program.h"
#include "common/terminal_text.h"
#include "common/text.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr std::array<std::string_view, 19> kSearchSettings = {
    "db",    "partial",    "timeout",     "tz",       "limit",       "sort", "half-life",
    "match", "facet-mode", "facet-limit", "format",   "no-collapse", "long", "kwic",
    "json",  "color",      "hyperlinks",  "no-pager", "quiet"};

constexpr std::array<std::string_view, 9> kIndexSettings = {"db",           "jobs",    "memory",
                                                            "lock-timeout", "include", "exclude",
                                                            "keep-all",     "sources", "entities"};

/// Their values are paths, looked for from the folder of the configuration file.
constexpr std::array<std::string_view, 3> kPathSettings = {"db", "sources", "entities"};

/// What a list or table looks like, and stands in no configuration file: a setting of its own call.
constexpr std::array<std::string_view, 5> kListSettings = {"offset", "timeline", "version-number",
                                                           "pivot", "pairs"};

/// Settings that say the same thing in other words: one of them on a more important place is all.
constexpr std::array<std::string_view, 3> kFormatOptions = {"json", "format", "html"};

constexpr std::size_t kPlaceColumn = 40;  // of settings_text()

/// The places of settings that stand in no file.
constexpr std::string_view kCommandLine = "command line", kEnvironment = "PRESSMARK_DB";

bool is_any_setting(std::string_view option) {
  return is_setting(option, Program::Search) || is_setting(option, Program::Index);
}

/// An option of a configuration file as the command line would have it; nothing where a switch is
/// off.
std::optional<std::string> as_argument(const ConfigValue& line,
                                       const po::options_description& options) {
  const po::option_description& known = options.find(line.option, false);
  if (known.semantic()->max_tokens() > 0 && line.value.empty())
    throw Error(ExitCode::Usage, fmt::format("{}: {} needs a value", line.place, line.option));
  if (known.semantic()->max_tokens() > 0) return fmt::format("--{}={}", line.option, line.value);
  for (const std::string_view yes : {"true", "yes", "on", "1"}) {
    if (equals_ascii_nocase(line.value, yes)) return "--" + line.option;
  }
  for (const std::string_view no : {"false", "no", "off", "0"}) {
    if (equals_ascii_nocase(line.value, no)) return std::nullopt;
  }
  throw Error(ExitCode::Usage, fmt::format("{}: {} is true or false", line.place, line.option));
}

/// A path of a configuration file, which says the same wherever a program is started. No shell has
/// seen it.
std::string path_of(const ConfigValue& line, const fs::path& file) {
  constexpr std::string_view kHome = "~/";
  if (line.value.empty() || line.value.starts_with("tcp://")) return line.value;
  if (!line.value.starts_with(kHome)) return (file.parent_path() / line.value).string();
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == 0)
    throw Error(ExitCode::Usage, fmt::format("{}: ~/ needs HOME, which is not set", line.place));
  return (fs::path(home) / line.value.substr(kHome.size())).string();
}

void note_named(std::vector<std::string>& named, const std::string& option) {
  if (std::ranges::count(kFormatOptions, option) == 0) {
    named.push_back(option);
  } else {
    named.insert(named.end(), kFormatOptions.begin(), kFormatOptions.end());
  }
}

/// The settings of a file for this program; what is one of the other's is passed over.
std::vector<ConfigValue> settings_of(Program program, std::vector<ConfigValue> lines,
                                     const fs::path& file) {
  for (ConfigValue& line : lines) {
    if (!is_any_setting(line.option)) {
      throw Error(ExitCode::Usage,
                  fmt::format("{}: \"{}\" is no setting", line.place, line.option));
    }
    if (std::ranges::count(kPathSettings, line.option) > 0) line.value = path_of(line, file);
  }
  std::erase_if(lines, [&](const ConfigValue& line) { return !is_setting(line.option, program); });
  return lines;
}

/// The settings beside the archive. Another than the user may have written them: they say nothing
/// of where to search.
std::vector<ConfigValue> beside(const fs::path& archive, const fs::path& file, Program program) {
  std::vector<ConfigValue> lines = settings_of(program, read_project_file(archive), file);
  for (const ConfigValue& line : lines) {
    if (line.option != "db") continue;
    throw Error(ExitCode::Usage,
                fmt::format("{}: \"db\" cannot be set beside an archive", line.place));
  }
  return lines;
}

class Settings {
 public:
  Settings(Program program, const po::variables_map& given, const po::options_description& options)
      : program_(program),
        options_(options),
        archives_are_arguments_(options.find("db", false).semantic()->is_composing()) {
    typed(given);
    environment(given);
    if (given.count("no-config") == 0) files();
  }

  Configured take() { return std::move(all_); }

 private:
  void typed(const po::variables_map& given) {
    for (const auto& option : options_.options()) {
      const std::string& name = option->long_name();
      if (given.count(name) == 0) continue;
      note_named(named_, name);
      if (!is_setting(name, program_)) continue;
      const boost::any& value = given[name].value();
      const auto* text = boost::any_cast<std::string>(&value);
      const auto* list = boost::any_cast<std::vector<std::string>>(&value);
      for (const std::string& each : list != nullptr ? *list : std::vector<std::string>{}) {
        all_.settings.push_back({name, each, std::string(kCommandLine)});
      }
      if (list != nullptr) continue;
      const bool is_switch = option->semantic()->max_tokens() == 0;
      all_.settings.push_back(
          {name, text != nullptr && !is_switch ? *text : "true", std::string(kCommandLine)});
    }
  }

  void environment(const po::variables_map& given) {
    const char* archive = std::getenv("PRESSMARK_DB");
    if (archive == nullptr || *archive == 0 || given.count("db") != 0) return;
    named_.emplace_back("db");
    for (const std::string& each : archive_list(archive)) {
      all_.settings.push_back({"db", each, std::string(kEnvironment)});
      if (archives_are_arguments_) all_.arguments.push_back("--db=" + each);
    }
  }

  void files() {
    std::vector<std::vector<ConfigValue>> files;
    for (const fs::path& file : config_files())
      files.push_back(settings_of(program_, read_config(file), file));
    std::vector<fs::path> read;
    for (const fs::path& archive : archives_here(files)) {
      const fs::path file = project_file(archive);
      if (std::ranges::count(read, file) > 0) continue;
      read.push_back(file);
      add(beside(archive, file, program_));
    }
    for (const auto& lines : files) add(lines);
  }

  /// The archives whose settings beside them are read, in the order in which they are named.
  std::vector<fs::path> archives_here(const std::vector<std::vector<ConfigValue>>& files) const {
    std::vector<std::string> names;
    const auto look_in = [&](const std::vector<ConfigValue>& lines) {
      if (!names.empty()) return;
      for (const ConfigValue& line : lines) {
        if (line.option == "db") names.push_back(line.value);
      }
    };
    look_in(all_.settings);
    std::ranges::for_each(files, look_in);
    if (names.empty()) {
      if (auto standard = default_archive()) names.push_back(std::move(*standard));
    }
    std::erase_if(
        names, [](const std::string& name) { return name.empty() || name.starts_with("tcp://"); });
    return {names.begin(), names.end()};
  }

  void add(const std::vector<ConfigValue>& lines) {
    std::vector<std::string> here;
    for (const ConfigValue& line : lines) {
      const auto argument = as_argument(line, options_);
      if (argument) {
        note_named(here, line.option);
      } else {
        here.push_back(line.option);  // "json = no" names no format
      }
      if (std::ranges::count(named_, line.option) > 0) continue;
      if (argument && (line.option != "db" || archives_are_arguments_))
        all_.arguments.push_back(*argument);
      all_.settings.push_back(line);
    }
    named_.insert(named_.end(), here.begin(), here.end());
  }

  Program program_;
  const po::options_description& options_;
  bool archives_are_arguments_;
  std::vector<std::string> named_;  // by a more important place
  Configured all_;
};

}  // namespace

bool is_setting(std::string_view option, Program program) {
  return program == Program::Search ? std::ranges::count(kSearchSettings, option) > 0
                                    : std::ranges::count(kIndexSettings, option) > 0;
}

bool is_adjustment(std::string_view option) {
  return std::ranges::count(kListSettings, option) > 0 ||
         (is_any_setting(option) && std::ranges::count(kPathSettings, option) == 0);
}

Configured configured(Program program, const std::vector<std::string>& arguments,
                      const po::variables_map& given, const po::options_description& options) {
  Configured all = Settings(program, given, options).take();
  all.arguments.insert(all.arguments.end(), arguments.begin(), arguments.end());
  return all;
}

std::string option_as_given(const std::vector<ConfigValue>& settings, std::string_view option) {
  // All that name an option are of one place, of whose lines the last counts.
  const auto given = std::find_if(settings.rbegin(), settings.rend(),
                                  [&](const ConfigValue& each) { return each.option == option; });
  if (given == settings.rend() || given->place == kCommandLine || given->place == kEnvironment)
    return fmt::format("--{}", option);
  return fmt::format("{}: {}", given->place, option);
}

std::string settings_text(const std::vector<ConfigValue>& settings) {
  std::string text;
  for (const ConfigValue& setting : settings) {
    const std::string what = terminal_safe(setting.option + " = " + setting.value);
    const std::size_t blanks = kPlaceColumn - std::min(kPlaceColumn, display_width(what));
    text += what + std::string(blanks, ' ') + "  # " + terminal_safe(setting.place) + "\n";
  }
  return text;
}

}  // namespace pressmark
