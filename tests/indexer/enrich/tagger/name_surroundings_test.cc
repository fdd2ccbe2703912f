#include "indexer/enrich/tagger/name_surroundings.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/indexer/enrich/marked_names.h"

namespace pressmark::indexer {
namespace {

using test_names::known;

/// The article's names when their surroundings were heeded: "P Ines Aalto, L Oslo".
std::string heeded(std::string_view source, const LexiconTables& tables = known()) {
  return test_names::settled(source, tables, heed_surroundings);
}

TEST(NameSurroundings, WhatIsBehindAWordForPlacesIsOne) {
  EXPECT_EQ(heeded("They left the island of [P:Barra] at noon ."), "L Barra");
  EXPECT_EQ(heeded("No boat left the harbours of [P:Fort Tamsel] ."), "L Fort Tamsel");
  EXPECT_EQ(heeded("The town of [O:Barra] paid ."), "L Barra");
  EXPECT_EQ(heeded("They swam in the river [P:Tamsel] ."), "L Tamsel");
  EXPECT_EQ(heeded("The bell of the church of [P:Sankt Aalto] rang ."), "L Sankt Aalto");
  EXPECT_EQ(heeded("They met in [P:Rua Ines Aalto] at noon ."), "L Rua Ines Aalto");
  EXPECT_EQ(heeded("Rats were seen on the [O:Right Bank] ."), "L Right Bank");
  EXPECT_EQ(heeded("The [O:Harbour Bank] paid a friend of [P:Barra] ."), "O Harbour Bank, P Barra");
}

TEST(NameSurroundings, WhatEndsAsARoadIsAPlace) {
  EXPECT_EQ(heeded("He lives at [P:Ines Aalto Boulevard] ."), "L Ines Aalto Boulevard");
  EXPECT_EQ(heeded("A fire on [P:Aalto Rd] burned ."), "L Aalto Rd");
  EXPECT_EQ(heeded("Rats left [O:Harbour Ave] ."), "L Harbour Ave");
  EXPECT_EQ(heeded("[O:Tamsel St] beat [O:Barra St] ."), "O Tamsel St, O Barra St");
  EXPECT_EQ(heeded("[P:Aalto St.] upset [P:Bo St] ."), "P Aalto St., P Bo St");
  EXPECT_EQ(heeded("[O:Fifth Harbour Avenue] sold hats ."), "O Fifth Harbour Avenue");
  EXPECT_EQ(heeded("[P:Ines Street] and [P:Bo Lane] ran ."), "P Ines Street, P Bo Lane");
  EXPECT_EQ(heeded("[P:St Aalto] ran ."), "P St Aalto");
}

TEST(NameSurroundings, ALoneWordWhereAPlaceStandsIsNoPerson) {
  EXPECT_EQ(heeded("Rain fell in [P:Tamsel] at noon . [P:Tamsel] slept ."), "L Tamsel, L Tamsel");
  EXPECT_EQ(heeded("Rain fell in the [P:Tamsel] valley ."), "L Tamsel");
  EXPECT_EQ(heeded("Boats left [L:Narvik] and [P:Tamsel] ."), "L Narvik, L Tamsel");
  EXPECT_EQ(heeded("Boats left [P:Tamsel] or [L:Narvik] ."), "L Tamsel, L Narvik");
  EXPECT_EQ(heeded("[P:Narvik] moves its boats . It rained on [L:NARVIK] ."), "L Narvik, L NARVIK");
  EXPECT_EQ(heeded("[P:Tamsel] moves its boats . It rained on [L:TAMSEL] ."), "P Tamsel, L TAMSEL");
}

TEST(NameSurroundings, APersonIsShownAnywhereInTheArticle) {
  EXPECT_EQ(heeded("They believe in [P:Aalto] . [P:Ines Aalto] won ."), "P Aalto, P Ines Aalto");
  EXPECT_EQ(heeded("They believe in [P:Aalto] . [P:Aalto] said so ."), "P Aalto, P Aalto");
  EXPECT_EQ(heeded("They believe in [P:Aalto] . Mr [P:Aalto] won ."), "P Aalto, P Aalto");
  EXPECT_EQ(heeded("A place in [P:Aalto] 's team ."), "P Aalto");
  EXPECT_EQ(heeded("She met [P:Aalto] and [L:Narvik] 's mayor ."), "P Aalto, L Narvik");
  EXPECT_EQ(heeded("[L:Narvik] and [P:Ines Aalto] agree ."), "L Narvik, P Ines Aalto");
}

TEST(NameSurroundings, AFirstWordAloneIsThePersonNamedInFull) {
  const LexiconTables tables = known("jordan\tCF\n");
  EXPECT_EQ(heeded("[P:Jordan Aalto] won . I told [L:Jordan] so .", tables),
            "P Jordan Aalto, P Jordan");
  EXPECT_EQ(heeded("[P:Jordan Aalto] flew to [L:Jordan] .", tables), "P Jordan Aalto, L Jordan");
  EXPECT_EQ(heeded("I told [L:Jordan] so .", tables), "L Jordan");
  EXPECT_EQ(heeded("[P:Xiu Jinlan] won . I told [O:Xiu] so .", known("xiu\tS\n")),
            "P Xiu Jinlan, P Xiu");
}

TEST(NameSurroundings, ADayIsNoOrganisationAndAnAgencyIsOne) {
  EXPECT_EQ(heeded("The work ends by [O:Harbour Day] ."), "M Harbour Day");
  EXPECT_EQ(heeded("The song of [O:Harbour Day] is new ."), "O Harbour Day");
  EXPECT_EQ(heeded("[L:NARVIK] , June 3 ( [L:Tamsel] ) - It rained ."), "L NARVIK, O Tamsel");
  EXPECT_EQ(heeded("It rained in the north ( [L:Tamsel] ) ."), "L Tamsel");
}

TEST(NameSurroundings, ACommonWordThatBeginsAHeadingIsNoPerson) {
  const LexiconTables tables = known("bill\tFW\n");
  EXPECT_EQ(heeded("It rained .\n[P:Bill] for the delay\nIt rained .", tables), "M Bill");
  EXPECT_EQ(heeded("It rained .\n[P:Bill] left .\nIt rained .", tables), "P Bill");
}

TEST(NameSurroundings, NoPersonStandsBehindThe) {
  EXPECT_EQ(heeded("They sold the [P:Tamsel] in spring ."), "M Tamsel");
  EXPECT_EQ(heeded("The [P:Tamsel] appeared in a list . They hid a [P:Tamsel] ."),
            "M Tamsel, M Tamsel");
  EXPECT_EQ(heeded("They won the [P:Aalto] Prize ."), "P Aalto");
  EXPECT_EQ(heeded("The [P:Tamsel] rose . It was the [P:Tamsel] .", known("tamsel\tG\n")),
            "L Tamsel, L Tamsel");
  EXPECT_EQ(heeded("The [P:T\u00e1msel] flows by .", known("tamsel\tG\n")), "L T\u00e1msel");
  EXPECT_EQ(heeded("The [P:Aalto] plan failed ."), "P Aalto");
  EXPECT_EQ(heeded("They met the [P:Aaltos] ."), "P Aaltos");
  EXPECT_EQ(heeded("It was the [P:Aalto] of old . [P:Ines Aalto] won ."), "P Aalto, P Ines Aalto");
}

TEST(NameSurroundings, WhatIsBehindAWordForAVesselIsNoPlace) {
  EXPECT_EQ(heeded("The tanker [L:Castor Quay] left [L:Narvik] . [L:Quay] was late ."),
            "M Castor Quay, L Narvik, M Quay");
}

TEST(NameSurroundings, AVesselIsKnownByWhatIsSaidOfIt) {
  EXPECT_EQ(heeded("A freighter lost its load . The [L:Castor Quay] , 94 metres long , is late ."),
            "M Castor Quay");
  EXPECT_EQ(heeded("The [P:Ines Aalto] , a tanker of 9,000 tonnes , is late ."), "M Ines Aalto");
  EXPECT_EQ(heeded("The trawler , the [P:Ines Aalto] , is late ."), "M Ines Aalto");
  EXPECT_EQ(heeded("Nine ships met . The [P:Castor] sank ; nobody aboard the [P:Pollux] slept ."),
            "M Castor, M Pollux");
  EXPECT_EQ(heeded("The [L:Castor] , a ferry port , paid . A ship came ."), "L Castor");
  EXPECT_EQ(heeded("The [L:Castor Hill] , 94 metres high , is bare ."), "L Castor Hill");
  EXPECT_EQ(heeded("A ship came . [P:Ines Aalto] , 94 , slept ."), "P Ines Aalto");
  EXPECT_EQ(heeded("They crossed by ferry , the [L:Tamsel] being wide ."), "L Tamsel");
}

TEST(NameSurroundings, ALargePlaceWhereAPlaceStandsIsNoClubButInSport) {
  const LexiconTables tables = known("aberdeen\tB\n");
  EXPECT_EQ(heeded("A choir from [O:Aberdeen] sang .", tables), "L Aberdeen");
  EXPECT_EQ(heeded("A striker from [O:Aberdeen] missed the final .", tables), "O Aberdeen");
  EXPECT_EQ(heeded("The choir told [O:Aberdeen] of it .", tables), "L Aberdeen");
  EXPECT_EQ(heeded("The choir told [O:Aberdeen] of it .", known("aberdeen\tBO\n")), "O Aberdeen");
  EXPECT_EQ(heeded("A letter from [O:Narvik] came .", tables), "O Narvik");
}

// Firms stood in facets as persons.
TEST(NameSurroundings, WhatIsBehindAWordForAFirmOrSaidToBeOneIsOne) {
  EXPECT_EQ(heeded("The carmaker [P:Halder] paid . [L:Halder] said so ."), "O Halder, O Halder");
  EXPECT_EQ(heeded("[P:Halder] is a Danish chain of shops ."), "O Halder");
  EXPECT_EQ(heeded("[L:Halder] , a bank , paid ."), "O Halder");
  EXPECT_EQ(heeded("[P:Moe Halder] is a company based there ."), "O Moe Halder");
  EXPECT_EQ(heeded("[P:Carmaker Halder] paid . [P:Halder] said so ."), "O Halder, O Halder");
  EXPECT_EQ(heeded("[P:Halder] , a bank clerk , paid ."), "P Halder");
  EXPECT_EQ(heeded("[P:Halder] , the company 's owner , paid ."), "P Halder");
  EXPECT_EQ(heeded("[P:Halder] is the owner of a company ."), "P Halder");
  EXPECT_EQ(heeded("[P:Halder] is a dealer in cars , a bank said ."), "P Halder");
  EXPECT_EQ(heeded("[L:Halder] is a chain of fast food restaurants ."), "O Halder");
  EXPECT_EQ(heeded("[L:Halder] , a chain of five islands , is dry ."), "L Halder");
  EXPECT_EQ(heeded("[L:Halder] is a bank of sand ."), "L Halder");
}

TEST(NameSurroundings, WhoIsCalledAsAFirmIsNone) {
  EXPECT_EQ(heeded("The carmaker [P:Halder] paid . [P:Ines Halder] left ."),
            "P Halder, P Ines Halder");
  EXPECT_EQ(heeded("The carmaker [P:Ines Halder] paid .", known("ines\tF\n")), "P Ines Halder");
  EXPECT_EQ(heeded("[P:Airline Ines Aalto] paid .", known("ines\tF\n")), "P Airline Ines Aalto");
  EXPECT_EQ(heeded("The airline [L:Narvik] paid ."), "L Narvik");
  EXPECT_EQ(heeded("[P:Mr Halder] owns the firm [P:Halder] ."), "P Mr Halder, P Halder");
  EXPECT_EQ(heeded("[P:Charity Halder] , a minister , left ."), "P Charity Halder");
}

// "The company Moe built" made bodies of founders.
TEST(NameSurroundings, WhoOwnsAFirmIsNone) {
  EXPECT_EQ(heeded("The supermarket [P:Moe Halder] owns burned down ."), "P Moe Halder");
  EXPECT_EQ(heeded("They sold the newspaper [P:Halder] bought ."), "P Halder");
  EXPECT_EQ(heeded("They sold the airline [P:Halder] once led ."), "P Halder");
  EXPECT_EQ(heeded("The airline [P:Moe Halder] saw is new . [P:Moe Halder] slept ."),
            "O Moe Halder, P Moe Halder");
}

// "A tributary of the Amazon" was that of a firm.
TEST(NameSurroundings, WhatHasBanksAndAMouthIsAPlace) {
  EXPECT_EQ(heeded("It is a tributary of the [O:Tamsel] ."), "L Tamsel");
  EXPECT_EQ(heeded("They camp on the banks of the [P:Tamsel] ."), "L Tamsel");
  EXPECT_EQ(heeded("They met the banks of [O:Tamsel Group] ."), "O Tamsel Group");
  EXPECT_EQ(heeded("He ran the bank of the [O:Tamsel] ."), "O Tamsel");
}

TEST(NameSurroundings, TwoUnknownWordsBehindARoleAndACommaAreAPerson) {
  EXPECT_EQ(heeded("So said their teacher , [O:Mere Aalto] ."), "P Mere Aalto");
  EXPECT_EQ(heeded("So said their teacher of [O:Mere Aalto] ."), "O Mere Aalto");
  EXPECT_EQ(heeded("So said their school , [O:Mere Aalto] ."), "O Mere Aalto");
  EXPECT_EQ(heeded("So said their lawyer , [O:Aalto Bank] .", known("bank\tK\n")), "O Aalto Bank");
}

}  // namespace
}  // namespace pressmark::indexer
