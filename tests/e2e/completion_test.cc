// What shells are offered for the values of an archive.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"

namespace pressmark::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

RunResult offered(std::vector<std::string> words) {
  words.insert(words.begin(),
               {program("pressmark-search"), "--complete", "--db", sample_archive("default")});
  return run(words);
}

TEST(Completion, OffersTheValuesThatTheArchiveHolds) {
  EXPECT_THAT(offered({"country:u"}).out, HasSubstr("country:us\tUnited States, "));
  EXPECT_THAT(offered({"country:u"}).out, Not(HasSubstr("country:gb")));
  EXPECT_THAT(offered({"country:portu"}).out, StartsWith("country:pt\tPortugal, "));
  EXPECT_THAT(offered({"--country", "fr,portu"}).out, StartsWith("fr,pt\t"));
  EXPECT_THAT(offered({"-source:the"}).out, HasSubstr("-source:theguardian.com\t1 article\n"));
  EXPECT_THAT(offered({"person:vladimir"}).out, HasSubstr("person:\"vladimir putin\"\t"));
  EXPECT_THAT(offered({"--person", "vladimir"}).out, HasSubstr("vladimir putin\t"));
  EXPECT_THAT(offered({"--where", "lang=e"}).out, HasSubstr("lang=en\tEnglish, "));
  EXPECT_THAT(offered({"title:f"}).out, IsEmpty());
}

TEST(Completion, SaysWhatIsWrongOnlyBesideTheOffer) {
  const RunResult result =
      run({program("pressmark-search"), "--complete", "--db", "/nonexistent", "country:u"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr("no archive"));
}

}  // namespace
}  // namespace pressmark::test
