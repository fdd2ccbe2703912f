#include "indexer/enrich/languages/arabic_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(ArabicNames, Persons) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"افتتح الوزير يوسف البنهاوي الميناء.", "يوسف البنهاوي"},
      {"وقال محمود الزهيري إن السفن عادت.", "محمود الزهيري"},
      {"التقى المحافظ عبد الحميد الزهيري بالصيادين.", "عبد الحميد الزهيري"},
      {"جاءت رسالة لفاطمة الزهيري من أهلها.", "فاطمة الزهيري"},
      {"حضر المهندس سعيد الزهيري، وغادر مسرعا.", "سعيد الزهيري"},
      {"كتب نور الدين البنهاوي الرواية.", "نور الدين البنهاوي"},
      {"زار الأمير تركي بن يوسف المدرسة.", "تركي بن يوسف"},
      {"قال سعد الحريري إن السفن عادت.", "سعد الحريري"},
      {"غادر عمر البشير أمس.", "عمر البشير"},
  };
  for (const auto& [text, want] : cases)
    EXPECT_THAT(found_persons("ar", text), ElementsAre(want)) << text;
}

TEST(ArabicNames, TheSurnameAloneIsThePersonNamedInFull) {
  const std::string_view text =
      "قال الوزير يوسف البنهاوي إنه متفائل. وللبنهاوي كتاب. والبنهاوي بحار.";
  EXPECT_THAT(found_persons("ar", text), ElementsAre("يوسف البنهاوي"));
  EXPECT_EQ(arabic_names(text).size(), 2U);
}

TEST(ArabicNames, NoPersonsAre) {
  for (const std::string_view text : {"كان كريم الطباع سعيد الحظ.", "أمل السكان في سلام دائم.",
                                      "شارع محمد علي مغلق اليوم.", "على أحمد أن يعود."})
    EXPECT_THAT(found_persons("ar", text), IsEmpty()) << text;
}

TEST(ArabicNames, NoSurnameIsACountryOrBeginsWithAParticle) {
  for (const std::string_view text :
       {"انتقل اللاعب محمد لمصر بعد المباراة.", "سافر الوزير أحمد لفرنسا أمس.",
        "وصل الرئيس محمد بتركيا.", "قال كريم لوكالة الأنباء.", "عاد خالد وأفرج عنه."})
    EXPECT_THAT(found_persons("ar", text), IsEmpty()) << text;
}

TEST(ArabicNames, AGivenNameThatIsAWordWantsATitleOrAKnownSurname) {
  for (const std::string_view text :
       {"توفي الفنان عن عمر ناهز 80 عاما.", "خليفة محتمل للمدرب.", "أشرف خبراء على العمل.",
        "أكد علي ضرورة السلام.", "أكد الوزير علي ضرورة الحوار."})
    EXPECT_THAT(found_persons("ar", text), IsEmpty()) << text;
}

TEST(ArabicNames, TheSurnameAloneIsTheNearestInFront) {
  const std::string_view text =
      "قال الوزير يوسف البنهاوي إنه متفائل. وقال البنهاوي إن السفن عادت. "
      "جاءت السيدة فاطمة البنهاوي.";
  const auto names = arabic_names(text);
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[1].name, "يوسف البنهاوي");
}

TEST(ArabicNames, BodiesWithoutTheirParticles) {
  EXPECT_THAT(found_bodies("ar", "قرار للأمم المتحدة وبيان وزارة الصحة وموقف حركة حماس."),
              UnorderedElementsAre("الأمم المتحدة", "وزارة الصحة", "حماس"));
}

TEST(PersianNames, Persons) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"بهرام دریاباری، ناخدای کشتی، برگشت.", "بهرام دریاباری"},
      {"علی‌اکبر دریاباری گفت هوا خوب است.",
       "علی‌اکبر دریاباری"},
      {"دکتر نسرین فانوسی کتاب تازه‌ای نوشت.", "نسرین فانوسی"},
      {"مریم قایق‌نژاد برنده شد.", "مریم قایق‌نژاد"},
  };
  for (const auto& [text, want] : cases)
    EXPECT_THAT(found_persons("fa", text), ElementsAre(want)) << text;
  EXPECT_THAT(found_persons("fa", "امید مردم به باران است و بهار نزدیک."), IsEmpty());
}

TEST(PersianNames, NoPersonsAre) {
  for (const std::string_view text :
       {"ریزش بهمن جاده را بست.", "شب یلدا مبارک باد.", "بوی نرگس شیراز آمد."})
    EXPECT_THAT(found_persons("fa", text), IsEmpty()) << text;
}

TEST(PersianNames, Bodies) {
  EXPECT_THAT(found_bodies("fa", "سازمان ملل و وزارت بهداشت هشدار دادند."),
              UnorderedElementsAre("سازمان ملل", "وزارت بهداشت"));
}

}  // namespace
}  // namespace pressmark::indexer
