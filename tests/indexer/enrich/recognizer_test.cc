#include "indexer/enrich/recognizer.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/text.h"
#include "indexer/enrich/entities/entity_resolver.h"
#include "indexer/enrich/tagger/word_memory.h"

namespace pressmark::indexer {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

const Recognizer& shipped() {
  static const Recognizer recognizer;
  return recognizer;
}

std::vector<std::string> names(std::string_view text, EntityType type,
                               std::string_view language = "en") {
  std::vector<std::string> found;
  const auto mentions = shipped().recognize("", text, language);
  for (const Entity& entity : resolve_entities({}, text, mentions)) {
    if (entity.type == type) found.push_back(entity.name);
  }
  return found;
}

constexpr std::string_view kDrills =
    "Warships of China and Russia left Vladivostok on Monday, the Ministry of Defence said.\n\n"
    "President Vladimir Putin spoke with Xi Jinping by telephone. Putin\u2019s spokesman gave no "
    "details.\n\n"
    "The Russian defence minister, Sergei Shoigu, will watch from the shore. In Taipei, Nancy "
    "Pelosi met "
    "students of National Taiwan University.";

TEST(Recognizer, FindsPersonsPlacesAndOrganisations) {
  for (const char* name : {"Vladimir Putin", "Xi Jinping", "Sergei Shoigu", "Nancy Pelosi"}) {
    EXPECT_THAT(names(kDrills, EntityType::Person), Contains(name));
  }
  for (const char* name : {"China", "Russia", "Vladivostok", "Taipei"}) {
    EXPECT_THAT(names(kDrills, EntityType::Place), Contains(name));
  }
  EXPECT_THAT(names(kDrills, EntityType::Organization), Contains("Ministry of Defence"));
}

// A dateline's town was its club.
TEST(Recognizer, ATownOfADatelineIsNoClub) {
  constexpr std::string_view kText = "NAPOLI - Due gatti dormono da ieri in un cantiere.";
  EXPECT_THAT(names(kText, EntityType::Organization, "it"), IsEmpty());
  EXPECT_THAT(names(kText, EntityType::Place, "it"), ::testing::ElementsAre("Napoli"));
}

TEST(Recognizer, FindsNamesWithSmallWordsInThem) {
  constexpr std::string_view kText =
      "Minister Kim Jong - un told the envoy on Tuesday that talks would go on. The president of "
      "the "
      "commission, Ursula von der Leyen, said in Brussels that Bank of the West may open there. "
      "The "
      "poems are by Walter de la Mare.";
  for (const char* name : {"Kim Jong-un", "Ursula von der Leyen", "Walter de la Mare"})
    EXPECT_THAT(names(kText, EntityType::Person), Contains(name));
  EXPECT_THAT(names(kText, EntityType::Organization), Contains("Bank of the West"));
}

TEST(Recognizer, MentionsAreInOrderWithinTheText) {
  const std::string title = "Putin calls Xi";
  const auto mentions = shipped().recognize(title, kDrills, "en");
  ASSERT_GT(mentions.size(), 6U);
  std::size_t at = 0;
  for (const Mention& mention : mentions) {
    EXPECT_GE(mention.begin, at);
    EXPECT_GT(mention.end, mention.begin);
    at = mention.end;
  }
  EXPECT_LE(at, kDrills.size());
  EXPECT_EQ(kDrills.substr(mentions[0].begin, mentions[0].end - mentions[0].begin), "China");
}

TEST(Recognizer, FindsKnownNamesInOtherLanguagesAndNoNouns) {
  const std::string_view german =
      "Die Bundeskanzlerin Angela Merkel traf am Montag in Hamburg den Vorstand der "
      "Hafenbeh\u00f6rde. Die Stadt plant "
      "eine neue Br\u00fccke, sagte Merkel.";
  EXPECT_THAT(names(german, EntityType::Person, "de"), ::testing::ElementsAre("Angela Merkel"));
  EXPECT_THAT(names(german, EntityType::Place, "de"), ::testing::ElementsAre("Hamburg"));
  EXPECT_THAT(names(german, EntityType::Organization, "de"), IsEmpty());
  EXPECT_THAT(shipped().recognize("", "\u5728\u5317\u4eac\u4e3e\u884c\u4f1a\u8bae", "zh"),
              IsEmpty());
}

TEST(Recognizer, AnArticleInFrontOfANameIsNoGivenName) {
  const std::string_view french =
      "La Russie a rendu deux chalutiers. Le port attend l'Ukraine et l’Irlande, a dit Al Gore.";
  EXPECT_THAT(names(french, EntityType::Person, "fr"), ::testing::ElementsAre("Al Gore"));
  EXPECT_THAT(names(french, EntityType::Place, "fr"),
              ::testing::UnorderedElementsAre("Russie", "Ukraine", "Irlande"));
}

TEST(Recognizer, ACountryOfSeveralWordsIsNoPerson) {
  const std::string_view spanish =
      "El barco lleg\u00f3 de El Salvador a Costa Rica con el pescador Carlos Paz Sol\u00eds.";
  EXPECT_THAT(names(spanish, EntityType::Place, "es"),
              ::testing::UnorderedElementsAre("El Salvador", "Costa Rica"));
  EXPECT_THAT(names(spanish, EntityType::Person, "es"),
              ::testing::ElementsAre("Carlos Paz Sol\u00eds"));
}

TEST(Recognizer, ACountryOrASeatOfPowerIsNoPersonInAShortText) {
  struct Case {
    std::string_view language;
    std::string_view text;
    std::string_view place;
  };
  const Case cases[] = {
      {"es", "Gran Bretaña endurece las normas para los estudiantes.", "Gran Bretaña"},
      {"it", "La Gran Bretagna annulla la gara.", "Gran Bretagna"},
      {"fr", "La Maison Blanche dément, le Pentagone se tait.", "Maison Blanche"},
      {"en", "Palazzo Chigi denied a rift over the bridge.", "Palazzo Chigi"},
      {"en", "Malacañang said the president was well.", "Malacañang"},
  };
  for (const Case& test : cases) {
    EXPECT_THAT(names(test.text, EntityType::Person, test.language), IsEmpty()) << test.text;
    EXPECT_THAT(names(test.text, EntityType::Place, test.language),
                Contains(std::string(test.place)))
        << test.text;
  }
}

TEST(Recognizer, ACountryOfAnotherLanguageIsNoOrganisation) {
  const std::string_view portuguese =
      "Diz a f\u00e1brica que o Brasil exporta a\u00e7a\u00ed congelado.";
  EXPECT_THAT(names(portuguese, EntityType::Organization, "pt"), IsEmpty());
  EXPECT_THAT(names(portuguese, EntityType::Place, "pt"), ::testing::ElementsAre("Brasil"));
}

TEST(Recognizer, LeavesTurkishEndingsBehindAnApostropheOff) {
  const std::string_view turkish =
      "Selim Demirkan'ın konuşması Ankara'da yapıldı. Demirkan’a sorular soruldu.";
  EXPECT_THAT(names(turkish, EntityType::Person, "tr"), ::testing::ElementsAre("Selim Demirkan"));
  EXPECT_THAT(names(turkish, EntityType::Place, "tr"), ::testing::ElementsAre("Ankara"));
}

TEST(Recognizer, BearsAnyText) {
  for (const std::string& text :
       {std::string(), std::string("\n\n\n"), std::string(300000, 'A'),
        std::string("\xff\xfe. \xc3"), std::string("Mr. Mr. Mr. of of The Mr.")}) {
    for (const Mention& mention : shipped().recognize(text.substr(0, 100), text, "en"))
      EXPECT_LE(mention.end, text.size());
  }
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "Northern Ferry of the ";
  EXPECT_LE(shipped().recognize("", deep, "en").size(), 60000U);
}

TEST(Recognizer, RefusesBytesThatAreNoModel) {
  alignas(16) static constexpr char kBytes[64] = {};
  EXPECT_THROW(Recognizer(std::string_view(kBytes, sizeof kBytes)), Error);
}

/// Names that corpus/MANIFEST.tsv says must be found in the English plain-text articles.
TEST(Recognizer, FindsTheNamesOfTheSampleArticles) {
  const std::string corpus = std::string(PRESSMARK_SOURCE_DIR) + "/corpus/";
  std::ifstream in(corpus + "MANIFEST.tsv");
  ASSERT_TRUE(in);
  std::vector<std::string> columns;
  std::size_t wanted = 0, found = 0;
  std::string line, missed, strange;
  for (bool head = true; std::getline(in, line); head = false) {
    std::vector<std::string> fields;
    for (const std::string_view field : split(line, '\t')) fields.emplace_back(field);
    if (head) {
      columns = fields;
      continue;
    }
    const auto field = [&](std::string_view name) {
      const auto at = static_cast<std::size_t>(std::ranges::find(columns, name) - columns.begin());
      return at < fields.size() ? fields[at] : std::string();
    };
    if (field("kind") != "article" || field("lang") != "en" || !field("file").ends_with(".txt"))
      continue;
    std::ifstream article(corpus + field("file"), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(article)), {});
    const std::pair<const char*, EntityType> kinds[] = {{"persons", EntityType::Person},
                                                        {"orgs", EntityType::Organization},
                                                        {"places", EntityType::Place}};
    const std::vector<std::string> persons = names(text, EntityType::Person);
    for (const auto& [column, type] : kinds) {
      const std::vector<std::string> seen = names(text, type);
      const std::string list = field(column);
      for (const std::string_view name : split(list, '|')) {
        if (name.empty()) continue;
        ++wanted;
        if (type == EntityType::Place && std::ranges::count(persons, name) > 0)
          strange += std::string(name) + " is no person (" + field("file") + ")\n";
        if (std::ranges::count(seen, name) > 0)
          ++found;
        else
          missed += std::string(name) + " (" + field("file") + ")\n";
      }
    }
  }
  EXPECT_EQ(strange, "");
  EXPECT_GT(wanted, 40U);
  EXPECT_GE(static_cast<double>(found), .85 * static_cast<double>(wanted)) << missed;
}

TEST(Recognizer, SaysTheSameWithAMemory) {
  WordMemory memory;
  std::string text;
  for (int round = 0; round < 3; ++round) {
    text += "Mr Jordan Green met Angela Merkel in Jordan. The GREEN party of Berlin said no.\n";
    text +=
        "jordan green, Green Cross, " + std::to_string(round) + " Acme Corp of Merkel Street.\n";
    for (const std::string_view title : {"Green wins", "MERKEL IN JORDAN"}) {
      EXPECT_EQ(shipped().recognize(title, text, "en", &memory),
                shipped().recognize(title, text, "en"));
      EXPECT_EQ(shipped().recognize(title, kDrills, "en", &memory),
                shipped().recognize(title, kDrills, "en"));
    }
  }
}

}  // namespace
}  // namespace pressmark::indexer
