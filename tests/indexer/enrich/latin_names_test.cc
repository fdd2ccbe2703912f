#include "indexer/enrich/latin_names.h"

#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct Case {
  std::string_view language, text, want;
};

TEST(LatinNames, AGivenNameWithAnyWordBehindItIsAPerson) {
  const Case cases[] = {
      {"es", "La oferta de Begoña Ruzafa llegó tarde.", "Begoña Ruzafa"},
      {"pt", "A proposta de Valdir Quintão chegou tarde.", "Valdir Quintão"},
      {"fr", "La lettre de Gaëtan Lestrohan est arrivée.", "Gaëtan Lestrohan"},
      {"de", "Der Brief an Holger Brinkeloh kam an.", "Holger Brinkeloh"},
      {"it", "La lettera di Pierpaolo Zandarin è arrivata.", "Pierpaolo Zandarin"},
      {"nl", "De brief van Harmen Oldekamp is aangekomen.", "Harmen Oldekamp"},
      {"pl", "Wczoraj Mirosław Pobłocki wrócił do domu.", "Mirosław Pobłocki"},
      {"cs", "Včera se Zbyněk Hradilek vrátil domů.", "Zbyněk Hradilek"},
      {"ro", "Scrisoarea lui Costel Moldoveanț a sosit.", "Costel Moldoveanț"},
      {"sv", "Brevet till Kjell-Åke Mårdalen kom fram.", "Kjell-Åke Mårdalen"},
      {"da", "Brevet til Poul-Erik Hedemark kom frem.", "Poul-Erik Hedemark"},
      {"no", "Brevet til Torgeir Sletthaug kom fram.", "Torgeir Sletthaug"},
      {"fi", "Kirje saapui, kertoi Jari-Pekka Kortelampi.", "Jari-Pekka Kortelampi"},
      {"hu", "A levelet Tarnóczy Hajnalka kapta meg.", "Tarnóczy Hajnalka"},
      {"tr", "Mektubu Cevdet Uluçınar dün aldı.", "Cevdet Uluçınar"},
      {"id", "Surat itu diterima Bambang Wirakusuma kemarin.", "Bambang Wirakusuma"},
      {"ms", "Surat itu diterima Norzailina Sarbini semalam.", "Norzailina Sarbini"},
      {"vi", "Hôm qua Nguyễn Văn Khải đã nhận thư.", "Nguyễn Văn Khải"},
      {"sw", "Barua hiyo ilipokelewa na Neema Mwakanjuki jana.", "Neema Mwakanjuki"},
      {"tl", "Natanggap ni Rogelio Macaraig ang sulat.", "Rogelio Macaraig"},
      {"hr", "Jučer se Zvonimir Peranić vratio kući.", "Zvonimir Peranić"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_persons(each.language, each.text), ElementsAre(each.want)) << each.text;
}

TEST(LatinNames, AnOfficeInFrontMakesUnknownWordsAPerson) {
  const Case cases[] = {
      {"es", "La jefa del mercado, Encarna Peñarrubia, pide limpieza.", "Encarna Peñarrubia"},
      {"fr", "Selon le maire Fañch Kerdraon, la route est fermée.", "Fañch Kerdraon"},
      {"de", "Den Plan stellte Bauleiterin Gesine Thalbach vor.", "Gesine Thalbach"},
      {"it", "Lo dice il presidente cinese Zhorka Blinov.", "Zhorka Blinov"},
      {"id", "Menteri Luar Negeri Sugiyatno tiba kemarin.", "Sugiyatno"},
      {"vi", "Chủ tịch tỉnh Trần Huy Toán báo cáo.", "Trần Huy Toán"},
      {"tl", "Nanahimik si Dimaculangan kahapon.", "Dimaculangan"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_persons(each.language, each.text), ElementsAre(each.want)) << each.text;
}

TEST(LatinNames, ChineseAndKoreanNamesAreKnownByTheirShape) {
  for (const std::string_view language : {"de", "es", "fr", "pl", "tr", "id"}) {
    EXPECT_THAT(found_persons(language, "Xi Jinping, Kim Jong-un, 2024."),
                UnorderedElementsAre("Xi Jinping", "Kim Jong-un"))
        << language;
  }
}

TEST(LatinNames, ParticlesAreInsideANameOnce) {
  EXPECT_THAT(found_persons("nl", "Dat zei Laurens van der Waal van Boerenkracht."),
              ElementsAre("Laurens van der Waal"));
  EXPECT_THAT(found_persons("pt", "Falou Luiz Inácio Lessa da Mata."),
              ElementsAre("Luiz Inácio Lessa da Mata"));
  EXPECT_THAT(found_persons("ms", "Kata peguam Salim bin Bashirun semalam."),
              ElementsAre("Salim bin Bashirun"));
}

TEST(LatinNames, CasesOfANameAreOnePerson) {
  const Case cases[] = {
      {"pl", "Sąd skazał Bogdana Szczypiorskiego. Szczypiorski milczał.", "Bogdan Szczypiorski"},
      {"pl", "Mirosław Wrzesieński wygrał. Rozmowa z Wrzesieńskim trwała.", "Mirosław Wrzesieński"},
      {"cs", "Soud potrestal Radovana Vlčnovského. Vlčnovský mlčel.", "Radovan Vlčnovský"},
      {"hr", "Sud je osudio Branimira Kuzmanića. Kuzmanić je šutio.", "Branimir Kuzmanić"},
      {"fi", "Tuomion sai Timo-Juhani Räsäsen veli. Räsänen kiisti.", "Timo-Juhani Räsänen"},
      {"fi", "Petteri Orpola puhui. Orpolan mukaan velka kasvaa.", "Petteri Orpola"},
      {"hu", "Elítélték Szendrőváry Ákost. Szendrőváry hallgatott.", "Szendrőváry Ákos"},
      {"tr", "Cevdet Uluçınar konuştu. Uluçınar'ın sözleri uzundu.", "Cevdet Uluçınar"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_persons(each.language, each.text), ElementsAre(each.want)) << each.text;
}

TEST(LatinNames, TheFirstOfTwoSurnamesIsThePerson) {
  EXPECT_THAT(found_persons("es", "Rodrigo Santillana Uribe pidió ayuda. Santillana calló."),
              ElementsAre("Rodrigo Santillana Uribe"));
}

TEST(LatinNames, WhatIsCalledAfterAPersonIsNone) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"es", "El atasco en la calle Juan Bravo duró horas."},
      {"es", "Hubo cortes en San Pedro de Macorís."},
      {"es", "Las obras de la Alta Velocidad siguen."},
      {"fr", "On révise au lycée Victor Hugo."},
      {"it", "Traffico fermo in piazza Giuseppe Garibaldi."},
      {"nl", "De Jan van Galenstraat is dicht."},
      {"no", "På Karl Johans gate var det fullt."},
      {"pl", "Po przerwie wraca Liga Mistrzów."},
      {"tr", "Yarın Yeni Yıl kutlanacak."},
      {"id", "Di Jalan Tunku Abdul Rahman macet."},
      {"sw", "Uwanja wa Benjamin Mkapa ulijaa."},
      {"hu", "Ma van Szent István napja."},
      {"de", "Neue Straßen, Rote Karte und Blaue Banane."},
  };
  for (const auto& [language, text] : cases)
    EXPECT_THAT(found_persons(language, text), IsEmpty()) << text;
}

TEST(LatinNames, BodiesAreReadFromTheirHead) {
  const Case cases[] = {
      {"es", "Lo dijo el Ministerio de Obras Nuevas de Chile ayer.",
       "Ministerio de Obras Nuevas de Chile"},
      {"pt", "Segundo a Procuradoria-Geral da República, não.", "Procuradoria-Geral da República"},
      {"fr", "Selon le ministère des Transports du Québec, non.",
       "ministère des Transports du Québec"},
      {"it", "Lo dice la Procura di Milano.", "Procura di Milano"},
      {"de", "Das sagte das Bundesamt für Migration und Flüchtlinge.",
       "Bundesamt für Migration und Flüchtlinge"},
      {"de", "Es warnte die Deutsche Krankenhausgesellschaft.", "Deutsche Krankenhausgesellschaft"},
      {"nl", "Dat zei de rechtbank Amsterdam.", "rechtbank Amsterdam"},
      {"pl", "Decyzję wydało Ministerstwo Spraw Zagranicznych.",
       "Ministerstwo Spraw Zagranicznych"},
      {"cs", "Rozhodl Krajský soud v Brně.", "Krajský soud v Brně"},
      {"hr", "Odlučio je Županijski sud u Splitu.", "Županijski sud u Splitu"},
      {"ro", "A decis Consiliul Superior al Magistraturii.", "Consiliul Superior al Magistraturii"},
      {"sv", "Det skriver Naturvårdsverket i dag.", "Naturvårdsverket"},
      {"fi", "Asiasta kertoi ulkoministeriö.", "Ulkoministeriö"},
      {"hu", "Ezt a Magyar Nemzeti Bank közölte.", "Magyar Nemzeti Bank"},
      {"tr", "Dün Dışişleri Bakanlığı açıkladı.", "Dışişleri Bakanlığı"},
      {"id", "Demikian Badan Meteorologi, Klimatologi, dan Geofisika kemarin.",
       "Badan Meteorologi, Klimatologi, dan Geofisika"},
      {"vi", "Ông yêu cầu Bộ Quốc phòng điều trực thăng.", "Bộ Quốc phòng"},
      {"sw", "Ndivyo ilivyosema Wizara ya Mambo ya Nje jana.", "Wizara ya Mambo ya Nje"},
      {"tl", "Ayon sa Kagawaran ng Kalusugan, tapos na.", "Kagawaran ng Kalusugan"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_bodies(each.language, each.text), ElementsAre(each.want)) << each.text;
}

TEST(LatinNames, AFirmBeginsBehindTheWordForOne) {
  EXPECT_THAT(found_bodies("sv", "Bolaget Nordfinansen AB gick i konkurs."),
              ElementsAre("Nordfinansen AB"));
  // "se" is a word, "SE" the form of a firm.
  EXPECT_THAT(found_bodies("cs", "Setkal se s nimi."), IsEmpty());
  EXPECT_THAT(found_bodies("tl", "Nagpasalamat sa kanila."), IsEmpty());
}

TEST(LatinNames, CapitalsThatNameNoBodyAreNone) {
  EXPECT_THAT(found_bodies("es", "El PIB y el IVA suben; la COVID baja."), IsEmpty());
  EXPECT_THAT(found_bodies("es", "Lo investiga la DGTX desde ayer."), ElementsAre("DGTX"));
}

TEST(LatinNames, ADatelineInCapitalsIsNoBody) {
  EXPECT_THAT(found_bodies("de", "THUNAU, 26. November 2019 - Wer wacht, bekommt ein Bett."),
              IsEmpty());
  EXPECT_THAT(found_bodies("de", "Das ist NICHT wahr, sagte er."), IsEmpty());
}

TEST(LatinNames, AnotherBodyBehindAndIsItsOwn) {
  EXPECT_THAT(found_bodies("pt", "Avisam o Ministério da Saúde e Anvisa."),
              UnorderedElementsAre("Ministério da Saúde", "Anvisa"));
}

TEST(LatinNames, ASeatOfPowerStaysAPlace) {
  EXPECT_THAT(found_names("vi", "Nhà Trắng xác nhận.", EntityType::Organization), IsEmpty());
}

}  // namespace
}  // namespace pressmark::indexer
