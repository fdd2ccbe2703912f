#pragma once

#include <cstddef>
#include <span>
#include <string>
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
  /// Reads how many articles have each word. `database` must outlive this object. `remote`: part of
  /// it is elsewhere.
  Proximity(const Xapian::Database& database, std::span<const SequenceWord> words, bool remote);

  /// The most that any article can gain; 0 when there is nothing to stand together.
  double most() const { return most_; }

  /// What each of these articles gains. Reads the positions of the query's words in them.
  std::vector<double> gains(std::span<const Xapian::docid> articles) const;

 private:
  struct Word {
    std::vector<std::string> terms;
    double rarity = 0;
    bool common = false;
  };

  using Positions = std::vector<Xapian::termpos>;

  /// A term that holds places of a word; a stem's stand in part at its form.
  struct Holder {
    std::string term;
    std::size_t word = 0;  // in words_
  };

  double gain(std::span<const Positions> of_words) const;

  const Xapian::Database& database_;
  bool remote_;
  std::vector<Word> words_;
  std::vector<Holder> holders_;       // by term; of the words that can gain
  std::vector<std::size_t> content_;  // places in words_ of those that are no function words
  double scale_ = 0;
  double most_ = 0;
};

}  // namespace pressmark::searcher
