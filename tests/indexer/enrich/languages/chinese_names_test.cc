#include "indexer/enrich/languages/chinese_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(ChineseNames, PersonsByWhatStandsBesideThem) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"渔村来了新镇长潘海宁，大家很高兴。", "潘海宁"},
      {"据局长沈清和邻居回忆，灯塔早已熄灭。", "沈清"},
      {"本报讯（记者 汪雨石）码头昨日重开。", "汪雨石"},
      {"雨停了，苏木兰说，船可以出海了。", "苏木兰"},
      {"渔民邵大川，61岁，救起两人。", "邵大川"},
      {"会上，欧阳晓峰教授讲述了灯塔的历史。", "欧阳晓峰"},
      {"總教練潘海寧率隊抵達港口。", "潘海寧"},
      {"总理科斯特林会见了渔民。", "科斯特林"},
      {"作家安德烈·费多连科来到小镇。", "安德烈·费多连科"},
      {"加拿大汤姆·威尔金斯的船沉了。", "汤姆·威尔金斯"},
  };
  for (const auto& [text, want] : cases)
    EXPECT_THAT(found_persons("zh", text), ElementsAre(want)) << text;
}

TEST(ChineseNames, ANameIsThePersonWhereverItStands) {
  const std::string_view text = "镇长潘海宁到场。雨中潘海宁没有离开。";
  EXPECT_EQ(chinese_names(text).size(), 2U);
  EXPECT_THAT(found_persons("zh", "安德烈·费多连科来了。孩子们围着费多连科。"),
              ElementsAre("安德烈·费多连科"));
}

TEST(ChineseNames, NoPersonsAre) {
  for (const std::string_view text :
       {"于是大家都说，白天很热。", "记者于昨日从市里获悉此事。", "方面表示，马路已通车。",
        "居民普遍认为，高温还会持续。", "商户说，黄金周，游客多。", "张先生和李女士都在场。",
        "专家高度评价这座桥。", "新闻·财经", "海南·三亚的海滩"})
    EXPECT_THAT(found_persons("zh", text), IsEmpty()) << text;
}

TEST(ChineseNames, AFamilyNameThatBeginsAWordIsNone) {
  for (const std::string_view text :
       {"市民许多天没有用上热水。", "专家解释道，桥很安全。", "演员何时离开？",
        "女儿高兴地说，船来了。", "教练简单地说了几句。", "市民安全感提高了。", "记者连日采访。"})
    EXPECT_THAT(found_persons("zh", text), IsEmpty()) << text;
}

TEST(ChineseNames, TheSurnameAloneIsTheNearestInFront) {
  const auto names =
      chinese_names("安德烈·费多连科来了。孩子们围着费多连科。妻子吉尔·费多连科也来了。");
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[1].name, "安德烈·费多连科");
}

TEST(ChineseNames, Bodies) {
  EXPECT_THAT(found_bodies("zh", "联合国与法国外交部都发表声明。《海港日报》报道了此事。"),
              UnorderedElementsAre("联合国", "法国外交部", "海港日报"));
  EXPECT_THAT(found_bodies("zh", "昨天，青螺渔业有限公司宣布停产，一家有限公司接手。"),
              ElementsAre("青螺渔业有限公司"));
}

}  // namespace
}  // namespace pressmark::indexer
