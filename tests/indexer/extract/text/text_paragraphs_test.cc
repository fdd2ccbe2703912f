#include "indexer/extract/text/text_paragraphs.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text.h"

namespace pressmark::indexer {
namespace {

using Texts = std::vector<std::string>;

Texts joined(std::string_view text) { return unwrapped_lines(split(text, '\n')); }

TEST(UnwrappedLines, OneALineInEveryScript) {
  // Each ends with a mark of its own, some behind quotation marks.
  for (const std::string_view mark : {"。", "！」", "？』", "।", "۔", "։", "።", "。）", "："}) {
    const std::string first =
        "市长昨日在会议上表示新的市场屋顶将于明年春天完工并向公众开放" + std::string(mark);
    EXPECT_EQ(joined(first + "\n" + first + "\n多名议员表示担忧\n" + first),
              (Texts{first, first, "多名议员表示担忧", first}))
        << mark;
  }
  const std::string hindi = "नगर परिषद ने सोमवार को बाज़ार की छत की मरम्मत का निर्णय लिया।";
  EXPECT_EQ(joined(hindi + "\n" + hindi), (Texts{hindi, hindi}));
}

TEST(UnwrappedLines, WrappedLinesOfAScriptWithoutBlanksAreJoinedWithoutOne) {
  EXPECT_EQ(joined("市长昨日在会议上表示，新的市场屋顶将于明年春\n天完工并向公众开放，费用由市政府"
                   "和商户共同承\n担。"),
            (Texts{"市长昨日在会议上表示，新的市场屋顶将于明年春天完工并向公众开放，费用由市政府和"
                   "商户共同承担。"}));
  EXPECT_EQ(joined("시장은 어제 회의에서 새 시장 지붕이 내년 봄에 완공되어\n시민에게 개방될 "
                   "것이라고 밝혔다."),
            (Texts{"시장은 어제 회의에서 새 시장 지붕이 내년 봄에 완공되어 시민에게 개방될 "
                   "것이라고 밝혔다."}))
      << "Korean has blanks";
}

TEST(UnwrappedLines, NarrowLinesStayApart) {
  EXPECT_EQ(joined("春眠不覺曉\n處處聞啼鳥\n夜來風雨聲"),
            (Texts{"春眠不覺曉", "處處聞啼鳥", "夜來風雨聲"}));
}

}  // namespace
}  // namespace pressmark::indexer
