#include "searcher/saved_queries.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/core.h>

#include "common/bounded_input.h"
#include "common/error.h"
#include "common/program.h"
#include "common/text.h"
#include "searcher/model/query_text.h"

namespace pressmark::searcher {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

std::optional<fs::path> folder() {
  const auto environment = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
  if (const std::string home = environment("XDG_CONFIG_HOME"); !home.empty())
    return fs::path(home) / "pressmark" / kSavedFolder;
  if (const std::string user = environment("HOME"); !user.empty())
    return fs::path(user) / ".config" / "pressmark" / kSavedFolder;
  return std::nullopt;
}

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

fs::path file_of(const fs::path& where, std::string_view name, std::string_view ending) {
  return where / (std::string(name) + std::string(ending));
}

/// All of a file; nothing when it cannot be read, or is no file that anybody keeps.
std::optional<std::string> text_of(const fs::path& file) {
  std::ifstream in(file);
  if (!in) return std::nullopt;
  return read_at_most(in, kMostBytes);
}

/// The names of the files with this ending, ascending.
std::vector<std::string> names_of(std::string_view ending) {
  std::vector<std::string> names;
  const auto where = folder();
  std::error_code missing;
  if (!where || !fs::is_directory(*where, missing)) return names;
  for (const auto& entry : fs::directory_iterator(*where)) {
    std::string name = entry.path().stem().string();
    if (entry.path().extension() == ending && is_name(name)) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

std::optional<std::string> saved_query(std::string_view name) {
  const auto where = folder();
  if (!where || !is_name(name)) return std::nullopt;
  const std::string line = one_line(text_of(file_of(*where, name, kSavedEnding)).value_or(""));
  if (trim(line).empty()) return std::nullopt;
  return std::string(trim(line));
}

void save_query(std::string_view name, std::string_view text) {
  if (!is_name(name)) {
    throw Error(ExitCode::Usage,
                fmt::format("\"{}\" is no name for a query: letters, digits, - and _", name));
  }
  const auto where = folder();
  if (!where) throw Error(ExitCode::Output, "no place for saved queries: HOME is not set");
  std::error_code error;
  fs::create_directories(*where, error);
  // A link, to where a user keeps all settings, stays one. A disk that is full leaves the old
  // query.
  fs::path file = file_of(*where, name, kSavedEnding);
  if (const fs::path behind = fs::canonical(file, error); !error) file = behind;
  const fs::path fresh = file.string() + ".new";
  std::ofstream out(fresh);
  out << one_line(text) << '\n';
  out.close();
  error.clear();
  if (out) fs::rename(fresh, file, error);
  if (out && !error) return;
  std::error_code kept;
  fs::remove(fresh, kept);
  throw Error(ExitCode::Output, fmt::format("cannot write {}", file.string()));
}

fs::path seen_file(std::string_view name) {
  if (!saved_query(name)) {
    throw Error(ExitCode::Usage,
                fmt::format("there is no saved query \"{}\"; --save {} QUERY keeps one", name,
                            is_name(name) ? name : "NAME"));
  }
  return *folder() / fmt::format("{}.seen", name);
}

std::vector<std::pair<std::string, std::string>> saved_queries() {
  std::vector<std::pair<std::string, std::string>> found;
  for (std::string& name : names_of(kSavedEnding)) {
    if (auto text = saved_query(name)) found.emplace_back(std::move(name), std::move(*text));
  }
  return found;
}

Expected<std::string, std::string> value_list(std::string_view name) {
  const auto where = folder();
  if (where && is_name(name)) {
    if (auto text = text_of(file_of(*where, name, kListEnding))) return std::move(*text);
    if (saved_query(name))
      return Unexpected<std::string>(
          fmt::format("the saved query stands without a field: @{}", name));
  }
  if (const auto meant = nearest(name, names_of(kListEnding)))
    return Unexpected<std::string>(fmt::format("did you mean \"@{}\"?", *meant));
  if (!where) return Unexpected<std::string>("no place for lists: HOME is not set");
  return Unexpected<std::string>(
      fmt::format("a list is a file with a value a line: {}",
                  file_of(*where, is_name(name) ? name : "NAME", kListEnding).string()));
}

std::vector<std::pair<std::string, std::string>> value_lists() {
  std::vector<std::pair<std::string, std::string>> found;
  for (std::string& name : names_of(kListEnding)) {
    if (auto text = value_list(name)) found.emplace_back(std::move(name), std::move(*text));
  }
  return found;
}

}  // namespace pressmark::searcher
