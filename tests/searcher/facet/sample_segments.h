#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/schema.h"
#include "searcher/facet/match_set.h"

namespace pressmark::searcher::test {

/// An article as facets see it.
struct SampleArticle {
  std::vector<std::string> words;
  std::string date;  // YYYYMMDD or empty
  std::map<FieldId, std::vector<std::string>> values;
  std::uint64_t key = 0;
  std::string source_name = {};
  bool deleted = false;  // since the columns were made
};

/// Articles dealt out to `count` segments in memory, in turn.
inline std::vector<FacetSegment> sample_segments(const std::vector<SampleArticle>& articles,
                                                 std::size_t count = 1) {
  std::vector<Xapian::WritableDatabase> databases;
  for (std::size_t i = 0; i < count; ++i) databases.emplace_back("", Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Xapian::Document document;
    for (const std::string& word : articles[i].words) document.add_term(word);
    if (!articles[i].date.empty()) document.add_value(slot::kSortDate, articles[i].date);
    for (const auto& [id, values] : articles[i].values) {
      document.add_value(*field(id).slot, encode_values(values));
    }
    if (articles[i].key != 0) document.add_value(slot::kArticleKey, encode_key(articles[i].key));
    if (!articles[i].source_name.empty())
      document.add_value(slot::kSourceName, articles[i].source_name);
    databases[i % count].add_document(document);
  }
  std::vector<FacetSegment> segments;
  for (const auto& db : databases) {
    segments.push_back({db, FacetColumns::from_bytes(FacetColumns::encode(db))});
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles[i].deleted)
      databases[i % count].delete_document(static_cast<Xapian::docid>(i / count + 1));
  }
  return segments;
}

}  // namespace pressmark::searcher::test
