#include "indexer/extract/text/text_details.h"

#include <string>

#include <gtest/gtest.h>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

/// What a line is, as "kind=value".
std::string said(std::string_view line) {
  const TextDetail detail = read_text_detail(line, "");
  std::string out;
  const auto add = [&](std::string_view kind, std::string_view value) {
    if (!value.empty()) out.append(out.empty() ? "" : " ").append(kind).append("=").append(value);
  };
  add("url", detail.url);
  add("outlet", detail.outlet);
  add("byline", detail.byline);
  add("name", detail.name);
  add("date", detail.date);
  add("role", detail.role ? "yes" : "");
  add("filler", detail.filler ? "yes" : "");
  return out;
}

TEST(TextDetail, SaysWhatALineHolds) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"By Jane Doe", "byline=By Jane Doe"},
      {"Jane Doe", "name=Jane Doe"},
      {"DARLENE KUUSISTO, Staff Writer", "byline=DARLENE KUUSISTO role=yes"},
      {"Political correspondent", "role=yes"},
      {"3 March 2022", "date=3 March 2022"},
      {"March 3, 2022, 10:15 a.m.", "date=March 3, 2022, 10:15 a.m."},
      {"Jane Doe | 3 March 2022", "name=Jane Doe date=Jane Doe | 3 March 2022"},
      {"The Guardian, 3 March 2022", "outlet=The Guardian date=The Guardian, 3 March 2022"},
      {"The Guardian", "outlet=The Guardian"},
      {"www.theguardian.com", "outlet=www.theguardian.com"},
      {"https://moor-echo.example/ice", "url=https://moor-echo.example/ice"},
      {"5 min read", "filler=yes"},
      {"Share this", "filler=yes"},
      {"Published", "filler=yes"},
      {"The harbour froze on 3 March 2022.", ""},
      {"Ferries stay at the pier", ""},
      {"What is open", ""},
      {"", ""}};
  for (const auto& [line, want] : cases) EXPECT_EQ(said(line), want) << line;
}

/// The lines of a text that are details, parted by "|".
std::string details(std::string_view text) {
  const std::vector<std::string_view> lines = split(text, '\n');
  std::string out;
  for (const std::size_t line : find_text_details(lines, "").lines)
    out.append(out.empty() ? "" : "|").append(lines[line]);
  return out;
}

constexpr std::string_view kStory =
    "The harbour of Saltmere froze on Sunday, for the first time in forty years, and the ferry "
    "stayed at its pier, as the harbour master said.\n\nChildren skated.\n";

TEST(TextDetails, StandAmongLinesThatAreTheStorys) {
  const auto with = [](std::string_view lines) {
    return details(std::string(lines).append("\n\n").append(kStory));
  };
  EXPECT_EQ(with("Jane Doe\n3 March 2022"), "Jane Doe|3 March 2022");
  EXPECT_EQ(with("Jane Doe"), "") << "alone it may be anything";
  EXPECT_EQ(with("The ferry stays at its pier.\n\nBy Jane Doe\n5 min read"),
            "By Jane Doe|5 min read");
  EXPECT_EQ(with("* Ferry stays\n* Children skate\n\nBy Jane Doe"), "By Jane Doe");
  EXPECT_EQ(with("Ice on the harbour\nBy Jane Doe\nPublished\n3 March 2022\nUpdated 4 March 2022"),
            "By Jane Doe|Published|3 March 2022|Updated 4 March 2022");
}

TEST(TextDetails, AChronologysDaysAreTheStorys) {
  EXPECT_EQ(details("1 March 2022\nThe ice comes\n2 March 2022\nThe ferry stops\n3 March 2022\n"
                    "Children skate\n"),
            "1 March 2022");
}

TEST(TextDetails, NothingBehindTheFirstParagraphsIsOne) {
  EXPECT_EQ(details(std::string(kStory) + "\nBy Jane Doe\n"), "");
}

}  // namespace
}  // namespace pressmark::indexer
