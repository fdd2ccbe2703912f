#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "common/identity.h"
#include "indexer/document/document_builder.h"
#include "tests/support/temp_dir.h"

namespace pressmark::test {

/// A few articles in a database of their own, each known by a short name.
class SmallArchive {
 public:
  SmallArchive()
      : database_((directory_.path() / "db").string(),
                  Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC) {}

  struct Given {
    std::string name, title, text;
    std::string language = "en";
    std::string date;  // "2022-09-01"; empty: undated
    std::vector<std::string> countries = {};
    std::vector<std::string> persons = {};
    std::string url = {};
    std::string source_name = {};
  };

  void add(const Given& given) {
    indexer::IndexedArticle indexed;
    indexed.article.title = given.title;
    indexed.article.text = given.text;
    indexed.article.external_id = given.name;
    indexed.article.url = given.url;
    indexed.article.outlet.name = given.source_name;
    if (const auto day = parse_iso_date(given.date))
      indexed.article.published = indexer::PublishedDate{*day, indexer::DateOrigin::Meta, true};
    indexed.annotations.language = given.language;
    indexed.annotations.countries = given.countries;
    for (const std::string& person : given.persons)
      indexed.annotations.entities.push_back({indexer::EntityType::Person, person, 1, {}});
    // Known by its address, as the indexer's articles are, else by its name.
    const std::string identity =
        given.url.empty() ? given.name : article_identity(given.url, {}, {});
    database_.add_document(builder_.build(indexed, {identity, "", Instant{}, Instant{}}));
    names_.push_back(given.name);
  }

  void remove(const std::string& name) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == name) database_.delete_document(static_cast<Xapian::docid>(i + 1));
    }
  }

  const Xapian::Database& database() {
    database_.commit();
    return database_;
  }
  const std::string& name(Xapian::docid id) const { return names_[id - 1]; }

 private:
  TempDir directory_;
  Xapian::WritableDatabase database_;
  indexer::DocumentBuilder builder_;
  std::vector<std::string> names_;
};

}  // namespace pressmark::test
