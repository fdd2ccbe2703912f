#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

namespace pressmark::searcher {

/// The table of options: parsing, --help, completion, configuration files and tests read it.
boost::program_options::options_description all_options();

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

/// All long options, for completion and tests.
std::vector<std::string> option_names();

}  // namespace pressmark::searcher
