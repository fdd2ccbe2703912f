#include "indexer/store/story_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace pressmark::indexer {
namespace {

using Hashes = std::span<const std::uint32_t>;
using Pair = std::pair<std::uint32_t, std::uint32_t>;

constexpr std::size_t kMinShared = 5;    // sampled shingles: about 20 shingles, a paragraph
constexpr double kMinContainment = 0.4;  // of the smaller article
constexpr double kMinOfWhole = 0.3;      // of the smaller article with all that stands in many: two
                                         // made of much used sentences share a rare one
constexpr double kMinOfLarger = 0.2;     // below: the smaller may be one part of a round-up
constexpr std::size_t kFewArticles =
    6;  // a shingle of so few articles is evidence without a look at them
constexpr std::size_t kSample = 9;     // articles looked at to tell debris from a much copied story
constexpr double kMinCoherence = 0.5;  // median containment among them
constexpr std::size_t kPairAll = 12;   // up to here every two articles of a shingle are compared
constexpr std::size_t kNeighbours =
    3;  // beyond: each with the first and with so many that follow it
constexpr std::size_t kPostingsAtOnce = 1 << 23;  // bounds the memory of one pass: 64 MiB
constexpr std::size_t kPairsAtOnce = 1 << 21;     // many of them the same: 16 MiB

/// How many hashes two articles share; some smaller number when these are fewer than `needed`, for
/// then nobody asks.
std::size_t count_shared(Hashes a, Hashes b, std::size_t needed) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < needed) return 0;
  const std::size_t can_lack = a.size() - needed;
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size() && i - shared <= can_lack;) {
    shared += a[i] == b[k];
    const bool step_a = a[i] <= b[k];
    const bool step_b = b[k] <= a[i];
    i += step_a;
    k += step_b;
  }
  return shared;
}

/// The least whole number that is this share of `whole` or more.
std::size_t share_of(double share, std::size_t whole) {
  return static_cast<std::size_t>(std::ceil(share * static_cast<double>(whole)));
}

/// Whether the smaller of two articles is in the other to this extent.
bool are_alike(Hashes a, Hashes b, double share) {
  const std::size_t smaller = std::min(a.size(), b.size());
  const std::size_t needed = share_of(share, smaller);
  return smaller > 0 && count_shared(a, b, needed) >= needed;
}

/// Union-find whose root is the smallest member.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// Articles in an order that their content alone decides, so that samples do not depend on the
/// order of arrival.
std::vector<std::uint32_t> content_order(const FingerprintList& articles) {
  // By their first hashes, which decide nearly always: the articles may lie on a disk.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> first(articles.size());
  articles.for_each([&](std::size_t i, Hashes hashes) {
    const std::uint64_t one = hashes.empty() ? 0 : hashes[0];
    first[i] = {one << 32 | (hashes.size() < 2 ? 0 : hashes[1]), static_cast<std::uint32_t>(i)};
  });
  std::vector<std::uint32_t> in_a;
  std::vector<std::uint32_t> in_b;
  std::ranges::sort(first, [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return std::ranges::lexicographical_compare(articles.of(a.second, in_a),
                                                articles.of(b.second, in_b));
  });
  std::vector<std::uint32_t> order(first.size());
  std::ranges::transform(first, order.begin(), [](const auto& each) { return each.second; });
  return order;
}

struct Evidence {
  std::vector<Pair> candidates;       // pairs of articles that may be copies, ascending, unique
  std::vector<std::uint32_t> debris;  // shingles that prove nothing, ascending
};

/// Whether the articles of a shingle, a sample of them, are like each other beyond it.
bool is_coherent(const FingerprintList& articles, std::span<const std::uint32_t> members) {
  const std::size_t sample = std::min(kSample, members.size());
  const std::size_t pairs = sample * (sample - 1) / 2;
  const std::size_t below = pairs / 2;  // of the pairs, in order of likeness, before the middle one
  std::size_t alike = 0;
  std::size_t unlike = 0;
  // Spread over the whole list: neighbours in content order tend to be copies of each other.
  std::array<std::vector<std::uint32_t>, kSample> buffers;
  std::array<Hashes, kSample> picked;
  for (std::size_t i = 0; i < sample; ++i)
    picked[i] = articles.of(members[i * members.size() / sample], buffers[i]);
  for (std::size_t i = 0; i < sample; ++i) {
    for (std::size_t k = i + 1; k < sample; ++k) {
      // No further than the middle one is known to be on one side or the other.
      (are_alike(picked[i], picked[k], kMinCoherence) ? alike : unlike) += 1;
      if (unlike > below) return false;
      if (alike >= pairs - below) return true;
    }
  }
  return true;
}

void add_pairs(std::span<const std::uint32_t> members, std::vector<Pair>& pairs) {
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    pairs.emplace_back(std::min(a, b), std::max(a, b));
  };
  const std::size_t reach = members.size() <= kPairAll ? members.size() : kNeighbours;
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (std::size_t k = i + 1; k < std::min(members.size(), i + 1 + reach); ++k)
      add(members[i], members[k]);
    if (i > reach) add(members[0], members[i]);
  }
}

void sort_unique(std::vector<Pair>& pairs) {
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

/// One pass over the shingles of a part of the hash space.
void look_at(const FingerprintList& articles, std::vector<Pair>& postings,
             const std::vector<std::uint32_t>& order, Evidence& evidence) {
  std::ranges::sort(postings);
  std::size_t most_pairs = std::max(kPairsAtOnce, 2 * evidence.candidates.size());
  std::vector<std::uint32_t> members;
  for (std::size_t begin = 0; begin < postings.size();) {
    members.clear();
    std::size_t end = begin;
    for (; end < postings.size() && postings[end].first == postings[begin].first; ++end) {
      members.push_back(order[postings[end].second]);
    }
    if (members.size() > kFewArticles && !is_coherent(articles, members)) {
      evidence.debris.push_back(postings[begin].first);
    } else {
      add_pairs(members, evidence.candidates);
    }
    // Two hundred copies of a story give the same pairs with each of their shingles.
    if (evidence.candidates.size() > most_pairs) {
      sort_unique(evidence.candidates);
      most_pairs = std::max(kPairsAtOnce, 2 * evidence.candidates.size());
    }
    begin = end;
  }
  sort_unique(evidence.candidates);
}

Evidence gather(const FingerprintList& articles) {
  const std::vector<std::uint32_t> order = content_order(articles);
  std::vector<std::uint32_t> rank_of(order.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) rank_of[order[rank]] = rank;
  const std::size_t passes = articles.hashes() / kPostingsAtOnce + 1;
  const std::uint64_t width = (std::uint64_t{1} << 32) / passes + 1;
  Evidence evidence;
  std::vector<Pair> postings;  // (shingle, rank in content order)
  for (std::size_t pass = 0; pass < passes; ++pass) {
    const std::uint64_t low = pass * width;
    const std::uint64_t high = low + width;
    postings.clear();
    articles.for_each([&](std::size_t i, Hashes hashes) {
      for (auto it = std::ranges::lower_bound(hashes, low); it != hashes.end() && *it < high;
           ++it) {
        postings.emplace_back(*it, rank_of[i]);
      }
    });
    look_at(articles, postings, order, evidence);
  }
  return evidence;
}

/// A smaller article that stands whole in a much larger one.
struct Part {
  std::uint32_t whole;
  std::uint32_t part;
};

/// Joins parts with their whole unless the whole holds several groups that are no copies of each
/// other.
void join_parts(const std::vector<Part>& parts, Groups& groups) {
  std::vector<Pair> owners;  // (whole's group, part's group) as the strong edges left them
  for (const Part& p : parts) {
    const Pair owner{groups.find(p.whole), groups.find(p.part)};
    if (owner.first != owner.second) owners.push_back(owner);
  }
  sort_unique(owners);
  for (std::size_t begin = 0; begin < owners.size();) {
    std::size_t end = begin;
    while (end < owners.size() && owners[end].first == owners[begin].first) ++end;
    if (end - begin == 1) groups.join(owners[begin].first, owners[begin].second);
    begin = end;
  }
}

}  // namespace

std::vector<std::uint32_t> find_stories(FingerprintList articles) {
  std::vector<std::size_t> sizes(articles.size());  // with their debris
  for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = articles.size_of(i);
  const Evidence evidence = gather(articles);
  articles.remove(evidence.debris);
  Groups groups(articles.size());
  std::vector<Part> parts;
  std::vector<std::uint32_t> in_a;
  std::vector<std::uint32_t> in_b;
  for (const auto& [a, b] : evidence.candidates) {
    const Hashes x = articles.of(a, in_a);
    const Hashes y = articles.of(b, in_b);
    const auto [smaller, larger] = std::minmax({x.size(), y.size()});
    const std::size_t needed = std::max({kMinShared, share_of(kMinContainment, smaller),
                                         share_of(kMinOfWhole, std::min(sizes[a], sizes[b]))});
    const std::size_t shared = count_shared(x, y, needed);
    if (shared < needed) continue;
    if (static_cast<double>(shared) >= kMinOfLarger * static_cast<double>(larger)) {
      groups.join(a, b);
    } else {
      parts.push_back(x.size() > y.size() ? Part{a, b} : Part{b, a});
    }
  }
  join_parts(parts, groups);
  std::vector<std::uint32_t> story(articles.size());
  for (std::uint32_t i = 0; i < story.size(); ++i) story[i] = groups.find(i);
  return story;
}

}  // namespace pressmark::indexer
