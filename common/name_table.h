#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

/// The form under which names of countries and languages are compared: case and accents folded,
/// dots and apostrophes dropped, every other run of punctuation one blank, without a leading "the".
/// "Côte d'Ivoire" gives "cote divoire".
std::string name_key(std::string_view name);

/// A sorted table "key TAB code" in embedded bytes, searched where it lies: nothing is built or
/// copied before use.
class NameTable {
 public:
  /// `bytes` must outlive the table: lines in byte order, lines of '#' first.
  constexpr explicit NameTable(std::string_view bytes) : bytes_(bytes) {}

  /// The code of the name, as a view into the table.
  std::optional<std::string_view> find(std::string_view name) const;

  /// Codes whose names are nearest to `name` by edit distance (at most a third of its length),
  /// nearest first, each once. Reads the whole table: for error messages.
  std::vector<std::string_view> nearest(std::string_view name, std::size_t limit) const;

 private:
  std::string_view bytes_;
};

}  // namespace pressmark
