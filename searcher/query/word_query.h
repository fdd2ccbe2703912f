#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/analysis.h"
#include "searcher/model/parsed_query.h"

namespace pressmark::searcher {

/// Weight of a function word beside other words (DECISIONS, ranking).
inline constexpr double kFunctionWordScale = 0.2;

/// A term that may stand in a place, and its weight beside the other terms of the place.
struct SlotTerm {
  std::string term;
  bool common = false;  // a function word of its language
  double scale = 1;
  friend bool operator==(const SlotTerm&, const SlotTerm&) = default;
};

/// One place in a text and the terms that may stand there.
struct Slot {
  std::vector<SlotTerm> terms;
  bool common = false;  // a function word in most of the articles that have it
  friend bool operator==(const Slot&, const Slot&) = default;
};

enum class Forms {
  Any,    // stems: any form of the word
  Exact,  // this form
};

/// The words of a query's text as the places they take in an article, one behind the other: a run
/// of an unspaced script as its bigrams. Terms that the archive does not have are left out where
/// another stands in their place.
class WordReader {
 public:
  WordReader(const Xapian::Database& database, std::span<const std::string> languages,
             Analyzer& analyzer)
      : database_(database), languages_(languages), analyzer_(analyzer) {}

  std::vector<Slot> slots(std::string_view text, Forms forms) const;

  /// The parts of a hyphenated word as one word; nothing when the text is none.
  std::vector<Slot> compound(std::string_view text) const;

  /// The place of a word in any form.
  Slot any_form(const Token& token) const;
  /// The place of exactly this word.
  Slot exact_form(const Token& token) const;

 private:
  Slot weighed(std::vector<WordVariant> variants) const;

  const Xapian::Database& database_;
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
};

/// A word for ranking: its terms, function words at their lower weight.
Xapian::Query ranked(const Slot& slot);

/// The terms whose positions are those of a word: its own, and the forms that stems stand for too.
std::vector<std::string> position_terms(const Slot& slot);

/// A word for positions: any of its terms, each a leaf.
Xapian::Query leaf(const Slot& slot);

/// The places one behind the other, within the part of the article that `scope` names. No weight.
Xapian::Query together(std::span<const Slot> slots, TextScope scope);

/// All places within a window of positions, in this order or any. No weight.
enum class Order { Any, Given };
Xapian::Query within(std::span<const Slot> slots, Order order, unsigned window);

/// The same in the headline only.
Slot in_title(const Slot& slot);

/// What matches both; `rank` gives the weight.
Xapian::Query restricted(const Xapian::Query& rank, const Xapian::Query& filter);

}  // namespace pressmark::searcher
