#include "searcher/receipt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/hash.h"

namespace pressmark::searcher {
namespace {

using namespace std::chrono;

Receipt sample() {
  return {"gas date:7d",
          {"country:ua", "person=Ann Mill"},
          Match::All,
          "gas country:UA date:2022-09-01..2022-09-07",
          2022y / 9 / 7,
          "pressmark-search 0.1.0",
          12,
          {{"anzz7exl5atvi", "00ff"}, {"goc3ahcrzhrgh", "11ee"}, {"k3f9qaaaaaaaa", ""}}};
}

TEST(Receipt, IsReadBackAsItWasWritten) {
  EXPECT_EQ(decode_receipt(encode(sample()), "r"), sample());
  Receipt empty = sample();
  empty.articles.clear();
  empty.where.clear();
  empty.match = Match::Any;
  EXPECT_EQ(decode_receipt(encode(empty), "r"), empty);
}

TEST(Receipt, KeepsTheDayInUtcWhereItIsAnother) {
  Receipt late = sample();
  EXPECT_THAT(encode(late), ::testing::Not(::testing::HasSubstr("asked-utc")));
  late.asked_utc = 2022y / 9 / 6;
  EXPECT_EQ(decode_receipt(encode(late), "r"), late);
}

TEST(Receipt, RefusesWhatWasChangedOrCut) {
  const std::string text = encode(sample());
  std::string changed = text;
  changed.replace(changed.find("00ff"), 4, "00fe");
  std::string older = text.substr(0, text.rfind("sum: "));  // whose digests were of another kind
  older.erase(older.find("sha256:"), 7);
  older += "sum: " + hash128_hex(older) + "\n";
  for (const std::string& wrong :
       {changed, older, text.substr(0, text.size() / 2), std::string(), std::string("x")})
    EXPECT_THROW(decode_receipt(wrong, "r"), Error) << wrong;
}

TEST(Receipt, TellsWhatCameWentAndChanged) {
  const Receipt then = sample();
  Receipt now = then;
  EXPECT_TRUE(differences(then, now).empty());
  now.articles.erase("anzz7exl5atvi");
  now.articles["goc3ahcrzhrgh"] = "22dd";
  now.articles["zzzzz"] = "1";
  EXPECT_THAT(differences(then, now),
              ::testing::ElementsAre("- anzz7exl5atvi", "~ goc3ahcrzhrgh", "+ zzzzz"));
}

TEST(Receipt, SaysWhichOfItsLinesIsMissing) {
  const std::string text = encode(sample());
  const std::string body = text.substr(0, text.rfind("sum: "));
  const auto complaint = [](std::string lines) {
    lines += "sum: " + hash128_hex(lines) + "\n";
    try {
      decode_receipt(lines, "r");
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::Usage);
      return std::string(error.what());
    }
    return std::string("none");
  };
  EXPECT_EQ(complaint(body), "none");
  for (const char* name : {"query", "match", "understood", "asked", "program", "revision"}) {
    const auto at = body.find("\n" + std::string(name) + ": ") + 1;
    const std::string without = body.substr(0, at) + body.substr(body.find('\n', at) + 1);
    EXPECT_NE(complaint(without).find("it has no " + std::string(name)), std::string::npos) << name;
    EXPECT_NE(complaint(body.substr(0, at - 1)).find("it is cut"), std::string::npos) << name;
  }
  std::string late = body;
  late.replace(late.find("asked: 2022-09-07"), 17, "asked: 2022-09-31");
  EXPECT_NE(complaint(late).find("its day cannot be read"), std::string::npos);
  EXPECT_NE(complaint(body + "articles: x\n").find("it has no article"), std::string::npos);
  EXPECT_NE(complaint(body + "article: k3f9q\n").find("no sha256"), std::string::npos);
  EXPECT_EQ(complaint(body + "\nwhatever stands behind a blank line\n"), "none");
  EXPECT_NE(complaint("pressmark receipt 1").find("r is no receipt"), std::string::npos);
  EXPECT_THROW(read_receipt("/nowhere/receipt"), Error);
}

}  // namespace
}  // namespace pressmark::searcher
