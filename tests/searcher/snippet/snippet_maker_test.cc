#include "searcher/snippet/snippet_maker.h"

#include <algorithm>
#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/display_width.h"
#include "common/utf8.h"

namespace pressmark::searcher {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// The snippet with its marks written out: "the [ferries] sail".
std::string marked(const Snippet& snippet) {
  std::string out;
  std::size_t point = 0, mark = 0;
  for (std::size_t at = 0; at < snippet.text.size(); ++point) {
    if (mark < snippet.highlights.size() && snippet.highlights[mark].first == point) out += '[';
    append_code_point(out, next_code_point(snippet.text, at));
    if (mark < snippet.highlights.size() && snippet.highlights[mark].second == point + 1) {
      out += ']';
      ++mark;
    }
  }
  return out;
}

std::vector<std::string> terms_of(std::string_view words, Analyzer& analyzer,
                                  const std::vector<std::string>& languages) {
  std::vector<std::string> terms;
  Tokenizer tokens(words, analyzer.folder());
  while (const auto token = tokens.next()) {
    for (const WordVariant& variant : analyzer.query_terms(*token, languages)) {
      terms.push_back(variant.term);
    }
  }
  std::ranges::sort(terms);
  return terms;
}

std::string snip(std::string_view text, std::string_view words, std::string language = "en",
                 std::size_t columns = 80) {
  Analyzer analyzer;
  const auto terms = terms_of(words, analyzer, {language});
  SnippetOptions options;
  options.columns = columns;
  return marked(make_snippet(text, language, terms, analyzer, options));
}

constexpr std::string_view kStory =
    "The council met on Tuesday in the old town hall. Nobody had expected a long session.\n\n"
    "Late in the evening the harbour master reported that two ferries had collided off the pier. "
    "The ferry company promised an inquiry into the collision and a new timetable by spring.";

TEST(SnippetMaker, MarksWholeInflectedWords) {
  EXPECT_THAT(snip(kStory, "ferry collide"), HasSubstr("[ferries] had [collided]"));
}

TEST(SnippetMaker, PrefersTheWindowWithMostDifferentWords) {
  EXPECT_THAT(snip(kStory, "ferry timetable spring", "en", 110),
              ::testing::AllOf(HasSubstr("[ferry]"), HasSubstr("[timetable] by [spring]")));
}

TEST(SnippetMaker, BeginsWithASentenceWhereOneIsNear) {
  EXPECT_THAT(snip(kStory, "session"), StartsWith("… Nobody had expected a long [session]."));
}

TEST(SnippetMaker, ShowsTheBeginningWhenNoWordStandsInTheText) {
  EXPECT_EQ(snip(kStory, "whale", "en", 60), "The council met on Tuesday in the old town hall. …");
  EXPECT_EQ(snip("Short text.", ""), "Short text.");
  EXPECT_EQ(snip("", "whale"), "");
}

TEST(SnippetMaker, NeverIsWiderThanAsked) {
  for (const std::size_t columns : {20, 33, 60, 100, 160}) {
    for (const std::string_view words : {"ferry", "council spring", "pier", "none"}) {
      Analyzer analyzer;
      const auto terms = terms_of(words, analyzer, {"en"});
      SnippetOptions options;
      options.columns = columns;
      const Snippet snippet = make_snippet(kStory, "en", terms, analyzer, options);
      EXPECT_LE(display_width(snippet.text), columns) << words;
      for (const auto& [first, last] : snippet.highlights) {
        EXPECT_LT(first, last);
        EXPECT_LE(last, count_code_points(snippet.text));
      }
    }
  }
}

TEST(SnippetMaker, WorksWithoutBlanksBetweenWords) {
  const std::string snippet = snip(
      "今年の夏は雨が少なく、函館の漁港ではイカの水揚げが大きく減った。漁師たちは来年に期待する。",
      "函館", "ja", 40);
  EXPECT_THAT(snippet, HasSubstr("[函館]"));
}

TEST(SnippetMaker, LineBreaksAndRunsOfBlanksBecomeOneBlank) {
  EXPECT_EQ(snip("One\n\n  two\tthree", ""), "One two three");
}

TEST(SnippetMaker, LooksAtNoMoreThanItsBound) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "filler words and ";
  text += "needle";
  Analyzer analyzer;
  const auto terms = terms_of("needle", analyzer, {"en"});
  const Snippet snippet = make_snippet(text, "en", terms, analyzer);
  EXPECT_TRUE(snippet.highlights.empty());
  EXPECT_THAT(snippet.text, StartsWith("filler words"));
}

TEST(SnippetMaker, AWordWithoutEndIsCut) {
  const std::string text(500000, 'x');
  EXPECT_LE(snip(text, "whale", "en", 60).size(), 70U);
  EXPECT_LE(snip("y " + text, "y", "en", 60).size(), 70U);
}

TEST(MarkText, KeepsTheTextAndMarksEveryPlace) {
  Analyzer analyzer;
  const auto terms = terms_of("ferry", analyzer, {"en"});
  const Snippet all = mark_text(kStory, "en", terms, analyzer);
  EXPECT_EQ(all.text, kStory);
  EXPECT_EQ(all.highlights.size(), 2U);
  EXPECT_THAT(marked(all), HasSubstr("two [ferries] had"));
}

TEST(SnippetMaker, OneWordOfAScriptWithoutBlanksIsOneMark) {
  Analyzer analyzer;
  const std::string_view text = "昨日、東京都で東京、京都";
  const std::vector<std::string> terms = {"Y京都", "Y東京"};
  using Marks = std::vector<std::pair<std::size_t, std::size_t>>;
  const Marks want = {{3, 6}, {7, 9}, {10, 12}};
  EXPECT_EQ(mark_text(text, "ja", terms, analyzer).highlights, want);
  EXPECT_EQ(make_snippet(text, "ja", terms, analyzer, {.columns = 60}).highlights, want);
}

// Letters of two bytes left half the room for the words that are shown together.
TEST(Snippet, HasAsMuchRoomInEveryScript) {
  Analyzer analyzer;
  const auto shown = [&](const std::string& first, const std::string& second,
                         const std::string& filler, const std::string& language) {
    std::string text;
    for (int i = 0; i < 90; ++i) {
      if (i == 40) text += first + " ";
      if (i == 50) text += second + " ";
      text += filler + " ";
    }
    auto terms = terms_of(first + " " + second, analyzer, {language});
    std::ranges::sort(terms);
    const SnippetOptions options{.columns = 160};
    return make_snippet(text, language, terms, analyzer, options).highlights.size();
  };
  EXPECT_EQ(shown("kestrel", "harbour", "lorem ipsum", "en"), 2U);
  EXPECT_EQ(shown("пустельга", "гавань", "какая погод", "ru"), 2U);
}

}  // namespace
}  // namespace pressmark::searcher
