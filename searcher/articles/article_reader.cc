#include "searcher/articles/article_reader.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/core.h>

#include "common/analysis.h"
#include "common/error.h"
#include "common/field_terms.h"
#include "common/identity.h"
#include "common/schema.h"
#include "common/story_table.h"
#include "common/url.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kShortestId = 5;
constexpr std::size_t kLikeTerms = 40;  // more add nothing to the ranking and cost time

constexpr std::size_t kRarestWords = 24;
constexpr Xapian::doccount kMostCopies = 500;
constexpr std::size_t kOthersInARow = 12;  // articles less and less alike: no copy follows

using Hashes = std::vector<std::uint32_t>;  // ascending, each once

Hashes hashes_of(const Xapian::Database& database, Xapian::docid article) {
  Hashes found = decode_fingerprint(
      database.get_document(article, Xapian::DOC_ASSUME_VALID).get_value(slot::kFingerprint));
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::size_t shared(const Hashes& a, const Hashes& b) {
  Hashes both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both.size();
}

/// Words of an article that fewest others of its segment have.
std::vector<std::string> rarest_words(const Xapian::Database& database, Xapian::docid article) {
  std::vector<std::pair<Xapian::doccount, std::string>> words;
  for (auto it = database.termlist_begin(article); it != database.termlist_end(article); ++it) {
    std::string term = *it;
    if (term.starts_with(prefix::kStem)) words.emplace_back(it.get_termfreq(), std::move(term));
  }
  std::ranges::sort(words);
  if (words.size() > kRarestWords) words.resize(kRarestWords);
  std::vector<std::string> terms;
  for (auto& [articles, term] : words) terms.push_back(std::move(term));
  return terms;
}

std::size_t common_beginning(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

/// The term common to all articles whose id begins so.
std::string id_prefix_term(std::string_view beginning) {
  return value_term(FieldId::Id, beginning);
}

/// Words and how often they stand in a text.
LikeThis like_words(const Xapian::Database& database,
                    const std::map<std::string, Xapian::termcount>& words) {
  struct Weighed {
    double weight;
    std::string term;
  };
  std::vector<Weighed> weighed;
  const double articles = database.get_doccount();
  for (const auto& [term, count] : words) {
    const Xapian::doccount having = database.get_termfreq(term);
    if (having == 0) continue;
    const double seldom = std::log(articles / having);
    const double often = count / (count + 1.2);
    weighed.push_back({seldom * often, term});
  }
  std::ranges::sort(weighed, [](const Weighed& x, const Weighed& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.term < y.term;
  });
  if (weighed.size() > kLikeTerms) weighed.resize(kLikeTerms);
  LikeThis like;
  for (const Weighed& each : weighed) like.terms.push_back(each.term);
  like.query = Xapian::Query(Xapian::Query::OP_OR, like.terms.begin(), like.terms.end());
  std::ranges::sort(like.terms);
  return like;
}

}  // namespace

StoredArticle read_article(const Xapian::Database& database, Xapian::docid article) {
  auto record =
      decode_stored_article(database.get_document(article, Xapian::DOC_ASSUME_VALID).get_data());
  if (!record) {
    throw Damage(fmt::format("article {} is damaged: {}", article, record.error().what));
  }
  return std::move(*record);
}

std::uint64_t article_key_of(const Xapian::Database& database, Xapian::docid article) {
  return decode_key(
      database.get_document(article, Xapian::DOC_ASSUME_VALID).get_value(slot::kArticleKey));
}

std::vector<Xapian::docid> find_by_id(const Xapian::Database& database, std::string_view beginning,
                                      std::size_t limit) {
  std::vector<Xapian::docid> found;
  const std::string prefix = id_prefix_term(beginning);
  for (auto term = database.allterms_begin(prefix);
       term != database.allterms_end(prefix) && found.size() < limit; ++term) {
    for (auto at = database.postlist_begin(*term);
         at != database.postlist_end(*term) && found.size() < limit; ++at) {
      found.push_back(*at);
    }
  }
  return found;
}

std::optional<Xapian::docid> find_by_key(const Xapian::Database& database, std::uint64_t key) {
  const std::string term = value_term(FieldId::Id, article_id(key));
  // Moves the cursor that Xapian 1.4.22 gives each new list to begin with: a block less is read.
  if (!database.term_exists(term)) return std::nullopt;
  const auto found = database.postlist_begin(term);
  if (found == database.postlist_end(term)) return std::nullopt;
  return *found;
}

std::vector<Xapian::docid> find_by_url(const Xapian::Database& database, std::string_view url) {
  const std::string canonical = canonical_url(url);
  if (canonical.empty()) return {};
  const auto found = find_by_key(database, article_key(article_identity(canonical, {}, {})));
  return found ? std::vector<Xapian::docid>{*found} : std::vector<Xapian::docid>{};
}

std::string shortest_id(const Xapian::Database& database, std::string_view id) {
  for (std::size_t size = kShortestId; size < id.size(); ++size) {
    const std::string prefix = id_prefix_term(id.substr(0, size));
    std::size_t terms = 0;
    for (auto term = database.allterms_begin(prefix);
         term != database.allterms_end(prefix) && terms < 2; ++term) {
      ++terms;
    }
    if (terms < 2) return std::string(id.substr(0, size));
  }
  return std::string(id);
}

ShortIds shortest_ids(const Xapian::Database& database, std::vector<std::uint64_t> keys) {
  ShortIds found;
  std::ranges::sort(keys, {}, [](std::uint64_t key) { return article_id(key); });  // as the terms
  const std::string all = id_prefix_term("");
  const auto end = database.allterms_end(all);
  auto term = database.allterms_begin(all);
  std::string beginning;
  std::vector<std::string> alike;  // terms that begin so
  for (const std::uint64_t key : keys) {
    const std::string id = article_id(key), whole = id_prefix_term(id);
    const std::string wanted = id_prefix_term(id.substr(0, kShortestId));
    if (std::exchange(beginning, wanted) != wanted) {
      alike.clear();
      if (term != end && *term < wanted) term.skip_to(wanted);
      for (; term != end && (*term).starts_with(wanted); ++term) alike.push_back(*term);
    }
    std::size_t shared = wanted.size() - 1;
    for (const std::string& other : alike) {
      if (other != whole) shared = std::max(shared, common_beginning(other, whole));
    }
    found.emplace(key, id.substr(0, shared + 1 - all.size()));
  }
  return found;
}

std::vector<std::string> outlet_names(const Xapian::Database& database,
                                      std::span<const Xapian::docid> articles) {
  const auto value = [&](Xapian::docid article, Xapian::valueno slot_number) {
    return database.get_document(article, Xapian::DOC_ASSUME_VALID).get_value(slot_number);
  };
  // One slot after the other: values of a slot stand together.
  std::vector<std::string> names;
  for (const Xapian::docid article : articles) names.push_back(value(article, slot::kSourceName));
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!names[i].empty()) continue;
    const std::string encoded = value(articles[i], *field(FieldId::Source).slot);
    const auto values = decode_values(encoded);
    if (!values.empty()) names[i] = values.front();
  }
  return names;
}

std::size_t version_count(const Xapian::Database& database, Xapian::docid article) {
  const std::string value = database.get_document(article, Xapian::DOC_ASSUME_VALID)
                                .get_value(*field(FieldId::Versions).slot);
  // A single version is not written down.
  return value.empty() ? 1 : static_cast<std::size_t>(Xapian::sortable_unserialise(value));
}

double shared_text(const Xapian::Database& database, Xapian::docid a, Xapian::docid b) {
  const Hashes first = hashes_of(database, a), second = hashes_of(database, b);
  if (first.empty() || second.empty()) return 0;
  return static_cast<double>(shared(first, second)) /
         static_cast<double>(std::min(first.size(), second.size()));
}

std::vector<Xapian::docid> near_copies(const Xapian::Database& database, Xapian::docid article) {
  std::vector<Xapian::docid> found;
  const Hashes hashes = hashes_of(database, article);
  const auto rarest = rarest_words(database, article);
  if (hashes.empty() || rarest.empty()) return found;
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, rarest.begin(), rarest.end()));
  enquire.set_weighting_scheme(Xapian::CoordWeight());
  enquire.set_sort_by_relevance_then_value(slot::kRecency, true);
  const Xapian::MSet candidates = enquire.get_mset(0, kMostCopies);
  std::size_t others = 0;  // since the last copy
  for (auto it = candidates.begin(); it != candidates.end() && others < kOthersInARow; ++it) {
    if (*it == article) continue;
    const Hashes theirs = hashes_of(database, *it);
    const bool copy = are_copies(shared(hashes, theirs), std::min(hashes.size(), theirs.size()));
    others = copy ? 0 : others + 1;
    if (copy) found.push_back(*it);
  }
  return found;
}

LikeThis like_this(const Xapian::Database& database, Xapian::docid article) {
  std::map<std::string, Xapian::termcount> words;
  for (auto it = database.termlist_begin(article); it != database.termlist_end(article); ++it) {
    std::string term = *it;
    if (term.starts_with(prefix::kStem) || term.starts_with(prefix::kPlain))
      words.emplace(std::move(term), it.get_wdf());
  }
  LikeThis like = like_words(database, words);
  like.query = Xapian::Query(Xapian::Query::OP_AND_NOT, like.query,
                             these_articles({article_key_of(database, article)}));
  return like;
}

LikeThis like_text(const Xapian::Database& database, std::string_view text,
                   std::span<const std::string> languages, Analyzer& analyzer) {
  std::map<std::string, Xapian::termcount> words;
  Tokenizer tokens(text, analyzer.folder());
  while (const auto token = tokens.next()) {
    for (WordVariant& variant : analyzer.query_terms(*token, languages)) {
      const std::string_view term = variant.term;
      const bool any_form = term.starts_with(prefix::kStem) || term.starts_with(prefix::kPlain);
      if (any_form && !variant.common) ++words[std::move(variant.term)];
    }
  }
  return like_words(database, words);
}

Xapian::Query these_articles(const std::vector<std::uint64_t>& keys) {
  std::vector<Xapian::Query> parts;
  for (const std::uint64_t key : keys) {
    parts.emplace_back(value_term(FieldId::Id, article_id(key)));
  }
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace pressmark::searcher
