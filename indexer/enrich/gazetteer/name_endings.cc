#include "indexer/enrich/gazetteer/name_endings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

/// Endings are a head and a tail, each one of a list separated by blanks; "-" is an empty one.
struct Endings {
  std::string_view languages;
  std::string_view heads;
  std::string_view tails;
};

constexpr Endings kEndings[] = {
    {"de", "-", "s"},
    {"de", "isch nisch anisch ianisch lesisch", "- e en er es em"},
    {"de", "er ner aner ianer ier", "- n s in innen"},
    {"nl", "-", "s se er ers ees"},
    {"sv da no", "-", "s"},
    {"sv da no", "sk isk ansk iansk", "- a e t"},
    {"sv da no", "er ar aner", "- e en na ne s es nas"},
    {"fr", "ien ais ain ois an en", "- s e es ne nes"},
    {"es pt gl ca it ro", "-", "s i is ies no na nos nas ni ne ul ului"},
    {"es pt gl ca it ro", "an ian in en ens ol it es ez", "- o a os as i e es"},
    {"ru uk be bg sr mk", "-",
     "а я у ю е є ы и і ї о ь й ом ем єм ой ей ою ею ам ям ах ях ами ями ов ев ів їв ии ию иы ове"},
    {"ru uk be bg sr mk", "ц инц анц ийц ейц", "ы и і а у е ев ів ам ями ами ах ем ом ю я"},
    {"ru uk be bg sr mk", "ец єць инец анец иец анк инк ійк", "- а и у е о ой ам ами ах ою"},
    {"pl cs sk hr sl sr bs", "-",
     "a e i o u y ie ii em om ou owi ovi ze ach ech ich och ami ama ima um am ow mu"},
    {"pl cs sk hr sl sr bs", "czy cy anczy an anc anec ac c",
     "k cy kow ka ki ko kom a i u e ov y ci"},
    {"lt", "-", "a e o u y as ai ui us io ia iu oje iui ieciai ietis iecio"},
    {"lv", "-", "a e i u as ai us os am iem es a is iesi ietis iesu"},
    {"fi et", "-",
     "a n t d s l ta da ssa sta an en in on un han hin hun lla lta lle ksi na tta sse st le lt ni "
     "ga ks ta"},
    {"fi et", "lai nlai nilai la nla", "nen sen set sten sta sia ne sed se st"},
    {"hu", "-",
     "t ot et at n on en an ban ben ba be bol ra re rol tol hoz hez hoz nak nek val vel ig ert i "
     "iak it iakat nal nel k ok ek"},
    {"tr az", "li lu lı lü",
     "- nin nun nın nün yi yu yı yü ye ya de da den dan ler lar lerin ların lere lara leri ları"},
    {"tr az", "ca ce ça çe", "-"},
    {"ar", "-", "ة ه ا ي ان ين ون ات ية يه يا ياً يين يون يات ييه"},
    {"fa ur", "-", "ي ها ان اي يي هاي يها يان"},
    {"he", "-", "י ית ים יות"},
    {"bn", "-", "র ের ে তে কে য় য়ের য়ে ি ী ীয়"},
    {"hi mr ne", "-", "ी ि ाई ियों चा ची चे ला त ने ले को मा का की के बाट"},
    {"el", "-", "ς ν υ σ α ας ου ο ον η ης ων ες ε οι ους"},
};

/// Particles, and what is written as one word with a country's name.
constexpr std::string_view kKorean =
    "은 는 이 가 을 를 의 에 에서 에게 에선 로 으로 와 과 도 만 까지 부터 보다 처럼 라 이라 라는 "
    "이라는 란 뿐 나 이나 며 이며 다 이다 고 이고 인 어 군 계 산 측 식 제 행 발 국 들 팀 전 당 "
    "정부 대표 대표팀 대사 대사관 대통령 총리 총영사 총영사관 외교 외교부 외무부 은행 기업 사람 "
    "여자 남자 내전 언론 시장 경제 법원 법인 교민 동포 국민 국적 여행 영화 문화 음식 축구 리그 "
    "남부 북부 동부 서부 중부 수도 본토 선수 국가 왕국 공화국 연방 의회 검찰 경찰 학생 유학생 군대 "
    "해군 공군 육군 주재 출신 현지 관광 관광객 증시 통화 화폐 항공 철도 정상 총선 대선 반군";

using Words = std::set<std::string, std::less<>>;

std::string folded(std::string_view part) {
  return part == "-" ? std::string() : fold_accents(part);
}

/// The endings of each language that has a list.
std::map<std::string_view, Words> read_endings() {
  std::map<std::string_view, Words> read;
  for (const Endings& endings : kEndings) {
    for (const std::string_view head : split(endings.heads, ' ')) {
      for (const std::string_view tail : split(endings.tails, ' ')) {
        for (const std::string_view language : split(endings.languages, ' '))
          read[language].insert(folded(head) + folded(tail));
      }
    }
  }
  return read;
}

/// One of the list after the other.
bool is_korean_ending(std::string_view ending) {
  if (ending.empty()) return true;
  return std::ranges::any_of(split(kKorean, ' '), [&](std::string_view each) {
    return ending.starts_with(each) && is_korean_ending(ending.substr(each.size()));
  });
}

}  // namespace

bool is_name_ending(std::string_view ending, std::string_view language) {
  static const std::map<std::string_view, Words> kLanguages = read_endings();
  if (ending.empty()) return true;
  if (language == "ko") return is_korean_ending(ending);
  const auto known = kLanguages.find(language);
  return known == kLanguages.end() ? count_code_points(ending) <= 2
                                   : known->second.contains(ending);
}

}  // namespace pressmark::indexer
