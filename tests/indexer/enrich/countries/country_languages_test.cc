#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/enrich/countries/country_tagger.h"

namespace pressmark::indexer {
namespace {

struct LanguageCase {
  std::string_view language;
  std::string_view text;
  std::string_view want;  // codes, most important first
};

const CountryTagger& tagger() {
  static const CountryTagger made;
  return made;
}

std::string tagged_in(std::string_view language, std::string_view text,
                      std::string_view title = {}) {
  Article article;
  article.title = title;
  article.text = text;
  std::string joined;
  for (const std::string& code : tagger().tag(article, language, {}, "")) {
    if (!joined.empty()) joined += ' ';
    joined += code;
  }
  return joined;
}

void expect(const LanguageCase& test) {
  EXPECT_EQ(tagged_in(test.language, test.text), test.want) << test.language << ": " << test.text;
}

constexpr LanguageCase kStates[] = {
    {"es", "El huracán llegó a Carolina del Norte y a Nueva Inglaterra.", "US"},
    {"es", "Los pescadores de Nueva Escocia vendieron el barco.", "CA"},
    {"es", "Los pescadores de Inglaterra y Escocia vendieron el barco.", "GB"},
    {"es", "Carolina del Río cantó en Sevilla.", "ES"},
    {"fr", "Les ports de Floride et de Caroline du Nord sont fermés.", "US"},
    {"fr", "Les villas de la Californie appartiennent à un notaire de Marseille.", "FR"},
    {"es", "Los vecinos de Pensilvania viajaron a la capital de Colombia.", "CO"},
    {"de", "In Kalifornien und in Pennsylvanien wurden die Häfen geschlossen.", "US"},
    {"it", "I porti della Nuova Scozia e della Nuova Inghilterra sono chiusi.", "CA US"},
    {"pt", "Os portos de Nova Jersey e da Carolina do Norte fecharam.", "US"},
    {"nl", "De storm bereikte Noord-Carolina en Californië.", "US"},
};

constexpr LanguageCase kWaters[] = {
    {"de", "Die Schiffe aus Russland liefen ins Japanische Meer und in den Persischen Golf aus.",
     "RU"},
    {"de", "Im Golf von Mexiko und im Finnischen Meerbusen blieb es ruhig.", ""},
    {"de", "Die japanischen Fischer kamen aus dem Indischen Ozean zurück.", "JP"},
    {"fr", "Le pétrolier a quitté la mer du Japon pour le golfe de Guinée.", ""},
    {"fr", "Le ministre du Japon a parlé du golfe d'Oman.", "JP"},
    {"es", "El buque cruzó el mar de China Meridional y el golfo de México.", ""},
    {"pt", "O navio saiu do mar do Japão para o oceano Índico.", ""},
    {"it", "La nave ha lasciato il mar del Giappone per il golfo di Guinea.", ""},
    {"nl", "Het schip voer door de Japanse Zee en de Golf van Mexico.", ""},
    {"pl", "Okręty wypłynęły na Morze Japońskie, a tankowce stoją w Zatoce Perskiej.", ""},
    {"cs", "Lodě vypluly v Japonském moři a tanker stojí v Perském zálivu.", ""},
    {"ru", "Учения прошли в Японском море, танкер стоит в Персидском заливе.", ""},
    {"ru", "Японские корабли вышли в Индийский океан.", "JP"},
    {"uk", "Навчання відбулися в Японському морі, шторм у Мексиканській затоці.", ""},
    {"tr", "Gemiler Japon Denizi'nde toplandı, fırtına Meksika Körfezi'nden geldi.", ""},
    {"sv", "Fartygen lämnade Japanska havet för Mexikanska golfen.", ""},
    {"da", "Skibene forlod Det Japanske Hav og sejlede mod Den Mexicanske Golf.", ""},
    {"no", "Skipene forlot Japanhavet og gikk mot Mexicogolfen.", ""},
    {"fi", "Alukset lähtivät Japaninmereltä Suomenlahdelle ja Intian valtamerelle.", ""},
    {"fi", "Intian hallitus kokoontui maanantaina.", "IN"},
    {"hu", "A hajók a Japán-tengeren és a Mexikói-öbölben gyakorlatoztak.", ""},
    {"ro", "Navele au plecat din Marea Japoniei spre Golful Mexic.", ""},
    {"el", "Τα πλοία έφυγαν από τον κόλπο του Μεξικού για τον Ινδικό Ωκεανό.", ""},
    {"ar", "أبحرت السفن في بحر اليابان وبخليج المكسيك.", ""},
    {"fa", "کشتی‌ها در دریای ژاپن و اقیانوس هند هستند.", ""},
    {"he", "הספינות שטו בים יפן ובמפרץ מקסיקו.", ""},
    {"hi", "जहाज जापान सागर और मैक्सिको की खाड़ी में हैं।", ""},
    {"id", "Kapal berlayar di Laut Jepang dan Teluk Meksiko.", ""},
    {"vi", "Tàu đi qua biển Nhật Bản và vịnh Mexico.", ""},
    {"zh", "军舰驶入日本海，风暴在墨西哥湾形成。", ""},
    {"zh", "軍艦駛入菲律賓海。", ""},
    {"zh", "日本海上自卫队和菲律宾海军举行演习。", "JP PH"},
    {"ja", "日本海とメキシコ湾で演習が始まった。", ""},
    {"ja", "日本海側では大雪となった。", "JP"},
    {"ko", "멕시코만과 인도양에서 훈련이 시작됐다.", ""},
};

TEST(CountryLanguages, StatesOfNorthAmericaAreThose) {
  for (const LanguageCase& test : kStates) expect(test);
}

TEST(CountryLanguages, ASeaIsNotTheCountryInItsName) {
  for (const LanguageCase& test : kWaters) expect(test);
}

constexpr LanguageCase kEverydayWords[] = {
    {"de", "Unbekannte brachen am Montag in ein Haus ein, teilte die Polizei mit.", ""},
    {"it", "La vigilia di Pasqua il traffico era intenso.", ""},
    {"it", "La strada del Canton Ticino resta chiusa.", "CH"},
    {"es", "Como cada lunes, el alcalde habló con los vecinos.", ""},
    {"pt", "Como toda segunda-feira, o prefeito falou com os moradores.", ""},
    {"pt", "Mestre em direito, ela dirige a escola.", ""},
    {"pt", "O Serviço de Águas consertou o cano.", ""},
    {"id", "Surat itu dibacakan kepada warga. Bukan hanya warga yang hadir. Kota ini ramai.", ""},
    {"vi", "Của anh ta, ông nói, là chiếc xe cũ.", ""},
    {"sv", "Nära hundra personer kom. Minska farten, sade polisen.", ""},
    {"tr", "Kişi başına gelir arttı. Hata yapıldı.", ""},
    {"fr", "Franchement, dit le maire, la route est fermée.", ""},
    {"fr", "Tête baissée, il quitte la salle.", ""},
    {"pl", "Port jest zamknięty. Mogą wrócić jutro. Czytaj także: Portu nie otwarto.", ""},
    {"uk", "Дані опублікують завтра. Рівень води впав. Читайте також інші новини.", ""},
    {"ru", "Самое важное за день. Свободных мест нет. Читайте также другие новости.", ""},
    // A town that an article also names inside a sentence is one.
    {"es", "Surat amaneció bajo el agua. Miles dejaron sus casas en Surat.", "IN"},
    {"it", "Torino resta chiusa al traffico.", "IT"},
    {"fr", "Franco-allemande, la brigade est partie. La France paie.", "FR DE"},
};

TEST(CountryLanguages, AnEverydayWordIsNoPlace) {
  for (const LanguageCase& test : kEverydayWords) expect(test);
}

TEST(CountryLanguages, AWordThatOpensAHeadlineIsNoTown) {
  EXPECT_EQ(tagged_in("pt", "O prefeito falou com os moradores.", "Como Fazer Um Bolo"), "");
}

constexpr LanguageCase kInflected[] = {
    {"tr", "ABD'nin elçisi Rusya'nın önerisini reddetti.", "US RU"},
    {"tr", "Çin’in heyeti Libya’da kaldı.", "CN LY"},
    {"tr", "Heyet Kenya'dan döndü, Fas'ta kalmadı.", "KE MA"},
    {"tr", "Mısır'ın heyeti döndü. Mısır tarlada kaldı.", "EG"},
    {"az", "Çin'in heyəti qayıtdı.", "CN"},
    {"pl", "Delegacja mówiła w Polsce o Węgrzech i Egipcie.", "PL HU EG"},
    {"ru", "Делегация Египта летит на Кубу.", "EG CU"},
    {"uk", "Делегація Єгипту летить на Кубу.", "EG CU"},
    {"cs", "Delegace Číny odletěla z Keni.", "CN KE"},
    {"fi", "Turkin ja Irlannin valtuuskunta palasi Tšekistä.", "TR IE CZ"},
    {"hu", "Amerikában tárgyaltak, Latin-Amerikában nem.", "US"},
    {"de", "Der US-Präsident zahlte zehn Millionen.", "US"},
    {"de", "Das Haus kostete zehn Millionen US-Dollar.", ""},
};

TEST(CountryLanguages, AnInflectedCountryIsFound) {
  for (const LanguageCase& test : kInflected) expect(test);
}

constexpr LanguageCase kAdjectives[] = {
    {"it", "La delegazione russa ha incontrato il ministro cinese.", "RU CN"},
    {"it", "Il signor Russo ha parlato in francese.", ""},
    {"es", "La delegación china se reunió con el ministro ruso.", "CN RU"},
    {"es", "La selección argentina ganó.", "AR"},
    {"es", "El libro salió en alemán.", ""},
    {"pt", "A delegação sul-coreana encontrou o ministro polonês.", "KR PL"},
    {"fr", "La délégation ukrainienne a rencontré le ministre égyptien.", "UA EG"},
    {"fr", "Il a répondu en français.", ""},
    {"nl", "De Oekraïense delegatie sprak met de Turkse minister.", "UA TR"},
    {"sv", "Den ryska delegationen mötte en tysk minister.", "RU DE"},
    {"sv", "Han svarade på svenska.", ""},
    {"da", "Den russiske delegation mødte en tysk minister.", "RU DE"},
    {"no", "Den russiske delegasjonen møtte en gresk minister.", "RU GR"},
    {"fi", "Venäläinen valtuuskunta tapasi saksalaisen ministerin.", "RU DE"},
    {"hu", "Az orosz küldöttség a német miniszterrel tárgyalt.", "RU DE"},
    {"hu", "Levelet ír a barátjának angol nyelven.", ""},
    {"hu", "Orosz Viktor levelet kapott. Orosz katonák vonultak el.", "RU"},
    {"hu", "Orosz Viktor levelet kapott.", ""},
    {"tr", "Rus heyeti Alman bakanla görüştü.", "RU DE"},
    {"pl", "Rosyjska delegacja rozmawiała z chińskim ministrem.", "RU CN"},
    {"cs", "Ruská delegace jednala s čínským ministrem.", "RU CN"},
    {"de", "Die irakische Delegation traf den kanadischen Minister.", "IQ CA"},
};

constexpr LanguageCase kRareAdjectives[] = {
    {"fr", "La marine bahreïnienne a reçu une délégation malgache.", "BH MG"},
    {"fr", "Les mineurs zambiens ont repris le travail.", "ZM"},
    {"es", "La pesquera mauritana vendió dos barcos a un armador letón.", "LV MR"},
    {"es", "El embajador tayiko habló con la prensa.", "TJ"},
    {"it", "I pescatori maltesi hanno salvato un marinaio eritreo.", "ER MT"},
    {"it", "La giuria ha premiato un cane maltese e un gatto birmano.", ""},
    {"pt", "A ministra quirguiz recebeu os produtores camaroneses.", "CM KG"},
    {"de", "Der togoische Zoll stoppte einen mauretanischen Frachter.", "MR TG"},
    {"nl", "De Zambiaanse politie vond een Ests paspoort.", "EE ZM"},
    {"ru", "Тоголезский порт закрыт, черногорские моряки ждут.", "ME TG"},
    {"ru", "Добавьте болгарский перец и соль.", ""},
    {"pl", "Albańscy kapitanowie i tajska straż czekają.", "AL TH"},
    {"tr", "Limanda Ugandalı iki denizci ve Faslı kaptan bekliyor.", "MA UG"},
    {"ar", "وصل السفير النمساوي مع البعثة الكندية إلى الميناء.", "AT CA"},
    {"ar", "شرب كوبين من الشاي.", ""},
    {"ar", "تغير مجرى النهر بعد الأمطار.", ""},
    // Of two countries; what else the text names decides.
    {"fr", "L'armée congolaise a repris le village.", "CD"},
    {"fr", "La police congolaise a fermé un marché de Brazzaville.", "CG"},
};

TEST(CountryLanguages, RareNationalitiesAreKnownToo) {
  for (const LanguageCase& test : kRareAdjectives) {
    std::string found = tagged_in(test.language, test.text);  // in any order
    if (found.size() == 5 && found.substr(0, 2) > found.substr(3)) {
      found = found.substr(3) + ' ' + found.substr(0, 2);
    }
    EXPECT_EQ(found, test.want) << test.language << ": " << test.text;
  }
}

constexpr LanguageCase kRegions[] = {
    {"es", "Un incendio cortó ayer una carretera de Guipúzcoa.", "ES"},
    {"es", "El buque cruzó el golfo de Vizcaya.", ""},
    {"fr", "Un incendie a coupé hier une route du Morbihan.", "FR"},
    {"it", "Un incendio ha chiuso ieri una strada della Valle d'Aosta.", "IT"},
    {"de", "Ein Brand sperrte gestern eine Straße in der Waadt, eine zweite im Wallis.", "CH"},
    {"nl", "Brand sloot gisteren een weg in Henegouwen.", "BE"},
    {"pl", "Pożar zamknął wczoraj drogę na Podkarpaciu.", "PL"},
    {"ru", "Пожар закрыл вчера дорогу в Пензенской области.", "RU"},
    {"tr", "Yangın dün Bursa'da bir yolu kapattı.", "TR"},
    {"ru", "Пожар закрыл вчера дорогу в Аризоне, другую в Нью-Джерси.", "US"},
    {"uk", "Пожежа закрила вчора дорогу у Пенсильванії.", "US"},
    {"ru", "Вирджиния Соколова открыла музей в Лондоне.", "GB"},
    {"pl", "Pożar zamknął wczoraj drogę w Nowym Meksyku.", "US"},
    {"ar", "أغلق حريق أمس طريقا في أريزونا.", "US"},
    {"zh", "昨天的大火封锁了新墨西哥州的一条公路。", "US"},
    {"ja", "火災でアリゾナ州の道路が閉鎖された。", "US"},
    {"fr", "Un incendie a fermé hier une usine de Catalogne.", "ES"},
    {"es", "Un incendio cerró ayer una fábrica en Baviera.", "DE"},
    {"it", "Un incendio ha chiuso ieri una fabbrica in Cecenia.", "RU"},
    {"pt", "Um incêndio fechou ontem uma fábrica na Irlanda do Norte.", "GB"},
    {"de", "Ein Brand zerstörte gestern eine Fabrik in Sizilien.", "IT"},
    {"nl", "Een brand verwoestte gisteren een fabriek in Schotland.", "GB"},
    {"pl", "Pożar zniszczył wczoraj fabrykę w Bawarii.", "DE"},
    {"ru", "Пожар уничтожил вчера завод в Каталонии.", "ES"},
    {"tr", "Yangın dün İskoçya'da bir fabrikayı yok etti.", "GB"},
    {"ar", "دمر حريق أمس مصنعا في اسكتلندا.", "GB"},
    {"zh", "昨天的大火烧毁了车臣的一家工厂。", "RU"},
    {"ja", "昨日の火災でスコットランドの工場が全焼した。", "GB"},
    {"ko", "화재로 애리조나의 도로가 폐쇄됐다.", "US"},
};

constexpr LanguageCase kNamesakesOfRegions[] = {
    {"pl", "Kampania reklamowa trwa do maja.", ""},
    {"pl", "Krety zniszczyły trawnik. Jawa stoi w garażu.", ""},
    {"pl", "Pożar na Krecie zniszczył magazyn.", "GR"},
    {"de", "Krimi am Abend: Wer bestahl den Koch?", ""},
    {"de", "Auf der Krim brannte ein Lager.", "UA"},
    {"de", "Schonen Sie Ihre Knie.", ""},
    {"de", "Zwei Mähren zogen den Wagen durch das Dorf.", ""},
    {"de", "Ein Brand in Mähren zerstörte eine Fabrik.", "CZ"},
    {"nl", "De school in De Krim is verbouwd.", ""},
    {"nl", "Op de Krim brandde een loods.", "UA"},
    {"uk", "Критий ринок закрили. Критика не вщухає.", ""},
    {"uk", "Пожежа на Криті знищила склад.", "GR"},
    {"uk", "Джорджія Коваль відкрила виставку.", ""},
    {"uk", "Пожежа у штаті Джорджія знищила склад.", "US"},
    {"ru", "Критика мэра продолжается.", ""},
    {"ru", "Пожар на Крите уничтожил склад.", "GR"},
    {"ru", "Юта Зоммер написала книгу, Пабло Герреро её издал.", ""},
    {"ru", "Пожар закрыл дорогу в штате Юта.", "US"},
    {"fr", "La Meuse et le Rhône ont débordé.", ""},
    {"fr", "Madame Berry a ouvert une école.", ""},
    {"es", "La cofradía Madre de Dios sale el lunes.", ""},
    {"es", "La estación de Sierra Nevada abrió el lunes.", ""},
    {"it", "Il signor Terranova ha aperto un negozio.", ""},
    {"ar", "كتبت فرجينيا رواية عن البحر.", ""},
    {"ar", "افتتح متجر جديد في حي القرم.", ""},
    {"ar", "دمر حريق مصنعا في شبه جزيرة القرم.", "UA"},
    {"zh", "西奈德唱了一首歌。", ""},
    {"ko", "이 빵은 저장성이 좋다.", ""},
};

TEST(CountryLanguages, WordsAndPersonsLikeRegionsAreNone) {
  for (const LanguageCase& test : kNamesakesOfRegions) expect(test);
}

constexpr LanguageCase kNoNationalities[] = {
    {"es", "Un pueblo indio celebra la cosecha.", ""},
    {"pt", "O mistério trinitário foi tema da missa.", ""},
    {"fr", "Un frère dominicain a donné la conférence.", ""},
    {"fr", "La police dominicaine a fermé le port.", "DO"},
    {"pt", "O frade dominicano leu o sermão.", ""},
    {"es", "La orden dominicana cerró el convento.", ""},
    {"it", "Un frate dominicano ha letto il sermone.", ""},
    {"de", "Ein dominikanischer Mönch schrieb das Buch.", ""},
    {"pl", "W klasztorze dominikańskim gra orkiestra.", ""},
    {"ru", "Дом в мавританском стиле купил доминиканский монастырь.", ""},
    {"tr", "Türkmen halısı satıldı. Kazak ören kadın evde.", ""},
    {"tr", "Ermeni asıllı yazar bir roman yazdı.", ""},
    {"ar", "كسرت كوبي أمس. فتح سمير تركماني متجرا.", ""},
    {"ar", "كتب الكندي رسالة عن العقل.", ""},
    {"ar", "كتب جمال الدين الأفغاني مقالا.", ""},
};

TEST(CountryLanguages, WhatOnlyLooksLikeANationalityIsNone) {
  for (const LanguageCase& test : kNoNationalities) expect(test);
}

TEST(CountryLanguages, RegionsOfTheFirstRankAreKnown) {
  for (const LanguageCase& test : kRegions) expect(test);
}

constexpr LanguageCase kShared[] = {
    {"es", "El gobernador de Georgia visitó Atlanta y Savannah.", "US"},
    {"es", "Un pastor de Georgia vendió su rebaño.", "GE"},
    {"es", "La Universidad de Granada abrió un archivo.", "ES"},
    {"it", "La polizia tedesca ha chiuso la stazione di Monaco.", "DE"},
    {"it", "Il principe di Monaco ha aperto un giardino.", "MC"},
    {"de", "Der Bundesrat in Bern hat die Steuer gesenkt.", "CH"},
    {"de", "Der Bundesrat hat die Steuer gesenkt.", "DE"},
    {"ar", "افتتح وزير الثقافة الأردني معرضا في عمان.", "JO"},
    {"ar", "زار الوفد ميناء في سلطنة عمان.", "OM"},
    {"es", "La policía de Córdoba cerró una calle.", "AR"},
    {"es", "Los trenes de Córdoba y Sevilla no circulan.", "ES"},
    {"es", "Los pescadores de Granada viajaron a Managua.", "NI"},
    {"es", "Los Granados abrieron una tienda.", ""},
    {"es", "Los Córdobas abrieron una tienda.", ""},
    {"it", "Monaci e suore hanno cantato in piazza.", ""},
    {"hu", "Georgi Petkov levelet írt a polgármesternek.", ""},
};

TEST(CountryLanguages, ANameOfSeveralCountriesIsOfTheOneSpokenOf) {
  for (const LanguageCase& test : kShared) expect(test);
}

TEST(CountryLanguages, AnAdjectiveOfNationalityNamesItsCountry) {
  for (const LanguageCase& test : kAdjectives) expect(test);
}

constexpr LanguageCase kPairs[] = {
    {"zh", "中俄元首举行会晤。", "CN RU"},      {"zh", "美日韩举行联合军演。", "JP KR US"},
    {"zh", "其中美国队获得三枚金牌。", "US"},   {"zh", "英首相宣布辞职。", "GB"},
    {"zh", "以军事手段不能解决问题。", ""},     {"ja", "日米首脳が会談した。", "JP US"},
    {"ja", "英首相が辞任を表明した。", "GB"},   {"ja", "今日中に提出する。日中の気温は高い。", ""},
    {"ko", "한미 정상회담이 열렸다.", "KR US"}, {"ko", "미중 갈등이 깊어졌다.", "CN US"},
    {"ko", "한미약품은 신약을 내놓았다.", ""},
};

TEST(CountryLanguages, CountriesInPairsAreEachNamed) {
  for (const LanguageCase& test : kPairs) expect(test);
}

}  // namespace
}  // namespace pressmark::indexer
