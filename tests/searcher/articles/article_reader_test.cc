#include "searcher/articles/article_reader.h"

#include <vector>

#include <gtest/gtest.h>

#include "common/field_terms.h"
#include "common/identity.h"

namespace pressmark::searcher {
namespace {

TEST(ArticleReader, ManyShortIdsAreThoseOfEachByItself) {
  // Neighbours, and keys that share more and less of their beginning.
  const std::uint64_t base = 0x123456789ABCDEF0;
  const std::vector<std::uint64_t> keys = {base,
                                           base + 1,
                                           base + 5000,
                                           base + (std::uint64_t{1} << 34),
                                           base + (std::uint64_t{1} << 41),
                                           base + (std::uint64_t{1} << 60),
                                           7};
  Xapian::WritableDatabase one("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::WritableDatabase other("", Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Xapian::Document document;
    document.add_boolean_term(value_term(FieldId::Id, article_id(keys[i])));
    (i % 2 == 0 ? one : other).add_document(document);
  }
  Xapian::Database database(one);
  database.add_database(other);
  const ShortIds found = shortest_ids(database, keys);
  EXPECT_EQ(found.size(), keys.size());
  for (const std::uint64_t key : keys) {
    EXPECT_EQ(found.at(key), shortest_id(database, article_id(key))) << key;
  }
  EXPECT_EQ(found.at(7).size(), 5U);
  EXPECT_EQ(found.at(base).size(), article_id(base).size());
  EXPECT_EQ(shortest_ids(database, {}).size(), 0U);
}

}  // namespace
}  // namespace pressmark::searcher
