#include "indexer/extract/text/notice_lines.h"

#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

TEST(NoticeLines, ACaptionEndsWithWhoTookThePicture) {
  for (const std::string_view line :
       {"The weir seen from Mill Lane. Photo: Jane Doe", "Das Wehr am Abend | Foto: dpx",
        "The weir (Jane Doe/Moor Press)", "The weir. Photo: J. R. Doe", "© Jane Doe",
        "河口的灯塔。图片：青溪社", "The weir at noon [Photo: Jane Doe]", "Image: Moor Press",
        "The weir is shut. (Press Photo/Jane Doe)"})
    EXPECT_TRUE(ends_in_credit(line)) << line;
}

TEST(NoticeLines, ASentenceIsNoCredit) {
  for (const std::string_view line :
       {"The vote ended as it began: 12 to 11.", "The weir was opened on Monday (see the map).",
        "Nobody was hurt.", "She said: nobody had asked the people who live below the weir.",
        "The weir seen from Mill Lane", "", "Der Weg ist gesperrt. (dpa/mz)",
        "Doe: Yes, and gladly", "The drawing is © Jane Doe, who gave the pier its form.",
        "Lisbon: the city of light", "She replied: “We shall not give up.”",
        "局长王小明说：“我们会继续努力。”", "局長の話：漁師の皆さんには長くお待たせしました。"})
    EXPECT_FALSE(ends_in_credit(line)) << line;
}

}  // namespace
}  // namespace pressmark::indexer
