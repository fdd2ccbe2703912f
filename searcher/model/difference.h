#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pressmark::searcher {

/// A run of words that two texts share, or that one of them has alone.
struct DifferencePiece {
  enum class Kind { Same, Removed, Added };
  Kind kind = Kind::Same;
  std::string text;  // words with single blanks between them; "" never
  friend bool operator==(const DifferencePiece&, const DifferencePiece&) = default;
};

/// How a text became another one, paragraph by paragraph.
struct Difference {
  std::vector<std::vector<DifferencePiece>> paragraphs;
  double changed = 0;  // share of the words of both that only one has: 0 the same, 1 all another
};

/// One version of an article among its others.
struct VersionLabel {
  std::size_t number = 0;  // 1: the oldest
  std::string day;         // when it was fetched, else indexed; empty: unknown
};

/// What changed from one version of an article to a later one.
struct VersionDifference {
  std::string id;
  std::string url;
  std::size_t versions = 0;  // of the article, in all
  VersionLabel from, to;
  Difference title;
  Difference text;
};

}  // namespace pressmark::searcher
