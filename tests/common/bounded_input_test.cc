#include "common/bounded_input.h"

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace pressmark {
namespace {

TEST(BoundedInput, ReadsAllUpToTheBound) {
  std::istringstream in(std::string(9000, 'x'));
  EXPECT_EQ(read_at_most(in, 9000), std::string(9000, 'x'));
  EXPECT_TRUE(in.eof());
}

TEST(BoundedInput, AStreamWithoutAnEndGivesNothing) {
  std::istringstream in(std::string(9001, 'x'));
  EXPECT_EQ(read_at_most(in, 9000), std::nullopt);
}

TEST(BoundedInput, LinesAreThoseOfGetline) {
  const std::string text("a\n\nb\0c\r\nlast", 13);
  std::istringstream in(text), like(text);
  std::string line, expected;
  while (std::getline(like, expected)) {
    ASSERT_TRUE(next_line(in, line, "x"));
    EXPECT_EQ(line, expected);
  }
  EXPECT_FALSE(next_line(in, line, "x"));
  EXPECT_TRUE(in.eof());
  EXPECT_FALSE(in.bad());
}

TEST(BoundedInput, AFolderIsNoInputAndThrowsNothing) {
  const test::TempDir dir;
  std::ifstream in(dir.path());
  std::string line;
  EXPECT_FALSE(next_line(in, line, "x"));
  EXPECT_TRUE(in.bad());
}

TEST(BoundedInput, ALineWithoutAnEndIsAnError) {
  std::istringstream in(std::string(kLongestLine + 1, 'x'));
  std::string line;
  EXPECT_THROW(next_line(in, line, "standard input"), Error);
}

}  // namespace
}  // namespace pressmark
