#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

namespace pressmark::searcher {

/// What goes with what on a command line. Settings (is_setting) go with everything: where there is
/// nothing that they say the looks of, nothing looks otherwise.
struct Uses {
  std::string_view action;  // the options that ask for it, all of them; "counts": any of those
  std::string_view takes;  // other options, "word", "filters", "counts"; "*": whatever stands there
  std::string_view formats;  // that it can be printed in; empty: all
};

/// The row of the table for a command line that has been parsed.
const Uses& uses_of(const boost::program_options::variables_map& given);

/// Refuses what an action would drop without a word: throws Error (ExitCode::Usage) that names
/// both.
void check_uses(const boost::program_options::variables_map& typed);

/// The option that an action is known by: "stats", "facet".
std::string_view action_name(const Uses& uses, const boost::program_options::variables_map& given);

/// What is to be said of words that are an option but for a dash, as other programs write it:
/// "-limit 5" leaves out a word here. A word such as "-story" is one to leave out, unless what
/// follows looks like the option's value.
std::vector<std::string> notes_on_words(std::span<const std::string> arguments);

}  // namespace pressmark::searcher
