#include "common/facet_columns.h"

#include <cstring>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/schema.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

using ::testing::ElementsAre;

constexpr unsigned kCountrySlot = 4;

struct Row {
  std::string date;
  std::uint64_t key;
  std::vector<std::string> countries;
};

/// One segment with an article a row; an article without a row ("", 0, {}) has no values at all.
Xapian::Database segment(const std::vector<Row>& rows) {
  Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
  for (const Row& row : rows) {
    Xapian::Document document;
    if (!row.date.empty()) document.add_value(slot::kSortDate, row.date);
    if (row.key != 0) document.add_value(slot::kArticleKey, encode_key(row.key));
    if (!row.countries.empty()) document.add_value(kCountrySlot, encode_values(row.countries));
    db.add_document(document);
  }
  return db;
}

std::vector<std::string> values(const FacetColumns& columns, Xapian::docid article) {
  std::vector<std::string> found;
  const ListColumn& column = columns.list(kCountrySlot);
  for (const std::uint32_t number : column.of(article)) found.emplace_back(column.value(number));
  return found;
}

const std::vector<Row> kRows = {{"20190301", 17, {"FR", "DE"}},
                                {"", 0, {}},
                                {"20190302", 5, {"DE", "DE", ""}},
                                {"1999", 9, {}}};

TEST(FacetColumns, GiveBackEachArticlesValuesInOrderAndOnce) {
  const FacetColumns columns = FacetColumns::from_bytes(FacetColumns::encode(segment(kRows)));
  EXPECT_EQ(columns.rows(), 5U);
  EXPECT_THAT(values(columns, 1), ElementsAre("FR", "DE"));
  EXPECT_THAT(values(columns, 2), ElementsAre());
  EXPECT_THAT(values(columns, 3), ElementsAre("DE", ""));
  EXPECT_THAT(values(columns, 4), ElementsAre());
  EXPECT_EQ(columns.list(kCountrySlot).size(), 3U);
}

TEST(FacetColumns, KeepTheLengthsThatXapianRanksBy) {
  Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
  for (const unsigned words : {3U, 70000U, 1U}) {
    Xapian::Document document;
    document.add_term("boat", words);
    db.add_document(document);
  }
  db.delete_document(1);
  const FacetColumns columns = FacetColumns::from_bytes(FacetColumns::encode(db));
  EXPECT_THAT(columns.lengths(), ElementsAre(0, 0, 70000, 1));
}

TEST(FacetColumns, ReadAFileWithoutLengths) {
  std::string bytes = FacetColumns::encode(segment(kRows));
  // As an earlier Pressmark wrote it: the entry of the lengths, the third, is not in the table.
  constexpr std::size_t kHeader = 24, kEntry = 32, kCountAt = 12;
  std::uint32_t count = 0;
  std::memcpy(&count, bytes.data() + kCountAt, sizeof count);
  bytes.replace(kHeader + 2 * kEntry, kEntry, bytes.substr(kHeader + (count - 1) * kEntry, kEntry));
  --count;
  std::memcpy(bytes.data() + kCountAt, &count, sizeof count);
  const FacetColumns columns = FacetColumns::from_bytes(bytes);
  EXPECT_EQ(columns.lengths().size(), 0U);
  EXPECT_EQ(columns.date(1), 20190301U);
  EXPECT_THAT(values(columns, 1), ElementsAre("FR", "DE"));
}

TEST(FacetColumns, AnyChangedByteIsNoticedWhenLookedFor) {
  const std::string good = FacetColumns::encode(segment(kRows));
  EXPECT_NO_THROW(FacetColumns::from_bytes(good).verify("columns"));
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string damaged = good;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    EXPECT_THROW(FacetColumns::from_bytes(damaged).verify("columns"), Damage) << "byte " << i;
  }
}

TEST(FacetColumns, KeepDatesAndKeys) {
  const FacetColumns columns = FacetColumns::from_bytes(FacetColumns::encode(segment(kRows)));
  EXPECT_EQ(columns.date(1), 20190301U);
  EXPECT_EQ(columns.date(2), 0U);
  EXPECT_EQ(columns.date(4), 0U) << "a value that is no day";
  EXPECT_EQ(columns.key(3), 5U);
}

TEST(FacetColumns, KnowNothingOfArticlesOrSlotsThatDoNotExist) {
  const FacetColumns columns = FacetColumns::from_bytes(FacetColumns::encode(segment(kRows)));
  EXPECT_THAT(values(columns, 0), ElementsAre());
  EXPECT_THAT(values(columns, 5), ElementsAre());
  EXPECT_THAT(values(columns, 4000000000U), ElementsAre());
  EXPECT_EQ(columns.date(77), 0U);
  EXPECT_EQ(columns.list(99).size(), 0U);
  EXPECT_EQ(FacetColumns().rows(), 0U);
}

TEST(FacetColumns, AreTheSameFromAFileAndMadeNow) {
  const test::TempDir directory;
  const Xapian::Database db = segment(kRows);
  EXPECT_THAT(values(FacetColumns::of_segment(directory.path(), db), 1), ElementsAre("FR", "DE"));
  directory.write(kColumnsFile, FacetColumns::encode(db));
  EXPECT_THAT(values(FacetColumns::of_segment(directory.path(), db), 1), ElementsAre("FR", "DE"));
  EXPECT_THAT(values(FacetColumns(directory.path() / kColumnsFile), 3), ElementsAre("DE", ""));
}

TEST(FacetColumns, CutFilesAreRefused) {
  const std::string bytes = FacetColumns::encode(segment(kRows));
  for (std::size_t size = 0; size < bytes.size(); size += 8) {
    try {
      FacetColumns::from_bytes(bytes.substr(0, size));
      EXPECT_GE(size, bytes.size() - 16) << "only padding at the end may be missing";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Database);
    }
  }
}

TEST(FacetColumns, DamagedNumbersNeverReadOutside) {
  const std::string bytes = FacetColumns::encode(segment(kRows));
  for (std::size_t at = 24; at + 4 <= bytes.size(); at += 4) {
    std::string damaged = bytes;
    damaged.replace(at, 4, "\xFF\xFF\xFF\x7F");
    try {
      const FacetColumns columns = FacetColumns::from_bytes(damaged);
      for (Xapian::docid article = 0; article < 6; ++article) {
        const ListColumn& column = columns.list(kCountrySlot);
        for (const std::uint32_t number : column.of(article)) {
          if (number >= column.size()) continue;
          EXPECT_LE(column.value(number).size(), bytes.size());
        }
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Database);
    }
  }
}

}  // namespace
}  // namespace pressmark
