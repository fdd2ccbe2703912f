#include "searcher/last_list.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace pressmark::searcher {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> state_file() {
  const auto environment = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
  if (const std::string state = environment("XDG_STATE_HOME"); !state.empty()) {
    return fs::path(state) / "pressmark" / "last-list";
  }
  if (const std::string home = environment("HOME"); !home.empty()) {
    return fs::path(home) / ".local" / "state" / "pressmark" / "last-list";
  }
  return std::nullopt;
}

/// A directory in the one spelling that "news", "news/" and "./news" have in common.
fs::path whole_name(const std::string& directory) {
  std::error_code unknown;
  const fs::path whole = fs::absolute(directory, unknown).lexically_normal();
  if (unknown) return directory;
  return whole.has_filename() ? whole : whole.parent_path();
}

/// The names of the archives in one line, those of directories whole.
std::string archives_line(const std::vector<std::string>& archives) {
  std::string line;
  for (const std::string& archive : archives) {
    line += line.empty() ? "" : "\t";
    line += archive.starts_with("tcp://") ? archive : whole_name(archive).string();
  }
  return line;
}

}  // namespace

void remember_list(const std::vector<std::string>& archives, const LastList& list) {
  const auto file = state_file();
  if (!file || list.ids.empty() || list.query.find('\n') != std::string::npos) return;
  fs::path fresh = *file;
  fresh += "." + std::to_string(getpid());
  std::ofstream out(fresh);
  std::error_code error;
  if (!out) {
    fs::create_directories(file->parent_path(), error);
    out.open(fresh);
  }
  out << archives_line(archives) << '\n' << list.query << '\n' << list.first_rank << '\n';
  for (const std::string& id : list.ids) out << id << '\n';
  out.close();
  // Renaming over a file makes ext4 write the new one to disk at once, which takes longer than most
  // searches; a list that is lost with the power is no loss.
  if (out) fs::remove(*file, error);
  if (out) fs::rename(fresh, *file, error);
  if (!out || error) fs::remove(fresh, error);
}

std::optional<LastList> recall_list(const std::vector<std::string>& archives) {
  const auto file = state_file();
  if (!file) return std::nullopt;
  std::ifstream in(*file);
  std::string line;
  LastList list;
  if (!std::getline(in, line) || line != archives_line(archives)) return std::nullopt;
  if (!std::getline(in, list.query) || !(in >> list.first_rank)) return std::nullopt;
  while (in >> line) list.ids.push_back(line);
  return list;
}

}  // namespace pressmark::searcher
