#include "searcher/facet/word_counts.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/schema.h"
#include "searcher/model/flat_weight.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kWordBytes = 3;  // shorter forms are initials and units

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

WordCounts count_words(std::span<const FacetSegment> segments, const MatchSet& matches) {
  WordCounts counts;
  for (const Sampled& sampled : sample_of(segments, matches)) {
    const Xapian::Database& database = segments[sampled.segment].database;
    const auto end = database.termlist_end(sampled.article);
    for (auto it = database.termlist_begin(sampled.article); it != end; ++it) {
      std::string term = *it;
      if (is_form(term)) ++counts.forms[std::move(term)];
    }
    ++counts.sample;
  }
  return counts;
}

bool says_nothing(const std::string& form, std::span<const std::string> languages,
                  std::span<const std::string> terms, Analyzer& analyzer) {
  return std::ranges::any_of(languages, [&](const std::string& language) {
    return Analyzer::is_function_word(form, language) ||
           !analyzer.mark(form, language, terms).empty();
  });
}

}  // namespace pressmark::searcher
