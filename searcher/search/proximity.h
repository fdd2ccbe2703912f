#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <xapian.h>

#include "searcher/model/built_query.h"

namespace pressmark::searcher {

/// What it is worth that words of a query stand together in an article (DECISIONS, ranking): words
/// that follow each other in the query count their rarity again where they stand near each other,
/// and once more where they stand side by side, function words between them included. Shrinks with
/// the number of words: a long query says enough by its words.
class Proximity {
 public:
  /// Reads how many articles have each word. `database` must outlive this object.
  Proximity(const Xapian::Database& database, std::span<const SequenceWord> words);

  /// The most that any article can gain; 0 when there is nothing to stand together.
  double most() const { return most_; }

  /// What each of these articles gains. Reads the positions of the query's words in them, word by
  /// word: a segment keeps the places of one word together, in the order of its articles.
  std::vector<double> gains(std::span<const Xapian::docid> articles) const;

 private:
  struct Word {
    std::vector<std::string> terms;
    std::vector<std::string> places;  // terms that hold its places
    double rarity = 0;
    bool common = false;
  };

  using Positions = std::vector<Xapian::termpos>;

  void read(const std::string& term, Xapian::docid article, Positions& found) const;
  double gain(std::span<const Positions> of_words) const;

  const Xapian::Database& database_;
  std::vector<Word> words_;
  std::vector<std::size_t> content_;  // places in words_ of those that are no function words
  double scale_ = 0;
  double most_ = 0;
};

}  // namespace pressmark::searcher
