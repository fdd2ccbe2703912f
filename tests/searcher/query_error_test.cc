#include "searcher/query_error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressmark::searcher {
namespace {

using ::testing::HasSubstr;

TEST(QueryErrorText, PutsACaretUnderThePlace) {
  EXPECT_EQ(
      describe({"contry:UA energy", 0, 6, "unknown field \"contry\"", "did you mean \"country\"?"}),
      "pressmark-search: unknown field \"contry\"\n"
      "  contry:UA energy\n"
      "  ^~~~~~  did you mean \"country\"?\n");
  EXPECT_EQ(describe({"gas (oil", 4, 1, "\"(\" is never closed", ""}),
            "pressmark-search: \"(\" is never closed\n  gas (oil\n      ^\n");
}

TEST(QueryErrorText, CountsColumnsAndNotBytes) {
  EXPECT_EQ(describe({"函館 é contry:x", 10, 6, "m", ""}),
            "pressmark-search: m\n  函館 é contry:x\n         ^~~~~~\n");
}

// A curly quotation mark has three bytes, and was shown as "\xE2\x80\x9C".
TEST(QueryErrorText, NeverCutsACharacter) {
  EXPECT_EQ(describe({"gas “oil", 4, 1, "the quotation is never closed", ""}),
            "pressmark-search: the quotation is never closed\n  gas “oil\n      ^\n");
}

TEST(QueryErrorText, ShowsALongLineAroundThePlace) {
  const std::string text = std::string(300, 'a') + " contry:x " + std::string(300, 'b');
  const std::string shown = describe({text, 301, 6, "m", "s"});
  EXPECT_THAT(shown, HasSubstr("a contry:x b"));
  std::size_t at = 0;
  for (std::size_t end = 0; (end = shown.find('\n', at)) != std::string::npos; at = end + 1) {
    EXPECT_LE(end - at, 90U);
  }
}

TEST(QueryErrorText, EscapesWhatWouldActOnATerminal) {
  const std::string shown = describe({"a\x1B[31m", 1, 1, "bad \x1B]0;x\x07", "\xE2\x80\xAE"});
  EXPECT_EQ(shown.find('\x1B'), std::string::npos);
  EXPECT_EQ(shown.find('\x07'), std::string::npos);
  EXPECT_EQ(shown.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(QueryErrorText, APlaceBehindTheLineIsItsEnd) {
  EXPECT_EQ(describe({"gas", 99, 5, "m", ""}), "pressmark-search: m\n  gas\n     ^\n");
  EXPECT_EQ(describe({"", 0, 0, "m", "s"}), "pressmark-search: m\n  s\n");
}

}  // namespace
}  // namespace pressmark::searcher
