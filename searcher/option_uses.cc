#include "searcher/option_uses.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "common/error.h"
#include "common/schema.h"
#include "common/settings.h"
#include "common/text.h"
#include "searcher/option_table.h"

namespace pressmark::searcher {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kCounts =
    "facets-only coverage facet timeline share pivot pairs related";

/// The first row whose action a command line asks for is its.
constexpr std::array kUses = {
    Uses{"help", "*", ""},
    Uses{"version", "*", ""},
    Uses{"list-fields", "", "human jsonl"},
    Uses{"print-config", "", "human jsonl"},
    Uses{"list-saved", "", "human jsonl"},
    Uses{"save", "word filters", ""},
    Uses{"stats", "", "human jsonl"},
    Uses{"show", "word version-number", "human jsonl"},
    Uses{"raw", "version-number", "human jsonl"},
    Uses{"export-warc", "word filters similar story offset", ""},
    Uses{"why-not", "word filters explain receipt", "human jsonl"},
    Uses{"diff", "version-number", "human jsonl"},
    Uses{"matrix batch", "literal filters similar story", "human jsonl csv tsv"},
    Uses{"count batch", "literal filters similar story null", ""},
    Uses{"batch", "literal filters similar story offset html null", ""},
    Uses{"verify", "", "human"},
    Uses{"explain", "word filters receipt", "human jsonl"},
    Uses{"compare", "word filters facet html", "human jsonl csv tsv html"},
    Uses{"compare-dates", "word filters facet html", "human jsonl csv tsv html"},
    Uses{"count", "word filters similar story receipt null", ""},
    Uses{"new", "word receipt html null", ""},
    Uses{"counts", "word filters similar story offset receipt html", "human jsonl csv tsv html"},
    Uses{"", "word filters similar story offset receipt html null", ""},
};

bool has(const po::variables_map& given, std::string_view option) {
  return given.count(std::string(option)) != 0;
}

bool names(std::string_view list, std::string_view option) {
  return std::ranges::any_of(split(list, ' '), [&](std::string_view name) {
    if (name == "filters") return std::ranges::count(kFilterOptions, option) > 0;
    if (name == "counts") return names(kCounts, option);
    return name == option;
  });
}

bool asks_for(const po::variables_map& given, std::string_view action) {
  if (action.empty()) return true;
  const auto is_given = [&](std::string_view option) { return has(given, option); };
  if (action == "counts") return std::ranges::any_of(split(kCounts, ' '), is_given);
  return std::ranges::all_of(split(action, ' '), is_given);
}

/// Whether the name of an option is none that an article would be left out for.
bool is_no_word(std::string_view option) {
  constexpr std::array<std::string_view, 5> kShort = {"json", "html", "kwic", "tz", "db"};
  return option.find('-') != option.npos || std::ranges::count(kShort, option) > 0;
}

/// Whether the argument behind "-limit" is what --limit takes; of words only the names of fields
/// and orders are.
bool looks_like_value(std::string_view option, std::string_view argument) {
  constexpr std::array<std::string_view, 3> kNumbers = {"N", "ID", "SECONDS"};
  const std::string_view takes = value_name(option);
  if (argument.empty() || takes.empty()) return false;
  if (std::ranges::count(kNumbers, takes) > 0)
    return std::ranges::all_of(argument, [](char c) { return c >= '0' && c <= '9'; });
  if (takes == "ORDER") return argument == "newest" || argument == "oldest";
  if (takes == "INTERVAL") return argument == "month" || argument == "year";
  if (takes == "FIELDS") return find_field(argument.substr(0, argument.find(','))) != nullptr;
  return takes == "DATE" && argument[0] >= '0' && argument[0] <= '9';
}

}  // namespace

const Uses& uses_of(const po::variables_map& given) {
  return *std::ranges::find_if(kUses, [&](const Uses& row) { return asks_for(given, row.action); });
}

std::string_view action_name(const Uses& uses, const po::variables_map& given) {
  const bool counts = uses.action == "counts";
  for (const std::string_view option : split(counts ? kCounts : uses.action, ' ')) {
    if (has(given, option)) return option;
  }
  return {};  // a list of hits
}

namespace {

/// The formats and actions that list no mentions drop none without a word, though --kwic may be a
/// setting.
void check_mentions(const po::variables_map& typed, const Uses& uses) {
  constexpr std::array<std::string_view, 4> kLists = {"", "new", "batch", "counts"};
  if (!has(typed, "kwic") || std::ranges::count(kLists, uses.action) > 0) return;
  throw Error(ExitCode::Usage, fmt::format("--kwic does not go with --{}; leave out one of them",
                                           action_name(uses, typed)));
}

}  // namespace

void check_uses(const po::variables_map& typed) {
  const Uses& uses = uses_of(typed);
  if (uses.takes == "*") return;
  const std::string_view action = action_name(uses, typed);
  if (has(typed, "similar") && has(typed, "story"))
    throw Error(ExitCode::Usage, "--similar does not go with --story; leave out one of them");
  check_mentions(typed, uses);
  if (has(typed, "word") && !names(uses.takes, "word")) {
    std::string words;
    for (const std::string& word : typed["word"].as<std::vector<std::string>>())
      words += (words.empty() ? "" : " ") + word;
    throw Error(ExitCode::Usage, fmt::format("--{} takes no words; leave out: {}", action, words));
  }
  for (const std::string& option : option_names()) {
    if (!has(typed, option) || option == "no-config" || is_setting(option, Program::Search))
      continue;
    if (names(uses.action, option) || names(uses.takes, option)) continue;
    throw Error(ExitCode::Usage,
                fmt::format("--{} does not go with --{}; leave out one of them", option, action));
  }
}

std::vector<std::string> notes_on_words(std::span<const std::string> arguments) {
  std::vector<std::string> notes;
  const std::vector<std::string> options = option_names();
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view word = arguments[i];
    if (!is_query_word(word)) continue;
    const std::string_view name = word.substr(1, word.find('=') - 1);
    if (std::ranges::count(options, name) == 0) continue;
    std::string_view behind;
    if (i + 1 < arguments.size()) behind = arguments[i + 1];
    if (word.find('=') == word.npos && !is_no_word(name) && !looks_like_value(name, behind))
      continue;
    notes.push_back(
        fmt::format("\"-{0}\" leaves out articles with a word; the option is --{0}", name));
  }
  return notes;
}

}  // namespace pressmark::searcher
