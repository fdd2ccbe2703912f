#include "searcher/search/proximity.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "common/analysis.h"

namespace pressmark::searcher {
namespace {

// DECISIONS, ranking: flat around these values on the development queries.
constexpr double kFullWords = 3;     // up to so many different words the gain counts in full
constexpr double kShrink = 3;        // and beyond falls with this power
constexpr std::uint32_t kNear = 16;  // positions
constexpr double kDecay = 0.25;
constexpr std::size_t kMaxSequence = 32;     // words beyond are not looked at
constexpr std::size_t kMaxPositions = 2000;  // of one term in one article

/// Smallest distance between two lists of ascending positions; nothing beyond kNear.
std::optional<std::uint32_t> distance(const std::vector<Xapian::termpos>& a,
                                      const std::vector<Xapian::termpos>& b) {
  std::uint32_t least = kNear + 1;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t apart = a[i] < b[j] ? b[j] - a[i] : a[i] - b[j];
    if (apart > 0) least = std::min(least, apart);
    if (a[i] < b[j])
      ++i;
    else
      ++j;
  }
  if (least > kNear) return std::nullopt;
  return least;
}

/// Whether a word of the second list stands right behind one of the first.
bool side_by_side(const std::vector<Xapian::termpos>& a, const std::vector<Xapian::termpos>& b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (b[j] == a[i] + 1) return true;
    if (b[j] <= a[i])
      ++j;
    else
      ++i;
  }
  return false;
}

}  // namespace

Proximity::Proximity(const Xapian::Database& database, std::span<const SequenceWord> words)
    : database_(database) {
  const double articles = database.get_doccount();
  std::set<std::vector<std::string>> different;
  for (const SequenceWord& word : words.first(std::min(words.size(), kMaxSequence))) {
    double with = 0;
    for (const std::string& term : word.terms) with += database.get_termfreq(term);
    Word known{word.terms, with == 0 ? 0 : std::max(0.0, std::log2((articles + 1) / (with + 0.5))),
               word.common};
    if (!word.common && with > 0) {
      content_.push_back(words_.size());
      different.insert(word.terms);
    }
    words_.push_back(std::move(known));
  }
  if (different.size() < 2) return;
  scale_ = std::min(1.0, std::pow(kFullWords / static_cast<double>(different.size()), kShrink));
  for (std::size_t i = 1; i < content_.size(); ++i)
    most_ += words_[content_[i - 1]].rarity + words_[content_[i]].rarity;
  for (std::size_t i = 1; i < words_.size(); ++i) most_ += words_[i - 1].rarity + words_[i].rarity;
  most_ *= scale_;
}

std::vector<Xapian::termpos> Proximity::positions(Xapian::docid article, const Word& word) const {
  std::vector<Xapian::termpos> found;
  if (word.rarity == 0) return found;
  bool several = word.terms.size() > 1;
  const auto read = [&](const std::string& term) {
    std::size_t places = 0;
    for (auto at = database_.positionlist_begin(article, term);
         at != database_.positionlist_end(article, term) && places < kMaxPositions; ++at, ++places)
      found.push_back(*at);
  };
  for (const std::string& term : word.terms) {
    read(term);
    if (const auto form = stem_form(term); !form.empty()) {
      read(std::string(form));
      several = true;
    }
  }
  if (several) std::ranges::sort(found);
  return found;
}

double Proximity::gain(Xapian::docid article) const {
  if (scale_ == 0) return 0;
  std::vector<std::vector<Xapian::termpos>> places;
  for (const Word& word : words_) places.push_back(positions(article, word));
  double gained = 0;
  for (std::size_t i = 1; i < content_.size(); ++i) {
    const Word& first = words_[content_[i - 1]];
    const Word& second = words_[content_[i]];
    if (first.terms == second.terms) continue;
    const auto apart = distance(places[content_[i - 1]], places[content_[i]]);
    if (apart) gained += (first.rarity + second.rarity) * std::pow(*apart, -kDecay);
  }
  for (std::size_t i = 1; i < words_.size(); ++i) {
    if (side_by_side(places[i - 1], places[i])) gained += words_[i - 1].rarity + words_[i].rarity;
  }
  return scale_ * gained;
}

}  // namespace pressmark::searcher
