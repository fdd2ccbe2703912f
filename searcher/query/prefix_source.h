#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace pressmark::searcher {

/// Articles that have a term that begins so, all of them: url:https://x.org/2022/*. Xapian's own
/// wildcard opens every posting list at once, so that it must be cut short, and cut without a word.
/// This one reads them one by one, 4 bytes an article. Local databases only.
class PrefixSource : public Xapian::PostingSource {
 public:
  static Xapian::Query query(const std::string& prefix);

  explicit PrefixSource(std::string prefix) : prefix_(std::move(prefix)) {}
  PrefixSource* clone() const override;
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool at_end() const override { return at_ > articles_.size(); }
  Xapian::docid get_docid() const override { return articles_[at_ - 1]; }
  std::string get_description() const override { return "PrefixSource"; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(articles_.size()); }

  std::string prefix_;
  std::vector<Xapian::docid> articles_;  // ascending
  std::size_t at_ = 0;                   // place of the article from 1; 0: before the first
};

}  // namespace pressmark::searcher
