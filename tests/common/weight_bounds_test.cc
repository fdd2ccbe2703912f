#include "common/weight_bounds.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/facet_columns.h"
#include "tests/support/older_form.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

constexpr int kArticles = 3000;

/// "Zenoften" in most articles, "Zenseldom" in few, "often" without a frequency.
Xapian::WritableDatabase segment() {
  Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
  std::mt19937 random(3);  // NOLINT: always the same articles
  for (int i = 0; i < kArticles; ++i) {
    Xapian::Document document;
    if (random() % 10 != 0) {
      document.add_term("Zenoften", 1 + random() % 7);
      document.add_term("often", 0);
    }
    if (random() % 100 == 0) document.add_term("Zenseldom");
    document.add_term("Yother", 1 + random() % 400);
    document.add_boolean_term("Hfor-all");
    db.add_document(document);
  }
  db.delete_document(17);
  return db;
}

std::string encoded(const Xapian::Database& db) {
  return WeightBounds::encode(db,
                              FacetColumns::from_bytes(FacetColumns::encode(db)).lengths().all());
}

TEST(WeightBounds, HoldInEveryArticleAndAreReachedInEveryBlock) {
  const auto db = segment();
  const WeightBounds bounds = WeightBounds::from_bytes(encoded(db));
  const auto levels = bounds.of("Zenoften");
  ASSERT_EQ(levels.size(), kArticles / WeightBounds::kBlock + 1);
  for (const double longer : {1.0, 0.5, 2.5}) {
    const double average = longer * db.get_avlength();
    const auto shares = bounds.shares(average);
    EXPECT_TRUE(std::ranges::is_sorted(shares));
    std::vector<double> most(levels.size(), 0);
    for (auto it = db.postlist_begin("Zenoften"); it != db.postlist_end("Zenoften"); ++it) {
      const double x = it.get_wdf() * std::log2(1 + average / it.get_doclength());
      double& best = most[*it / WeightBounds::kBlock];
      best = std::max(best, x / (1 + x));
      EXPECT_LE(x / (1 + x), shares[levels[*it / WeightBounds::kBlock]] + 1e-12) << *it;
    }
    if (longer != 1.0) continue;
    for (std::size_t block = 0; block < levels.size(); ++block) {
      EXPECT_GT(most[block], shares[levels[block] - 1U] - 1e-12) << block;
    }
  }
}

TEST(WeightBounds, AreKeptForFrequentWordsThatAreRanked) {
  const auto db = segment();
  const WeightBounds bounds = WeightBounds::from_bytes(encoded(db));
  EXPECT_FALSE(bounds.of("Yother").empty());
  for (const char* term : {"Zenseldom", "often", "Hfor-all", "", "Z", "~"}) {
    EXPECT_TRUE(bounds.of(term).empty()) << term;
  }
  EXPECT_TRUE(WeightBounds().of("Zenoften").empty());
}

TEST(WeightBounds, AreReadFromASegmentThatHasThem) {
  const test::TempDir dir;
  const auto db = segment();
  EXPECT_TRUE(WeightBounds::in_file_of(dir.path(), db).of("Yother").empty());
  dir.write(std::string(kWeightBoundsFile), encoded(db));
  const WeightBounds bounds = WeightBounds::in_file_of(dir.path(), db);
  EXPECT_FALSE(bounds.of("Yother").empty());
  EXPECT_NO_THROW(bounds.verify());
  EXPECT_NO_THROW(WeightBounds().verify());
}

TEST(WeightBounds, OfAnotherSegmentAreRefused) {
  const test::TempDir dir;
  const Xapian::WritableDatabase one(dir.str("one"), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  const Xapian::WritableDatabase two(dir.str("two"), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  dir.write(std::string(kWeightBoundsFile), encoded(one));
  EXPECT_NO_THROW(WeightBounds::in_file_of(dir.path(), one));
  EXPECT_THROW(WeightBounds::in_file_of(dir.path(), two), Damage);
  dir.write(std::string(kWeightBoundsFile), test::older_bounds(encoded(one)));
  EXPECT_NO_THROW(WeightBounds::in_file_of(dir.path(), two)) << "nothing is known";
}

TEST(WeightBounds, OfAnEmptySegmentKnowNoWord) {
  const std::string bytes = encoded(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY));
  EXPECT_TRUE(WeightBounds::from_bytes(bytes).of("Zenoften").empty());
  EXPECT_THROW(WeightBounds::from_bytes(bytes + "x"), Damage);
  EXPECT_TRUE(WeightBounds::from_bytes(test::older_bounds(bytes)).of("Zenoften").empty());
  EXPECT_THROW(WeightBounds::from_bytes(test::older_bounds(bytes) + "x"), Damage);
}

TEST(WeightBounds, DamageIsRefusedOrNoticedAndNeverReadOutside) {
  const std::string now = encoded(segment());
  for (const std::string& good : {now, test::older_bounds(now)}) {
    for (std::size_t size = 0; size < good.size(); ++size)
      EXPECT_THROW(WeightBounds::from_bytes(good.substr(0, size)), Damage) << size;
    for (std::size_t i = 0; i < good.size(); ++i) {
      std::string damaged = good;
      damaged[i] = static_cast<char>(damaged[i] ^ 0xFF);
      const auto look = [&] {
        const WeightBounds bounds = WeightBounds::from_bytes(damaged);
        for (const char* term : {"Yother", "Zenoften", "A"}) {
          for (const std::uint8_t level : bounds.of(term)) (void)bounds.shares(level)[level];
        }
        bounds.verify();
      };
      EXPECT_THROW(look(), Damage) << "byte " << i;
    }
  }
}

TEST(WeightBounds, GiveNothingOfADamagedBlock) {
  Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 1025; ++i) {
    Xapian::Document document;
    for (int word = 0; word < 800; ++word) document.add_term("Zw" + std::to_string(word));
    db.add_document(document);
  }
  const std::string good = encoded(db);
  const WeightBounds sound = WeightBounds::from_bytes(good);
  const auto levels = sound.of("Zw799");
  ASSERT_FALSE(levels.empty());
  std::string damaged = good;
  damaged[good.size() - 100] ^= 1;  // the levels of a word
  std::size_t refused = 0;
  const WeightBounds bounds = WeightBounds::from_bytes(damaged);
  for (int word = 0; word < 800; ++word) {
    const std::string term = "Zw" + std::to_string(word);
    try {
      EXPECT_TRUE(std::ranges::equal(bounds.of(term), sound.of(term))) << term;
    } catch (const Damage&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 100U);
  EXPECT_LT(refused, 800U);
  // The list of terms is looked at before any term is.
  damaged = good;
  damaged[5000] ^= 1;
  EXPECT_THROW(WeightBounds::from_bytes(damaged), Damage);
  EXPECT_NO_THROW(WeightBounds::from_bytes(test::older_bounds(damaged)));
}

}  // namespace
}  // namespace pressmark
