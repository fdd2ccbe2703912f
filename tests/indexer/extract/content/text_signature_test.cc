#include "indexer/extract/content/text_signature.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

using Names = std::vector<std::string>;

Names signers(std::string_view begin, std::string_view end) {
  std::string html = "<div><h1>Weir</h1><p>" + std::string(begin) +
                     "The weir of Alderby is open again, eleven years after the flood took its "
                     "gates and half of the bridge.</p><p>The mayor walked over it first, with a "
                     "dog and a lamp; the town followed, and nobody fell in.</p>" +
                     std::string(end) + "</div><div><b>Read More</b></div>";
  const Page page = parse_page(html);
  const auto content = find_content(page, {"Weir", "", ""});
  if (!content) return {};
  const Outlet outlet{"", "Moor Echo"};
  const Names reporters = reporters_in_text(content->text, outlet, "");
  return reporters.empty() ? name_behind_text(page, *content, outlet, "") : reporters;
}

TEST(TextSignature, StandsInBracketsWithAWordOfTheTrade) {
  EXPECT_EQ(signers("本报讯（记者 王小明 李华）", ""), (Names{"王小明", "李华"}));
  EXPECT_EQ(signers("[한강 홍길동 기자] ", ""), Names{"홍길동"});
  EXPECT_EQ(signers("(봉산=하늘통신) 홍길동 기자 = ", ""), Names{"홍길동"});
  EXPECT_EQ(signers("（老城区）", ""), Names{});
  EXPECT_EQ(signers("(Alderby) ", ""), Names{});
}

TEST(TextSignature, StandsAloneBehindTheText) {
  EXPECT_EQ(signers("", "<p align=right><b>Jane Doe</b></p>"), Names{"Jane Doe"});
  EXPECT_EQ(signers("", "<br><i>Сергей ДРОНОВ.</i>"), Names{"Сергей ДРОНОВ"});
  EXPECT_EQ(signers("", "<p>Jane Doe</p>"), Names{}) << "nothing sets it apart";
  EXPECT_EQ(signers("", "<p><b><a href=/x>Jane Doe</a></b></p>"), Names{});
  EXPECT_EQ(signers("", "<p><b>The weir in pictures</b></p>"), Names{});
  EXPECT_EQ(signers("", "<p><b>Moor Echo</b></p>"), Names{});
  EXPECT_EQ(signers("", ""), Names{}) << "outside the text's element";
}

}  // namespace
}  // namespace pressmark::indexer
