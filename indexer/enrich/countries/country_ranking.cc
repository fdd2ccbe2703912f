#include "indexer/enrich/countries/country_ranking.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace pressmark::indexer {
namespace {

constexpr std::size_t kShort = 45;   // words: a text of a sentence or two is about all it names
constexpr std::uint32_t kByFar = 3;  // times as many people
constexpr std::uint32_t kHeardOf = 20, kHeardOfAmongMany = 100;  // thousands
constexpr std::size_t kBrief = 100;            // words: a local story of three sentences
constexpr std::uint32_t kNowhere = 1'000'000;  // position of what the text does not mention
constexpr std::uint32_t kTracesAlone = 2;
constexpr std::uint32_t kWorldCity = 1000;  // thousands

double kind_weight(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::Country:
    case PlaceKind::Several:
      return 1.0;
    case PlaceKind::Demonym:
      return 0.9;
    case PlaceKind::Region:
      return 0.9;
    case PlaceKind::City:
      return 0.8;
    case PlaceKind::Seat:
      return 0.8;
    case PlaceKind::Body:
    case PlaceKind::Domestic:
      return 0.6;
    case PlaceKind::Leader:
      return 0.3;  // is of a country, wherever he is
    case PlaceKind::Water:
      return 0.5;
    case PlaceKind::Money:
      return 0.4;
    case PlaceKind::Trace:
    case PlaceKind::None:
      break;
  }
  return 0;
}

/// Whether the name is a body's that is heard where nothing else says more.
bool speaks_last(const FoundPlace& found) {
  return found.body || (found.match.place->kind == PlaceKind::Domestic && !found.plays);
}

double importance(const CountryEvidence& one) {
  return one.weight + (one.title ? 2 : 0) + (one.opens_title ? 1.5 : 0) +
         (one.opens_text ? 0.5 : 0) + (one.dateline ? 3 : 0) + (one.lead ? 1 : 0);
}

/// Whether the article is about the country, and does not only mention it.
bool is_about(const CountryEvidence& one, std::size_t words, bool dateline, DatelineIn origin) {
  const std::uint32_t mentions = one.names + one.places;
  if (mentions == 0) return false;
  if (dateline && words > kShort) {
    if (one.dateline) return true;
    if (one.names == 0) return false;
    if (one.title) return mentions >= 2;
    if (one.lead && origin == DatelineIn::Text) return true;
    return mentions >= (one.lead ? 4U : 6U);
  }
  if (dateline) return one.dateline || (one.title && one.names > 0) || (one.lead && one.names > 1);
  if (words <= kShort || one.names > 0) return true;
  // Towns alone: in the headline, twice, or large ones where something happens, "in Geneva".
  return one.title || mentions >= 2 || one.scene;
}

using Support = std::map<std::string, double, std::less<>>;

double supported(const Support& support, std::string_view country) {
  const auto found = support.find(country);
  return found == support.end() ? 0 : found->second;
}

/// Settles names against each other.
class Settler {
 public:
  Settler(const Gazetteer& gazetteer, std::span<const FoundPlace> places,
          std::string_view source_country)
      : gazetteer_(gazetteer), source_country_(source_country) {
    for (const FoundPlace& found : places) {
      if (found.settled[0] != 0) by_key_.emplace(found.key, found.code());
    }
    settle_home_towns(places);
    for (const FoundPlace& found : places) {
      const PlaceKind kind = found.match.place->kind;
      const auto candidates = gazetteer.candidates(*found.match.place);
      const std::string_view code = plain(found);
      if (kind == PlaceKind::City && found.strictly_located) {
        for (const PlaceCandidate& one : candidates) {
          if (one.capital != 0) seats_[std::string(one.code())] = kind_weight(kind);
        }
      }
      if (kind == PlaceKind::Trace) {
        share(candidates, kTraceWeight, kMaxTraces);
      } else if (!code.empty()) {
        const bool body = speaks_last(found);
        if (kind == PlaceKind::Water) rivers_.emplace(code);
        if (kind == PlaceKind::Region || kind == PlaceKind::Domestic) near_.emplace(code);
        if (kind != PlaceKind::Leader && !body) named_.emplace(code);
        support(code, body ? 0 : kind_weight(kind), kMaxSupport);
      } else if (kind == PlaceKind::Body) {
        double& sum = bodies_[std::string(candidates[0].code())];
        sum = std::min(kMaxSupport, sum + kind_weight(kind));
      } else if (kind == PlaceKind::City && found.strictly_located && !found.match.place->word &&
                 !found.match.place->given) {
        share(candidates, kSmallCityWeight, kMaxSmallCities);
      }
    }
  }

  /// The country a name means; empty when it is better taken for none.
  std::string_view country_of(const FoundPlace& found) const {
    const std::string_view code = plain(found);
    return code.empty() ? weighed(found) : code;
  }

 private:
  static constexpr double kTraceWeight = 0.3;
  static constexpr double kMaxTraces = 1.3;
  static constexpr double kSmallCityWeight = 0.2;
  static constexpr double kMaxSmallCities = 0.8;
  static constexpr double kMaxSupport = 3.0;
  static constexpr std::uint32_t kHomeTown = 10;      // thousands; smaller ones are surnames, too
  static constexpr std::uint32_t kHardlyMeant = 100;  // times as many people in the other place
  static constexpr std::uint32_t kUnlikely = 20;      // ... the same
  static constexpr std::uint32_t kLesserTown = 300;   // thousands: not known by itself

  /// Settles a town that no other place is called as where headline and text name it, and no
  /// country but its own.
  void settle_home_towns(std::span<const FoundPlace> places) {
    const auto abroad = [&](const FoundPlace& found, std::string_view home) {
      const PlaceKind kind = found.match.place->kind;
      return (kind == PlaceKind::Country || kind == PlaceKind::Demonym) &&
             std::ranges::count(gazetteer_.candidates(*found.match.place), home,
                                &PlaceCandidate::code) == 0;
    };
    std::map<std::uint64_t, bool> headlines;  // and whether the text has it, too
    for (const FoundPlace& found : places) {
      const Place& place = *found.match.place;
      const auto candidates = gazetteer_.candidates(place);
      if (place.kind != PlaceKind::City || candidates.size() != 1 || place.word || place.given ||
          candidates[0].size < kHomeTown)
        continue;
      if (found.section == Section::Title) {
        headlines.emplace(found.key, false);
      } else if (const auto known = headlines.find(found.key);
                 known != headlines.end() && !known->second) {
        known->second = true;
        const std::string_view home = candidates[0].code();
        if (std::ranges::none_of(places, [&](const auto& other) { return abroad(other, home); }))
          by_key_.emplace(found.key, home);
      }
    }
  }

  /// What may belong to several countries supports each of them a little, the likelier ones more.
  void share(std::span<const PlaceCandidate> candidates, double weight, double limit) {
    double all = 0;
    for (const PlaceCandidate& one : candidates) all += one.size;
    for (const PlaceCandidate& one : candidates) {
      support(one.code(), weight * one.size / std::max(all, 1.0), limit);
    }
  }

  void support(std::string_view code, double weight, double limit) {
    double& sum = support_[std::string(code)];
    if (sum < limit) sum = std::min(limit, sum + weight);
  }

  /// The country of a name that leaves no doubt; empty for others.
  std::string_view plain(const FoundPlace& found) const {
    if (found.settled[0] != 0) return found.code();
    const Place& place = *found.match.place;
    const auto candidates = gazetteer_.candidates(place);
    if (const auto settled = by_key_.find(found.key); settled != by_key_.end()) {
      for (const PlaceCandidate& one : candidates) {
        if (one.code() == settled->second) return one.code();
      }
      if (place.kind != PlaceKind::Country) return settled->second;
    }
    if (candidates.size() != 1) return {};
    const bool sure = place.kind != PlaceKind::City && place.kind != PlaceKind::Region;
    return sure || candidates[0].size >= 100 || found.strictly_located ? candidates[0].code()
                                                                       : std::string_view();
  }

  /// What else the article says for the country. A body that several have speaks for the first of
  /// them, but not for itself.
  double backing_of(const Place& place, std::string_view country) const {
    const double others = supported(support_, country);
    if (place.kind == PlaceKind::Body) return others + supported(seats_, country);
    return std::min(kMaxSupport, others + supported(bodies_, country));
  }

  /// The namesake in the country whose river the article names, where it names nothing of the
  /// larger one's: "a baker in Perth whose shop looks out on the River Tay". A region or a body
  /// says so for lesser towns alone: people from California visit Dublin.
  const PlaceCandidate& nearer(const PlaceCandidate& chosen,
                               std::span<const PlaceCandidate> candidates) const {
    if (chosen.capital) return chosen;
    const bool lesser = chosen.size < kLesserTown;
    const auto found = std::ranges::find_if(candidates, [&](const PlaceCandidate& one) {
      if (rivers_.contains(one.code())) return one.size * kHardlyMeant >= chosen.size;
      return lesser && near_.contains(one.code()) && one.size * kUnlikely >= chosen.size;
    });
    return found == candidates.end() ? chosen : *found;
  }

  std::string_view weighed(const FoundPlace& found) const {
    const Place& place = *found.match.place;
    double best = -1;
    const PlaceCandidate* chosen = nullptr;
    for (const PlaceCandidate& candidate : gazetteer_.candidates(place)) {
      const std::string_view code = candidate.code();
      double score = std::log10(1.0 + candidate.size) + (candidate.capital ? 0.3 : 0.0);
      score += 1.2 * std::min(2.0, backing_of(place, code));
      if (code == source_country_) score += 0.8;
      if (place.kind == PlaceKind::Country)
        score += (code == "US") == found.of_state
                     ? 0.0
                     : -0.7 * (found.of_state || found.of_nation ? 1.0 : 0.0);
      if (score > best) {
        best = score;
        chosen = &candidate;
      }
    }
    if (chosen == nullptr) return {};
    if (place.kind == PlaceKind::City && !named_.contains(chosen->code()))
      chosen = &nearer(*chosen, gazetteer_.candidates(place));
    const double backing = backing_of(place, chosen->code());
    if (place.kind == PlaceKind::City || place.kind == PlaceKind::Region) {
      const bool known = chosen->size >= 100 || chosen->capital;
      const bool only_one = place.count == 1 && !place.word && !place.given && found.located;
      if (!known && !found.strictly_located && !only_one && backing < 0.5) return {};
      if (place.given && !found.located && chosen->size < 1000 && backing < 0.5) return {};
    }
    return chosen->code();
  }

  const Gazetteer& gazetteer_;
  std::string_view source_country_;
  std::map<std::uint64_t, std::string_view>
      by_key_;  // names settled somewhere in the article; views into FoundPlace
  std::set<std::string, std::less<>> rivers_;  // countries of waters
  std::set<std::string, std::less<>> near_;    // ... of regions and bodies
  std::set<std::string, std::less<>> named_;   // ... of all that is not only a body or a leader
  Support support_;
  Support bodies_;  // ... by bodies whose name several countries know
  Support seats_;   // ... by capitals that other towns are called after: for such bodies alone
};

/// Whether the name is that of the country's capital or of a very large city.
bool is_world_city(const Gazetteer& gazetteer, const FoundPlace& found, std::string_view country) {
  if (found.match.place->kind != PlaceKind::City) return false;
  return std::ranges::any_of(
      gazetteer.candidates(*found.match.place), [&](const PlaceCandidate& one) {
        return one.code() == country && (one.capital || one.size >= kWorldCity);
      });
}

/// Where a country's clubs, parties and the like are named more often than any country with its
/// places: those that have at least half as many as the first.
void add_homes_of_bodies(std::span<const CountryEvidence> evidence,
                         std::vector<std::pair<double, std::string>>& scored) {
  std::uint32_t most = 0, others = 0;
  for (const CountryEvidence& one : evidence) {
    most = std::max(most, one.bodies);
    others = std::max(others, one.names + one.places);
  }
  if (most <= others) return;
  for (const CountryEvidence& one : evidence) {
    if (2 * one.bodies >= most) scored.emplace_back(one.bodies, one.country);
  }
}

/// The country of a namesake several times as large as all others and no village; empty if none.
std::string_view largest_by_far(std::span<const PlaceCandidate> candidates) {
  if (candidates.empty()) return {};
  const auto largest = std::ranges::max_element(candidates, {}, &PlaceCandidate::size);
  const bool far = std::ranges::all_of(candidates, [&](const PlaceCandidate& one) {
    return &one == &*largest || one.size * kByFar <= largest->size;
  });
  const std::uint32_t least = candidates.size() == 1 ? kHeardOf : kHeardOfAmongMany;
  return far && largest->size >= least ? largest->code() : std::string_view();
}

/// Where nothing else says anything in a short text: the country whose money is counted, if only
/// one is spoken of, or that of a little town or region, whose namesakes are far smaller or in no
/// country of whose life the text has a trace.
void add_last_resort(std::span<const CountryEvidence> evidence, std::size_t words,
                     std::vector<std::pair<double, std::string>>& scored) {
  if (words > kBrief) return;
  const CountryEvidence* best = nullptr;
  const bool lone = std::ranges::count_if(evidence, &CountryEvidence::pays) == 1;
  const auto worth = [lone](const CountryEvidence& one) {
    return (lone && one.money ? 2U : 0U) + one.towns + (one.namesakes > 0 ? 2 * one.traces : 0U);
  };
  for (const CountryEvidence& one : evidence) {
    if (worth(one) > (best == nullptr ? 0U : worth(*best))) best = &one;
  }
  if (best != nullptr) scored.emplace_back(1, best->country);
}

}  // namespace

std::vector<CountryEvidence> weigh_countries(const Gazetteer& gazetteer,
                                             std::span<const FoundPlace> places,
                                             std::string_view source_country) {
  const Settler settler(gazetteer, places, source_country);
  std::vector<CountryEvidence> evidence;
  const auto own = [&evidence](std::string_view code) -> CountryEvidence& {
    const auto known = std::ranges::find(evidence, code, &CountryEvidence::country);
    if (known != evidence.end()) return *known;
    evidence.push_back({.country = std::string(code), .first = kNowhere});
    return evidence.back();
  };
  for (const FoundPlace& found : places) {
    const PlaceKind kind = found.match.place->kind;
    if (kind == PlaceKind::Trace) {
      for (const PlaceCandidate& one : gazetteer.candidates(*found.match.place))
        ++own(one.code()).traces;
      continue;
    }
    const std::string_view code = settler.country_of(found);
    if (code.empty()) {
      const Place& town = *found.match.place;
      if (!found.recognised || town.given || town.word) continue;  // a person, or "Riverside"
      const auto candidates = gazetteer.candidates(town);
      for (const PlaceCandidate& one : candidates) ++own(one.code()).namesakes;
      if (const auto known = largest_by_far(candidates); !known.empty()) ++own(known).towns;
      continue;
    }
    CountryEvidence& country = own(code);
    if (speaks_last(found)) {
      ++country.bodies;
      continue;
    }
    country.weight += found.currency ? kind_weight(PlaceKind::Money) : kind_weight(kind);
    if (kind == PlaceKind::Money || found.currency) {
      ++country.traces;
      country.pays = true;
      country.money |= found.spent;
      continue;
    }
    const bool name =
        kind == PlaceKind::Country || kind == PlaceKind::Demonym || kind == PlaceKind::Several;
    ++(name ? country.names : country.places);
    if (kind == PlaceKind::Leader) continue;  // says nothing of where it plays
    if (found.section == Section::Title) {
      country.opens_title |= std::ranges::none_of(evidence, &CountryEvidence::title);
      country.title = true;
    }
    country.scene |= found.court || (found.section == Section::Lead && found.strictly_located &&
                                     is_world_city(gazetteer, found, code));
    country.dateline |= found.section == Section::Dateline;
    if (found.section == Section::Lead) {
      country.opens_text |= std::ranges::none_of(evidence, &CountryEvidence::lead);
      country.lead = true;
    }
    if (found.section == Section::Lead || found.section == Section::Body)
      country.first = std::min(country.first, found.word);
  }
  return evidence;
}

std::vector<std::string> rank_countries(std::span<const CountryEvidence> evidence,
                                        std::size_t words, DatelineIn origin) {
  const bool dateline = std::ranges::any_of(evidence, &CountryEvidence::dateline);
  std::vector<std::pair<double, std::string>> scored;
  const CountryEvidence* best = nullptr;
  for (const CountryEvidence& one : evidence) {
    const double score = importance(one);
    const bool heard = one.names + one.places + one.traces + one.bodies > 0;
    if (heard && (best == nullptr || score > importance(*best) ||
                  (score == importance(*best) && one.traces > best->traces)))
      best = &one;
    if (is_about(one, words, dateline, origin)) scored.emplace_back(score, one.country);
  }
  if (scored.empty()) add_homes_of_bodies(evidence, scored);
  if (scored.empty() && best != nullptr &&
      (best->names + best->places > 0 || best->traces >= kTracesAlone))
    scored.emplace_back(1, best->country);
  if (scored.empty()) add_last_resort(evidence, words, scored);
  std::ranges::stable_sort(scored, std::greater<>(), &std::pair<double, std::string>::first);
  std::vector<std::string> countries;
  for (auto& [score, country] : scored) countries.push_back(std::move(country));
  return countries;
}

}  // namespace pressmark::indexer
