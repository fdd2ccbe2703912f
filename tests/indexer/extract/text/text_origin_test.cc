#include "indexer/extract/text/text_origin.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(OutletIn, NamesItWhateverStandsBeside) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"The Guardian", "The Guardian"},
      {"*The Guardian*", "The Guardian"},
      {"– The Guardian", "The Guardian"},
      {"via The Guardian", "The Guardian"},
      {"The Guardian, 3 March 2022", "The Guardian"},
      {"© 2021 The Guardian. All rights reserved.", "The Guardian"},
      {"© 2019-2021 The Pennine Echo", "The Pennine Echo"},
      {"The Pennine Echo", ""},
      {"The Guardian, she said", ""},
      {"", ""}};
  for (const auto& [line, want] : cases) EXPECT_EQ(outlet_in(line), want) << line;
}

TEST(OutletShape, IsOfNamesOnly) {
  EXPECT_EQ(outlet_shape("The Pennine Echo"), OutletShape::Capitals);
  EXPECT_EQ(outlet_shape("صوت الجنوب"), OutletShape::Uncased);
  for (const char* line : {"By Jane Doe", "# Notes", "Tags: Ice", "Jane Doe/TT", "// end //",
                           "Ice came.", "Moor 2 Fen 1"})
    EXPECT_EQ(outlet_shape(line), OutletShape::None) << line;
}

TEST(Origin, IsReadBehindAStory) {
  const std::vector<std::string_view> lines = {"Source: The Pennine Echo", "", "By Jane Doe",
                                               "URL: https://pennine-echo.example/ice",
                                               "Date: 2022-03-03"};
  for (const std::size_t i : {0, 3}) EXPECT_TRUE(is_origin(lines[i])) << lines[i];
  const TextOrigin origin = read_origin(lines, 0, "");
  EXPECT_EQ(origin.outlet, "The Pennine Echo");
  EXPECT_EQ(origin.byline, "By Jane Doe");
  EXPECT_EQ(origin.url, "https://pennine-echo.example/ice");
  EXPECT_EQ(origin.date, "2022-03-03");
  EXPECT_EQ(read_origin(lines, 0, "Moor Echo").outlet, "Moor Echo");
}

TEST(SignBehind, IsAKnownAgencys) {
  EXPECT_EQ(sign_behind("The ferry sails in March. EFE"), "EFE");
  EXPECT_EQ(sign_behind("The ferry sails in March"), "");
  EXPECT_EQ(sign_behind("The ferry sails in March. Perhaps"), "");
}

}  // namespace
}  // namespace pressmark::indexer
