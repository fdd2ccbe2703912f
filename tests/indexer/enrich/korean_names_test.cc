#include "indexer/enrich/korean_names.h"

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

TEST(KoreanNames, BodiesWithoutTheirParticles) {
  EXPECT_THAT(found_bodies("ko", "유엔은 침묵했고 청주지법이 판결했다. 국방부와 기상청도 왔다."),
              UnorderedElementsAre("유엔", "청주지법", "국방부", "기상청"));
}

}  // namespace
}  // namespace pressmark::indexer
