#include "indexer/extract/byline.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using Names = std::vector<std::string>;

struct Case {
  std::string_view text;
  Names want;
};

TEST(Byline, NamesThePeople) {
  const Case kCases[] = {
      {"By Jane Doe", {"Jane Doe"}},
      {"By JANE DOE and JOHN Q. PUBLIC", {"Jane Doe", "John Q. Public"}},
      {"By Jane Doe, John Roe and Ann Poe", {"Jane Doe", "John Roe", "Ann Poe"}},
      {"Jane Doe; John Roe", {"Jane Doe", "John Roe"}},
      {"Jane Doe | John Roe", {"Jane Doe", "John Roe"}},
      {"Von Karin Muster und Jörg Beispiel", {"Karin Muster", "Jörg Beispiel"}},
      {"Par Jeanne Dupont et Luc Martin", {"Jeanne Dupont", "Luc Martin"}},
      {"Por María José Pérez y Luis de la Torre", {"María José Pérez", "Luis de la Torre"}},
      {"di Anna Rossi", {"Anna Rossi"}},
      {"Автор: Анна Петрова", {"Анна Петрова"}},
      {"Анна Петрова и Иван Сидоров", {"Анна Петрова", "Иван Сидоров"}},
      {"بقلم سكينة عبد الرحيم", {"سكينة عبد الرحيم"}},
      {"Piše: Ana Horvat", {"Ana Horvat"}},
      {"Аутор: Милан Јовић", {"Милан Јовић"}},
      {"Autorius: Jonas Petrauskas", {"Jonas Petrauskas"}},
      {"文＝山田太郎", {"山田太郎"}},
      {"記者：王小明", {"王小明"}},
      {"김철수 기자", {"김철수"}},
      {"By Jane Doe, Staff Writer", {"Jane Doe"}},
      {"Jane Doe Staff Writer", {"Jane Doe"}},
      {"By Jane Doe in Kyiv", {"Jane Doe"}},
      {"Jane Doe (London)", {"Jane Doe"}},
      {"Jane Doe - Political correspondent", {"Jane Doe"}},
      {"By Jane Doe jane.doe@herald.example", {}},
      {"Jane Doe, jane.doe@herald.example", {"Jane Doe"}},
      {"https://herald.example/jane", {}},
      {"J. R. R. Writerson", {"J. R. R. Writerson"}},
      {"Martin Luther Kingsley Jr.", {"Martin Luther Kingsley Jr."}},
      {"Jane Doe, Jane Doe", {"Jane Doe"}},
      {"Ludwig van der Berg", {"Ludwig van der Berg"}},
      {"Jean-Luc O'Neil", {"Jean-Luc O'Neil"}},
      {"De Jong", {"De Jong"}},
      {"Di Maio", {"Di Maio"}},
      {"Written by: Jane Doe", {"Jane Doe"}},
      {"our transport desk", {}},
      {"By our shipping correspondent", {}},
      {"Jane Doe MS, RDN", {"Jane Doe"}},
      {"Jack Ma", {"Jack Ma"}},
      {"ANNE MARIE MA", {"Anne Marie Ma"}},
      {"Jane Doe, Head of Reality Labs", {"Jane Doe"}},
      {"Jane Doe, Officer and Head of Reality Labs", {"Jane Doe"}},
      {"Newsroom", {}},
      {"Redaktion", {}},
      {"Reuters", {}},
      {"Jane Doe, Reuters", {"Jane Doe"}},
      {"admin", {}},
      {"", {}},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(author_names(c.text, BylineOrigin::Visible, {}), c.want) << c.text;
  }
}

TEST(Byline, FieldsForAuthorsMayHoldOneWord) {
  EXPECT_EQ(author_names("Zelig", BylineOrigin::Structured, {}), Names{"Zelig"});
  EXPECT_EQ(author_names("Zelig", BylineOrigin::Visible, {}), Names{});
}

TEST(Byline, TheOutletIsNoAuthor) {
  const Outlet outlet{"pennine-echo.example", "The Pennine Echo"};
  EXPECT_EQ(author_names("Pennine Echo staff", BylineOrigin::Structured, outlet), Names{});
  EXPECT_EQ(author_names("The Pennine Echo", BylineOrigin::Structured, outlet), Names{});
  EXPECT_EQ(author_names("Pennine Echo and Jane Doe", BylineOrigin::Structured, outlet),
            Names{"Jane Doe"});
}

TEST(Byline, BeginsAsBylinesDo) {
  for (const std::string_view line :
       {"By Jane Doe", "Von Karin Muster", "Texte : Luc Martin", "Автор: Анна Петрова"}) {
    EXPECT_TRUE(begins_as_byline(line)) << line;
  }
  for (const std::string_view line :
       {"Byways reopen", "By noon the square was full", "Jane Doe", "Von allem etwas", ""}) {
    EXPECT_FALSE(begins_as_byline(line)) << line;
  }
}

}  // namespace
}  // namespace pressmark::indexer
