#include "indexer/enrich/languages/latin_names.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
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

TEST(LatinNames, AFirmBeginsWithItsTrade) {
  EXPECT_THAT(found_bodies("pt", "Deve muito à Construtora Tamsela, dizem."),
              ElementsAre("Construtora Tamsela"));
  EXPECT_THAT(found_bodies("es", "Debe mucho a la Naviera Tamsela, dicen."),
              ElementsAre("Naviera Tamsela"));
  EXPECT_THAT(found_bodies("fr", "Il a saisi le Parquet national financier de l'affaire."),
              ElementsAre("Parquet national financier"));
  EXPECT_THAT(found_bodies("pt", "As Indústrias de São Paulo produzem mais."), IsEmpty());
  EXPECT_THAT(found_bodies("pt", "A Empresa do Brasil compra navios."), IsEmpty());
  EXPECT_THAT(found_bodies("pt", "A Cooperativa de Évora vende vinho."), IsEmpty());
  EXPECT_THAT(found_bodies("es", "Los Transportes de Cataluña paran."), IsEmpty());
  EXPECT_THAT(found_bodies("fr", "Les Chantiers de la Loire ferment."), IsEmpty());
  EXPECT_THAT(found_bodies("fr", "La Direction financière d'Airbus dort."),
              Not(Contains(HasSubstr("Direction"))));
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

TEST(LatinNames, AWordForInOrOfEndsAName) {
  const Case cases[] = {
      {"id", "Presiden Joko Wirakusuma di Solo bertemu warga.", "Joko Wirakusuma"},
      {"nl", "Gisteren won Lewis Hamilton in Monza.", "Lewis Hamilton"},
      {"es", "Dimitió la alcaldesa Ada Colau de Barcelona.", "Ada Colau"},
      {"es", "Habló el abogado Juan Pérez de Televisa.", "Juan Pérez"},
      {"es", "Jugó Lionel Messi del Inter.", "Lionel Messi"},
      {"es", "Escribió Miguel de Cervantes.", "Miguel de Cervantes"},
      {"pt", "Falou Casimiro Barbosa de Brito.", "Casimiro Barbosa de Brito"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_persons(each.language, each.text), ElementsAre(each.want)) << each.text;
  EXPECT_THAT(found_persons("nl", "Keeper Justin te Utrecht bleef thuis."), IsEmpty());
}

TEST(LatinNames, AMonthIsNoGivenName) {
  for (const std::string_view text : {"Ab 15. August Sperrung der Autobahn.",
                                      "Ab 15 August Sperrung.", "Seit August Bauarbeiten."})
    EXPECT_THAT(found_persons("de", text), IsEmpty()) << text;
  EXPECT_THAT(found_persons("de", "Das schrieb August Bebel."), ElementsAre("August Bebel"));
  EXPECT_THAT(found_persons("de", "Das sagte Mai Thi gestern."), ElementsAre("Mai Thi"));
  EXPECT_THAT(found_persons("de", "Das kommt Ende Mai Ferien zugute."), IsEmpty());
}

TEST(LatinNames, WordsOfTheLanguageAreNoChineseFamilies) {
  EXPECT_THAT(found_persons("fr", "Du Haut-Rhin au Bas-Rhin, on attend."), IsEmpty());
  EXPECT_THAT(found_persons("it", "Ma Renzi non era allo stadio."), IsEmpty());
  EXPECT_THAT(found_persons("pl", "Pan Jan Kowalski obiecał."), ElementsAre("Jan Kowalski"));
  EXPECT_THAT(found_persons("pl", "Obiecał to Pan Duda."), IsEmpty());
  EXPECT_THAT(found_persons("fr", "Les montagnes du Tian Shan sont hautes."), IsEmpty());
  EXPECT_THAT(found_persons("it", "Lo dice Ma Ying-jeou."), ElementsAre("Ma Ying-jeou"));
}

TEST(LatinNames, AManAndAWomanOfOneSurnameAreTwo) {
  const std::tuple<std::string_view, std::string_view, std::string_view, std::string_view> cases[] =
      {{"pl", "Przyszli Adrian Kowalski i Adriana Kowalska.", "Adrian Kowalski",
        "Adriana Kowalska"},
       {"hr", "Došli su Ivan Horvat i Ivana Horvat.", "Ivan Horvat", "Ivana Horvat"},
       {"hr", "Došli su Mario Kovač i Maria Kovač.", "Mario Kovač", "Maria Kovač"},
       {"cs", "Přišli Martin Kuba a Martina Kuba.", "Martin Kuba", "Martina Kuba"}};
  for (const auto& [language, text, first, second] : cases)
    EXPECT_THAT(found_persons(language, text), UnorderedElementsAre(first, second)) << text;
  EXPECT_THAT(found_persons("pl", "Wygrał Adrian Kowalski. Sąd wezwał Adriana Kowalskiego."),
              ElementsAre("Adrian Kowalski"));
}

TEST(LatinNames, ATownIsNobodysSurname) {
  EXPECT_THAT(
      found_names("fi", "Puhui Jari Turunen. Halli nousee Turun satamaan.", EntityType::Person),
      ElementsAre("Jari Turunen"));
  EXPECT_THAT(found_persons("fi", "Puhui Minna Lahtinen. Nyt Lahti rakentaa."),
              ElementsAre("Minna Lahtinen"));
}

TEST(LatinNames, WhereAndAgainstWhomAreNoPartOfABody) {
  const Case cases[] = {
      {"es", "Visitó el Ministerio de Salud en Madrid ayer.", "Ministerio de Salud"},
      {"it", "Lo dice il Comune di Roma e Milano.", "Comune di Roma"},
      {"pt", "Não comentou o Ministério da Saúde em Brasília.", "Ministério da Saúde"},
      {"tl", "Ayon sa Unibersidad ng Pilipinas, tapos na.", "Unibersidad ng Pilipinas"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_bodies(each.language, each.text), ElementsAre(each.want)) << each.text;
  EXPECT_THAT(found_bodies("pt", "Ontem o Congresso e Lula chegaram a um acordo."), IsEmpty());
  EXPECT_THAT(found_bodies("es", "Sigue la causa de la Fiscalía contra Uribe."), IsEmpty());
  EXPECT_THAT(found_bodies("fr", "Il demande à la Commission à Bruxelles de répondre."), IsEmpty());
  EXPECT_THAT(found_bodies("fr", "La plainte du Parquet contre Sarkozy sera examinée."), IsEmpty());
}

TEST(LatinNames, ASurnameInCapitalsIsThePersons) {
  EXPECT_THAT(found_persons("fr", "Le président Emmanuel MACRON a parlé."),
              ElementsAre("Emmanuel MACRON"));
  EXPECT_THAT(found_bodies("fr", "Le président Emmanuel MACRON a parlé."), IsEmpty());
  EXPECT_THAT(found_bodies("de", "An UNICEFA ging das Geld."), ElementsAre("UNICEFA"));
  EXPECT_THAT(found_bodies("es", "El ministro José Luis ÁBALOS declaró."), IsEmpty());
}

TEST(LatinNames, VietnameseRanksAndPlacesAreNobody) {
  for (const std::string_view text :
       {"Hôm qua Phó Thủ tướng chủ trì cuộc họp.", "Du khách đến Châu Âu và Châu Phi tăng mạnh.",
        "Máy bay đến Mạc Tư Khoa hôm qua.", "Bệnh nhân ở Bạch Mai và Vũ Hán."})
    EXPECT_THAT(found_persons("vi", text), IsEmpty()) << text;
  EXPECT_THAT(found_persons("vi", "Theo ông Nguyễn Thắng, lũ đã rút."),
              ElementsAre("Nguyễn Thắng"));
  EXPECT_THAT(found_persons("vi", "Theo ông Nguyễn Văn Nam, lũ đã rút."),
              ElementsAre("Nguyễn Văn Nam"));
}

TEST(LatinNames, AnOfficeOfAThingNamesNobody) {
  for (const std::string_view text :
       {"Menurut Kepala Sekolah, siswa pulang.", "Lalu Ketua Panitia menyatakan acara lancar.",
        "Menurut Kepala Desa Sukamaju, tidak.", "Kemarin Kepala Kantor Imigrasi hadir.",
        "Kemarin Sultan Brunei hadir.", "Laba operator terbesar Telkomsel naik.",
        "Wisatawan di Raja Ampat bertambah."})
    EXPECT_THAT(found_persons("id", text), IsEmpty()) << text;
  EXPECT_THAT(found_persons("fr", "L'enseignement primaire Zorglub Brikol reste."), IsEmpty());
}

TEST(LatinNames, ClubsAndPlacesWithAGivenNameAreNobody) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"de", "Gestern gewann Alba Berlin gegen Viktoria Köln."},
      {"it", "La regione Emilia Romagna paga."},
      {"fr", "Le technopole de Sophia Antipolis recrute."},
      {"es", "Ganó el Santiago Wanderers anoche."},
      {"ro", "Festivalul este la Alba Iulia."},
      {"tr", "Dün Nil Nehri taştı."},
      {"tr", "Bu yıl Kadir Gecesi kutlandı."},
      {"tr", "Artık Barış Süreci sürüyor."},
  };
  for (const auto& [language, text] : cases)
    EXPECT_THAT(found_persons(language, text), IsEmpty()) << text;
}

TEST(LatinNames, PopesAndKingsHaveOneName) {
  const Case cases[] = {
      {"es", "Ayer el papa León XIV recibió a los obispos.", "León XIV"},
      {"es", "Viajó el rey Felipe VI a Cádiz.", "Felipe VI"},
      {"de", "Gestern empfing Papst Leo XIV. die Pilger.", "Leo XIV"},
      {"fr", "Hier le roi Charles III a voyagé.", "Charles III"},
      {"it", "Ieri il papa Leone XIV ha parlato.", "Leone XIV"},
      {"es", "Murió el papa Francisco en abril.", "Francisco"},
      {"nl", "Gisteren sprak koning Willem-Alexander in Den Haag.", "Willem-Alexander"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_persons(each.language, each.text),
                ElementsAre(testing::HasSubstr(std::string(each.want))))
        << each.text;
}

TEST(LatinNames, EndingsOfBodiesAreFolded) {
  EXPECT_THAT(found_bodies("de", "Es traf sich der Landesfußball-Bund gestern."),
              ElementsAre("Landesfußball-Bund"));
}

}  // namespace
}  // namespace pressmark::indexer
