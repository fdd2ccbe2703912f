#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

namespace pressmark {

/// The lines of --help for some options, "  -n, --limit N              hits (10); 0: all": the form
/// that man pages, completion and tests read back.
std::string option_lines(const boost::program_options::options_description& options);

/// One option as --help shows it. Views into the text of --help.
struct OptionLine {
  std::string_view name;        // "limit"
  std::string_view short_name;  // "-n"; empty when there is none
  std::string_view value;       // "N"; empty when it takes none
  std::string_view help;
};

/// The options in a text of --help, in its order.
std::vector<OptionLine> read_option_lines(std::string_view help);

/// What a shell offers for the beginning of an option: a line each, "--limit TAB hits (10); 0:
/// all". Short options are only offered for "-".
std::string complete_option(std::string_view help, std::string_view word);

/// The option in front of the word that is being completed when it still waits for its value;
/// null when the word is no value. `words`: the command line up to and with that word.
const OptionLine* option_of_value(std::span<const OptionLine> options,
                                  std::span<const std::string> words);

}  // namespace pressmark
