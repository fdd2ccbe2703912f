#include "common/published_days.h"

#include <string_view>

#include <gtest/gtest.h>

#include "common/field_terms.h"
#include "common/schema.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

using namespace std::chrono_literals;
using Days = std::pair<Date, Date>;

void add(Xapian::WritableDatabase& database, std::optional<Date> day) {
  Xapian::Document document;
  if (day) {
    for (const std::string& term : date_terms(*day)) document.add_boolean_term(term);
    document.add_value(slot::kSortDate, sortable(*day));
  }
  database.add_document(document);
}

TEST(PublishedDays, AreThoseOfTheArticlesThatAreThere) {
  const test::TempDir directory;
  Xapian::WritableDatabase database(directory.str("db"),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (const auto& day : {std::optional<Date>(2021y / 3 / 31), std::optional<Date>(1907y / 12 / 1),
                          std::optional<Date>(2199y / 1 / 1), std::optional<Date>(2021y / 10 / 9),
                          std::optional<Date>(2021y / 10 / 10), std::optional<Date>()})
    add(database, day);
  database.commit();
  EXPECT_EQ(published_days(database), (Days{1907y / 12 / 1, 2199y / 1 / 1}));
  database.delete_document(2);
  database.delete_document(3);
  database.commit();
  EXPECT_EQ(published_days(database), (Days{2021y / 3 / 31, 2021y / 10 / 10}));
}

TEST(PublishedDays, OfUndatedArticlesThereAreNone) {
  const test::TempDir directory;
  Xapian::WritableDatabase database(directory.str("db"),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  EXPECT_EQ(published_days(database), std::nullopt);
  add(database, std::nullopt);
  database.commit();
  EXPECT_EQ(published_days(database), std::nullopt);
}

}  // namespace
}  // namespace pressmark
