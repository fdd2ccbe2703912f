#pragma once

#include <string>

#include <xapian.h>

namespace pressmark::searcher {

/// For matching without ranking, in the place of Xapian::BoolWeight: all weights are 0.
///
/// Under BoolWeight, Xapian 1.4.22 walks the list of all documents instead of that of a term which
/// every document has, but looks for that list's next chunk under the term's name: where articles
/// have been deleted, the search ends with "Unexpected end of posting list". A scheme that asks for
/// the frequency within documents is spared; see reliable() for terms that have no weight at all.
class FlatWeight : public Xapian::Weight {
 public:
  FlatWeight() { need_stat(WDF); }
  FlatWeight* clone() const override;
  // A remote archive knows only Xapian's own: this one asks for the frequency too.
  std::string name() const override { return "Xapian::TfIdfWeight"; }
  std::string serialise() const override { return "ntn"; }
  double get_sumpart(Xapian::termcount, Xapian::termcount, Xapian::termcount) const override {
    return 0;
  }
  double get_maxpart() const override { return 0; }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  void init(double) override {}
};

}  // namespace pressmark::searcher
