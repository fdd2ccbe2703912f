#include "common/option_text.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/text.h"

namespace pressmark {
namespace {

constexpr std::size_t kHelpColumn = 29;  // where the help of an option begins

}  // namespace

std::string option_lines(const boost::program_options::options_description& options) {
  std::string out;
  for (const auto& option : options.options()) {
    const std::string name = option->canonical_display_name(
        boost::program_options::command_line_style::allow_dash_for_short);
    // "--tz" without its dashes is two letters, "-n" is a dash and one.
    std::string left = name.size() == 2 && name[0] == '-' ? name + ", " : "    ";
    left += "--" + option->long_name();
    const std::string argument = option->format_parameter();
    if (!argument.empty()) left += " " + argument;
    out += fmt::format("  {:<{}} {}\n", left, kHelpColumn - 3, option->description());
  }
  return out;
}

std::vector<OptionLine> read_option_lines(std::string_view help) {
  std::vector<OptionLine> found;
  for (std::string_view line : split(help, '\n')) {
    OptionLine option;
    if (line.starts_with("  -") && line.size() > 8 && line.substr(4, 4) == ", --") {
      option.short_name = line.substr(2, 2);
    } else if (!line.starts_with("      --")) {
      continue;
    }
    line.remove_prefix(8);
    option.name = line.substr(0, line.find(' '));
    line.remove_prefix(option.name.size());
    if (line.size() > 1 && line[1] != ' ') option.value = line.substr(1, line.find(' ', 1) - 1);
    // A value name stands behind one blank; the help behind the rest of the column.
    line.remove_prefix(std::min(line.size(), option.value.empty() ? 0 : option.value.size() + 1));
    option.help = trim(line);
    found.push_back(option);
  }
  return found;
}

std::string complete_option(std::string_view help, std::string_view word) {
  std::string out;
  for (const OptionLine& option : read_option_lines(help)) {
    const std::string name = fmt::format("--{}", option.name);
    if (name.starts_with(word)) out += fmt::format("{}\t{}\n", name, option.help);
    if (word == "-" && !option.short_name.empty())
      out += fmt::format("{}\t{}\n", option.short_name, option.help);
  }
  return out;
}

const OptionLine* option_of_value(std::span<const OptionLine> options,
                                  std::span<const std::string> words) {
  if (words.size() < 2) return nullptr;
  const std::string& before = words[words.size() - 2];
  if (std::ranges::count(words.first(words.size() - 1), "--") > 0) return nullptr;
  const auto found = std::ranges::find_if(options, [&](const OptionLine& option) {
    return !option.value.empty() &&
           (before == option.short_name || before == fmt::format("--{}", option.name));
  });
  return found == options.end() ? nullptr : &*found;
}

}  // namespace pressmark
