#include "searcher/facet/related.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "common/schema.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/facet/value_counts.h"
#include "searcher/model/flat_weight.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kLeastCount = 2;  // one article is no pattern
constexpr std::size_t kWordBytes = 3;   // shorter forms are initials and units

/// k * ln(k / expected), 0 for k = 0.
double part(double k, double expected) { return k > 0 ? k * std::log(k / expected) : 0; }

void keep_most_significant(std::vector<RelatedValue>& values, std::size_t limit) {
  std::ranges::sort(values, [](const RelatedValue& a, const RelatedValue& b) {
    return a.significance != b.significance ? a.significance > b.significance : a.value < b.value;
  });
  if (limit != 0 && values.size() > limit) values.resize(limit);
}

/// An article of a segment and the number behind its id.
struct Sampled {
  std::uint64_t key = 0;
  std::size_t segment = 0;
  Xapian::docid article = 0;
};

/// The matches of a remote segment with the smallest numbers.
void add_remote(const FacetSegment& segment, const SegmentMatches& matches, std::size_t place,
                std::vector<Sampled>& sample) {
  Xapian::Enquire enquire(segment.database);
  enquire.set_query(matches.query);
  enquire.set_weighting_scheme(FlatWeight());
  enquire.set_sort_by_value(slot::kArticleKey, false);
  const Xapian::MSet found = enquire.get_mset(0, kRelatedSample);
  for (auto match = found.begin(); match != found.end(); ++match) {
    const std::string key = match.get_document().get_value(slot::kArticleKey);
    sample.push_back({decode_key(key), place, *match});
  }
}

/// At most kRelatedSample matches: those whose ids come first. Ids are hashes, so that the choice
/// is even, and the same however the archive is cut into segments.
std::vector<Sampled> sample_of(std::span<const FacetSegment> segments, const MatchSet& matches) {
  std::vector<Sampled> sample;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].remote && matches[i].count > 0) add_remote(segments[i], matches[i], i, sample);
    for (const Xapian::docid article : matches[i].articles) {
      sample.push_back({segments[i].columns.key(article), i, article});
    }
  }
  const std::size_t kept = std::min(sample.size(), kRelatedSample);
  const auto end = sample.begin() + static_cast<std::ptrdiff_t>(kept);
  std::ranges::nth_element(sample, end, {}, &Sampled::key);
  sample.resize(kept);
  return sample;
}

/// Forms of words have no prefix and begin with no capital; field prefixes do.
bool is_form(std::string_view term) {
  return term.size() >= kWordBytes && !(term[0] >= 'A' && term[0] <= 'Z') &&
         !(term[0] >= '0' && term[0] <= '9');
}

}  // namespace

double significance(std::size_t count, std::size_t sample, std::size_t archived,
                    std::size_t articles) {
  archived = std::max(archived, count);
  articles = std::max({articles, archived, sample});
  if (sample == 0 || sample == articles) return 0;
  const auto k11 = static_cast<double>(count), n1 = static_cast<double>(sample);
  const auto k21 = static_cast<double>(archived) - k11, n2 = static_cast<double>(articles) - n1;
  const double share = static_cast<double>(archived) / static_cast<double>(articles);
  if (k11 / n1 <= k21 / n2) return 0;
  return 2 * (part(k11, n1 * share) + part(k21, n2 * share) + part(n1 - k11, n1 * (1 - share)) +
              part(n2 - k21, n2 * (1 - share)));
}

Related related_values(std::span<const FacetSegment> segments, const MatchSet& matches, FieldId id,
                       std::size_t limit, std::string_view locale) {
  Related related{id, {}, size(matches)};
  if (!field(id).slot) return related;
  const MatchSet all = everything(segments);
  const std::size_t articles = size(all);
  std::unordered_map<std::string_view, std::size_t> archived;
  const ValueCounts archive_counts = count_values(segments, all, *field(id).slot);
  for (const ValueCount& each : archive_counts.values) archived[each.value] = each.count;
  const ValueCounts counts = count_values(segments, matches, *field(id).slot);
  for (const ValueCount& each : counts.values) {
    const std::size_t whole = archived[each.value];
    const double evidence = significance(each.count, related.sample, whole, articles);
    if (each.count < kLeastCount || evidence < kLeastSignificance) continue;
    related.values.push_back({std::string(each.value), value_label(id, each.value, locale),
                              value_query(id, each.value), each.count, whole, evidence});
  }
  keep_most_significant(related.values, limit);
  return related;
}

Related related_words(std::span<const FacetSegment> segments, const MatchSet& matches,
                      std::span<const std::string> languages, std::span<const std::string> terms,
                      std::size_t limit, Analyzer& analyzer) {
  Related related{FieldId::Body, {}, 0};
  std::unordered_map<std::string, std::size_t> counts;
  std::size_t articles = 0;
  for (const FacetSegment& segment : segments) articles += segment.database.get_doccount();
  for (const Sampled& sampled : sample_of(segments, matches)) {
    const Xapian::Database& database = segments[sampled.segment].database;
    const auto end = database.termlist_end(sampled.article);
    for (auto it = database.termlist_begin(sampled.article); it != end; ++it) {
      const std::string term = *it;
      if (is_form(term)) ++counts[term];
    }
    ++related.sample;
  }
  for (const auto& [form, count] : counts) {
    if (count < kLeastCount) continue;
    std::size_t archived = 0;
    for (const FacetSegment& segment : segments) archived += segment.database.get_termfreq(form);
    const double evidence = significance(count, related.sample, archived, articles);
    if (evidence < kLeastSignificance) continue;
    const bool left_out = std::ranges::any_of(languages, [&](const std::string& language) {
      return Analyzer::is_function_word(form, language) ||
             !analyzer.mark(form, language, terms).empty();
    });
    if (!left_out) related.values.push_back({form, "", form, count, archived, evidence});
  }
  keep_most_significant(related.values, limit);
  return related;
}

}  // namespace pressmark::searcher
