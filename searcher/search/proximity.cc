#include "searcher/search/proximity.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

#include "common/analysis.h"
#include "searcher/search/position_reader.h"

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

Proximity::Proximity(const Xapian::Database& database, std::span<const SequenceWord> words,
                     bool remote)
    : database_(database), remote_(remote) {
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
  for (std::size_t w = 0; w < words_.size(); ++w) {
    if (words_[w].rarity == 0) continue;
    for (const std::string& term : words_[w].terms) {
      holders_.push_back({term, w});
      if (const auto form = stem_form(term); !form.empty())
        holders_.push_back({std::string(form), w});
    }
  }
  std::ranges::sort(holders_, {}, &Holder::term);
}

std::vector<double> Proximity::gains(std::span<const Xapian::docid> articles) const {
  std::vector<double> gained(articles.size(), 0.0);
  if (scale_ == 0) return gained;
  std::vector<std::size_t> by_id(articles.size());
  std::iota(by_id.begin(), by_id.end(), std::size_t{0});
  std::ranges::sort(by_id, {}, [articles](std::size_t i) { return articles[i]; });

  std::vector<Positions> places(articles.size() * words_.size());  // all words of the first article
  PositionReader reader(database_, articles, remote_);
  for (const Holder& holder : holders_) {
    reader.start(holder.term);
    for (const std::size_t i : by_id)
      reader.read(articles[i], kMaxPositions, places[i * words_.size() + holder.word]);
  }
  for (Positions& each : places) {
    if (!std::ranges::is_sorted(each)) std::ranges::sort(each);  // of several terms
  }
  for (std::size_t i = 0; i < articles.size(); ++i)
    gained[i] = gain(std::span(places).subspan(i * words_.size(), words_.size()));
  return gained;
}

double Proximity::gain(std::span<const Positions> places) const {
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
