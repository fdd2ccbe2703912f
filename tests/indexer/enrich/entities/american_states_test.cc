#include "indexer/enrich/entities/american_states.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

/// The state that the part in brackets stands for.
std::string state(std::string_view marked) {
  const std::size_t open = marked.find('['), close = marked.find(']');
  std::string text(marked.substr(0, open));
  text += marked.substr(open + 1, close - open - 1);
  text += marked.substr(close + 1);
  return std::string(state_behind_town(text, open, close - 1));
}

TEST(AmericanStates, StandShortBehindATown) {
  EXPECT_EQ(state("A fire in Fresno, [Calif], burned."), "California");
  EXPECT_EQ(state("A fire in Fresno, [Calif.], burned."), "California");
  EXPECT_EQ(state("He fled to Augusta, [Ga]., on Friday."), "Georgia");
  EXPECT_EQ(state("She left Camden, [N.J.] for good."), "New Jersey");
  EXPECT_EQ(state("The mine at Beckley, [W.Va]., is shut."), "West Virginia");
  EXPECT_EQ(state("The dam near Spokane, [Wash]., holds."), "Washington State");
  EXPECT_EQ(state("He was born in Camden, [Tenn]. The rest is known."), "Tennessee");
  EXPECT_EQ(state("He was born in Augusta, [Ga]. but left."), "Georgia");
  EXPECT_EQ(state("The mill (at Salem, [Va].) is shut."), "Virginia");
  EXPECT_EQ(state("At Salem, [Va.] \u2014 a small town \u2014 it rained."), "Virginia");
}

TEST(AmericanStates, ElseTheyAreOtherThings) {
  const std::string_view texts[] = {
      "Larry, [Mo], and Bob left.",
      "Bob, [Del] and Art sang.",
      "Ann Moe, [M.D.], wrote it.",
      "From Reno, [L.A.] is far.",
      "The firm, once in Perth, [WA], moved.",
      "She lives in Como, [CO], now.",
      "The Ill and the [Ill] meet.",
      "After the rain, [Mass.] was long.",
      "In Milan, [La] Scala waits.",
      "He asked [Calif].",
      "In 1990, [Miss]. Moe sang.",
      "Near Boston, [Lincs]., it rained.",
      "They left, [Va], for home.",
      "On Monday, [Wash]. was closed.",
      "In August, [Penn]., a painter, left.",
      "In Cannes, [Penn], who directs, slept.",
      "With Ines, [Mont], a singer, came.",
      "At the fair in Narvik, [Wash] - a singer - won.",
      "She called Olav, [Del]. Then they ate.",
      "First came Astrid, [Ark.] Bo was last.",
  };
  for (const std::string_view text : texts) EXPECT_EQ(state(text), "") << text;
}

TEST(AmericanStates, TagsOfParties) {
  for (const std::string_view tag :
       {"D-Vt", "R-Texas", "I-ME", "D-N.Y.", "R-W.Va.", "D-Ohio", "R-South Dakota", "D\u2013Calif"})
    EXPECT_TRUE(is_party_tag(tag)) << tag;
  for (const std::string_view other : {"D-Day", "D-Wave", "R-Tamsel", "I-beam", "D-", "B-Vt", "R-1",
                                       "D-Mark", "I-Ching", "D-Backs", "R-Tools Inc", "Vt", "DVt"})
    EXPECT_FALSE(is_party_tag(other)) << other;
}

}  // namespace
}  // namespace pressmark::indexer
