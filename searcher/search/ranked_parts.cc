#include "searcher/search/ranked_parts.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace pressmark::searcher {
namespace {

constexpr Xapian::docid kBlock = WeightBounds::kBlock;

class Term : public RankedPart {
 public:
  Term(std::string term, std::shared_ptr<const TermWeight> weight, const SegmentTables& tables)
      : term_(std::move(term)), weight_(std::move(weight)), tables_(tables) {}

  std::unique_ptr<RankedPart> copy() const override {
    return std::make_unique<Term>(term_, weight_, tables_);
  }

  void open(const Xapian::Database& segment) override {
    const SegmentTables::Tables& tables = tables_.of(segment);
    articles_ = segment.get_termfreq(term_);
    posting_ = segment.postlist_begin(term_);
    at_ = 0;
    here_ = -1;
    lengths_ = tables.columns.lengths();
    levels_ = tables.bounds.of(term_);
    most_ = weight_->most();
    if (levels_.empty()) return;
    of_levels_ = weight_->of_levels(tables.bounds);
    most_ = std::min(most_, of_levels_[std::ranges::max(levels_)]);
  }

  void seek(Xapian::docid id, double least) override {
    if (at_ >= id && at_ != 0) return;
    if (at_ + 1 == id && at_ != 0)
      ++posting_;
    else
      posting_.skip_to(id);
    arrive();
    const Xapian::docid behind = (id / kBlock + 1) * kBlock;
    while (least > 0 && at_ < behind && !weighs(least)) {
      ++posting_;
      arrive();
    }
  }

  Xapian::docid at() const override { return at_; }

  double weight() const override {
    if (here_ < 0) here_ = weight_->of(posting_.get_wdf(), length());
    return here_;
  }

  double bound(Xapian::docid block) const override {
    if (block < levels_.size()) return of_levels_[levels_[block]];
    return at_ == kNoArticle ? 0 : most_;
  }

  double most() const override { return most_; }

  Matches matches() const override {
    return {articles_, static_cast<double>(articles_), articles_};
  }

 private:
  void arrive() {
    at_ = posting_ == Xapian::PostingIterator() ? kNoArticle : *posting_;
    here_ = -1;
  }

  /// By how often the word stands in the article alone, if that is too seldom.
  bool weighs(double least) const {
    return weight_->most(posting_.get_wdf()) >= least && weight() >= least;
  }

  Xapian::termcount length() const {
    const Xapian::termcount known = at_ < lengths_.size() ? lengths_[at_] : 0;
    return known > 0 ? known : posting_.get_doclength();
  }

  std::string term_;
  std::shared_ptr<const TermWeight> weight_;
  const SegmentTables& tables_;
  CheckedSpan<std::uint32_t> lengths_;    // of this segment
  std::span<const std::uint8_t> levels_;  // of this segment, by block; may be empty
  std::array<double, WeightBounds::kLevels> of_levels_ = {};
  Xapian::PostingIterator posting_;
  Xapian::doccount articles_ = 0;
  double most_ = 0;
  Xapian::docid at_ = 0;
  mutable double here_ = -1;  // below 0: not yet computed
};

/// What the three ways to join have in common.
class Group : public RankedPart {
 public:
  explicit Group(RankedParts parts) : parts_(std::move(parts)) {}

  void open(const Xapian::Database& segment) override {
    all_ = segment.get_doccount();
    for (const auto& part : parts_) part->open(segment);
    at_ = 0;
    here_ = 0;
  }
  Xapian::docid at() const override { return at_; }
  double weight() const override { return here_; }

 protected:
  RankedParts copies() const {
    RankedParts parts;
    for (const auto& part : parts_) parts.push_back(part->copy());
    return parts;
  }

  double sum_of_bounds(Xapian::docid block) const {
    double sum = 0;
    for (const auto& part : parts_) sum += part->bound(block);
    return sum;
  }

  double sum_of_most() const {
    double sum = 0;
    for (const auto& part : parts_) sum += part->most();
    return sum;
  }

  /// Of articles with any part.
  Matches matches_of_any() const {
    Matches all;
    for (const auto& part : parts_) {
      const Matches each = part->matches();
      all.least = std::max(all.least, each.least);
      all.most = std::min<std::uint64_t>(all.most + each.most, all_);
      if (all_ > 0) all.guess += each.guess - all.guess * each.guess / static_cast<double>(all_);
    }
    return all;
  }

  /// Moves to the first article with any part; each part is there or behind.
  void seek_any(Xapian::docid id) {
    at_ = kNoArticle;
    for (const auto& part : parts_) {
      part->seek(id, 0);
      at_ = std::min(at_, part->at());
    }
  }

  RankedParts parts_;
  Xapian::doccount all_ = 0;  // articles in the segment
  Xapian::docid at_ = 0;
  double here_ = 0;
};

class All : public Group {
 public:
  explicit All(RankedParts parts) : Group(std::move(parts)), behind_(parts_.size()) {}

  std::unique_ptr<RankedPart> copy() const override { return std::make_unique<All>(copies()); }

  void open(const Xapian::Database& segment) override {
    Group::open(segment);
    std::ranges::stable_sort(parts_, {}, [](const auto& part) { return part->matches().guess; });
    block_ = kNoArticle;
  }

  void seek(Xapian::docid id, double least) override {
    if (at_ >= id && at_ != 0) return;
    if (least > 0) {
      seek_in_block(id, least);
      return;
    }
    std::fill(behind_.begin(), behind_.end(), 0);
    block_ = kNoArticle;
    while (id != kNoArticle && !stands_at(id, 0)) {
    }
    if (id == kNoArticle) at_ = id;
  }

  double bound(Xapian::docid block) const override { return sum_of_bounds(block); }
  double most() const override { return sum_of_most(); }

  Matches matches() const override {
    Matches all = parts_[0]->matches();
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      const Matches each = parts_[i]->matches();
      const std::uint64_t both = all.least + each.least;
      all.least = both > all_ ? both - all_ : 0;
      all.most = std::min(all.most, each.most);
      all.guess = all_ == 0 ? 0 : all.guess * each.guess / static_cast<double>(all_);
    }
    return all;
  }

 private:
  void seek_in_block(Xapian::docid id, double least) {
    const Xapian::docid block = id / kBlock;
    if (block != block_) {
      block_ = block;
      double rest = 0;
      for (std::size_t i = parts_.size(); i-- > 0;) {
        behind_[i] = rest;
        rest += parts_[i]->bound(block);
      }
    }
    const Xapian::docid next_block = (block + 1) * kBlock;
    while (!stands_at(id, least)) {
      if (id < next_block) continue;
      at_ = id == kNoArticle ? id : next_block - 1;  // in the next block other bounds hold
      here_ = 0;
      return;
    }
  }

  /// Tries the first article of the rarest part from `id` on. When it does not match or weighs less
  /// than `least`, `id` becomes the first that may.
  bool stands_at(Xapian::docid& id, double least) {
    parts_[0]->seek(id, least - behind_[0]);
    const Xapian::docid article = parts_[0]->at();
    id = article;
    if (article == kNoArticle || (least > 0 && article / kBlock != block_)) return false;
    here_ = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (i > 0) parts_[i]->seek(article, 0);
      if (parts_[i]->at() != article) {
        id = parts_[i]->at();
        return false;
      }
      here_ += parts_[i]->weight();
      if (here_ + behind_[i] < least) {
        id = article + 1;
        return false;
      }
    }
    at_ = article;
    return true;
  }

  Xapian::docid block_ = kNoArticle;
  std::vector<double> behind_;  // for each part: the most that those behind it count in the block
};

class Any : public Group {
 public:
  explicit Any(RankedParts parts)
      : Group(std::move(parts)), order_(parts_.size()), below_(parts_.size() + 1) {}

  std::unique_ptr<RankedPart> copy() const override { return std::make_unique<Any>(copies()); }

  void seek(Xapian::docid id, double least) override {
    if (at_ >= id && at_ != 0) return;
    if (least > 0) {
      seek_in_block(id, least);
      return;
    }
    seek_any(id);
    here_ = 0;
    for (const auto& part : parts_) {
      if (part->at() == at_ && at_ != kNoArticle) here_ += part->weight();
    }
  }

  double bound(Xapian::docid block) const override { return sum_of_bounds(block); }
  double most() const override { return sum_of_most(); }
  Matches matches() const override { return matches_of_any(); }

 private:
  /// Only articles of parts that together can be enough are looked at; the others are asked about
  /// these articles, as long as they can make up what is missing.
  void seek_in_block(Xapian::docid id, double least) {
    const Xapian::docid block = id / kBlock;
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::sort(order_, {}, [&](std::size_t i) { return parts_[i]->bound(block); });
    std::size_t enough = order_.size();
    for (std::size_t i = 0; i < order_.size(); ++i) {
      below_[i + 1] = below_[i] + parts_[order_[i]]->bound(block);
      if (enough == order_.size() && below_[i + 1] >= least) enough = i;
    }
    const Xapian::docid behind = (block + 1) * kBlock;
    for (;; ++id) {
      at_ = kNoArticle;
      for (std::size_t i = enough; i < order_.size(); ++i) {
        parts_[order_[i]]->seek(id, 0);
        at_ = std::min(at_, parts_[order_[i]]->at());
      }
      here_ = 0;
      if (at_ >= behind) {
        at_ = behind - 1;  // in the next block other parts count
        return;
      }
      id = at_;
      for (std::size_t i = enough; i < order_.size(); ++i) add(order_[i]);
      for (std::size_t i = enough; i > 0 && here_ + below_[i] >= least; --i) {
        parts_[order_[i - 1]]->seek(id, 0);
        add(order_[i - 1]);
      }
      if (here_ >= least || id + 1 == behind) return;
    }
  }

  void add(std::size_t part) {
    if (parts_[part]->at() == at_) here_ += parts_[part]->weight();
  }

  std::vector<std::size_t> order_;  // of the parts, by what they count in the block
  std::vector<double> below_;       // sums of it
};

class Best : public Group {
 public:
  using Group::Group;

  std::unique_ptr<RankedPart> copy() const override { return std::make_unique<Best>(copies()); }

  void seek(Xapian::docid id, double) override {
    if (at_ >= id && at_ != 0) return;
    seek_any(id);
    here_ = 0;
    for (const auto& part : parts_) {
      if (part->at() == at_ && at_ != kNoArticle) here_ = std::max(here_, part->weight());
    }
  }

  double bound(Xapian::docid block) const override {
    double best = 0;
    for (const auto& part : parts_) best = std::max(best, part->bound(block));
    return best;
  }
  double most() const override {
    double best = 0;
    for (const auto& part : parts_) best = std::max(best, part->most());
    return best;
  }
  Matches matches() const override { return matches_of_any(); }
};

}  // namespace

std::unique_ptr<RankedPart> ranked_term(std::string term, std::shared_ptr<const TermWeight> weight,
                                        const SegmentTables& tables) {
  return std::make_unique<Term>(std::move(term), std::move(weight), tables);
}

std::unique_ptr<RankedPart> joined(Joined how, RankedParts parts) {
  if (how == Joined::All) return std::make_unique<All>(std::move(parts));
  if (how == Joined::Any) return std::make_unique<Any>(std::move(parts));
  return std::make_unique<Best>(std::move(parts));
}

}  // namespace pressmark::searcher
