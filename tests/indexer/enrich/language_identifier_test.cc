#include "indexer/enrich/language_identifier.h"

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view text;
  std::string_view declared;
  std::string_view want;
};

constexpr Case kCases[] = {
    {"The harbour board said on Monday that the new ferry would not sail before spring.", "", "en"},
    {"Der Hafenrat teilte am Montag mit, dass die neue Fähre nicht vor dem Frühjahr fährt.", "en",
     "de"},
    {"Le conseil du port a annoncé lundi que le nouveau bac ne partirait pas avant le printemps.",
     "", "fr"},
    {"La junta del puerto dijo el lunes que el nuevo transbordador no zarpará antes de la "
     "primavera.",
     "", "es"},
    {"O conselho do porto disse na segunda-feira que a nova balsa não partirá antes da primavera.",
     "", "pt"},
    {"Совет порта сообщил в понедельник, что новый паром не выйдет раньше весны.", "en", "ru"},
    {"Рада порту повідомила в понеділок, що новий пором не вийде раніше весни.", "ru", "uk"},
    {"Польша и Украина договорились о заборах.", "", "ru"},  // no і, ї, є or ґ
    {"Новый паром не выйдет раньше весны.", "", "ru"},
    // Ukrainian without them; what it quotes is Russian.
    {"Голова Харкова заявив, що вода скоро буде.", "uk", "uk"},
    {"Голова Харкова заявив, що вода скоро буде.", "", "uk"},
    {"Президент прибув до Харкова.", "uk", "uk"},
    {"Зеленський прибув до Харкова", "uk", "uk"},
    {"Верховна Рада ухвалила закон про мову.", "", "uk"},
    {"Голова Харкова заявив, що альбом «Дым» скоро буде у продажу.", "uk", "uk"},
    {"قال مجلس الميناء يوم الاثنين إن العبارة الجديدة لن تبحر قبل الربيع", "", "ar"},
    {"港務局星期一表示，新渡輪在春天以前不會啟航。", "", "zh"},
    {"臺南虱目魚養殖戶改看月亮餵魚", "", "zh"},  // no kana: not Japanese
    {"港湾委員会は月曜日、新しいフェリーは春まで出航しないと発表した。", "zh", "ja"},
    {"הנהלת הנמל הודיעה ביום שני כי המעבורת החדשה לא תפליג לפני האביב", "", "he"},
    {"Havnestyret sa mandag at den nye fergen ikke vil seile før våren kommer til fjorden.", "nb",
     "no"},
    {"Goal!", "de-AT", "de"},
    {"", "", ""},
    {"12 34 56", "", ""},
};

TEST(LanguageIdentifier, TrustsTheTextBeforeThePage) {
  for (const Case& test : kCases)
    EXPECT_EQ(identify_language("", test.text, test.declared), test.want) << test.text;
}

}  // namespace
}  // namespace pressmark::indexer
