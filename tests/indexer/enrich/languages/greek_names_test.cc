#include "indexer/enrich/languages/greek_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/enrich/found_names.h"

namespace pressmark::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(GreekNames, AnyCaseIsTheNominative) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Ο Νίκος Βαρδάκης έφτασε.", "Νίκος Βαρδάκης"},
      {"Το σπίτι του Νίκου Βαρδάκη κάηκε.", "Νίκος Βαρδάκης"},
      {"Είδαν τον Νίκο Βαρδάκη στο λιμάνι.", "Νίκος Βαρδάκης"},
      {"Η βάρκα του Γιώργου Λαμπρινόπουλου βυθίστηκε.", "Γιώργος Λαμπρινόπουλος"},
      {"Κάλεσαν τον Γιώργο Λαμπρινόπουλο.", "Γιώργος Λαμπρινόπουλος"},
      {"Μίλησε με τον Ανδρέα Φωτεινό.", "Ανδρέας Φωτεινός"},
      {"Το έργο του Πέτρου Θεοδοσίου ανέβηκε.", "Πέτρος Θεοδοσίου"},
      {"Η δασκάλα Μαρία Βαρδάκη χαμογέλασε.", "Μαρία Βαρδάκη"},
      {"Το βιβλίο της Μαρίας Λαμπρινοπούλου χάθηκε.", "Μαρία Λαμπρινοπούλου"},
      {"Ρώτησαν την Ελένη Φωτεινού.", "Ελένη Φωτεινού"},
      {"Η Ούρσουλα φον ντερ Βαλντ τηλεφώνησε.", "Ούρσουλα φον ντερ Βαλντ"},
      {"Ο Χανς Βάλντμαν και ο Τζον Κουίλ ήπιαν καφέ.", "Τζον Κουίλ"},
  };
  for (const auto& [text, want] : cases)
    EXPECT_THAT(found_persons("el", text), testing::Contains(want)) << text;
}

TEST(GreekNames, TheSurnameAloneIsThePersonNamedInFull) {
  EXPECT_THAT(found_persons("el", "Ο Νίκος Βαρδάκης έφυγε. Τον Βαρδάκη περίμενε η Άννα Φωτεινού."),
              ElementsAre("Νίκος Βαρδάκης", "Άννα Φωτεινού"));
}

TEST(GreekNames, TheArticleTellsWhatAFormIsOf) {
  EXPECT_THAT(found_persons("el", "Ο λόγος του Σπύρου Δένδρου. Ο Δένδρος έφυγε."),
              ElementsAre("Σπύρος Δένδρος"));
  EXPECT_THAT(found_persons("el", "Ο Γιάννης Κουλόμπο και τον Γιάννη Κουλόμπο."),
              ElementsAre("Γιάννης Κουλόμπο"));
}

TEST(GreekNames, NoPersonsAre) {
  for (const std::string_view text :
       {"Έργα στην οδό Γεωργίου Δενδρινού.", "Γιορτή στην Αγία Μαρίνα Κορωπίου.",
        "Η ζωή στα νησιά. Τον Απρίλιο έβρεξε.", "Την Παρασκευή Απεργία στα μέσα."})
    EXPECT_THAT(found_persons("el", text), IsEmpty()) << text;
}

TEST(GreekNames, NoSurnameIsACountry) {
  for (const std::string_view text :
       {"Η Γεωργία Ουκρανία και άλλες χώρες.", "Ο τυφώνας Έλσα Κούβα έπληξε.",
        "Τα σύνορα της Άννας Ουκρανίας."})
    EXPECT_THAT(found_persons("el", text), IsEmpty()) << text;
}

TEST(GreekNames, AGivenNameThatIsAWordWantsASurnamesEnding) {
  for (const std::string_view text :
       {"Η Αλ Κάιντα απείλησε.", "Το Αλ Τζαζίρα μετέδωσε.", "Η Νίκη Βόλου κέρδισε.",
        "Ο Άρης Λεμεσού έχασε.", "Το σύνθημα Ειρήνη Τώρα ακούστηκε.",
        "Η εφημερίδα Ελευθερία Λαού έκλεισε.", "Στο Σαν Ντιέγκο Καλιφόρνια έβρεξε."})
    EXPECT_THAT(found_persons("el", text), IsEmpty()) << text;
}

TEST(GreekNames, AGivenNameThatIsAWordIsOneInFrontOfASurnamesEnding) {
  EXPECT_THAT(found_persons("el", "Ο Άρης Λαμπρινόπουλος και η Ειρήνη Βαρδάκη."),
              UnorderedElementsAre("Άρης Λαμπρινόπουλος", "Ειρήνη Βαρδάκη"));
}

TEST(GreekNames, TheSurnameAloneIsTheNearestInFront) {
  const auto names = greek_names(
      "Η Άννα Βαρδάκη έφυγε. Ο Νίκος Βαρδάκης έμεινε. Τον Βαρδάκη περίμεναν. "
      "Η Ειρήνη Βαρδάκη ήρθε.");
  ASSERT_EQ(names.size(), 4U);
  EXPECT_EQ(names[2].name, "Νίκος Βαρδάκης");
}

TEST(GreekNames, Bodies) {
  EXPECT_THAT(found_bodies("el",
                           "Το ΝΑΤΟ και η ΕΕ συμφώνησαν. Στελέχη της Νέας Δημοκρατίας και της "
                           "Τράπεζας της Ελλάδος σιωπούν."),
              UnorderedElementsAre("ΝΑΤΟ", "ΕΕ", "Νέα Δημοκρατία", "Τράπεζα της Ελλάδος"));
}

}  // namespace
}  // namespace pressmark::indexer
