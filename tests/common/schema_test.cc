#include "common/schema.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark {
namespace {

using ::testing::ElementsAre;

TEST(Schema, NamesAliasesPrefixesAndSlotsOccurOnce) {
  std::set<std::string> names;
  std::set<std::string> prefixes;
  std::set<unsigned> slots{slot::kArticleKey, slot::kFingerprint};
  for (const Field& row : fields()) {
    EXPECT_TRUE(names.insert(std::string(row.name)).second) << row.name;
    if (!row.prefix.empty()) {
      EXPECT_TRUE(prefixes.insert(std::string(row.prefix)).second) << row.prefix;
    }
    if (row.slot) {
      EXPECT_TRUE(slots.insert(*row.slot).second) << row.name;
    }
    EXPECT_FALSE(row.help.empty());
    EXPECT_EQ(find_field(row.name), &row);
  }
}

TEST(Schema, FindsFieldsByAlias) {
  EXPECT_EQ(find_field("About")->id, FieldId::Country);
  EXPECT_EQ(find_field("contry"), nullptr);
  EXPECT_EQ(find_field(""), nullptr);
}

TEST(Schema, TermsAreNeverTooLongForXapian) {
  const std::string longest(5000, 'x');
  EXPECT_LE(make_term("XC", longest).size(), kMaxTermBytes);
  EXPECT_NE(make_term("XC", longest), make_term("XC", longest + "y"));
  EXPECT_EQ(make_term("XC", "UA"), "XC:UA");
  EXPECT_EQ(make_term("XC", "ua"), "XCua");
  EXPECT_EQ(make_term("", std::string("\0", 1)), " ");
  EXPECT_FALSE(make_term("", "").empty());
}

TEST(Schema, KeysRoundTripAndSortAsBytes) {
  const std::uint64_t keys[] = {0, 1, 255, 256, 0x0123456789ABCDEF, 0xFFFFFFFFFFFFFFFF};
  for (const std::uint64_t key : keys) EXPECT_EQ(decode_key(encode_key(key)), key);
  EXPECT_LT(encode_key(255), encode_key(256));
  EXPECT_EQ(decode_key("short"), 0U);
}

TEST(Schema, FingerprintsRoundTrip) {
  const std::vector<std::uint32_t> hashes = {0, 1, 0x80000000, 0xFFFFFFFF};
  EXPECT_EQ(decode_fingerprint(encode_fingerprint(hashes)), hashes);
  EXPECT_EQ(decode_fingerprint(encode_fingerprint(hashes).substr(0, 14)).size(), 3U);
}

TEST(Schema, ValueListsRoundTrip) {
  const std::vector<std::string> values = {"", std::string(300, 'a'), std::string("b\0c", 3)};
  EXPECT_THAT(decode_values(encode_values(values)), ElementsAre(values[0], values[1], values[2]));
  EXPECT_THAT(decode_values("\x05"
                            "ab"),
              ElementsAre());
}

}  // namespace
}  // namespace pressmark
