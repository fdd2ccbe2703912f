#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

namespace pressmark::searcher {

/// The options that a command line names and those that may stand in configuration files; all there
/// are when it names one that does not exist. A search is over in a few milliseconds, and Boost
/// takes a good part of one to note them all.
boost::program_options::options_description options_in(std::span<const std::string> arguments);

/// Options that are the filters of the same name in a query.
inline constexpr std::array<std::string_view, 12> kFilterOptions = {
    "country", "from",   "source", "person", "org",   "place",
    "lang",    "author", "since",  "until",  "where", "entity"};

/// "-russia" and "-country:us" are words of the query; "-n", "-n5" and "--anything" are options,
/// and so are "-d/srv/news", "-snewest", "-fcountry,year" and "-wlang=de", which no word looks
/// like.
bool is_query_word(std::string_view argument);

/// What --help prints; and the few lines that a call without arguments gets.
std::string help_text();
std::string usage_text();

/// What stands behind a long option, as --help names it: "N", "FIELDS"; empty where nothing does or
/// there is none of that name.
std::string_view value_name(std::string_view option);

/// All long options, for completion and tests.
std::vector<std::string> option_names();

}  // namespace pressmark::searcher
