#include "indexer/enrich/languages/korean_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(KoreanNames, PersonsByWhatStandsBesideThem) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"한도윤 시장은 다리를 열었다.", "한도윤"},
      {"문서영 전 환경부 장관이 떠났다.", "문서영"},
      {"배우 노하준이 무대에 섰다.", "노하준"},
      {"경찰은 강태민(41)을 불렀다.", "강태민"},
      {"주민 곽순자 씨는 웃었다.", "곽순자"},
      {"제갈민수 감독과 선수들이 왔다.", "제갈민수"},
      {"도널드 힐턴 미국 대사가 말했다.", "도널드 힐턴"},
      {"세르게이 오를로프는 침묵했다.", "세르게이 오를로프"},
  };
  for (const auto& [text, want] : cases)
    EXPECT_THAT(found_persons("ko", text), ElementsAre(want)) << text;
}

TEST(KoreanNames, TheFamilyNameWithATitleIsTheOnlyPersonWhoBearsIt) {
  const std::string_view text = "한도윤 시장이 말했다. 한 시장은 웃었다. 한도윤은 떠났다.";
  EXPECT_EQ(korean_names(text).size(), 3U);
  EXPECT_THAT(found_persons("ko", text), ElementsAre("한도윤"));
}

TEST(KoreanNames, NoPersonsAre) {
  for (const std::string_view text :
       {"현직 의원과 신임 장관이 모였다.", "한국 대통령과 정부 대표가 만났다.",
        "이번주 시장 회의는 없다.", "김모씨와 박모 씨가 다퉜다.", "전문가 교수들의 의견이다."})
    EXPECT_THAT(found_persons("ko", text), IsEmpty()) << text;
}

TEST(KoreanNames, AHouseInFrontOfItsHeadIsNoPerson) {
  for (const std::string_view text :
       {"한림대 교수가 말했다.", "강원대 교수가 말했다.", "제주대 명예교수는 말했다.",
        "한의원 원장은 웃었다.", "유치원 원장이 왔다.", "진흥원 원장은 웃었다.",
        "심평원 원장은 웃었다.", "연구소 소장이 왔다.", "사무소 소장이 왔다.",
        "방송국 국장이 왔다.", "주유소 사장이 왔다.", "선수단 단장이 왔다.", "지원단 단장이 왔다.",
        "기동대 대장이 왔다.", "강동구 의원이 왔다.", "은평구 의원이 왔다.", "안성시 의원이 왔다.",
        "원주시 의원이 왔다."})
    EXPECT_THAT(found_persons("ko", text), IsEmpty()) << text;
  EXPECT_THAT(found_persons("ko", "김지원 감독이 말했다."), ElementsAre("김지원"));
}

TEST(KoreanNames, ANounWithItsParticleBehindATitleIsNoPerson) {
  for (const std::string_view text :
       {"대통령 전용기가 떴다.", "시장 금리가 올랐다.", "시장 경제가 흔들렸다.",
        "장관 인선이 늦었다.", "총리 인준이 늦었다.", "대표 경선이 끝났다.", "감독 선임이 늦었다.",
        "선수 전원이 모였다.", "시민 안전이 먼저다.", "대통령 연설이 끝났다.", "배우 인기가 높다.",
        "시민 성금이 모였다.", "감독 선임도 늦었다.", "대표 이미지가 좋다."})
    EXPECT_THAT(found_persons("ko", text), IsEmpty()) << text;
  EXPECT_THAT(found_persons("ko", "배우 노하준이 무대에 섰다."), ElementsAre("노하준"));
}

TEST(KoreanNames, BodiesWithoutTheirParticles) {
  EXPECT_THAT(found_bodies("ko", "유엔은 침묵했고 청주지법이 판결했다. 국방부와 기상청도 왔다."),
              UnorderedElementsAre("유엔", "청주지법", "국방부", "기상청"));
}

}  // namespace
}  // namespace pressmark::indexer
