#include "indexer/enrich/languages/slavic_names.h"

#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(SlavicNames, AnyCaseIsTheNominative) {
  struct Case {
    std::string_view language, text, want;
  };
  const Case cases[] = {
      {"ru", "Вечером Сергей Вершинин вернулся домой.", "Сергей Вершинин"},
      {"ru", "Без Сергея Вершинина заседание не начали.", "Сергей Вершинин"},
      {"ru", "Письмо вручили Сергею Вершинину лично.", "Сергей Вершинин"},
      {"ru", "Спор с Сергеем Вершининым ничем не кончился.", "Сергей Вершинин"},
      {"ru", "В фильме о Сергее Вершинине снялись соседи.", "Сергей Вершинин"},
      {"ru", "Дочь видела Игоря Заречного на вокзале.", "Игорь Заречный"},
      {"ru", "Картину купили у Павла Лужского.", "Павел Лужский"},
      {"ru", "Мост назвали в честь Льва Простого.", "Лев Простой"},
      {"ru", "Вместе с Ильёй ждали Илью Коваля.", "Илья Коваль"},
      {"ru", "Приз достался Анне Вершининой из Твери.", "Анна Вершинина"},
      {"ru", "В зале узнали Марию Лужскую.", "Мария Лужская"},
      {"ru", "О Наталье Коваль написали дважды.", "Наталья Коваль"},
      {"ru", "Совет выбрал Александра Лужского.", "Александр Лужский"},
      {"ru", "Александра Лужская выбрала совет.", "Александра Лужская"},
      {"ru", "Евгения Коваль поёт.", "Евгения Коваль"},
      {"ru", "Поют Евгения Марта.", "Евгений Март"},
      {"ru", "Анна Петровна Вершинина открыла музей.", "Анна Вершинина"},
      {"ru", "Суд выслушал Ивана Сухово-Лужского.", "Иван Сухово-Лужский"},
      {"ru", "Речь Урсулы фон дер Траун длилась час.", "Урсула фон дер Траун"},
      {"uk", "Лист передали Андрієві Гнатюку.", "Андрій Гнатюк"},
      {"uk", "Без Петра Морозенка збори не почали.", "Петро Морозенко"},
      {"uk", "Розмова з Ігорем Заріцьким тривала годину.", "Ігор Заріцький"},
      {"uk", "Премію вручили Олені Заріцькій.", "Олена Заріцька"},
      {"uk", "Денису Грабалю доручили мости.", "Денис Грабаль"},
      {"bg", "Според Румен Тошков пътят е готов.", "Румен Тошков"},
      {"mk", "Градоначалникот Стево Лозаноски поднесе оставка.", "Стево Лозаноски"},
      {"sr", "Разговор са Милорадом Топићем трајао је дуго.", "Милорад Топић"},
      {"sr", "Награду је добила Ана Топић.", "Ана Топић"},
      {"sr", "Без Александра Топића нема седнице.", "Александар Топић"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_persons(each.language, each.text), ElementsAre(each.want)) << each.text;
}

TEST(SlavicNames, TheSurnameAloneIsThePersonNamedInFull) {
  EXPECT_THAT(found_persons("ru",
                            "Сергей Вершинин уехал. Вершинину звонили, но с Вершининым не "
                            "говорил никто, кроме Анны Коваль."),
              ElementsAre("Сергей Вершинин", "Анна Коваль"));
}

TEST(SlavicNames, OneFormOfSeveralCasesIsOnePerson) {
  EXPECT_THAT(found_persons("ru",
                            "Книга Марии Лужской вышла. С Марией Лужской спорили, "
                            "о Марии Лужской писали."),
              ElementsAre("Мария Лужская"));
}

TEST(SlavicNames, AGivenNameOfTwoReadingsGoesBySurnameAndArticle) {
  struct Case {
    std::string_view text, want;
  };
  const Case cases[] = {
      {"Евгений Вершинин пропал. Евгения Вершинина видели в порту.", "Евгений Вершинин"},
      {"Евгения Вершинина запела. Вершининой хлопали.", "Евгения Вершинина"},
      {"Ангеле Траун подарили часы.", "Ангела Траун"},
      {"Валентине Коваленко подарили часы.", "Валентина Коваленко"},
      {"Александре Вершининой подарили часы.", "Александра Вершинина"},
  };
  for (const Case& each : cases)
    EXPECT_THAT(found_persons("ru", each.text), ElementsAre(each.want)) << each.text;
  // Nobody can tell whether a woman is the subject or a man the object.
  EXPECT_THAT(found_persons("ru", "Евгения Вершинина видели."), IsEmpty());
}

TEST(SlavicNames, ARunOfGivenNamesEndsSomewhere) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "Иван ";
  text += "Ивана Петр Вершинин";
  for (int i = 0; i < 20'000; ++i) text += "-Вершинин";
  for (const Mention& mention : slavic_names(text, "ru")) EXPECT_LT(mention.name.size(), 200U);
}

TEST(SlavicNames, AFormOfTwoCasesIsTheNominative) {
  EXPECT_THAT(found_persons("ru", "Сергея Тойгу не было. Сергею Тойгу позвонили."),
              ElementsAre("Сергей Тойгу"));
}

TEST(SlavicNames, BehindANameWithoutCasesTheArticleTells) {
  EXPECT_THAT(found_persons("ru", "Хосе Маранта ждали до ночи. Марант приехал утром."),
              ElementsAre("Хосе Марант"));
}

TEST(SlavicNames, NoPersonsAre) {
  const std::pair<std::string_view, std::string_view> texts[] = {
      {"ru", "Университет имени Антона Вершинина закрыт."},
      {"ru", "На улице Сергея Вершинина меняют трубы."},
      {"ru", "Роман Толстого переиздали."},
      {"ru", "Вера в чудо и Надежда на лучшее."},
      {"ru", "Министр внутренних дел и президент Южной Кореи молчат."},
      {"uk", "Вулиця Івана Морозенка перекрита."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(found_persons(language, text), IsEmpty()) << text;
}

TEST(SlavicNames, ATownThatIsAGivenNameBeginsNoPerson) {
  EXPECT_THAT(found_persons("ru", "Во Владимире Сергей Вершинин открыл музей."),
              ElementsAre("Сергей Вершинин"));
}

TEST(SlavicNames, Bodies) {
  EXPECT_THAT(found_bodies("ru",
                           "Компания «Северный ветер» и авиакомпания «Чайка» ждут решения "
                           "Госдумы, в ООН обеспокоены. Фильм «Снег» снят давно."),
              UnorderedElementsAre("Северный ветер", "Чайка", "Госдума", "ООН"));
  EXPECT_THAT(found_bodies("uk", "Газета «Ранок» пише про НАТО."),
              UnorderedElementsAre("Ранок", "НАТО"));
  EXPECT_THAT(found_bodies("bg", "Вестник „Утро“ и партия „Наш път“ спорят."),
              UnorderedElementsAre("Утро", "Наш път"));
}

TEST(SlavicNames, NamesInOtherLettersStay) {
  const std::string_view text = "Сергей Вершинин купил акции Apple и уехал в Казахстан.";
  EXPECT_THAT(found_persons("ru", text), ElementsAre("Сергей Вершинин"));
  EXPECT_THAT(found_names("ru", text, EntityType::Place), ElementsAre("Казахстан"));
}

TEST(SlavicNames, MentionsPointIntoTheTextBehindTheHeadline) {
  static const Recognizer kRecognizer;
  const std::string_view text = "Вершинину ответили.";
  const auto mentions = kRecognizer.recognize("Сергей Вершинин спросил", text, "ru", nullptr);
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(text.substr(mentions[0].begin, mentions[0].end - mentions[0].begin), "Вершинину");
  EXPECT_EQ(mentions[0].name, "Вершинин");
}

}  // namespace
}  // namespace pressmark::indexer
