#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/model/search_request.h"

namespace pressmark::searcher {

/// What a search was and found, so that it can be cited and asked again.
struct Receipt {
  std::string query;               // as typed
  std::vector<std::string> where;  // filters of options
  Match match = Match::All;
  std::string understood;      // the query as it was understood, relative days made plain ones
  Date asked = Date{};         // what relative days counted from
  std::string program;         // versions
  std::uint64_t revision = 0;  // of the archive
  std::map<std::string, std::string>
      articles;                        // all that matched: id, SHA-256 of the original bytes
  std::optional<Date> asked_utc = {};  // where it was another day in UTC then
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// Lines of text "name: value"; and back. Throws Error (ExitCode::Usage) for what is no receipt, or
/// one whose check sum does not agree.
std::string encode(const Receipt& receipt);
Receipt decode_receipt(std::string_view text, const std::filesystem::path& file);

/// The receipt in a file. Throws Error (ExitCode::Usage) also when it cannot be read.
Receipt read_receipt(const std::filesystem::path& file);

/// What is different now: a line for each article, "+ id" (new), "- id" (gone), "~ id" (its bytes
/// changed), by id.
std::vector<std::string> differences(const Receipt& then, const Receipt& now);

}  // namespace pressmark::searcher
