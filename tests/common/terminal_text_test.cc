#include "common/terminal_text.h"

#include <gtest/gtest.h>

#include "common/utf8.h"

namespace pressmark {
namespace {

struct SafeCase {
  std::string_view bytes;
  std::string_view shown;
};

constexpr SafeCase kSafeCases[] = {
    {"Saône in flood", "Saône in flood"},
    {"東京 🗞", "東京 🗞"},
    {"red\x1B[31m", "red\\x1B[31m"},
    {"title\x1B]0;owned\x07", "title\\x1B]0;owned\\x07"},
    {"a\tb\nc\rd", "a\\x09b\\x0Ac\\x0Dd"},
    {std::string_view("nul\0", 4), "nul\\x00"},
    {"\x7F", "\\x7F"},
    {"\xC2\x9B", "\\x9B"},  // C1 as a code point
    {"\x9B", "\\x9B"},      // C1 as a bare byte
    {"a\xE2\x80\xAE"
     "b",
     "a\\u{202E}b"},  // right-to-left override
    {"\xE2\x80\xA8", "\\u{2028}"},
    {"\xEF\xBB\xBFx", "\\u{FEFF}x"},
    {"\xD8\x9C", "\\u{061C}"},
    {"cut\xE2\x82", "cut\\xE2\\x82"},
    {"\xED\xA0\x80", "\\xED\\xA0\\x80"},  // a surrogate
};

TEST(TerminalText, ShowsWhatActsOnATerminal) {
  for (const SafeCase& c : kSafeCases) EXPECT_EQ(terminal_safe(c.bytes), c.shown);
}

TEST(TerminalText, AnyBytesGiveUtf8WithoutControls) {
  std::string all;
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      all += static_cast<char>(first);
      all += static_cast<char>(second);
    }
  }
  const std::string safe = terminal_safe(all);
  EXPECT_TRUE(is_utf8(safe));
  EXPECT_EQ(terminal_safe(safe), safe);
}

TEST(MessageText, WhatIsLongerThanAnybodyReadsIsCutInItsMiddle) {
  EXPECT_EQ(message_text("cannot read \x1B"), "cannot read \\x1B");
  for (const std::string letter : {"x", "é", "東"}) {
    std::string text = "unknown option ";
    for (int i = 0; i < 20000; ++i) text += letter;
    const std::string shown = message_text(text + "; try --help");
    EXPECT_LT(shown.size(), 10100U);
    EXPECT_TRUE(is_utf8(shown));
    EXPECT_EQ(shown.find("\\x"), std::string::npos);
    EXPECT_TRUE(shown.starts_with("unknown option " + letter));
    EXPECT_TRUE(shown.ends_with(letter + "; try --help"));
  }
}

}  // namespace
}  // namespace pressmark
