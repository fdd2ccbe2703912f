#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressmark::indexer {

/// Month names and their abbreviations in the languages that ICU knows.
class MonthNames {
 public:
  /// Built once from ICU's tables; constant and shared by all threads.
  static const MonthNames& all();

  /// 1 to 12 for a month's name in any case, with or without accents and a final dot.
  ///
  /// @param language  as declared ("cs", "pt-BR"), which decides where two languages differ
  /// ("listopad" is October in
  ///                  Croatian, November in Polish); may be empty
  std::optional<unsigned> find(std::string_view word, std::string_view language) const;

 private:
  struct Meaning {
    std::string language;
    unsigned month = 0;
  };

  MonthNames();
  void add(std::string_view locale);
  void add(std::string_view language, const std::string& key, unsigned month);

  std::unordered_map<std::string, std::vector<Meaning>> names_;  // by fold_accents
};

}  // namespace pressmark::indexer
