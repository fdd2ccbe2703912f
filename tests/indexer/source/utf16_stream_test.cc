#include "indexer/source/utf16_stream.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/fuzz/memory_input.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

TEST(Utf16, IsKnownByItsMark) {
  EXPECT_EQ(utf16_of("\xff\xfe"), Utf16::LittleEndian);
  EXPECT_EQ(utf16_of("\xfe\xff"), Utf16::BigEndian);
  EXPECT_EQ(utf16_of("\xef\xbb\xbf"), std::nullopt);
}

TEST(Utf16, BecomesUtf8) {
  EXPECT_EQ(utf16_to_utf8("\xff\xfe\x41\0\xac\x20"sv, Utf16::LittleEndian), "A€");
  EXPECT_EQ(utf16_to_utf8("\xfe\xff\0\x41\xd8\x3d\xde\x00"sv, Utf16::BigEndian), "A😀");
  EXPECT_EQ(utf16_to_utf8("\xd8\x3d\0\x41\xde\0\xd8\x3d\0"sv, Utf16::BigEndian), "�A��")
      << "halves of pairs, and of a unit";
}

TEST(Utf16, IsTheSameInWhateverPiecesItComes) {
  const std::string_view bytes = "\xff\xfe\x41\0\x3d\xd8\0\xde\x42\0\x3d\xd8"sv;
  for (const std::size_t piece : {1, 2, 3, 5, 100}) {
    const auto stream =
        utf8_stream(std::make_unique<fuzz::MemoryStream>(bytes, piece), Utf16::LittleEndian);
    std::string text;
    char some[2];
    while (const std::size_t count = stream->read(some).value()) text.append(some, count);
    EXPECT_EQ(text, "A😀B�") << piece;
  }
}

}  // namespace
}  // namespace pressmark::indexer
