#include "indexer/enrich/countries/country_tagger.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

struct Case {
  std::string_view text;
  std::string_view want;  // codes, most important first
};

std::string tagged(const CountryTagger& tagger, std::string_view text,
                   std::string_view language = "en") {
  Article article;
  article.text = text;
  std::string joined;
  for (const std::string& code : tagger.tag(article, language, {}, "")) {
    if (!joined.empty()) joined += ' ';
    joined += code;
  }
  return joined;
}

constexpr Case kCases[] = {
    {"Ferry crews in Portugal walked off the job on Friday.", "PT"},
    {"LISBON - The night trains will run again from June.", "PT"},
    {"The Lebanese pound fell again, traders in Beirut said.", "LB"},
    {"The library in Cairo, Illinois, lends fishing rods.", "US"},
    {"Let us hope that the tide waits for us.", ""},
    {"The US and the UK signed a treaty on lighthouses.", "US GB"},
    {"The Kremlin denied that it had bought the lighthouse.", "RU"},
    {"The Jakarta Post wrote about the lighthouse.", ""},
    {"Divers found the anchor in the South China Sea off Vietnam.", "VN"},
    {"The cook served guinea fowl, brussels sprouts and Swiss chard.", ""},
};

TEST(CountryTagger, NamesTheCountriesAShortTextEvokes) {
  const CountryTagger tagger;
  for (const Case& test : kCases) EXPECT_EQ(tagged(tagger, test.text), test.want) << test.text;
}

constexpr Case kHardCases[] = {
    {"Quinn Jordan scored twice for the Rovers.", ""},
    {"Mr. Holland opened the fair.", ""},
    {"Jordan Ashcombe fell on the ice. Jordan said it was nothing.", ""},
    {"Georgia Governor Ida Stroud opened the port of Savannah.", "US"},
    {"Georgia's parliament met in Tbilisi.", "GE"},
    {"The mayor of Lebanon, Ohio, bought a plough.", "US"},
    {"Fishermen from Moscow, Idaho, and Lima, Ohio, met.", "US"},
    {"In Reading, England, the trams are back.", "GB"},
    {"Reading is good for you. Nice weather, too.", ""},
    {"The road to London Road ends at Paris Street.", ""},
    {"She ordered an Irish coffee and spoke French.", ""},
    {"Egyptian cotton and Persian rugs filled the stall.", ""},
    {"The Australian Open begins without her.", ""},
    {"Dominican nuns keep Guernsey cows near Cork.", "IE"},
    {"Sailors from Guinea-Bissau and Equatorial Guinea met.", "GW GQ"},
    {"The two Koreas, North Korea and South Korea, talked.", "KP KR"},
    {"Niger closed its border with Nigeria.", "NE NG"},
    {"The Democratic Republic of the Congo and the Republic of the Congo share a river.", "CD CG"},
    {"Lava ran three miles north-east of Grindavik.", "IS"},  // small, but there is only one
    {"Polish your shoes before the parade.", ""},
    {"Rosario Bay voted on a bridge.", ""},
    {"SCOTTSBORO, Ala. (Agency) - A barge sank.", "US"},
    {"The ministers of NATO spoke of a ferry. The APC was against it.", ""},  // small towns as well
    {"He grew up in Little Italy and sings in Spanish after dinner.", ""},
    {"In Bristol County, the Massachusetts Board of Bees counted hives.", "US"},
    {"CALGARY, Ky (Herald) -- A barn burned down.", "US"},
    {"Trade in Asia fell.", ""},
    {"The loan is in Canadian dollars, the bank in Oslo said.", "NO"},
    {"The ferry Pride of Bilbao met HMS Jamaica and the tug Fiji.", "GB"},
    {"The ferry sailed from Bilbao to Fiji.", "ES FJ"},
    {"The Dublin Regulation and the Treaty of Lisbon are in force.", ""},
    {"The Dublin Convention Center opened.", "IE"},
    {"The pier at Scarborough in Yorkshire burned.", "GB"},
    {"The barge from Rome, New York, leaks.", "US"},
    {"The bridge opens in March.", ""},
    {"The Paris agreement and the Paris Agreement are one.", ""},
    {"Macron opened a bakery.", "FR"},
    {"Nina Macron opened a bakery.", ""},
    {"Dallas Cowboys fans filled the ferry.", "US"},
    {"The envoy met the President. Russia will mend the pier. Russia has the planks.", "RU"},
    {"The choir sang for the King. Jordan sent a choir, too.", "JO"},
    {"The boat was blessed by the Pope. Argentina cheered.", "AR"},
    {"They row in Group B. Argentina has a new boat. Argentina won before.", "AR"},
    {"Robert B. Jordan and J. B. Holland opened the fair.", ""},
    {"Prof. Jordan and Gen. Holland opened the fair.", ""},
    {"Eid Mubarak banners hung over the quay. A card said Eid mubarak.", ""},
    {"Mubarak opened a bakery.", "EG"},
    {"The tanker Iran seized in July is for sale.", "IR"},
    {"The frigate South Korea bought leaks. The tug Pride of Fiji towed her.", "KR"},
    {"The City Council of Lyon voted for a new pier.", "FR"},
};

TEST(CountryTagger, ReadsNamesInTheirSurroundings) {
  const CountryTagger tagger;
  for (const Case& test : kHardCases) EXPECT_EQ(tagged(tagger, test.text), test.want) << test.text;
}

struct ForeignCase {
  std::string_view language;
  std::string_view text;
  std::string_view want;
};

constexpr ForeignCase kForeignCases[] = {
    {"ru", "Паром из Саудовской Аравии пришёл в Архангельск.", "SA RU"},
    {"ru", "Самостоятельный полёт самолёта прошёл хорошо.", ""},
    {"ru", "Украинский хор поёт во Франции.", "UA FR"},
    {"ru", "Книгу выдали Семену Пантелееву в Иркутске.", "RU"},
    {"ru", "Поезд из Семея опоздал.", "KZ"},
    {"uk", "У Києві відкрили польський театр.", "UA PL"},
    {"de", "Die russischen Schiffe liegen vor Rostock.", "RU DE"},
    {"fr", "Les pêcheurs sénégalais rentrent à Dakar.", "SN"},
    {"hi", "नाव पर मछली रखी गई, फिर वह पेरू गई।", "PE"},
    {"hi", "नाव पर मछली रखी गई।", ""},
    {"th", "เรือจากอัฟกานิสถานไปอินโดนีเซีย", "AF ID"},
    {"he", "הספינה מצ'אד הגיעה לפיג׳י.", "TD FJ"},
    {"fa", "کشتی از مونته\u200cنگرو به ایران رفت.", "ME IR"},
    {"bs", "Brod iz Rumunjske plovi u Litvu.", "RO LT"},
    {"ru", "Судно вышло из Папуа — Новой Гвинеи.", "PG"},
    {"ru", "Паром идёт в Новую Зеландию.", "NZ"},
    {"ja", "船はボスニア・ヘルツェゴビナへ向かった。", "BA"},
    {"pt", "O navio vai do Sri Lanka para El Salvador.", "LK SV"},
    {"fr", "La trêve avec l'Érythrée réjouit les pêcheurs d’Irlande.", "ER IE"},
    {"fr", "Les dockers de l'Afrique du Sud attendent l'OTAN et l'été.", "ZA"},
    {"it", "I porti dell'Uruguay e dell’Arabia Saudita sono chiusi.", "UY SA"},
    {"ca", "Els pescadors de l'Argentina tornen d'Itàlia.", "AR IT"},
    {"es", "La reunión de pescadores colombianos fue en Bogotá.", "CO"},
    {"pt", "Os barcos saíram de Lisboa para o Brasil.", "PT BR"},
    {"ar", "وصلت السفينة إلى القاهرة وبالسودان ميناء آخر", "EG SD"},
    {"zh", "渡輪從高雄開往日本。", "TW JP"},
    {"ja", "函館の船がロシアへ向かった。", "JP RU"},
    {"ko", "서울에서 일본으로 배가 떠났다.", "KR JP"},
    {"it", "Modi di vivere sul porto. Meloni e angurie al mercato.", ""},
    {"it", "Al porto è arrivata ieri la signora Meloni.", "IT"},
    {"es", "Maduro el melón, se vende. Machar los ajos.", ""},
    {"de", "Das Blinken der Lichter am Hafen.", ""},
    {"de", "Am Hafen hing ein Schild: Eid Mubarak.", ""},
};

TEST(CountryTagger, KnowsNamesInTheLanguageOfTheText) {
  const CountryTagger tagger;
  for (const ForeignCase& test : kForeignCases) {
    EXPECT_EQ(tagged(tagger, test.text, test.language), test.want) << test.text;
  }
}

TEST(CountryTagger, FindsCitiesAsTheLanguageCallsThem) {
  const CountryTagger tagger;
  const ForeignCase cases[] = {
      {"fr", "Le merlu de l'Atlantique nage vers le Canada.", "CA"},
      {"de", "In Mailand brannte ein Markt. Die Feuerwehr von Mailand kam zu spät.", "IT"},
      {"fr", "Un marché a brûlé à Gênes. Les pompiers de Gênes étaient en grève.", "IT"},
      {"pl", "Targ spłonął w Krakowie. Strażacy z Krakowa przyjechali za późno.", "PL"},
      {"pl", "W Dreźnie spłonął targ, a mieszkańcy Drezna pomagali gasić.", "DE"},
      {"ru", "В Риге сгорел рынок. Пожарные Риги опоздали.", "LV"},
      {"uk", "У Гаазі згорів ринок. Пожежники Гааги запізнилися.", "NL"},
      {"tr", "Selanik'te bir pazar yandı. Selanik itfaiyesi geç kaldı.", "GR"},
      {"ar", "احترق سوق في بعلبك. وقال سكان بعلبك إن رجال الإطفاء تأخروا.", "LB"},
      {"zh", "米兰一个市场发生火灾，米兰消防队迟到了。", "IT"},
      {"ja", "ミラノの市場が焼けた。ミラノの消防は遅れた。", "IT"},
      {"ko", "파리에서 시장이 불탔다. 파리 소방대는 늦었다.", "FR"},
      {"ko", "뮌헨의 시장이 불탔다. 뮌헨 소방대는 늦었다.", "DE"},
  };
  for (const ForeignCase& test : cases) {
    EXPECT_EQ(tagged(tagger, test.text, test.language), test.want) << test.text;
  }
}

TEST(CountryTagger, AWordThatACityIsCalledByIsNone) {
  const CountryTagger tagger;
  const ForeignCase cases[] = {
      {"ar", "عقد الحوار بين الأطراف في حواره مع الصحيفة.", ""},
      {"ar", "وقف عند مفرق الطريق ورأى في المنام عقبة جديدة.", ""},
      {"fr", "Le canton augmente les impôts. Canton par canton, on vote.", ""},
      {"es", "Iguala el récord del club. El Alto Tribunal decide hoy.", ""},
      {"de", "Die Löwen verloren das Heimspiel, die Löwen waren müde.", ""},
      {"nl", "Luik dicht, zei de schipper. Aken zijn schepen.", ""},
      {"tr", "Burs başvuruları başladı. Kilise yandı.", ""},
      {"ru", "Вены болят к дождю. Изюм промойте и высушите.", ""},
      {"ko", "그는 음악의 메카라고 불린다.", ""},
  };
  for (const ForeignCase& test : cases) {
    EXPECT_EQ(tagged(tagger, test.text, test.language), test.want) << test.text;
  }
}

TEST(CountryTagger, ANameWithinAnotherWordIsNone) {
  const CountryTagger tagger;
  const ForeignCase cases[] = {
      {"ja", "ハリケーンとバリアフリー、ハリネズミのタイトルが話題になっている。", ""},
      {"ja", "マリンスポーツとカーナビ、インドアのダイヤモンド。", ""},
      {"ja", "キプロス島で会議が開かれた。", "CY"},
      {"ja", "パリで会議が開かれた。ﾊﾟﾘの市長が語った。", "FR"},
      {"ja", "アメリカ大統領とイギリス人、韓国人、フランス語の教師。", "US GB KR FR"},
      {"ja", "中国地方で雨が降った。", "JP"},
      {"zh", "阿曼达说她会来。", ""},
      {"zh", "他刚果断拒绝了。", ""},
      {"zh", "马里兰州居民欢迎新墨西哥州的客人。", "US"},
      {"zh", "阿曼苏丹国与中国政府发表声明，美国人表示欢迎。", "OM CN US"},
      {"th", "ลาวาไหลลงมา สภากาชาดไทยช่วยเหลือ", ""},
      {"th", "รัฐบาลลาวและชาวจีน", "LA CN"},
      {"ko", "인도적 지원에 대만족이라고 오만한 대변인이 말했다.", ""},
      {"ko", "일본대사관은 인도로, 한국은행은 미국정부에 알렸다.", "JP IN KR US"},
      {"ru", "Малинин и Малик победили.", ""},
      {"ru", "Паром из Мали идёт в Ирак, иранский — в Перу.", "ML IQ PE IR"},
      {"de", "Malik fuhr nach Malibu, die Iraner nach Kuba.", "IR CU"},
      {"tr", "Maliye Bakanı konuştu.", ""},
      {"tr", "Gemi Mali'ye ve Irak'a gitti.", "ML IQ"},
      {"hu", "Indiai hajók mentek Maliba.", "IN ML"},
      {"de", "Die Jamaika-Koalition tagte.", ""},
  };
  for (const ForeignCase& test : cases) {
    EXPECT_EQ(tagged(tagger, test.text, test.language), test.want) << test.text;
  }
}

TEST(CountryTagger, ANameThatIsAPlainWordNeedsAnotherSignOfTheCountry) {
  const CountryTagger tagger;
  const ForeignCase cases[] = {
      {"ru", "Президент США прибыл в Киев в понедельник.", "US UA"},
      {"ru", "Переговоры прошли в Южной Корее.", "KR"},
      {"uk", "Президент США виступив із промовою перед конгресом.", "US"},
      {"es", "El presidente de EE.UU. viajó, dijo el Gobierno de EE. UU.", "US"},
      {"ro", "Guvernul din Marea Britanie a scris celui din SUA.", "GB US"},
      {"bg", "Правителството на САЩ обяви нови правила.", "US"},
      {"el", "Οι ΗΠΑ ανακοίνωσαν νέα μέτρα.", "US"},
      {"hi", "अमेरिका के राष्ट्रपति ने घोषणा की।", "US"},
      {"th", "รัฐบาลสหรัฐประกาศกฎใหม่เกี่ยวกับการค้า", "US"},
      {"fa", "جلسه شورای شهر روز دوشنبه برگزار شد.", ""},
      {"de", "Kein Zug fuhr am Montag. Beim Essen fiel es ihm ein.", ""},
      {"de", "Die Busfahrer streiken in Essen.", "DE"},
      {"ru", "Того же мнения министр. Перу писателя принадлежит роман.", ""},
      {"ru", "Паром идёт в Того.", "TG"},
      {"ru", "Того же мнения министр. Паром идёт в Того.", "TG"},
      {"uk", "Малі підприємства чекають.", ""},
      {"pl", "Czad zabija, ostrzega straż.", ""},
      {"tr", "Mısır üretimi bu yıl arttı.", ""},
      {"tr", "Mısır üretimi bu yıl arttı. Gemi Mısır'da bekliyor.", "EG"},
      {"sr", "Mali dečak je pronašao psa.", ""},
      {"vi", "Pháp luật rất rõ ràng.", ""},
      {"vi", "Tổng thống Mỹ nói hôm qua. Pháp luật rất rõ ràng.", "US"},
      {"ar", "قال مسؤول مالي إن مدارس بنين ستفتح، وقطر الأنبوب صغير.", ""},
      {"ar", "وصلت السفينة إلى مالي وقال مسؤول مالي كلمة.", "ML"},
      {"ar", "قالت قطر إن الأمير القطري وصل.", "QA"},
      {"fa", "بحران مالی ادامه دارد.", ""},
      {"fa", "بحران مالي ادامه دارد.", ""},  // with the letters of an Arabic keyboard
      {"fa", "کشتی به ايران رفت.", "IR"},
      {"he", "הם הודו כי טעו.", ""},
      {"he", "הספינה הפליגה להודו.", "IN"},
      {"he", "הספינה יצאה מארה\"ב.", "US"},
      {"ko", "정부는 새로운 수단을 찾겠다고 했다.", ""},
      {"ko", "정부는 수단 내전을 끝낼 수단을 찾는다.", "SD"},
      {"hi", "माली ने पेड़ लगाया।", ""},
      {"hi", "माली में जहाज पहुँचा।", "ML"},
      {"no", "Man venter på båten.", ""},
  };
  for (const ForeignCase& test : cases) {
    EXPECT_EQ(tagged(tagger, test.text, test.language), test.want) << test.text;
  }
}

TEST(CountryTagger, APlaceThatExistsTwiceIsSettledByTheRest) {
  const CountryTagger tagger;
  EXPECT_EQ(tagged(tagger, "Birmingham lies between Leeds and Bristol, England."), "GB");
  EXPECT_EQ(tagged(tagger, "Birmingham is the largest city of Alabama. Birmingham has iron."),
            "US");
}

TEST(CountryTagger, ADatelineMakesPassingMentionsCountLess) {
  const CountryTagger tagger;
  Article article;
  article.title = "Ferry crews walk off";
  article.dateline = "LISBON, May 4";
  for (int i = 0; i < 12; ++i)
    article.text += "The crews said that they would not come back before the pay is right. ";
  article.text += "A similar strike took place in Norway.";
  EXPECT_EQ(tagger.tag(article, "en", {}, ""), std::vector<std::string>{"PT"});
  article.dateline.clear();
  EXPECT_EQ(tagger.tag(article, "en", {}, ""), std::vector<std::string>{"NO"});
}

TEST(CountryTagger, ALargeCityWhereTheLeadPlaysCountsOnce) {
  const CountryTagger tagger;
  const std::string story =
      "Farmers in Norway sold more cheese than ever, and the dairies of Norway said that they "
      "would build a third hall for it before the winter comes. The goats give more milk since "
      "they were moved to the higher meadows, where nobody had kept any for thirty years, they "
      "said. No fence is needed there, and the bells are heard from one valley to the next. Some "
      "of the meadows belong to the church, which asks for a cheese a year. ";
  EXPECT_EQ(tagged(tagger, "The cheese was shown in Nairobi first. " + story), "NO KE");
  EXPECT_EQ(tagged(tagger, "A buyer from Nairobi was pleased. " + story), "NO");
  EXPECT_EQ(tagged(tagger, "The cheese was shown in Nakuru first. " + story), "NO");
  EXPECT_EQ(tagged(tagger, story + "Nobody in Nairobi knew of it."), "NO");
}

TEST(CountryTagger, ACountryInAPersonsNameIsNone) {
  const CountryTagger tagger;
  Article article;
  article.text = "Aurelio Chile sold the boat.";
  const std::vector<Mention> mentions = {{.begin = 0, .end = 13, .type = EntityType::Person}};
  EXPECT_TRUE(tagger.tag(article, "en", mentions, "").empty());
}

TEST(CountryTagger, ALeadersSurnameInAnothersNameIsNotTheLeader) {
  const CountryTagger tagger;
  const auto countries = [&](std::string_view text, std::size_t begin, std::size_t end) {
    Article article;
    article.text = text;
    const std::vector<Mention> mentions = {
        {.begin = begin, .end = end, .type = EntityType::Person}};
    return tagger.tag(article, "en", mentions, "");
  };
  EXPECT_TRUE(countries("Qwentin Macron sold the boat.", 0, 14).empty());
  EXPECT_TRUE(countries("The boat of Macron Ashcombe sank.", 12, 27).empty());
  EXPECT_EQ(countries("The boat of Macron sank.", 12, 18), std::vector<std::string>{"FR"});
  EXPECT_EQ(countries("Emmanuel Macron sold the boat.", 0, 15), std::vector<std::string>{"FR"});
  EXPECT_EQ(countries("President Macron sold the boat.", 0, 16), std::vector<std::string>{"FR"});
  EXPECT_EQ(countries("The boat of PM Modi sank.", 12, 19), std::vector<std::string>{"IN"});
}

TEST(CountryTagger, ATeamPlayedAgainstAbroadIsNotFromThere) {
  const CountryTagger tagger;
  const auto settled = [&](const std::string& phrase) {
    return tagged(tagger, "The rowers of Perth in the west " + phrase + " Perth in Scotland.");
  };
  EXPECT_EQ(settled("moved to"), "GB");
  EXPECT_EQ(settled("lost to"), "AU GB");
  EXPECT_EQ(settled("lost 2-1 to"), "AU GB");
  EXPECT_EQ(settled("beat"), "AU GB");
  EXPECT_EQ(settled("played against"), "AU GB");
  EXPECT_EQ(settled("won 2-1 at"), "AU GB");
}

TEST(CountryTagger, HostileTextTakesNoHarm) {
  const CountryTagger tagger;
  std::string dots;
  for (int i = 0; i < 50'000; ++i) dots += "A.";
  std::string names;
  for (int i = 0; i < 50'000; ++i) names += "New South ";
  for (const std::string& text : {dots, names, std::string(100'000, 'A'), std::string(100'000, ','),
                                  std::string("\xEF\xBF\xBD")}) {
    for (const std::string_view language : {"en", "ru", "ar", "zh"}) {
      EXPECT_LE(tagged(tagger, text, language).size(), 20U);
    }
  }
}

constexpr Case kDomesticCases[] = {
    {"Kaizer Chiefs and Orlando Pirates shared the points.", "ZA"},  // not Orlando, Florida
    {"Frelimo congratulated its candidate.", "MZ"},
    {"Frelimo congratulated a neighbour's president, who was in Lusaka.", "ZM"},
    {"Olympiacos drew with Galatasaray.", "GR TR"},
    {"The striker, who once played for Kaizer Chiefs, signed in Peru.", "PE"},
    {"Kaizer the cat sat beside the chiefs and the pirates.", ""},
    {"Inês Frelimo was sworn in as a judge.", ""},                // a person's name
    {"Swapo rules are kept, and swapo means nothing here.", ""},  // a word of the text
    {"THE CLINIC BOUGHT AN INEC SCANNER", ""},                    // capitals say nothing here
    {"The clinic heard from INEC.", "NG"},
};

TEST(CountryTagger, BodiesOfACountrySpeakWhereNothingElseDoes) {
  const CountryTagger tagger;
  for (const Case& test : kDomesticCases)
    EXPECT_EQ(tagged(tagger, test.text), test.want) << test.text;
  EXPECT_EQ(tagged(tagger, "El Boca Juniors gan\u00f3 en casa.", "es"), "AR");
  EXPECT_EQ(tagged(tagger, "Frelimo venceu outra vez.", "pt"), "")
      << "one word may be any word of a language";
}

}  // namespace
}  // namespace pressmark::indexer
