#include "indexer/store/key_table.h"

#include <algorithm>
#include <cstring>

#include <gtest/gtest.h>

#include "common/checked_blocks.h"
#include "common/error.h"
#include "common/hash.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

ArticleEntry entry_of(std::uint64_t key, std::uint32_t docid) {
  return {.key = key,
          .digest = key ^ 0xFF,
          .text = key ^ 0xFE,
          .versions = 1 + static_cast<std::uint32_t>(key % 5),
          .added = Instant(std::chrono::seconds(1000)),
          .docid = docid};
}

std::vector<ArticleEntry> many(std::size_t count) {
  std::vector<ArticleEntry> entries;
  for (std::size_t i = 0; i < count; ++i) {
    entries.push_back(entry_of(hash64(std::to_string(i)), static_cast<std::uint32_t>(i + 1)));
    entries.back().from_feed = i % 3 == 0;
    entries.back().record = i % 3 == 1;
    entries.back().cut = i % 2 == 0;
    if (i % 2 == 0) entries.back().crawled = Instant(std::chrono::seconds(i));
  }
  return entries;
}

TEST(KeyTable, FindsEachKeyAndNoOther) {
  const pressmark::test::TempDir dir;
  for (const std::size_t count : {0U, 1U, 2U, 99U, 100U, 101U, 5000U}) {
    const auto entries = many(count);
    const KeyTable table(dir.write("keys", KeyTable::encode(entries)));
    EXPECT_EQ(table.size(), count);
    for (const ArticleEntry& entry : entries) ASSERT_EQ(table.find(entry.key), entry);
    for (std::uint64_t i = 0; i < 1000; ++i)
      ASSERT_FALSE(table.find(hash64("other" + std::to_string(i))));
    for (const std::uint64_t edge : {std::uint64_t{0}, ~std::uint64_t{0}})
      ASSERT_FALSE(table.find(edge));
  }
}

TEST(KeyTable, FindsKeysThatAreNotSpreadEvenly) {
  const pressmark::test::TempDir dir;
  std::vector<ArticleEntry> entries;
  for (std::uint32_t i = 0; i < 3000; ++i) entries.push_back(entry_of(i, i));
  entries.push_back(entry_of(~std::uint64_t{0}, 3000));
  const KeyTable table(dir.write("keys", KeyTable::encode(entries)));
  for (const ArticleEntry& entry : entries) ASSERT_EQ(table.find(entry.key), entry);
  EXPECT_FALSE(table.find(3000));
}

TEST(KeyTable, EntriesComeBackByKey) {
  const pressmark::test::TempDir dir;
  auto entries = many(500);
  const KeyTable table(dir.write("keys", KeyTable::encode(entries)));
  std::ranges::sort(entries, {}, &ArticleEntry::key);
  EXPECT_EQ(table.entries(), entries);
}

TEST(KeyTable, DamageIsNoticed) {
  const pressmark::test::TempDir dir;
  const std::string bytes = KeyTable::encode(many(10));
  EXPECT_THROW(KeyTable(dir.path() / "none"), Error);
  EXPECT_THROW(KeyTable(dir.write("cut", bytes.substr(0, bytes.size() - 1))), Error);
  EXPECT_THROW(KeyTable(dir.write("short", bytes.substr(0, 5))), Error);
  EXPECT_THROW(KeyTable(dir.write("foreign", "x" + bytes.substr(1))), Error);
  std::string counted = bytes;
  counted[8] = 9;  // one row less than there are
  EXPECT_THROW(KeyTable(dir.write("counted", counted)), Error);
  counted[15] = '\x7F';  // more than any file has
  EXPECT_THROW(KeyTable(dir.write("counted", counted)), Error);
  std::string flipped = bytes;
  flipped.back() = static_cast<char>(flipped.back() ^ 1);
  EXPECT_THROW(KeyTable(dir.write("flipped", flipped)).entries(), Error);
}

TEST(KeyTable, GivesNothingOfADamagedBlock) {
  const pressmark::test::TempDir dir;
  std::vector<ArticleEntry> entries = many(2000);
  for (std::size_t i = 0; i < entries.size(); i += 2)
    entries[i].references = {hash64("r" + std::to_string(i)), 0, 0};
  const std::string good = KeyTable::encode(entries);
  std::size_t refused = 0, answered = 0;
  for (std::size_t at = 4096 + 11; at < good.size(); at += 5003) {
    std::string damaged = good;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    const KeyTable table(dir.write("keys", damaged));
    const auto look = [&](const auto& expect) {
      try {
        expect();
        ++answered;
      } catch (const Damage&) {
        ++refused;
      }
    };
    for (std::size_t i = 0; i < entries.size(); i += 46) {
      look([&] {
        auto found = table.find(entries[i].key);
        ASSERT_TRUE(found);
        found->references = entries[i].references;
        EXPECT_EQ(*found, entries[i]);
      });
      look([&] { EXPECT_FALSE(table.find(entries[i].key + 1)); });
      look([&] {
        EXPECT_EQ(table.referred(entries[i].references[0]), std::vector{entries[i].key});
      });
    }
    EXPECT_THROW(table.entries(), Damage) << at;
  }
  EXPECT_GT(refused, 50U);
  EXPECT_GT(answered, 1000U);
}

constexpr std::size_t kHead = 32, kRow = 48;

/// As tables were before their blocks had hashes, with one hash of everything.
std::string in_the_older_form(std::string bytes) {
  bytes.resize(CheckedBlocks::content_bytes(bytes.size()));
  std::uint64_t rows = 0;
  std::memcpy(&rows, bytes.data() + 8, sizeof rows);
  const std::string_view body = std::string_view(bytes).substr(kHead);
  std::uint64_t checksum = hash64(body.substr(0, rows * kRow));
  const std::string_view references = body.substr(rows * kRow);
  if (!references.empty()) checksum = hash64(std::to_string(checksum).append(references));
  std::memcpy(bytes.data() + 16, &checksum, sizeof checksum);
  return bytes.replace(0, 8, "PMkeys03");
}

TEST(KeyTable, ASearchEndsWhateverTheOrderOfTheKeys) {
  const pressmark::test::TempDir dir;
  std::string bytes = in_the_older_form(KeyTable::encode(many(1000)));
  for (std::size_t first = 0, last = 999; first < last; ++first, --last) {
    std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(kHead + first * kRow),
                     bytes.begin() + static_cast<std::ptrdiff_t>(kHead + (first + 1) * kRow),
                     bytes.begin() + static_cast<std::ptrdiff_t>(kHead + last * kRow));
  }
  const KeyTable table(dir.write("keys", bytes));
  for (const ArticleEntry& entry : many(1000)) {
    const auto found = table.find(entry.key);
    EXPECT_TRUE(!found || *found == entry);
  }
  EXPECT_THROW(table.entries(), Damage);
}

/// As tables were before they had references.
std::string in_the_oldest_form(const std::string& bytes) {
  const std::string older = in_the_older_form(bytes);
  return "PMkeys02" + older.substr(8, 16) + older.substr(kHead);
}

TEST(KeyTable, ReferencesLeadToKeys) {
  const pressmark::test::TempDir dir;
  std::vector<ArticleEntry> entries = many(2000);
  for (std::size_t i = 0; i < entries.size(); i += 2)
    entries[i].references = {hash64("r" + std::to_string(i)), 0, 0};
  for (std::size_t i = 100; i < 110; ++i) entries[i].references[1] = 5;
  for (std::size_t i = 200; i < 300; ++i) entries[i].references[2] = 6;
  const KeyTable table(dir.write("keys", KeyTable::encode(entries)));
  for (std::size_t i = 0; i < entries.size(); i += 2) {
    EXPECT_EQ(table.referred(entries[i].references[0]), std::vector<std::uint64_t>{entries[i].key});
    ArticleEntry bare = entries[i];
    bare.references = {};
    EXPECT_EQ(table.find(entries[i].key), bare);
  }
  EXPECT_EQ(table.referred(5).size(), 10U);
  EXPECT_TRUE(std::ranges::is_sorted(table.referred(5)));
  EXPECT_EQ(table.referred(6).size(), kMostReferred + 1);
  EXPECT_TRUE(table.referred(7).empty());
  EXPECT_TRUE(table.referred(~std::uint64_t{0}).empty());
  const KeyTable again(dir.write("again", KeyTable::encode(table.entries())));
  EXPECT_EQ(again.entries(), table.entries()) << "as segments are merged";
  EXPECT_EQ(again.referred(5), table.referred(5));
}

TEST(KeyTable, DamagedReferencesAreNoticed) {
  const pressmark::test::TempDir dir;
  ArticleEntry entry = entry_of(1, 1);
  entry.references = {7, 8, 9};
  std::string bytes = KeyTable::encode({entry});
  EXPECT_THROW(KeyTable(dir.write("cut", bytes.substr(0, bytes.size() - 16))), Error);
  std::string older = in_the_older_form(bytes);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  EXPECT_THROW(KeyTable(dir.write("flipped", bytes)).entries(), Damage);
  EXPECT_EQ(KeyTable(dir.write("older", older)).entries(), std::vector{entry});
  older.back() = static_cast<char>(older.back() ^ 1);
  EXPECT_THROW(KeyTable(dir.write("flipped", older)).entries(), Damage);
}

TEST(KeyTable, OlderFormsAreRead) {
  const pressmark::test::TempDir dir;
  auto entries = many(300);
  entries[7].references = {5, 0, 0};
  const std::string older = in_the_older_form(KeyTable::encode(entries));
  const KeyTable table(dir.write("older", older));
  EXPECT_EQ(table.referred(5), std::vector{entries[7].key});
  entries[7].references = {};
  const std::string oldest = in_the_oldest_form(KeyTable::encode(entries));
  const KeyTable first(dir.write("oldest", oldest));
  EXPECT_TRUE(first.referred(5).empty());
  for (const ArticleEntry& entry : entries) {
    EXPECT_EQ(table.find(entry.key), entry);
    EXPECT_EQ(first.find(entry.key), entry);
  }
  EXPECT_EQ(table.entries().size(), 300U);
  EXPECT_EQ(first.entries().size(), 300U);
  for (const std::string& bytes : {older, oldest}) {
    EXPECT_THROW(KeyTable(dir.write("cut", bytes.substr(0, 24))), Damage);
    EXPECT_THROW(KeyTable(dir.write("cut", bytes.substr(0, 1000))), Damage);
    std::string damaged = bytes;
    damaged[500] ^= 1;
    EXPECT_THROW(KeyTable(dir.write("damaged", damaged)).entries(), Damage);
  }
}

TEST(KeyIndex, TheNewerSegmentCounts) {
  const pressmark::test::TempDir dir;
  const auto table = [&](const char* name, std::vector<ArticleEntry> entries) {
    return std::make_shared<const KeyTable>(dir.write(name, KeyTable::encode(std::move(entries))));
  };
  const KeyIndex index(
      {table("old", {entry_of(1, 10), entry_of(2, 20)}), table("new", {entry_of(2, 5)})});
  ASSERT_TRUE(index.find(1));
  EXPECT_EQ(index.find(1)->segment, 0U);
  ASSERT_TRUE(index.find(2));
  EXPECT_EQ(index.find(2)->segment, 1U);
  EXPECT_EQ(index.find(2)->entry.docid, 5U);
  EXPECT_FALSE(index.find(3));
  EXPECT_FALSE(KeyIndex().find(1));
}

}  // namespace
}  // namespace pressmark::indexer
