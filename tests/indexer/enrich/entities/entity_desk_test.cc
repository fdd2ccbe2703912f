#include "indexer/enrich/entities/entity_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"

namespace pressmark::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kTable =
    "name\ttype\tcanonical\tcountry\tstop\n"
    "# the harbour\n"
    "hb\torg\tHarbour Board\tNO\n"
    "A\u00e1lto\tperson\tInes Aalto\n"
    "Quay\t\t\t\tstop\r\n";

std::vector<Entity> entities() {
  return {{EntityType::Person, "Aalto", 2, {}},
          {EntityType::Person, "Ines Aalto", 1, {"I. Aalto"}},
          {EntityType::Organization, "HB", 4, {}},
          {EntityType::Place, "HB", 1, {}},
          {EntityType::Place, "Quay", 9, {}}};
}

TEST(EntityDesk, MergesRenamesAndStops) {
  const auto found = EntityDesk::from_text(kTable, "names.tsv").apply(entities());
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].name, "Ines Aalto");
  EXPECT_EQ(found[0].count, 3U);
  EXPECT_THAT(found[0].variants, ElementsAre("Aalto", "I. Aalto"));
  EXPECT_EQ(found[1].name, "Harbour Board");
  EXPECT_EQ(found[2].name, "HB");
  EXPECT_EQ(found[2].type, EntityType::Place);
}

TEST(EntityDesk, TiesNamesToCountries) {
  EXPECT_THAT(EntityDesk::from_text(kTable, "names.tsv").countries_of(entities()),
              ElementsAre("NO"));
}

TEST(EntityDesk, WithoutATableChangesNothing) {
  EXPECT_EQ(EntityDesk().apply(entities()), entities());
}

TEST(EntityDesk, SaysWhichLineIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"HB\tship\n", "names.tsv:1: the type"},
      {"HB\n", "names.tsv:1: one cell alone"},
      {"HB\torg\t\tNowhereland\n", "names.tsv:1: the country"},
      {"HB\torg\n\t\tx\n", "names.tsv:2: no name"},
      {"HB\torg\t\t\tperhaps\n", "names.tsv:1: the last column"},
  };
  for (const auto& [table, want] : cases) {
    try {
      EntityDesk::from_text(table, "names.tsv");
      ADD_FAILURE() << table;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Usage);
      EXPECT_THAT(error.what(), HasSubstr(want));
    }
  }
  EXPECT_THROW(EntityDesk::from_file("/nonexistent/names.tsv"), Error);
  EXPECT_THROW(EntityDesk::from_file("/"), Error);
}

}  // namespace
}  // namespace pressmark::indexer
