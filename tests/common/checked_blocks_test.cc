#include "common/checked_blocks.h"

#include <cstring>
#include <string>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/hash.h"

namespace pressmark {
namespace {

constexpr FileFormat kFormat = {"the lists", "are", "LISTS002", "LISTS001", 16};
constexpr std::size_t kBlock = CheckedBlocks::kBlockBytes;

/// A file of so many bytes, its hashes not counted.
std::string content(std::size_t size) {
  std::string bytes = "LISTS002";
  while (bytes.size() < size) bytes += static_cast<char>(bytes.size() * 7 % 251);
  return bytes.substr(0, size);
}

CheckedBlocks blocks(std::string bytes) { return {map_bytes(std::move(bytes)), kFormat, "file"}; }

std::string what(const std::string& bytes) {
  try {
    blocks(bytes).use_all();
  } catch (const Damage& damage) {
    return damage.what();
  }
  return "";
}

TEST(CheckedBlocks, GiveBackTheContentOfAnySize) {
  for (const std::size_t size : {std::size_t{8}, kBlock - 1, kBlock, kBlock + 1, 3 * kBlock - 8,
                                 3 * kBlock, 3 * kBlock + 8}) {
    const std::string bytes = content(size);
    const CheckedBlocks made = blocks(CheckedBlocks::with_hashes(bytes));
    EXPECT_EQ(made.content(), bytes) << size;
    EXPECT_FALSE(made.older());
    EXPECT_NO_THROW(made.use_all());
  }
}

TEST(CheckedBlocks, RefuseABlockThatIsNotAsItWasWrittenAndNoOther) {
  const std::string good = CheckedBlocks::with_hashes(content(3 * kBlock + 100));
  for (std::size_t block = 0; block < 4; ++block) {
    for (const bool in_hash : {false, true}) {
      std::string bytes = good;
      const std::size_t at = in_hash ? 3 * kBlock + 100 + 8 * block + 3 : block * kBlock + 50;
      bytes[at] = static_cast<char>(bytes[at] ^ 1);
      if (block == 0) {
        EXPECT_THROW(blocks(bytes), Damage) << "the first is looked at in any case";
        continue;
      }
      const CheckedBlocks damaged = blocks(bytes);
      for (std::size_t other = 0; other < 4; ++other) {
        const char* byte = damaged.content().data() + other * kBlock + 60;
        if (other == block) {
          EXPECT_THROW(damaged.use(byte), Damage);
          EXPECT_THROW(damaged.use(byte), Damage) << "not once alone";
          EXPECT_THROW(damaged.use(damaged.content().substr(other * kBlock - 1, 2)), Damage);
        } else {
          EXPECT_NO_THROW(damaged.use(byte));
        }
      }
      EXPECT_THROW(damaged.use_all(), Damage);
      EXPECT_NO_THROW(damaged.use(damaged.content().substr(block * kBlock, 0)));
    }
  }
}

TEST(CheckedBlocks, AreCutWhereverAFileEnds) {
  const std::string good = CheckedBlocks::with_hashes(content(2 * kBlock + 16));
  for (std::size_t size = 0; size < good.size(); size += size < 64 ? 1 : 61)
    EXPECT_NE(what(good.substr(0, size)), "") << size;
  EXPECT_EQ(what("LISTS002"), "the lists file are cut");
  EXPECT_EQ(what("something else"), "the lists file are damaged");
  EXPECT_EQ(what("LISTS001"), "the lists file are cut");
}

TEST(CheckedBlocks, OfTheOlderFormHaveOneHashThatIsComparedWhenAllIsUsed) {
  std::string bytes = content(3 * kBlock);
  const std::uint64_t hash = hash64(std::string_view(bytes).substr(16));
  bytes.replace(0, 8, "LISTS001");
  std::memcpy(bytes.data() + 8, &hash, sizeof hash);
  const CheckedBlocks sound = blocks(bytes);
  EXPECT_TRUE(sound.older());
  EXPECT_EQ(sound.content(), bytes);
  EXPECT_NO_THROW(sound.use_all());
  bytes[2 * kBlock] ^= 1;
  const CheckedBlocks damaged = blocks(bytes);
  EXPECT_NO_THROW(damaged.use(damaged.content()));
  EXPECT_THROW(damaged.use_all(), Damage);
}

TEST(CheckedSpan, GivesItemsAsTheyWereWrittenOrNotAtAll) {
  std::string bytes = content(4 * kBlock);
  for (std::uint32_t number = 0; number < 3000; ++number)
    std::memcpy(bytes.data() + 8 + 4 * std::size_t{number}, &number, sizeof number);
  std::string file = CheckedBlocks::with_hashes(bytes);
  file[8 + 4 * 2000] ^= 1;
  const CheckedBlocks damaged = blocks(file);
  const CheckedSpan<std::uint32_t> numbers(damaged, 8, 3000);
  EXPECT_EQ(numbers.size(), 3000U);
  EXPECT_EQ(numbers[1000], 1000U);
  EXPECT_EQ(numbers[2999], 2999U);
  EXPECT_THROW((void)numbers[2001], Damage);
  EXPECT_EQ(numbers.some(10, 1000).back(), 1009U);
  EXPECT_THROW((void)numbers.some(10, 2000), Damage);
  EXPECT_TRUE(numbers.some(2000, 0).empty());
  EXPECT_THROW((void)numbers.all(), Damage);
  EXPECT_EQ(numbers.unchecked()[2000], 2001U);
  EXPECT_TRUE(CheckedSpan<std::uint32_t>().all().empty());
}

}  // namespace
}  // namespace pressmark
