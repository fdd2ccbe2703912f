#include "searcher/articles/article_reader.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "common/analysis.h"
#include "common/error.h"
#include "common/field_terms.h"
#include "common/identity.h"
#include "common/schema.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kShortestId = 5;
constexpr std::size_t kLikeTerms = 40;  // more add nothing to the ranking and cost time

/// The term common to all articles whose id begins so.
std::string id_prefix_term(std::string_view beginning) {
  return value_term(FieldId::Id, beginning);
}

}  // namespace

StoredArticle read_article(const Xapian::Database& database, Xapian::docid article) {
  auto record = decode_stored_article(database.get_document(article).get_data());
  if (!record) {
    throw Damage(fmt::format("article {} is damaged: {}", article, record.error().what));
  }
  return std::move(*record);
}

std::uint64_t article_key_of(const Xapian::Database& database, Xapian::docid article) {
  return decode_key(database.get_document(article).get_value(slot::kArticleKey));
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
  const auto found = database.postlist_begin(term);
  if (found == database.postlist_end(term)) return std::nullopt;
  return *found;
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

std::string outlet_name(const Xapian::Database& database, Xapian::docid article) {
  const Xapian::Document document = database.get_document(article);
  std::string name = document.get_value(slot::kSourceName);
  if (!name.empty()) return name;
  const std::string encoded = document.get_value(*field(FieldId::Source).slot);
  const auto values = decode_values(encoded);
  return values.empty() ? std::string() : std::string(values.front());
}

double shared_text(const Xapian::Database& database, Xapian::docid a, Xapian::docid b) {
  const auto hashes = [&](Xapian::docid article) {
    auto found = decode_fingerprint(database.get_document(article).get_value(slot::kFingerprint));
    std::ranges::sort(found);
    return found;
  };
  const auto first = hashes(a), second = hashes(b);
  if (first.empty() || second.empty()) return 0;
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(first, second, std::back_inserter(both));
  return static_cast<double>(both.size()) /
         static_cast<double>(std::min(first.size(), second.size()));
}

LikeThis like_this(const Xapian::Database& database, Xapian::docid article) {
  struct Weighed {
    double weight;
    std::string term;
  };
  std::vector<Weighed> weighed;
  const double articles = database.get_doccount();
  for (auto it = database.termlist_begin(article); it != database.termlist_end(article); ++it) {
    const std::string term = *it;
    if (!term.starts_with(prefix::kStem) && !term.starts_with(prefix::kPlain)) continue;
    const double seldom = std::log(articles / database.get_termfreq(term));
    const double often = it.get_wdf() / (it.get_wdf() + 1.2);
    weighed.push_back({seldom * often, term});
  }
  std::ranges::sort(weighed, [](const Weighed& x, const Weighed& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.term < y.term;
  });
  if (weighed.size() > kLikeTerms) weighed.resize(kLikeTerms);
  LikeThis like;
  for (const Weighed& each : weighed) like.terms.push_back(each.term);
  const Xapian::Query words(Xapian::Query::OP_OR, like.terms.begin(), like.terms.end());
  std::ranges::sort(like.terms);
  like.query = Xapian::Query(Xapian::Query::OP_AND_NOT, words,
                             these_articles({article_key_of(database, article)}));
  return like;
}

Xapian::Query these_articles(const std::vector<std::uint64_t>& keys) {
  std::vector<Xapian::Query> parts;
  for (const std::uint64_t key : keys) {
    parts.emplace_back(value_term(FieldId::Id, article_id(key)));
  }
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace pressmark::searcher
