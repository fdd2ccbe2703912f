#include "common/program.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <iterator>
#include <map>
#include <numeric>
#include <stdexcept>
#include <unistd.h>
#include <utility>

#include <fmt/core.h>
#include <unicode/uvernum.h>
#include <xapian.h>

#include "common/file.h"
#include "common/last_words.h"
#include "common/log.h"
#include "common/schema.h"
#include "common/settings.h"
#include "common/terminal_text.h"

namespace pressmark {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kVersion = "0.1.0";

/// The reader of our pipe has gone: no message, it does not want to know.
struct PipeClosed {};

void complain(std::string_view name, std::string_view message) {
  leave_the_last_words();
  const std::string line = fmt::format("{}: {}\n", name, message_text(message));
  std::fwrite(line.data(), 1, line.size(), stderr);
  keep_fatal_message(line);
}

/// A standard stream that is closed gives its number to the next file that is opened, and what is
/// meant for the stream goes there. /dev/null the wrong way round keeps it useless, as it was.
void occupy_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    const int way = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    if (open("/dev/null", way) != stream)  // the lowest number that is free
      _exit(static_cast<int>(ExitCode::Output));
  }
}

[[noreturn]] void fail_output(int error_number) {
  if (error_number == EPIPE) throw PipeClosed{};
  throw Error(ExitCode::Output,
              fmt::format("cannot write to standard output: {}", std::strerror(error_number)));
}

Error as_error(const std::filesystem::filesystem_error& error) {
  return system_error("change", error.path1(), error.code().value());
}

std::vector<std::string> long_names(const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options()) names.push_back(option->long_name());
  return names;
}

/// Dashes included, so that "-x" and "--limt" are shown as they were typed.
std::string unknown_option_text(const std::string& typed, const po::options_description& options) {
  const std::string name = typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
  const std::string word = name.substr(0, name.find('='));
  std::string text = fmt::format("unknown option {}", typed);
  if (const auto meant = nearest(word, long_names(options)))
    text += fmt::format("; did you mean --{}?", *meant);
  return text;
}

/// Boost would take the next argument for the value: that of another option, if an empty variable
/// stands there.
void check_for_empty_values(const std::vector<std::string>& arguments,
                            const po::options_description& options) {
  for (std::size_t i = 1; i < arguments.size() && arguments[i - 1] != "--"; ++i) {
    const std::string& before = arguments[i - 1];
    if (!arguments[i].empty() || before.size() < 2 || before.front() != '-') continue;
    const bool is_long = before.starts_with("--");
    const auto* option = options.find_nothrow(is_long ? before.substr(2) : before, false);
    if (option != nullptr && option->semantic()->max_tokens() > 0)
      throw Error(ExitCode::Usage, fmt::format("{} needs a value, and has an empty one", before));
  }
}

/// "--show $ID --version 2" with an empty variable: the next option is no value.
void refuse_options_as_values(const po::parsed_options& parsed,
                              const po::options_description& options) {
  for (const po::option& given : parsed.options) {
    if (given.position_key >= 0 || given.original_tokens.size() < 2 || given.value.empty())
      continue;
    const std::string_view value = given.value.front();
    if (!value.starts_with("--") || value != given.original_tokens[1]) continue;
    const std::string name(value.substr(2, value.find('=') - 2));
    if (name.empty() || options.find_nothrow(name, false) != nullptr)
      throw Error(ExitCode::Usage, fmt::format("--{} needs a value", given.string_key));
  }
}

/// Of what sets how something is done the last counts, as of --limit and --timeline: aliases give
/// defaults that way. Two files, or two things to do, are refused: one would be dropped without a
/// word.
void keep_last_of_each(po::parsed_options& parsed, const po::options_description& options) {
  using Values = po::typed_value<std::vector<std::string>>;
  const auto takes_one = [&](const po::option& given) {
    if (given.unregistered || given.position_key >= 0) return false;
    const auto known = options.find(given.string_key, false).semantic();
    return dynamic_cast<const Values*>(known.get()) == nullptr;
  };
  std::map<std::string, std::vector<std::string>> last;
  std::vector<po::option> kept;
  for (auto given = parsed.options.rbegin(); given != parsed.options.rend(); ++given) {
    const auto [known, is_last] = last.emplace(given->string_key, given->value);
    if (is_last || !takes_one(*given)) {
      kept.push_back(*given);
    } else if (given->value != known->second && !is_adjustment(given->string_key)) {
      throw Error(ExitCode::Usage,
                  fmt::format("--{} is given twice, with {} and {}; it takes one", known->first,
                              given->value.front(), known->second.front()));
    }
  }
  parsed.options.assign(kept.rbegin(), kept.rend());
}

}  // namespace

std::string_view program_version() { return kVersion; }

void write_output(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail_output(errno);
}

int run_program(std::string_view name, int argc, char** argv,
                const std::function<ExitCode(const std::vector<std::string>&)>& body) {
  occupy_standard_streams();
  end_when_memory_ends(name);
  ExitCode code = ExitCode::Ok;
  try {
    code = body(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) fail_output(errno);
    if (std::fclose(stdout) != 0) fail_output(errno);
  } catch (const PipeClosed&) {
    code = ExitCode::Output;
  } catch (const Damage& damage) {
    complain(name, with_way_back(damage.what()));
    code = damage.code();
  } catch (const Error& error) {
    complain(name, error.what());
    code = error.code();
  } catch (const Xapian::Error& error) {
    const Error ours = as_error(error);
    complain(name, ours.what());
    code = ours.code();
  } catch (const std::filesystem::filesystem_error& error) {
    const Error ours = as_error(error);
    complain(name, ours.what());
    code = ours.code();
  } catch (const std::logic_error& error) {
    // Damaged tables make Xapian ask for strings of impossible sizes.
    complain(name, archive_in_use().empty() ? error.what() : with_way_back(error.what()));
    code = ExitCode::Database;
  } catch (const std::exception& error) {
    complain(name, error.what());
    code = ExitCode::Database;
  }
  return static_cast<int>(code);
}

po::options_description common_options() {
  po::options_description options;
  options.add_options()("help,h", "show this help")("version,V", "show versions")(
      "db,d", po::value<std::string>()->value_name("DIR"),
      "the archive (else $PRESSMARK_DB, else $XDG_DATA_HOME/pressmark)");
  return options;
}

std::optional<std::string> default_archive() {
  const auto environment = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
  if (std::string path = environment("PRESSMARK_DB"); !path.empty()) return path;
  if (const std::string path = environment("XDG_DATA_HOME"); !path.empty())
    return path + "/pressmark";
  if (const std::string path = environment("HOME"); !path.empty())
    return path + "/.local/share/pressmark";
  return std::nullopt;
}

std::filesystem::path archive_path(const std::vector<ConfigValue>& settings) {
  std::vector<ConfigValue> named;
  std::ranges::copy_if(settings, std::back_inserter(named),
                       [](const ConfigValue& setting) { return setting.option == "db"; });
  if (named.size() > 1) {
    throw Error(ExitCode::Usage, fmt::format("{} names several archives: say which with --db DIR",
                                             named.front().place));
  }
  if (named.size() == 1 && named.front().value.empty())
    throw Error(ExitCode::Usage, "--db needs a directory");
  if (!named.empty()) return named.front().value;
  if (const auto path = default_archive()) return *path;
  throw Error(ExitCode::Usage, "which archive? give --db DIR or set PRESSMARK_DB");
}

std::string version_text(std::string_view name) {
  return fmt::format("{} {}\nXapian {}\nICU {}\nschema {}\n", name, kVersion,
                     Xapian::version_string(), U_ICU_VERSION, kSchemaVersion);
}

po::variables_map parse_command_line(const std::vector<std::string>& arguments,
                                     const po::options_description& options, const char* positional,
                                     const IsWord& is_word) {
  po::positional_options_description places;
  places.add(positional, -1);
  namespace style = po::command_line_style;
  const auto is_plain = [&is_word](const std::string& argument) {
    if (argument.size() < 2 || argument.front() != '-') return true;
    return is_word && argument != "--" && is_word(argument);
  };
  // All words up to the next option at once: Boost by itself moves the rest for each. One alone may
  // be an option's value, of which it asks whether it is an option; that it looks like one is for
  // `is_word` to say.
  const auto word_parser = [&](std::vector<std::string>& rest) {
    std::vector<po::option> taken;
    const bool option_like = rest.front().size() > 1 && rest.front().front() == '-';
    auto end = std::ranges::find_if_not(rest, is_plain);
    if (end - rest.begin() == 1 && !option_like) end = rest.begin();
    for (auto argument = rest.begin(); argument != end; ++argument) {
      po::option& word = taken.emplace_back();
      word.position_key = 0;
      word.value.push_back(*argument);
      word.original_tokens.push_back(*argument);
    }
    rest.erase(rest.begin(), end);
    return taken;
  };
  check_for_empty_values(arguments, options);
  try {
    po::variables_map values;
    po::parsed_options parsed = po::command_line_parser(arguments)
                                    .options(options)
                                    .positional(places)
                                    .style(style::default_style & ~style::allow_guessing)
                                    .extra_style_parser(word_parser)
                                    .run();
    refuse_options_as_values(parsed, options);
    keep_last_of_each(parsed, options);
    po::store(parsed, values);
    po::notify(values);
    return values;
  } catch (const po::unknown_option& error) {
    throw Error(ExitCode::Usage, unknown_option_text(error.get_option_name(), options));
  } catch (const po::invalid_command_line_syntax& error) {
    using Syntax = po::invalid_command_line_syntax;
    const bool missing = error.kind() == Syntax::missing_parameter ||
                         error.kind() == Syntax::empty_adjacent_parameter;
    if (!missing) throw Error(ExitCode::Usage, error.what());
    throw Error(ExitCode::Usage, fmt::format("{} needs a value", error.get_option_name()));
  } catch (const po::error& error) {
    throw Error(ExitCode::Usage, error.what());
  }
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const auto distance = [word](std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < word.size(); ++i) {
      std::size_t diagonal = std::exchange(row[0], i + 1);
      for (std::size_t j = 0; j < other.size(); ++j) {
        const std::size_t replaced = diagonal + (word[i] == other[j] ? 0 : 1);
        diagonal = row[j + 1];
        row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
      }
    }
    return row.back();
  };
  constexpr std::size_t kLongestWord = 64;  // nobody means an option with a longer one
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (const std::size_t d = distance(candidate); d < best_distance) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

}  // namespace pressmark
