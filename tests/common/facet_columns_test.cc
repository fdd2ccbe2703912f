#include "common/facet_columns.h"

#include <cstring>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/checked_blocks.h"
#include "common/error.h"
#include "common/schema.h"
#include "tests/support/older_form.h"
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
  EXPECT_THAT(columns.lengths().all(), ElementsAre(0, 0, 70000, 1));
}

constexpr std::size_t kHeader = 24, kEntry = 32;

/// Asks for all there is to know of the first articles.
void read_all(const FacetColumns& columns) {
  for (Xapian::docid article = 0; article < 6; ++article) {
    (void)columns.date(article);
    (void)columns.key(article);
    (void)columns.lengths().all();
    for (const Field& field : fields()) {
      if (!field.slot) continue;
      const ListColumn& column = columns.list(*field.slot);
      for (const std::uint32_t number : column.of(article)) {
        if (number >= column.size()) continue;
        (void)column.hash(number);
        (void)std::string(column.value(number));
      }
    }
  }
}

TEST(FacetColumns, ReadAFileWithoutLengths) {
  std::string bytes = test::older_columns(FacetColumns::encode(segment(kRows)));
  // The entry of the lengths, the third, is not in the table.
  constexpr std::size_t kCountAt = 12;
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
  const std::string now = FacetColumns::encode(segment(kRows));
  for (const std::string& good : {now, test::older_columns(now)}) {
    EXPECT_NO_THROW(FacetColumns::from_bytes(good).verify());
    for (std::size_t i = 0; i < good.size(); ++i) {
      std::string damaged = good;
      damaged[i] = static_cast<char>(damaged[i] ^ 1);
      EXPECT_THROW(FacetColumns::from_bytes(damaged).verify(), Damage) << "byte " << i;
    }
  }
  EXPECT_NO_THROW(FacetColumns().verify());
}

/// So many articles that no two columns share a block.
std::vector<Row> many_rows() {
  std::vector<Row> rows;
  for (unsigned i = 0; i < 3000; ++i)
    rows.push_back({"20190301", 17 + i, {"FR", "value " + std::to_string(i)}});
  return rows;
}

TEST(FacetColumns, GiveNothingOfADamagedBlock) {
  const std::string good = FacetColumns::encode(segment(many_rows()));
  const FacetColumns sound = FacetColumns::from_bytes(good);
  std::size_t refused = 0;
  for (std::size_t at = CheckedBlocks::kBlockBytes + 7; at < good.size(); at += 1999) {
    std::string damaged = good;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    const FacetColumns columns = FacetColumns::from_bytes(damaged);
    const auto look = [&](const auto& answer) {
      try {
        EXPECT_EQ(answer(columns), answer(sound)) << "byte " << at;
      } catch (const Damage&) {
        ++refused;
      }
    };
    for (Xapian::docid article = 1; article < 3001; article += 250) {
      look([&](const FacetColumns& of) { return of.date(article); });
      look([&](const FacetColumns& of) { return of.key(article); });
      look([&](const FacetColumns& of) { return of.lengths()[article]; });
      look([&](const FacetColumns& of) { return of.list(kCountrySlot).hash(article); });
      look([&](const FacetColumns& of) { return values(of, article); });
    }
    EXPECT_THROW(columns.verify(), Damage) << "byte " << at;
  }
  EXPECT_GT(refused, 100U);
}

TEST(FacetColumns, AreReadWhereOtherBlocksAreDamaged) {
  std::string bytes = FacetColumns::encode(segment(many_rows()));
  const std::size_t at = bytes.find("value 2999");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 'V';
  const FacetColumns columns = FacetColumns::from_bytes(bytes);
  EXPECT_EQ(columns.date(2999), 20190301U);
  EXPECT_THAT(values(columns, 7), ElementsAre("FR", "value 6"));
  EXPECT_THAT(columns.list(kCountrySlot).of(3000).size(), 2U);
  EXPECT_THROW(values(columns, 3000), Damage);
}

TEST(FacetColumns, OfTheOlderFormAreReadAsTheyAre) {
  std::string bytes = test::older_columns(FacetColumns::encode(segment(many_rows())));
  const FacetColumns sound = FacetColumns::from_bytes(bytes);
  EXPECT_EQ(sound.date(3000), 20190301U);
  EXPECT_THAT(values(sound, 3000), ElementsAre("FR", "value 2999"));
  EXPECT_EQ(sound.lengths().size(), 3001U);
  EXPECT_NO_THROW(sound.verify());
  bytes[bytes.find("value 2999")] = 'V';
  const FacetColumns columns = FacetColumns::from_bytes(bytes);
  EXPECT_THAT(values(columns, 3000), ElementsAre("FR", "Value 2999"));
  EXPECT_THROW(columns.verify(), Damage);
}

TEST(FacetColumns, OfAnotherSegmentAreRefused) {
  const test::TempDir directory;
  const auto made = [&](const char* name) {
    Xapian::WritableDatabase db(directory.str(name), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    Xapian::Document document;
    document.add_value(slot::kSortDate, "20190301");
    db.add_document(document);
    db.commit();
    return db;
  };
  const auto one = made("one"), two = made("two");
  directory.write("columns", FacetColumns::encode(one));
  EXPECT_EQ(FacetColumns::in_file_of(directory.path(), one).rows(), 2U);
  EXPECT_THROW(FacetColumns::in_file_of(directory.path(), two), Damage);
  directory.write("columns", test::older_columns(FacetColumns::encode(one)));
  EXPECT_EQ(FacetColumns::in_file_of(directory.path(), two).rows(), 2U) << "nothing is known";
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
  EXPECT_THAT(values(FacetColumns::in_file_of(directory.path(), db), 3), ElementsAre("DE", ""));
}

TEST(FacetColumns, CutFilesAreRefused) {
  const std::string now = FacetColumns::encode(segment(kRows)), before = test::older_columns(now);
  for (std::size_t size = 0; size < now.size(); ++size)
    EXPECT_THROW(FacetColumns::from_bytes(now.substr(0, size)), Damage) << size;
  for (std::size_t size = 0; size < before.size() - 16; ++size)  // there may be padding at the end
    EXPECT_THROW(FacetColumns::from_bytes(before.substr(0, size)), Damage) << size;
}

TEST(FacetColumns, DamagedNumbersNeverReadOutside) {
  // Of the older form: of the newer one no damaged number is ever read.
  const std::string bytes = test::older_columns(FacetColumns::encode(segment(kRows)));
  for (std::size_t at = kHeader; at + 4 <= bytes.size(); at += 4) {
    std::string damaged = bytes;
    damaged.replace(at, 4, "\xFF\xFF\xFF\x7F");
    try {
      read_all(FacetColumns::from_bytes(damaged));
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Database);
    }
  }
}

}  // namespace
}  // namespace pressmark
