#include "common/tokenizer.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/utf8.h"

namespace pressmark {
namespace {

/// "form@position" of each token, separated by blanks.
std::string tokens_of(std::string_view text) {
  Folder folder;
  Tokenizer tokens(text, folder);
  std::string out;
  while (const auto token = tokens.next()) {
    EXPECT_LE(token->begin, token->end);
    EXPECT_LE(token->end, text.size());
    if (!out.empty()) out += ' ';
    out.append(token->form);
    out += '@';
    out += std::to_string(token->position);
  }
  return out;
}

struct TokensCase {
  std::string_view text;
  std::string_view want;
};

TEST(Tokenizer, CutsAndFoldsWords) {
  const TokensCase cases[] = {
      {"Gas LEAK", "gas@0 leak@1"},
      {"Élections à Kyïv", "elections@0 a@1 kyiv@2"},
      {"Straße Øresund Łódź Ærø", "strasse@0 oresund@1 lodz@2 aero@3"},
      {"l'avion, L’État", "avion@0 etat@1"},
      {"dell'acqua", "acqua@0"},
      {"Putin's Putin’s dogs' don't we're", "putin@0 putin@1 dogs@2 dont@3 we@4"},
      {"O'Brien п'ять", "obrien@0 пять@1"},
      {"U.S. U.K U.S.A.", "us@0 uk@1 usa@2"},
      {"J. K. Rowling", "jk@0 rowling@1"},
      {"Plan B. Then", "plan@0 b@1 then@2"},
      {"1,000 1.000.000 3.5 3,5 1,234.56 1.234,56",
       "1000@0 1000000@1 3.5@2 3.5@3 1234.56@4 1234.56@5"},
      {"３．５％ １，２００億円 １，２３４．５６", "3.5@0 1200@1 億@2 億円@2 円@3 1234.56@4"},
      {"２０２２．８．１４ 10，20", "2022@0 8@1 14@2 10@3 20@4"},
      {"14.8.2022 10:30 2022-08", "14@0 8@1 2022@2 10@3 30@4 2022@5 08@6 202208@5"},
      {"3.5m G7 B-52", "3.5m@0 g7@1 b@2 52@3 b52@2"},
      {"co-operate state-of-the-art", "co@0 operate@1 cooperate@0 state@2 of@3 the@4 art@5"},
      {"Жёлтый Йод Київ", "желтый@0 йод@1 київ@2"},
      {"ΑΘΉΝΑ Αθήνας", "αθηνα@0 αθηνασ@1"},
      {"東京都 です", "東@0 東京@0 京@1 京都@1 都@2 で@3 です@3 す@4"},
      {"ไทย", "ไ@0 ไท@0 ท@1 ทย@1 ย@2"},
      {"iPhone東京", "iphone@0 東@1 東京@1 京@2"},
      {"ﾊﾞﾘ は\u3099", "バ@0 バリ@0 リ@1 ば@2"},
      {"দল দিল", "দল@0 দিল@1"},  // party; gave
      {"કામ ਕਿ ಕೆ കു తెలుగు කු ଓଡ଼ିଆ ދިވެހި", "કામ@0 ਕਿ@1 ಕೆ@2 കു@3 తెలుగు@4 කු@5 ଓଡ଼ିଆ@6 ދިވެހި@7"},
      {"फ़िल्म फिल्म", "फिल्म@0 फिल्म@1"},
      {"שָׁלוֹם", "שלום@0"},
      {"کتاب‌ها كتاب‌ها یک يك على",
       "كتاب@0 ها@1 كتابها@0 كتاب@2 ها@3 كتابها@2 يك@4 يك@5 على@6"},
      {"צה\"ל צה״ל צה”ל מנכ\"לית ח'אן", "צהל@0 צהל@1 צהל@2 מנכלית@3 חאן@4"},
      {"ב\"הארץ\" \"צה\"ל\" ה\"גל\"", "ב@0 הארץ@1 צהל@2 ה@3 גל@4"},
      {"caf\xEF\xBF\xBD"
       "teria",
       "caf@0 teria@1"},
      {"co\xC2\xADoperate", "cooperate@0"},
      {"ＮＡＴＯ ２０２２", "nato@0 2022@1"},
      {"...'' -- ’s", "s@0"},
      {"", ""},
  };
  for (const TokensCase& c : cases) EXPECT_EQ(tokens_of(c.text), c.want) << c.text;
}

TEST(Tokenizer, NamesTheBytesOfAWord) {
  Folder folder;
  const std::string_view text = "« L’État's »";
  Tokenizer tokens(text, folder);
  const auto token = tokens.next();
  ASSERT_TRUE(token.has_value());
  EXPECT_EQ(text.substr(token->begin, token->end - token->begin), "État");
}

TEST(Tokenizer, BoundsLongWordsAndKeepsThemApart) {
  Folder folder;
  const std::string one(171, 'a'), two(172, 'a');
  Tokenizer tokens(one, folder), others(two, folder);
  const std::string form(tokens.next()->form);
  EXPECT_EQ(form.size(), kMaxFormBytes);
  EXPECT_NE(form, others.next()->form);
}

TEST(Tokenizer, GetsThroughAnyText) {
  std::uint32_t seed = 7;
  const auto random = [&] { return seed = seed * 1664525 + 1013904223; };
  const std::string_view pieces[] = {
      "a",        "B", "'",  "’", "-",        ".", ",", "1",    "9", " ", "é", "東", "\xEF\xBF\xBD",
      "\xCC\x81", "ß", "l'", "ไ", "\xC2\xAD", "½", "ﷺ", "🏳", "\n"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (unsigned length = random() >> 27; length > 0; --length)
      text += pieces[(random() >> 16) % std::size(pieces)];
    Folder folder;
    Tokenizer tokens(text, folder);
    std::size_t count = 0;
    while (const auto token = tokens.next()) {
      ASSERT_FALSE(token->form.empty()) << text;
      ASSERT_LE(token->form.size(), kMaxFormBytes) << text;
      ASSERT_TRUE(is_utf8(token->form)) << text;
      ASSERT_EQ(token->form.find("\xEF\xBF\xBD"), std::string_view::npos) << text;
      ASSERT_LT(token->begin, token->end) << text;
      ASSERT_LE(token->end, text.size()) << text;
      ASSERT_LT(++count, 3 * text.size() + 3) << text;
    }
  }
}

}  // namespace
}  // namespace pressmark
