#include "indexer/extract/authors/byline.h"

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
      {"By Jane Doe jane.doe@herald.example", {"Jane Doe"}},
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

TEST(Byline, SmallWordsOfNamesStay) {
  const Case kCases[] = {
      {"Maria da Silva", {"Maria da Silva"}},
      {"João da Costa e Silva", {"João da Costa e Silva"}},
      {"José Carlos da Silva", {"José Carlos da Silva"}},
      {"Leonardo da Vinci", {"Leonardo da Vinci"}},
      {"José Ortega i Gasset", {"José Ortega i Gasset"}},
      {"Antoni Gaudí i Cornet", {"Antoni Gaudí i Cornet"}},
      {"Antonio Machado y Ruiz", {"Antonio Machado y Ruiz"}},
      {"Por João da Silva e Maria dos Santos", {"João da Silva", "Maria dos Santos"}},
      {"Ana Souza e EFE", {"Ana Souza"}},
      {"Sophie in 't Veld", {"Sophie in 't Veld"}},
      {"Jan de Boer and Ludwig van der Berg", {"Jan de Boer", "Ludwig van der Berg"}},
      {"Jane Doe and de Boer", {"Jane Doe", "de Boer"}},
      {"Juan Pérez en Madrid", {"Juan Pérez"}},
      {"Anna Rossi a Roma", {"Anna Rossi"}},
      {"Dan Brown", {"Dan Brown"}},
      {"By Dan Balz", {"Dan Balz"}},
      {"Si Newhouse", {"Si Newhouse"}},
      {"Con Coughlin and Es Devlin", {"Con Coughlin", "Es Devlin"}},
      {"BY DAN BALZ", {"Dan Balz"}},
      {"Jane Doe And John Roe", {"Jane Doe", "John Roe"}},
      {"Siti Aminah dan Budi Santoso", {"Siti Aminah", "Budi Santoso"}},
      {"Jane Doe, Srinivasan Jain and Sridhar Rao", {"Jane Doe", "Srinivasan Jain", "Sridhar Rao"}},
      {"Ana Petrović, Srđan Jovanović", {"Ana Petrović", "Srđan Jovanović"}},
      {"Jane Doe, Jr., John Roe III", {"Jane Doe Jr.", "John Roe III"}},
      {"Jane Doe, MD, PhD", {"Jane Doe"}},
      {"Jane Doe with additional reporting by Bob Poe", {"Jane Doe"}},
      {"Photos by Bob Poe, text by Jane Doe", {"Bob Poe", "Jane Doe"}},
  };
  for (const Case& c : kCases) {
    for (const BylineOrigin origin : {BylineOrigin::Structured, BylineOrigin::Visible})
      EXPECT_EQ(author_names(c.text, origin, {}), c.want) << c.text;
  }
}

TEST(Byline, TheLanguageTellsParticlesFromPrepositions) {
  const auto names = [](std::string_view line, std::string_view language) {
    return author_names(line, BylineOrigin::Structured, {}, language);
  };
  EXPECT_EQ(names("Anna Rossi da Bruxelles", "it-IT"), Names{"Anna Rossi"});
  EXPECT_EQ(names("Ana Maria da Silva", "pt-BR"), Names{"Ana Maria da Silva"});
  EXPECT_EQ(names("Kari Nordmann i Oslo", "nb"), Names{"Kari Nordmann"});
}

TEST(Byline, NamesInCapitalsAreWrittenAsPeopleWriteThem) {
  struct Shouted {
    std::string_view text, language, want;
  };
  constexpr Shouted kCases[] = {
      {"ALİ YILMAZ", "", "Ali Yılmaz"},        {"İBRAHİM ÇELİK", "de", "İbrahim Çelik"},
      {"EMRE YILMAZ", "tr-TR", "Emre Yılmaz"}, {"CONOR O'BRIEN", "en", "Conor O'Brien"},
      {"CONOR O’BRIEN", "", "Conor O’Brien"},  {"JANE MCDONALD", "en", "Jane McDonald"},
      {"IRIS D'ANGELO", "", "Iris D'Angelo"},  {"IRIS PIQUE'", "", "Iris Pique'"},
  };
  for (const Shouted& c : kCases) {
    EXPECT_EQ(author_names(c.text, BylineOrigin::Visible, {}, c.language),
              Names{std::string(c.want)})
        << c.text;
  }
}

TEST(Byline, PeopleInScriptsWithoutCapitals) {
  const Case kCases[] = {
      {"记者 王小明 李华", {"王小明", "李华"}},
      {"记者 王小明 通讯员 李华", {"王小明", "李华"}},
      {"本报记者 王小明 报道", {"王小明"}},
      {"王小明、李华", {"王小明", "李华"}},
      {"홍길동 기자, 이영희 특파원", {"홍길동", "이영희"}},
      {"홍길동 이영희 기자", {"홍길동", "이영희"}},
      {"김 철수", {"김 철수"}},
      {"山田 太郎", {"山田 太郎"}},
      {"山田太郎 佐藤花子", {"山田太郎", "佐藤花子"}},
      {"文・山田太郎　写真・鈴木花子", {"山田太郎", "鈴木花子"}},
      {"ジョン・スミス", {"ジョン・スミス"}},
      {"محمد أحمد وسارة علي", {"محمد أحمد", "سارة علي"}},
      {"محمد أحمد وليد حسن", {"محمد أحمد وليد حسن"}},
  };
  for (const Case& c : kCases) {
    for (const BylineOrigin origin : {BylineOrigin::Structured, BylineOrigin::Visible})
      EXPECT_EQ(author_names(c.text, origin, {}), c.want) << c.text;
  }
  EXPECT_EQ(author_names("高橋 林太", BylineOrigin::Visible, {}, "ja"), Names{"高橋 林太"});
}

TEST(Byline, PapersAndPlacesStandBesideTheNamesOfEastAsia) {
  const auto names = [](std::string_view line, std::string_view language) {
    return author_names(line, BylineOrigin::Visible, {}, language);
  };
  EXPECT_EQ(names("가람=선우민 기자", "ko"), Names{"선우민"});
  EXPECT_EQ(names("青報 記者 王小茉 ／青潭即時報導", "zh-Hant"), Names{"王小茉"});
  EXPECT_EQ(names("記者王小茉／綜合報導", "zh-TW"), Names{"王小茉"});
  EXPECT_EQ(names("王小明 记者", "zh"), Names{"王小明"});
  EXPECT_EQ(names("山田太郎 記者", "ja"), Names{"山田太郎"});
}

TEST(Byline, FieldsForAuthorsMayHoldOneWord) {
  EXPECT_EQ(author_names("Zelig", BylineOrigin::Structured, {}), Names{"Zelig"});
  EXPECT_EQ(author_names("Zelig", BylineOrigin::Visible, {}), Names{});
  EXPECT_EQ(author_names("COAST.EXAMPLE", BylineOrigin::Structured, {}), Names{});
  EXPECT_EQ(author_names("Jane Doe, Berlin", BylineOrigin::Structured, {}), Names{"Jane Doe"});
  EXPECT_EQ(author_names("Jane Doe and Zelig", BylineOrigin::Structured, {}),
            (Names{"Jane Doe", "Zelig"}));
}

TEST(Byline, FieldsForAuthorsMayPutTheSurnameFirst) {
  const Case kCases[] = {
      {"Doe, Jane", {"Jane Doe"}},
      {"Doe, Jane; Roe, John", {"Jane Doe", "John Roe"}},
      {"van der Berg, Ludwig", {"Ludwig van der Berg"}},
      {"Doe, Jane Q.", {"Jane Q. Doe"}},
      {"Reuters, Jane", {}},
      {"Jane Doe, John Roe", {"Jane Doe", "John Roe"}},
      {"Madonna, Editor", {"Madonna"}},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(author_names(c.text, BylineOrigin::Structured, {}), c.want) << c.text;
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

TEST(Byline, TheOutletBehindANameIsNotOfIt) {
  const Outlet echo{"", "Moor Echo"};
  using Names = std::vector<std::string>;
  EXPECT_EQ(author_names("Jane Doe ME", BylineOrigin::Structured, echo), Names{"Jane Doe"});
  EXPECT_EQ(author_names("Jane Doe Echo Staff Writer", BylineOrigin::Structured, echo),
            Names{"Jane Doe"});
  EXPECT_EQ(author_names("Gulf Shipping Day staff", BylineOrigin::Structured,
                         Outlet{"", "Gulf Shipping Day"}),
            Names{});
  EXPECT_EQ(author_names("Mary Ann Echo", BylineOrigin::Structured, echo), Names{"Mary Ann Echo"});
  EXPECT_EQ(author_names("JANE DOE ME", BylineOrigin::Structured, echo), Names{"Jane Doe Me"});
}

TEST(Byline, AReporterOfAnOutletOpensOne) {
  EXPECT_EQ(author_names("本报记者 王小明 李华", BylineOrigin::Visible, {}, "zh"),
            (std::vector<std::string>{"王小明", "李华"}));
  EXPECT_EQ(author_names("记者王小明、李华", BylineOrigin::Visible, {}, "zh"),
            (std::vector<std::string>{"王小明", "李华"}));
  EXPECT_TRUE(begins_as_byline("青溪社记者 王小明"));
}

TEST(Byline, WhatIsWrittenOtherwiseBehindCapitalsIsNoName) {
  const Case kCases[] = {
      {"By JANE DOE Moor Press", {"Jane Doe"}},
      {"By Jane Doe and JOHN ROE Moor Press", {"Jane Doe", "John Roe"}},
      {"JANE DOE | Moor Press", {"Jane Doe"}},
      {"By JANE DOE and A. ROE", {"Jane Doe", "A. ROE"}},
      {"By JANE DOE, MARY POE and John Roe", {"Jane Doe", "Mary Poe", "John Roe"}},
      {"By JANE DOE and DAN McROE", {"Jane Doe", "DAN McROE"}},
      {"By JANE DOE and JOHN Q. PUBLIC | Moor Press", {"Jane Doe", "John Q. Public"}},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(author_names(c.text, BylineOrigin::Visible, {}, "en"), c.want) << c.text;
}

TEST(Byline, WhoEditedDidNotWrite) {
  const Case kCases[] = {
      {"Written by Jane Doe | Edited by Bob Poe", {"Jane Doe"}},
      {"Written by | Jane Doe | Edited by | Bob Poe", {"Jane Doe"}},
      {"By Jane Doe; edited by Bob Poe; text by Mary Roe", {"Jane Doe", "Mary Roe"}},
      {"Edited by Bob Poe", {"Bob Poe"}},
      {"By Jane Doe; Editing by Bob Poe", {"Jane Doe"}},
      {"Von Jane Doe, bearbeitet von Bob Poe", {"Jane Doe"}},
      {"Jane Doe | Editado por Bob Poe", {"Jane Doe"}},
      {"记者：王小明 责编：李静 作者：陈小红", {"王小明", "陈小红"}},
      {"王小明、编辑：李静", {"王小明"}},
      {"编辑：李静", {"李静"}},
      {"文/编辑：王小明", {"王小明"}},
      {"撰文、编辑：王小明", {"王小明"}},
      {"Super User", {}},
      {"기자명 홍길동 기자", {"홍길동"}},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(author_names(c.text, BylineOrigin::Visible, {}, "en"), c.want) << c.text;
}

}  // namespace
}  // namespace pressmark::indexer
