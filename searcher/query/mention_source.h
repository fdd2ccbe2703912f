#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/word_query.h"

namespace pressmark::searcher {

/// The ways a part of a query may be written in a text, each as the places it takes: "AT&T" takes
/// two, "cooperate" one and "co-operate" two or, as one word, one.
using Mentions = std::vector<std::vector<Slot>>;

/// Articles by where they mention something of several places, which Xapian takes neither below
/// NEAR nor twice in one phrase (DECISIONS Q10). Reads the positions of an article only when it is
/// asked for it; so it belongs beside a query for the words. Local databases only.
class MentionSource : public Xapian::PostingSource {
 public:
  /// What an article must have: at least so many mentions of `first`; or, with a `second`, one of
  /// each that do not overlap and are at most `distance` places apart, from the last place of the
  /// one to the first of the other.
  struct Wanted {
    Mentions first;
    std::optional<Mentions> second;
    unsigned distance = 0;
    Order order = Order::Any;
    std::size_t least = 1;
    std::string within;  // a marker of a part of the article; empty: anywhere
  };

  static Xapian::Query query(Wanted wanted);

  explicit MentionSource(Wanted wanted) : wanted_(std::move(wanted)) {}
  MentionSource* clone() const override;
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool check(Xapian::docid id, double min_weight) override;
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  std::string get_description() const override { return "MentionSource"; }

 private:
  bool matches(Xapian::docid id) const;

  Wanted wanted_;
  Xapian::Database database_;
  Xapian::doccount articles_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;  // 0: before the first
  bool found_ = false;    // the article there matches, or the end is reached
};

}  // namespace pressmark::searcher
