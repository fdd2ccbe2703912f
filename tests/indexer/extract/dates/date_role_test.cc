#include "indexer/extract/dates/date_role.h"

#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(DateRole, AnElementsNamesCountOneByOne) {
  // As WordPress and its themes write them where nothing was changed.
  EXPECT_EQ(role_of_names("entry-date published updated"), DateRole::Published);
  EXPECT_EQ(role_of_names("entry-date updated td-module-date "), DateRole::Unclear);
  EXPECT_EQ(role_of_names("updated"), DateRole::Modified);
  EXPECT_EQ(role_of_names("date last-published-updated"), DateRole::Modified);
  EXPECT_EQ(role_of_names("date"), DateRole::Unclear);
}

TEST(DateRole, WordsOfPublishingCountWhole) {
  for (const std::string_view words :
       {"Published", "Posted on Friday, ", "Veröffentlicht am ", "Publié le ", "Publicado el ",
        "Pubblicato il ", "Опубликовано: ", "公開：", "Publikacja: ", "Data publicării: ",
        "Ngày đăng: ", "تاریخ انتشار: ", "تم النشر: ", "Հրապարակվել է ", "Udgivet ", "승인 "}) {
    EXPECT_EQ(role_of_words(words), DateRole::Published) << words;
  }
  for (const std::string_view words : {"Updated",          "Published and last updated on ",
                                       "Aktualisiert am ", "Mis à jour le ",
                                       "更新：",           "Aktualizacja: ",
                                       "Cập nhật: ",       "Güncelleme: ",
                                       "Ažurirano ",       "Ажурирано ",
                                       "обновена ",        "Atnaujinta ",
                                       "تم التحديث: ",     "Yenilənib: ",
                                       "Upraveno ",        "Senast ändrad ",
                                       "Revised on ",      "Թարմացվել է ",
                                       "آخر تحديث: ",      "अपडेटेड: ",
                                       "আপডেট: ",          "ปรับปรุง: "})
    EXPECT_EQ(role_of_words(words), DateRole::Modified) << words;
  for (const std::string_view words :
       {"The Republican primary on ", "A public hearing on ", "Die Republik wurde am ",
        "Publix opened on ", "Güncel Haberler ", "Revista Sierra, ", "Maria Andrade ",
        "The report published last week says that on ", ""})
    EXPECT_EQ(role_of_words(words), DateRole::Unclear) << words;
}

TEST(DateRole, ALineOfADateIsNoSentence) {
  const auto is_line = [](std::string_view line) {
    return is_date_line(line, find_dates(line, "en").front());
  };
  for (const std::string_view line :
       {"3 May 2024", "Friday, 3 May 2024.", "Harbour town, 3 May 2024, 10:15 a.m.", "2024. 5. 3.",
        "By Jane Doe, 3 May 2024", "Published on 3 May 2024 by the transport desk of the Echo.",
        "3 May 2024 | 4 min read",
        "3 May 2024 - Posted by: Jane Doe - Section: News of the harbour and of the fish market"}) {
    EXPECT_TRUE(is_line(line)) << line;
  }
  for (const std::string_view line : {"On 3 May 1945 the town fell.",
                                      "The council of the town will meet on 3 May 2024 to speak "
                                      "about the pier",
                                      "The town fell on 3 May 1945."})
    EXPECT_FALSE(is_line(line)) << line;
}

}  // namespace
}  // namespace pressmark::indexer
