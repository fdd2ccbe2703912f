#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pressmark::indexer {

/// The persons of an article by their surnames, to tell whom a surname alone is of.
class NameBearers {
 public:
  /// Adds the person named in full at a place, in the order of the text.
  void add(std::string_view surname, std::size_t at, std::string_view full);

  /// The person with the surname who is named last in front of a place; where none is, the only one
  /// of the article. Nothing where several come later or nobody bears it. The pointer is good until
  /// the next add().
  const std::string* of(std::string_view surname, std::size_t at) const;

 private:
  /// Persons with the place from which they are the nearest, ordered.
  using Named = std::vector<std::pair<std::size_t, std::string>>;
  std::unordered_map<std::string, Named> named_;
};

}  // namespace pressmark::indexer
