#include "indexer/decode/charset_guess.h"

#include <string>

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "common/error.h"

namespace pressmark::indexer {
namespace {

/// The text in another charset, through ICU's converter of that name.
std::string encoded(std::string_view text, const char* icu_name) {
  std::string bytes(text.size() * 4, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const auto size =
      ucnv_convert(icu_name, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                   text.data(), static_cast<std::int32_t>(text.size()), &error);
  EXPECT_TRUE(U_SUCCESS(error)) << icu_name;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

struct GuessCase {
  const char* charset;
  std::string_view text;
};

// Two or three sentences of invented news each: as much as the shortest agency story has.
constexpr std::string_view kRussian =
    "Жители посёлка собрали деньги на новый мост. По словам главы района, старый мост закрыли ещё "
    "весной, и теперь до "
    "школы приходится идти почти час. Работы начнутся в июле.";
constexpr std::string_view kUkrainian =
    "Мешканці селища зібрали гроші на новий міст. За словами голови громади, старий міст закрили "
    "ще навесні, і тепер до "
    "школи доводиться йти майже годину. Роботи розпочнуться в липні, їх оплатить обласна рада.";
constexpr std::string_view kGreek =
    "Οι κάτοικοι του χωριού μάζεψαν χρήματα για νέα γέφυρα. Η παλιά έκλεισε την άνοιξη και τα "
    "παιδιά περπατούν μία ώρα "
    "μέχρι το σχολείο.";
constexpr std::string_view kPolish =
    "Mieszkańcy wsi zebrali pieniądze na nowy most. Stary zamknięto wiosną, więc dzieci idą do "
    "szkoły prawie godzinę. "
    "Wójt obiecał, że prace zaczną się w lipcu, a łączny koszt wyniesie pięć milionów złotych.";
constexpr std::string_view kCzech =
    "Obyvatelé vesnice vybrali peníze na nový most. Starý zavřeli už na jaře a děti chodí do školy "
    "téměř hodinu. "
    "Starosta slíbil, že práce začnou v červenci, řeka prý počká.";
constexpr std::string_view kHungarian =
    "A falu lakói pénzt gyűjtöttek egy új hídra. A régit tavasszal lezárták, a gyerekek csaknem "
    "egy órát gyalogolnak az "
    "iskoláig. A polgármester szerint júliusban kezdődnek a munkák, és őszre el is készülnek.";
constexpr std::string_view kTurkish =
    "Köylüler yeni bir köprü için para topladı. Eski köprü ilkbaharda kapatıldı, çocuklar okula "
    "gitmek için yaklaşık bir "
    "saat yürüyor. Muhtar, işlerin temmuzda başlayacağını söyledi.";
constexpr std::string_view kFrench =
    "Les habitants du village ont réuni de quoi bâtir un nouveau pont. L’ancien a été fermé au "
    "printemps ; les élèves "
    "marchent près d’une heure jusqu’à l’école. Le maire espère un début des travaux en août.";
constexpr std::string_view kGerman =
    "Die Bürger haben Geld für eine neue Brücke gesammelt. Die alte wurde im Frühjahr geschlossen, "
    "Schüler laufen fast "
    "eine Stunde. Der Bürgermeister hofft, dass die Arbeiten im August beginnen können.";
constexpr std::string_view kSpanish =
    "Los vecinos reunieron dinero para un puente nuevo. El viejo cerró en otoño y los niños "
    "caminan casi una hora. "
    "¿Cuándo empezarán las obras? El alcalde espera que sea en julio, según explicó en la reunión.";
constexpr std::string_view kPortuguese =
    "Os moradores juntaram dinheiro para uma ponte nova. A antiga fechou no outono e as crianças "
    "andam quase uma hora até "
    "à escola. O presidente da câmara não dá prazos, mas a construção começará em julho.";
constexpr std::string_view kHebrew =
    "תושבי הכפר אספו כסף לגשר חדש. הגשר הישן נסגר באביב והילדים הולכים שעה לבית הספר.";
constexpr std::string_view kArabic =
    "جمع سكان القرية المال لبناء جسر جديد بعد إغلاق الجسر القديم في الربيع، ويمشي الأطفال قرابة "
    "ساعة إلى المدرسة.";
constexpr std::string_view kThai =
    "ชาวบ้านรวบรวมเงินเพื่อสร้างสะพานใหม่ สะพานเก่าปิดตั้งแต่ฤดูใบไม้ผลิ เด็กต้องเดินไปโรงเรียนเกือบหนึ่งชั่วโมง";
constexpr std::string_view kJapanese =
    "村の住民は新しい橋のために募金を集めた。古い橋は春に閉鎖され、子どもたちは学校まで一時間近く歩"
    "いている。工事は七月に始まる予定だ。";
constexpr std::string_view kChinese =
    "村民们为修建一座新桥筹集了资金。旧桥今年春天关闭，孩子们上学要走将近一个小时。镇长说，工程将于"
    "七月开始。";
constexpr std::string_view kTaiwanese =
    "村民們為修建一座新橋籌集了資金。舊橋今年春天關閉，孩子們上學要走將近一個小時。鎮長說，工程將於"
    "七月開始。";
constexpr std::string_view kKorean =
    "마을 주민들이 새 다리를 놓기 위해 돈을 모았다. 옛 다리는 봄에 폐쇄되어 아이들은 학교까지 한 "
    "시간 가까이 걷는다. 공사는 "
    "칠월에 시작된다.";

constexpr GuessCase kGuessCases[] = {
    {"windows-1251", kRussian},   {"koi8-r", kRussian},         {"ibm866", kRussian},
    {"iso-8859-5", kRussian},     {"x-mac-cyrillic", kRussian}, {"windows-1251", kUkrainian},
    {"koi8-u", kUkrainian},       {"windows-1253", kGreek},     {"windows-1250", kPolish},
    {"iso-8859-2", kPolish},      {"windows-1250", kCzech},     {"iso-8859-2", kCzech},
    {"windows-1250", kHungarian}, {"windows-1254", kTurkish},   {"windows-1252", kFrench},
    {"windows-1252", kGerman},    {"windows-1252", kSpanish},   {"windows-1252", kPortuguese},
    {"macintosh", kFrench},       {"windows-1255", kHebrew},    {"windows-1256", kArabic},
    {"iso-8859-6", kArabic},      {"windows-874", kThai},       {"shift_jis", kJapanese},
    {"euc-jp", kJapanese},        {"gb18030", kChinese},        {"big5", kTaiwanese},
    {"euc-kr", kKorean},
};

TEST(GuessCharset, NamesTheCharsetOfAShortStory) {
  for (const GuessCase& c : kGuessCases) {
    EXPECT_EQ(guess_charset(encoded(c.text, c.charset), {}), c.charset) << c.text.substr(0, 40);
  }
}

TEST(GuessCharset, RealTextIsPlausibleAndForeignTextIsNot) {
  for (const GuessCase& c : kGuessCases) {
    EXPECT_GT(plausibility(encoded(c.text, c.charset), c.charset), 0.5)
        << c.charset << c.text.substr(0, 40);
  }
  EXPECT_LT(plausibility(encoded(kRussian, "windows-1251"), "windows-1252"), 0.25);
  EXPECT_LT(plausibility(encoded(kChinese, "gb18030"), "windows-1252"), 0.25);
  EXPECT_LT(plausibility(encoded(kJapanese, "shift_jis"), "gb18030"), 0.25);
  EXPECT_LT(plausibility(encoded(kFrench, "windows-1252"), "windows-1251"), 0.25);
}

TEST(GuessCharset, ALanguageHintDecidesWhereLettersAreFew) {
  const std::string one_letter = "Spotkanie odby\xb3o si\xea we wtorek.";  // Polish in windows-1250
  EXPECT_EQ(guess_charset(one_letter, "pl-PL"), "windows-1250");
}

}  // namespace
}  // namespace pressmark::indexer
