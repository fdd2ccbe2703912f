#include "indexer/enrich/languages/hebrew_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(HebrewNames, Persons) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"ראש העיר אליהו סהרוני חנך את הנמל.", "אליהו סהרוני"},
      {"הדייג יצחק מגדלור אמר שהים סוער.", "יצחק מגדלור"},
      {"המכתב נשלח לרבקה סהרוני, והיא ענתה.", "רבקה סהרוני"},
      {"השחקנית גל כהן הגיעה.", "גל כהן"},
      {"שרון מגדלור-כהן פרסמה מחקר.", "שרון מגדלור-כהן"},
      {"יוסף בן מגדל כתב שיר.", "יוסף בן מגדל"},
      {"הנציג מאיר פינקוביץ' נאם.", "מאיר פינקוביץ'"},
  };
  for (const auto& [text, want] : cases)
    EXPECT_THAT(found_persons("he", text), ElementsAre(want)) << text;
}

TEST(HebrewNames, TheSurnameAloneIsThePersonNamedInFull) {
  EXPECT_THAT(found_persons("he", "השר אליהו סהרוני נאם. לסהרוני מחאו כפיים."),
              ElementsAre("אליהו סהרוני"));
}

TEST(HebrewNames, NoPersonsAre) {
  for (const std::string_view text :
       {"אור גדול ושלום בית.", "רחוב משה סהרוני סגור.", "דוד אמר שלום.", "ישראל באירוויזיון."})
    EXPECT_THAT(found_persons("he", text), IsEmpty()) << text;
}

TEST(HebrewNames, NoSurnameIsACountryOrBeginsWithAParticle) {
  for (const std::string_view text :
       {"הקהילה היהודית בגרמניה מונה אלפים.", "מדינה יהודית בנגב.", "דיברו עם אורי בחיפה."})
    EXPECT_THAT(found_persons("he", text), IsEmpty()) << text;
}

TEST(HebrewNames, AGivenNameThatIsAWordWantsATitleOrAKnownSurname) {
  for (const std::string_view text :
       {"הממשלה דנה לגבי קיצוץ בתקציב.", "דיברו איתי נציגים מהעירייה.", "פנו אלי תושבים.",
        "חגי תשרי מתקרבים.", "ממיכל דלק בנמל.", "אסף ראיות במשך חודשים."})
    EXPECT_THAT(found_persons("he", text), IsEmpty()) << text;
}

TEST(HebrewNames, BodiesWithoutTheirParticles) {
  EXPECT_THAT(found_bodies("he", "באו\"ם ובבנק ישראל שתקו; גם צה״ל ומשרד הבריאות."),
              UnorderedElementsAre("האו\"ם", "בנק ישראל", "צה\"ל", "משרד הבריאות"));
}

}  // namespace
}  // namespace pressmark::indexer
