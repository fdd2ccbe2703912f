#include "indexer/extract/metadata/page_address.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

/// The address of a page that states this one for itself and was fetched from that one.
std::string address(std::string_view stated, std::string_view fetched = {}) {
  const std::string html =
      "<link rel=canonical href='" + std::string(stated) + "'><h1>Weir opens</h1>";
  const Page page = parse_page(html);
  return choose_page_address(read_page_fields(page), {}, fetched, page.saved_from()).url;
}

constexpr std::string_view kStory = "https://echo.example/rivers/weir-opens";

TEST(PageAddress, LaterPagesOfAnArticleAreNotTheFirst) {
  for (const std::string_view later :
       {"?page=2", "/page/3", "/2", "?p=12", "/page-2", "?seite=2"}) {
    const std::string fetched = std::string(kStory).append(later);
    EXPECT_EQ(address(kStory, fetched), fetched);
  }
  EXPECT_EQ(address("https://echo.example/a?id=7", "https://echo.example/a?id=7&page=2"),
            "https://echo.example/a?id=7&page=2");
}

TEST(PageAddress, TheFirstPageIsTheArticle) {
  for (const std::string_view dress : {"?page=1", "/1", "/page/1", "?page=all", "/amp", "/amp/",
                                       "/print", "/amp/print", "?view=2", "?utm_source=x", ""})
    EXPECT_EQ(address(kStory, std::string(kStory).append(dress)), kStory) << dress;
}

TEST(PageAddress, ASectionIsNoArticlesAddress) {
  const std::string story = "https://echo.example/rivers/2024/weir-opens";
  EXPECT_EQ(address("https://echo.example/rivers/", story), story);
  EXPECT_EQ(address("/rivers/2024", story), story);
  EXPECT_EQ(address("https://www.echo.example/rivers/index.html", story), story);
  EXPECT_EQ(address("https://echo.example/river/", story), "https://echo.example/river/");
}

TEST(PageAddress, AnArticleMayHaveMoreBelowIt) {
  for (const std::string_view own :
       {"https://echo.example/a/48123", "https://echo.example/a/7.html",
        "https://echo.example/the-weir-opens-again"})
    EXPECT_EQ(address(own, std::string(own).append("/weir-opens")), own);
}

TEST(PageAddress, TheCommentOfWhatSavedThePageIsTheLastResort) {
  const auto saved = [](std::string_view comment, std::string_view more = {},
                        std::string_view fetched = {}) {
    const std::string html = "<!DOCTYPE html>\n<!--" + std::string(comment) + "-->" +
                             std::string(more) + "<h1>Weir opens</h1>";
    const Page page = parse_page(html);
    return choose_page_address(read_page_fields(page), {}, fetched, page.saved_from()).url;
  };
  EXPECT_EQ(saved(" saved from url=(0039)https://echo.example/rivers/weir-opens "), kStory);
  EXPECT_EQ(saved("\n Page saved with SingleFile \n url: https://echo.example/rivers/weir-opens \n"
                  " saved date: Tue May 02 2023\n"),
            kStory);
  EXPECT_EQ(saved(" Mirrored from echo.example/rivers/weir-opens by HTTrack Website Copier/3.x "),
            "http://echo.example/rivers/weir-opens");
  EXPECT_EQ(saved(" saved from url=(0014)about:internet "), "");
  EXPECT_EQ(saved(" saved from url=(0020)https://echo.example/ "), "") << "a front page";
  EXPECT_EQ(saved(" Mirrored from echo.example/a for a test "), "");
  EXPECT_EQ(saved(" see https://echo.example/a "), "");
  constexpr std::string_view kSaved = " saved from url=(0024)https://other.example/b ";
  EXPECT_EQ(saved(kSaved, "<link rel=canonical href='https://echo.example/rivers/weir-opens'>"),
            kStory);
  EXPECT_EQ(saved(kSaved, {}, kStory), kStory);
  EXPECT_EQ(saved(" saved from url=(0026)https://echo.example/a?page=2 ",
                  "<link rel=canonical href='/a'>"),
            "https://echo.example/a?page=2");
}

TEST(PageAddress, PlaceholdersOfTemplatesAreNone) {
  for (const std::string_view nothing :
       {"undefined", "null", "/None", "https://echo.example/undefined", "{{url}}",
        "https://echo.example/{{ page.url }}", "https://echo.example/${path}",
        "https://echo.example/<%= url %>", "[object Object]"}) {
    EXPECT_EQ(address(nothing, kStory), kStory) << nothing;
    EXPECT_EQ(address(nothing), "") << nothing;
  }
}

}  // namespace
}  // namespace pressmark::indexer
