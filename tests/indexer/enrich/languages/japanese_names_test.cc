#include "indexer/enrich/languages/japanese_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(JapaneseNames, PersonsByWhatStandsBesideThem) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"港の組合の大沼健吾会長は笑った。", "大沼健吾"},
      {"漁師の森本凪さんが船を出した。", "森本凪"},
      {"近くに住む石川みなもさんは驚いた。", "石川みなも"},
      {"林航太郎（34）が灯台に登った。", "林航太郎"},
      {"トーマス・ヘイルウッドは黙っていた。", "トーマス・ヘイルウッド"},
      {"カナダのウィルキン首相が港に着いた。", "ウィルキン"},
      {"ゾルタン・ケレメン監督の映画だ。", "ゾルタン・ケレメン"},
  };
  for (const auto& [text, want] : cases)
    EXPECT_THAT(found_persons("ja", text), ElementsAre(want)) << text;
}

TEST(JapaneseNames, TheFamilyNameAloneIsTheOnlyPersonWhoBearsIt) {
  EXPECT_EQ(japanese_names("大沼健吾会長が来た。大沼会長は笑った。大沼は帰った。").size(), 3U);
  EXPECT_THAT(found_persons("ja", "大沼健吾会長が来た。大沼会長は笑った。"),
              ElementsAre("大沼健吾"));
  EXPECT_THAT(found_persons("ja", "大沼会長は笑った。"), IsEmpty());
}

TEST(JapaneseNames, NoPersonsAre) {
  for (const std::string_view text :
       {"患者さんとお母さんが待っている。", "アメリカ大統領は来なかった。",
        "千葉大教授の話を聞く。", "サッカー選手になりたい。", "安倍元総理の碑",
        "清水建設社長が会見した。", "ハード・ソフト両面で備える。", "森のくまさんを歌う。"})
    EXPECT_THAT(found_persons("ja", text), IsEmpty()) << text;
}

TEST(JapaneseNames, AFamilyNameAndACommonNounAreNoPerson) {
  for (const std::string_view text :
       {"安倍派議員が集まった。", "麻生派会長が語った。", "二階派会長が語った。",
        "山口銀行頭取が語った。", "千葉銀行頭取が語った。", "福島出身議員が語った。",
        "千葉出身選手が勝った。", "山形新聞社長が語った。", "岸田内閣官房長官が語った。",
        "福島原発所長が語った。", "本田技研社長が語った。", "内田洋行社長が語った。",
        "安田生命社長が語った。"})
    EXPECT_THAT(found_persons("ja", text), IsEmpty()) << text;
}

TEST(JapaneseNames, WhatIsCountedIsNoAge) {
  for (const std::string_view text :
       {"関連記事（12）", "原油価格（24）", "森友問題（18）", "森林火災（5）", "平野部（30）",
        "浜辺清掃（12）", "林航（5）"})
    EXPECT_THAT(found_persons("ja", text), IsEmpty()) << text;
}

TEST(JapaneseNames, OccupationsInKatakanaAreNoPersons) {
  for (const std::string_view text : {"地域のキーパーソンさんに聞く。", "パートナーさんと暮らす。",
                                      "インフルエンサーさんの投稿。", "レーサーさんが走る。"})
    EXPECT_THAT(found_persons("ja", text), IsEmpty()) << text;
}

TEST(JapaneseNames, ACountryInFrontIsNoPartOfTheName) {
  EXPECT_THAT(found_persons("ja", "アメリカ・ジョー・ウィルキン大統領は述べた。"),
              ElementsAre("ジョー・ウィルキン"));
  EXPECT_THAT(found_persons("ja", "フランス・エマニュエル・ケレメン大統領は述べた。"),
              ElementsAre("エマニュエル・ケレメン"));
  EXPECT_THAT(found_persons("ja", "アメリカ・ウィルキン大統領は述べた。"),
              ElementsAre("ウィルキン"));
}

TEST(JapaneseNames, TheSurnameAloneIsTheNearestInFront) {
  const auto names = japanese_names(
      "ジョー・ウィルキン大統領は述べた。ウィルキン氏は語った。"
      "妻のジル・ウィルキンさんも同席した。");
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[1].name, "ジョー・ウィルキン");
}

TEST(JapaneseNames, Bodies) {
  EXPECT_THAT(found_bodies("ja", "国連と外務省が発表した。弘前大学の調査で、青森地裁も動いた。"),
              UnorderedElementsAre("国連", "外務省", "弘前大学", "青森地裁"));
  EXPECT_THAT(found_bodies("ja", "株式会社なぎさは…株式会社青螺水産は休業した。"),
              ElementsAre("株式会社青螺水産"));
  EXPECT_THAT(found_bodies("ja", "大学生と国立大学の話。"), IsEmpty());
}

}  // namespace
}  // namespace pressmark::indexer
