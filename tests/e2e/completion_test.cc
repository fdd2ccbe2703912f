// What shells are offered for the values of an archive.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_archive.h"
#include "tests/support/temp_dir.h"

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

/// An archive of one article with tags that a shell or a query would take for more than words.
std::string hostile_archive(const TempDir& dir) {
  const std::string crawl = dir.write(
      "crawl.jsonl",
      R"({"id":"n1","title":"Quay","tags":["a;reboot","a`id`","a$HOME","a>file","a|sh","a»b","a*","a\u001bx","a!!"],)"
      R"("text":"The quay stays closed while the dredger works, said the harbour master."})"
      "\n");
  EXPECT_EQ(run({program("pressmark-index"), "-q", "--db", dir.str("db"), crawl}).exit_code, 0);
  return dir.str("db");
}

// Whatever stood in a crawled page was put on the command line as it was.
TEST(Completion, AValueIsOneWordForTheQueryAndForTheShell) {
  const TempDir dir;
  const std::string archive = hostile_archive(dir);
  const RunResult values =
      run({program("pressmark-search"), "--complete", "--db", archive, "tag:a"});
  EXPECT_THAT(values.out, HasSubstr("tag:\"a;reboot\"\t1 article\n"));
  EXPECT_THAT(values.out, HasSubstr("tag:\"a\\»b\"\t"));
  EXPECT_THAT(values.out, Not(HasSubstr("\x1B")));
  // Each line that bash would insert, read by bash again, is one word that finds the article; in a
  // locale without these letters bash quotes in another way.
  for (const char* locale : {"LC_ALL=C", "LC_ALL=C.UTF-8"}) {
    const RunResult words = run(
        {"/usr/bin/env", locale, "/bin/bash", "--norc", "-c",
         R"(source /usr/share/bash-completion/bash_completion; source "$1"
COMP_WORDS=("$2" --db "$3" tag:a); COMP_CWORD=3; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
_pressmark_search
for line in "${COMPREPLY[@]}"; do
  eval "set -- \"\$1\" \"\$2\" \"\$3\" tag:${line#tag:}"
  [ $# = 4 ] || echo "several words: $line"
  "$2" --no-config --db "$3" --count "$4"
done)",
         "bash", std::string(PRESSMARK_SOURCE_DIR) + "/searcher/completion/pressmark-search.bash",
         program("pressmark-search"), archive});
    EXPECT_EQ(words.out, "1\n1\n1\n1\n1\n1\n1\n1\n") << locale << words.err;
  }
}

TEST(Completion, KnowsTheArchiveOfTheConfiguration) {
  const TempDir home;
  home.write("pressmark/config", "db = " + sample_archive("default") + "\n");
  const auto with_home = [&](std::vector<std::string> words) {
    words.insert(words.begin(),
                 {"/usr/bin/env", "-u", "PRESSMARK_DB", "XDG_CONFIG_HOME=" + home.str(),
                  program("pressmark-search"), "--complete"});
    return run(words).out;
  };
  EXPECT_THAT(with_home({"country:portu"}), StartsWith("country:pt\tPortugal, "));
  EXPECT_THAT(
      with_home({"--db", "tcp://host:1", "--db", sample_archive("default"), "country:portu"}),
      StartsWith("country:pt\tPortugal, "));
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
