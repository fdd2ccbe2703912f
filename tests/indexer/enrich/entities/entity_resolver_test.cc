#include "indexer/enrich/entities/entity_resolver.h"

#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/enrich/entities/name_form.h"

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;

struct Article {
  std::string text;
  std::vector<Mention> mentions;
};

/// Text where names are written as [P:Ines Aalto], [O:Harbour Board] or [L:Oslo].
Article marked(std::string_view source) {
  Article article;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] != '[') {
      article.text += source[at];
      continue;
    }
    const char kind = source[at + 1];
    const std::size_t end = source.find(']', at);
    const std::size_t begin = article.text.size();
    article.text += source.substr(at + 3, end - at - 3);
    article.mentions.push_back({begin, article.text.size(),
                                kind == 'P'   ? EntityType::Person
                                : kind == 'O' ? EntityType::Organization
                                              : EntityType::Place});
    at = end;
  }
  return article;
}

/// "P Ines Aalto 3 | O ..." of the entities found.
std::string cards(std::string_view source) {
  const Article article = marked(source);
  std::string all;
  for (const Entity& entity : resolve_entities({}, article.text, article.mentions)) {
    if (!all.empty()) all += " | ";
    all += entity.type == EntityType::Person         ? 'P'
           : entity.type == EntityType::Organization ? 'O'
                                                     : 'L';
    all += ' ' + entity.name + ' ' + std::to_string(entity.count);
  }
  return all;
}

struct Case {
  const char* text;
  const char* want;
};

// "Sotheby's" stood in facets as the person Sotheby.
TEST(EntityResolver, KeepsTheGenitiveThatAHouseIsNamedBy) {
  const Case cases[] = {
      {"[O:Halder]'s sold a Monet. [P:Halder]'s said so.", "O Halder's 2"},
      {"[O:Halder]\u2019s has no comment; [O:Halder]\u2019s owner is in Asia.", "O Halder's 2"},
      {"The house, [P:Halder]'s, said that [P:Halder]'s rivals grumbled.", "O Halder's 2"},
      {"[P:Halder]'s plan failed. [P:Halder]'s party fell.", "P Halder 2"},
      {"[P:Halder]'s plan failed. [P:Halder] said so.", "P Halder 2"},
      {"[P:Halder]'s was better than that of [P:Ines Halder].", "P Ines Halder 2"},
      {"[P:Halder]'s in trouble. The car is [P:Halder]'s.", "P Halder 2"},
  };
  for (const Case& c : cases) EXPECT_EQ(cards(c.text), c.want) << c.text;
}

TEST(EntityResolver, PutsTheFormsOfOnePersonTogether) {
  const Case cases[] = {
      {"[P:Ines Aalto] sails. [P:Aalto] waves. Then [P:Aalto's] boat. [P:Mr Aalto] left.",
       "P Ines Aalto 4"},
      {"[P:President Ines Aalto] and [P:Aalto]", "P Ines Aalto 2"},
      {"[P:Aalto] came first, later [P:Ines Aalto] spoke.", "P Ines Aalto 2"},
      {"[P:I. Aalto] is [P:Ines Aalto]", "P Ines Aalto 2"},
      {"[P:Ines Maria Aalto], or [P:Ines Aalto]", "P Ines Maria Aalto 2"},
      {"[P:INES AALTO] spoke; [P:Ines Aalto] spoke again; [P:Ines Aalto]", "P Ines Aalto 3"},
      {"[P:Ines Aalto] met [P:Tor Moe]. [P:Moe] left.", "P Tor Moe 2 | P Ines Aalto 1"},
      {"[P:Ines Aalto] and [P:Olli Aalto]; [P:Aalto] spoke.", "P Olli Aalto 2 | P Ines Aalto 1"},
      {"[P:Haakon bin Moe] ... [P:bin Moe]", "P Haakon bin Moe 2"},
      {"[P:Li Wen] spoke; [P:Li] left", "P Li Wen 2"},
      {"[P:Ines Aalto] won. [P:Aalto] wept. [L:Aalto] left.", "P Ines Aalto 3"},
  };
  for (const Case& test : cases) EXPECT_EQ(cards(test.text), test.want) << test.text;
}

TEST(EntityResolver, PutsAnOrganisationAndItsFirstWordTogether) {
  const Case cases[] = {
      {"[O:Alpin Bank of Oslo] and [O:Alpin]; [O:Alpin]", "O Alpin Bank of Oslo 3"},
      {"[O:Calder Town] won; [O:Calder] climb", "O Calder Town 2"},
      {"[O:Alpin News] and [O:Alpin]", "O Alpin 1 | O Alpin News 1"},
      {"[O:Alpin Bank] and [O:Alpin Group]; [O:Alpin]",
       "O Alpin 1 | O Alpin Bank 1 | O Alpin Group 1"},
      {"[O:Alpin City Council] and [O:Alpin]", "O Alpin 1 | O Alpin City Council 1"},
  };
  for (const Case& test : cases) EXPECT_EQ(cards(test.text), test.want) << test.text;
}

TEST(EntityResolver, PutsAFirmAndItsShortNameTogether) {
  const Case cases[] = {
      {"[O:Alpin Motors] fell; [O:Alpin] paid", "O Alpin Motors 2"},
      {"[O:Alpin Shipping Company] and [O:Alpin Shipping] and [O:Alpin]",
       "O Alpin Shipping Company 3"},
      {"[O:Alpin Energy] and its parent [O:Alpin]", "O Alpin 1 | O Alpin Energy 1"},
      {"[O:Alpin Insurance] pays the club [O:Alpin]", "O Alpin 1 | O Alpin Insurance 1"},
      {"[O:Siemens Energy] was part of [O:Siemens]", "O Siemens 1 | O Siemens Energy 1"},
      {"[O:Alpin] and its rival [O:Alpin Energy]", "O Alpin 1 | O Alpin Energy 1"},
      {"[O:Barclays Bank] of [O:Barclays]", "O Barclays 1 | O Barclays Bank 1"},
      {"[O:Alpin Motors Museum] and [O:Alpin Motors]",
       "O Alpin Motors 1 | O Alpin Motors Museum 1"},
  };
  for (const Case& test : cases) EXPECT_EQ(cards(test.text), test.want) << test.text;
}

TEST(EntityResolver, PutsATeamAndItsLastWordTogether) {
  const Case cases[] = {
      {"[O:Narvik Herons] beat [O:Oslo Terns]; the [O:Herons] lead the [O:Terns]",
       "O Narvik Herons 2 | O Oslo Terns 2"},
      {"[O:Narvik Herons] met [O:Oslo Herons]; the [O:Herons] won",
       "O Herons 1 | O Narvik Herons 1 | O Oslo Herons 1"},
      {"The [O:Herons] met the [O:Narvik Herons]", "O Herons 1 | O Narvik Herons 1"},
      {"[O:Friends of Herons] feed the [O:Herons]", "O Friends of Herons 1 | O Herons 1"},
      {"[O:Harbour Glass] and [O:Glass]", "O Glass 1 | O Harbour Glass 1"},
      {"[O:Norwegian Herons] and the [O:Herons]", "O Herons 1 | O Norwegian Herons 1"},
      {"[O:Junior Herons] and the [O:Herons]", "O Herons 1 | O Junior Herons 1"},
      {"[O:Oslo Greens] and the [O:Greens] of Spain", "O Greens 1 | O Oslo Greens 1"},
  };
  for (const Case& test : cases) EXPECT_EQ(cards(test.text), test.want) << test.text;
}

TEST(EntityResolver, ASurnameStandsInFrontOfASuffix) {
  EXPECT_EQ(cards("[P:Tor Moe Jr.] sang. [P:Moe] bowed."), "P Tor Moe Jr. 2");
  EXPECT_EQ(cards("[P:Tor L. Moe III] sang. [P:Mr. Moe] bowed."), "P Tor L. Moe III 2");
  EXPECT_EQ(cards("[P:Tor Moe Jr.] sang. [O:Moe] bowed. [P:Moe] left. "), "P Tor Moe Jr. 3");
}

// "Quispe" stood beside "Luis Quispe Mamani".
TEST(EntityResolver, OfTwoSurnamesTheFirstMayGoAlone) {
  EXPECT_EQ(cards("[P:Tor Halder Pekka] sang. [P:Halder] bowed."), "P Tor Halder Pekka 2");
  EXPECT_EQ(cards("[P:Tor Halder Pekka] sang. [P:Halder] bowed. [P:Pekka] left."),
            "P Tor Halder Pekka 2 | P Halder 1");
  EXPECT_EQ(cards("[P:Tor Halder Pekka], [P:Ulf Halder Pekka]; [P:Halder] left."),
            "P Halder 1 | P Tor Halder Pekka 1 | P Ulf Halder Pekka 1");
  EXPECT_EQ(cards("[P:Tor Anna Halder] sang. [P:Anna] bowed."), "P Anna 1 | P Tor Anna Halder 1");
  EXPECT_EQ(cards("[P:Tor Halder Pekka] sang. [P:Halder] and [P:Halder] bowed."),
            "P Halder 2 | P Tor Halder Pekka 1");
  EXPECT_EQ(cards("[P:Tor Narvik Pekka] sang. [P:Narvik] bowed."),
            "P Narvik 1 | P Tor Narvik Pekka 1");
  EXPECT_EQ(cards("[P:Tor Halder Pekka] sang. [P:Halder] bowed in [L:Halder] and [L:Halder]."),
            "P Halder 1 | P Tor Halder Pekka 1 | L Halder 2");
  EXPECT_EQ(cards("[P:Tor Madonna Pekka] sang. [P:Madonna] bowed."),
            "P Madonna 1 | P Tor Madonna Pekka 1");
}

TEST(EntityResolver, LinksAnAcronymWhereTheArticleShowsIt) {
  const Case cases[] = {
      {"The [O:Harbour Board] (HB) met. [O:HB] said no.", "O Harbour Board 2"},
      {"The [O:Harbour Board] met. [O:HB] said no.", "O HB 1 | O Harbour Board 1"},
      {"The [O:Northern Ferry Union] struck. [O:NFU] men cheered.", "O Northern Ferry Union 2"},
      {"[O:Fjord Foods Inc.] fell. [O:Fjord Foods] rose.", "O Fjord Foods 2"},
  };
  for (const Case& test : cases) EXPECT_EQ(cards(test.text), test.want) << test.text;
}

TEST(EntityResolver, KindsOfOneNameStayApartUnlessOneIsASlip) {
  EXPECT_EQ(cards("[O:EU] rules in the [L:EU]"), "O EU 1 | L EU 1");
  EXPECT_EQ(cards("[L:Oslo] [L:Oslo] [L:Oslo] [O:Oslo]"), "L Oslo 4");
  EXPECT_EQ(cards("the [L:U.S.] and the [L:US] and the [L:United States]"), "L United States 3");
  EXPECT_EQ(cards("[L:The Quay] and [L:Quay's]"), "L Quay 2");
}

TEST(EntityResolver, LeavesOutDebris) {
  EXPECT_EQ(cards("[O:Reuters] [O:Getty Images] [O:AP] [O:Read More] [P:Monday] [L:June] [O:Photo] "
                  "[P:He] [P:x] [O:-] [P:Eid Mubarak]"),
            "");
  EXPECT_EQ(
      resolve_entities({}, "short", std::vector<Mention>{{2, 900, EntityType::Person}}).size(), 0U);
}

TEST(EntityResolver, LeavesOutWhatANewswirePutsBesideNames) {
  EXPECT_EQ(cards("[L:NICE] ([O:EFE]) - [O:Alpin] ([O:NYSE]: [O:ALPN]) fell."),
            "O Alpin 1 | O NYSE 1 | L Nice 1");
  EXPECT_EQ(cards("HEATS ([L:Jamaica]) - a list."), "L Jamaica 1");
}

TEST(EntityResolver, AFullNameWithoutItsNounIsNoHouse) {
  EXPECT_EQ(cards("[P:Ines Aalto]'s was the first name on the list ."), "P Ines Aalto 1");
}

TEST(EntityResolver, KeepsTheOtherForms) {
  const Article article = marked("[P:Ines Aalto] and [P:Aalto] and [P:Dr Aalto]");
  const auto found = resolve_entities({}, article.text, article.mentions);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].variants, ElementsAre("Aalto"));
}

TEST(EntityResolver, APersonOfTheHeadlineIsThatOfTheText) {
  const Article article = marked("[P:Aalto] spoke to Dr [P:Lund]");
  const std::vector<std::string> title = {"Ines Aalto", "Bertil Holm"};
  const auto found = resolve_entities(title, article.text, article.mentions);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].name, "Ines Aalto");
  EXPECT_EQ(found[0].count, 2U);
  EXPECT_EQ(found[1].name, "Bertil Holm");
  EXPECT_EQ(found[2].name, "Lund");
}

TEST(EntityResolver, ShowsADividedNameInFull) {
  const std::string_view text = "the Kenya High Court ruled";
  const std::vector<Mention> mentions = {
      {.begin = 4, .end = 9, .type = EntityType::Place, .part = true},
      {.begin = 10, .end = 20, .type = EntityType::Organization, .lead = 6}};
  const auto found = resolve_entities({}, text, mentions);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Kenya High Court");
}

TEST(EntityResolver, WhoHasOneNameKeepsTheCrown) {
  EXPECT_EQ(cards("King [P:Olav] came. [P:Olav] sang."), "P King Olav 2");
  EXPECT_EQ(cards("Queen [P:Astrid II] came. [P:Astrid II] sang."), "P Queen Astrid II 2");
  EXPECT_EQ(cards("[P:Queen Astrid II] came. [P:Astrid] sang."), "P Queen Astrid II 2");
  EXPECT_EQ(cards("Prince [P:Olav] came. [P:Olav bin Moe] sang."), "P Olav bin Moe 2");
  EXPECT_EQ(cards("Larry King, [P:Olav] and a king [P:Bo] came."), "P Bo 1 | P Olav 1");
  EXPECT_EQ(cards("King [L:Olav] is a town."), "L Olav 1");
  EXPECT_EQ(cards("The Bo King [P:Tamsel] deal."), "P Tamsel 1");
}

TEST(EntityResolver, AStateBehindATownIsNamedInFull) {
  EXPECT_EQ(cards("In Fresno, [P:Calif]., and Reno, [L:Nev]., and [L:California]"),
            "L California 1 | L California 1 | L Nevada 1");
  EXPECT_EQ(cards("[P:Ines Penn] sang. In Narvik, [P:Penn]. Then she slept."), "P Ines Penn 2");
  EXPECT_EQ(cards("At Camden, [P:Mich]., she met [P:Bo Mich]."), "P Bo Mich 2");
  EXPECT_EQ(cards("Sen. [P:Ines Moe] ([O:D-Vt].) voted."), "P Ines Moe 1");
}

TEST(EntityResolver, ABracketThatANameOpensIsClosed) {
  EXPECT_EQ(cards("The [O:Quay Party (United]) won."), "O Quay Party (United) 1");
}

TEST(EntityResolver, ABareHeadIsTheBodyNamedInFullOrNone) {
  EXPECT_EQ(cards("[O:Quay Rovers] won . [O:Rovers] sang ."), "O Quay Rovers 2");
  EXPECT_EQ(cards("The [O:Army] left [L:Narvik] ."), "L Narvik 1");
  EXPECT_EQ(cards("The [O:Senate] voted ."), "O Senate 1");
}

TEST(NameForm, WritesANameAsOnACard) {
  const std::pair<const char*, const char*> cases[] = {
      {"the Harbour\n Board", "Harbour Board"},
      {"Aalto\u2019s", "Aalto"},
      {"\u201cQuay\u201d", "Quay"},
      {"Fjord Inc.", "Fjord Inc."},
      {"Oslo.", "Oslo"},
      {"U.S.", "U.S."},
      {"Moe Jr.", "Moe Jr."},
      {"NATO", "NATO"},
      {"Al - Quay", "Al-Quay"},
      {"Miners\u2019 Union", "Miners' Union"},
      {"Ines \u2018Bo\u2019 Moe Trust", "Ines \u2018Bo\u2019 Moe Trust"},
      {"HARBOUR BOARD OF NARVIK", "Harbour Board of Narvik"},
      {"U.S. HARBOUR BOARD", "U.S. Harbour Board"},
      {"TH MUTUAL", "TH MUTUAL"},
  };
  for (const auto& [mention, want] : cases)
    EXPECT_EQ(name_form(mention, EntityType::Organization), want);
  EXPECT_EQ(name_form("Prof. Dr. Moe", EntityType::Person), "Moe");
  EXPECT_EQ(name_form("TOR MOE", EntityType::Person), "Tor Moe");
  EXPECT_EQ(name_form("Ines Moe QC", EntityType::Person), "Ines Moe");
  EXPECT_EQ(name_form("Tor Moe, Ph.D., OBE", EntityType::Person), "Tor Moe");
  EXPECT_EQ(name_form("Bodo MP", EntityType::Organization), "Bodo MP");
  EXPECT_EQ(name_form("MOE AO", EntityType::Person), "Moe Ao");  // "Wang Ao"
  EXPECT_EQ(name_form("UDINE", EntityType::Place), "Udine");
  EXPECT_EQ(name_form("DRC", EntityType::Place), "DRC");
  EXPECT_EQ(name_form("J.P. MOE", EntityType::Person), "J.P. Moe");
  EXPECT_EQ(name_form("DICK VAN MOE", EntityType::Person), "Dick Van Moe");
  EXPECT_EQ(name_form("ST. OLAV", EntityType::Place), "St. Olav");
  EXPECT_EQ(name_form("U.S.", EntityType::Place), "U.S.");
  EXPECT_EQ(name_form("W.VA.", EntityType::Place), "W.VA.");
  EXPECT_EQ(name_form(std::string(101, 'A'), EntityType::Person), "");
}

TEST(NameForm, WhatABodyIsBeginsWithACapital) {
  const auto form = [](std::string_view mention) {
    return name_form(mention, EntityType::Organization);
  };
  EXPECT_EQ(form("Harbour party"), "Harbour Party");
  EXPECT_EQ(form("Board of Quays and Ferries commission"), "Board of Quays and Ferries Commission");
  EXPECT_EQ(form("Narvik stock exchange"), "Narvik stock exchange");
  EXPECT_EQ(form("Quay Rovers team"), "Quay Rovers team");
  EXPECT_EQ(form("Quay 49ers"), "Quay 49ers");
  EXPECT_EQ(name_form("Oslo bank", EntityType::Place), "Oslo bank");
}

TEST(NameForm, BracketsAreWholeOrNone) {
  const auto form = [](std::string_view mention) {
    return name_form(mention, EntityType::Organization);
  };
  EXPECT_EQ(form("Quay Finance (Asia)"), "Quay Finance (Asia)");
  EXPECT_EQ(form("(Quay Finance)"), "Quay Finance");
  EXPECT_EQ(form("Quay Finance (Asia"), "Quay Finance");
  EXPECT_EQ(form("Quay) Finance"), "Quay Finance");
  EXPECT_EQ(form("Quay Finance <QF"), "Quay Finance");
  EXPECT_EQ(form("<Quay Finance> 3"), "Quay Finance");
}

TEST(NameForm, LeavesOutHowManyAndWhen) {
  const auto form = [](std::string_view mention) {
    return name_form(mention, EntityType::Organization);
  };
  EXPECT_EQ(form("27-nation Harbour Union"), "Harbour Union");
  EXPECT_EQ(form("28-year-old Quay Rovers"), "Quay Rovers");
  EXPECT_EQ(form("900-square-foot Quay Museum"), "Quay Museum");
  EXPECT_EQ(form("3-D Quay"), "3-D Quay");
  EXPECT_EQ(form("20-Fen Club"), "20-Fen Club");
  EXPECT_EQ(form("10-pin Quay"), "10-pin Quay");
  EXPECT_EQ(form("9-to-5 Union"), "9-to-5 Union");
  EXPECT_EQ(form("ex-Quay Board"), "Quay Board");
  EXPECT_EQ(form("ex-libris Club"), "ex-libris Club");
  EXPECT_EQ(form("al-Quay"), "al-Quay");
  EXPECT_EQ(name_form("then-President Moe", EntityType::Person), "Moe");
  EXPECT_EQ(name_form("end-March", EntityType::Place), "");
  EXPECT_EQ(name_form("mid-Tamsel", EntityType::Place), "mid-Tamsel");
}

TEST(NameForm, WordsOfTablesAreNone) {
  EXPECT_EQ(name_form("Shr", EntityType::Organization), "");
  EXPECT_EQ(name_form("Revs 1,204", EntityType::Organization), "");
  EXPECT_EQ(name_form("H.K. Dlrs", EntityType::Place), "");
  EXPECT_EQ(name_form("DLR", EntityType::Organization), "DLR");
  EXPECT_EQ(name_form("MLN", EntityType::Organization), "MLN");
}

}  // namespace
}  // namespace pressmark::indexer
