#include "indexer/enrich/country_ranking.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pressmark::indexer {
namespace {

double kind_weight(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::Country:
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
      return 0.6;
    case PlaceKind::Water:
      return 0.5;
    case PlaceKind::Money:
      return 0.4;
    case PlaceKind::None:
      break;
  }
  return 0;
}

/// Mentions that leave no doubt which country they mean.
bool is_plain(const Gazetteer& gazetteer, const FoundPlace& found) {
  const Place& place = *found.match.place;
  if (found.settled[0] != 0) return true;
  const auto candidates = gazetteer.candidates(place);
  if (candidates.size() != 1) return false;
  return place.kind != PlaceKind::City || candidates[0].size >= 100 || found.located;
}

using Support = std::map<std::string, double, std::less<>>;

double supported(const Support& support, std::string_view country) {
  const auto found = support.find(country);
  return found == support.end() ? 0 : found->second;
}

/// The country a doubtful name means here; empty when it is better taken for none.
std::string_view settle(const Gazetteer& gazetteer, const FoundPlace& found, const Support& support,
                        std::string_view source_country) {
  const Place& place = *found.match.place;
  const auto candidates = gazetteer.candidates(place);
  double best = -1;
  const PlaceCandidate* chosen = nullptr;
  for (const PlaceCandidate& candidate : candidates) {
    double score = std::log10(1.0 + candidate.size);
    if (candidate.capital) score += 0.5;
    score += 1.2 * std::min(2.0, supported(support, candidate.code()));
    if (candidate.code() == source_country) score += 0.5;
    if (score > best) {
      best = score;
      chosen = &candidate;
    }
  }
  if (chosen == nullptr) return {};
  if (place.kind == PlaceKind::City) {
    const bool known = chosen->size >= 100 || chosen->capital;
    if (!known && !found.located && supported(support, chosen->code()) < 0.5) return {};
    if (place.given && !found.located && chosen->size < 1000 &&
        supported(support, chosen->code()) < 0.5)
      return {};
  }
  return chosen->code();
}

}  // namespace

std::vector<CountryEvidence> weigh_countries(const Gazetteer& gazetteer,
                                             std::span<const FoundPlace> places,
                                             std::string_view source_country) {
  Support support;
  for (const FoundPlace& found : places) {
    if (!is_plain(gazetteer, found)) continue;
    const std::string_view code =
        found.settled[0] != 0 ? found.code() : gazetteer.candidates(*found.match.place)[0].code();
    double& sum = support[std::string(code)];
    sum = std::min(3.0, sum + kind_weight(found.match.place->kind));
  }
  std::vector<CountryEvidence> evidence;
  for (const FoundPlace& found : places) {
    const Place& place = *found.match.place;
    std::string_view code;
    if (found.settled[0] != 0) {
      code = found.code();
    } else if (is_plain(gazetteer, found)) {
      code = gazetteer.candidates(place)[0].code();
    } else {
      code = settle(gazetteer, found, support, source_country);
    }
    if (code.empty()) continue;
    auto own = std::ranges::find(evidence, code, &CountryEvidence::country);
    if (own == evidence.end()) {
      evidence.push_back({.country = std::string(code), .first = 1'000'000});
      own = std::prev(evidence.end());
    }
    own->weight += kind_weight(place.kind);
    (place.kind == PlaceKind::Country || place.kind == PlaceKind::Demonym ? own->names
                                                                          : own->places) += 1;
    own->title |= found.section == Section::Title;
    own->dateline |= found.section == Section::Dateline;
    own->lead |= found.section == Section::Lead;
    if (found.section == Section::Body || found.section == Section::Lead)
      own->first = std::min(own->first, found.word);
  }
  return evidence;
}

std::vector<std::string> rank_countries(std::span<const CountryEvidence> evidence,
                                        std::size_t words) {
  double most = 0;
  std::vector<std::pair<double, std::string>> scored;
  for (const CountryEvidence& one : evidence) {
    double score = one.weight;
    if (one.title) score += 2;
    if (one.dateline) score += 2;
    if (one.lead) score += 1;
    scored.emplace_back(score, one.country);
    most = std::max(most, score);
  }
  std::ranges::stable_sort(scored, std::greater<>(), &std::pair<double, std::string>::first);
  std::vector<std::string> countries;
  for (const auto& [score, country] : scored) {
    const double least = words < 60 ? 0.0 : 1.5;
    if (score < least && !countries.empty()) break;
    countries.push_back(country);
  }
  return countries;
}

}  // namespace pressmark::indexer
