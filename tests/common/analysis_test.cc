#include "common/analysis.h"

#include <algorithm>
#include <malloc.h>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text.h"

namespace pressmark {
namespace {

std::string index_terms(std::string_view word, std::string_view language) {
  Analyzer analyzer;
  Tokenizer tokens(word, analyzer.folder());
  const auto token = tokens.next();
  const WordTerms terms = analyzer.index_terms(*token, language);
  return std::string(terms.exact) + "|" + std::string(terms.stem);
}

TEST(Analyzer, IndexesTheFormAndTheStemOfItsLanguage) {
  struct Case {
    std::string_view word, language, want;
  };
  const Case cases[] = {
      {"Elections", "en", "elections|Zenelect"},
      {"WAHLEN", "de", "wahlen|Zdewahl"},
      {"wahlen", "de", "wahlen|Zdewahl"},
      {"Élections", "fr", "elections|Zfrelect"},
      {"the", "en", "the|"},    // function word: no stem
      {"2022", "en", "2022|"},  // number
      {"B52", "en", "b52|"},
      {"Wybory", "pl", "|Ywybory"},  // no stemmer
      {"выборы", "ru", "выборы|Zruвыбор"},
      {"NATO", "ru", "nato|Ynato"},  // another script than the language's
      {"election", "", "election|Zenelect"},
      {"東", "ja", "|Y東"},
      {"elections", "en-GB", "elections|Zenelect"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(index_terms(c.word, c.language), c.want) << c.word << " " << c.language;
}

TEST(Analyzer, AsksForAWordInEachLanguageOfTheArchive) {
  Analyzer analyzer;
  Tokenizer tokens("Wahlen", analyzer.folder());
  const auto token = tokens.next();
  const std::vector<std::string> languages = {"en", "de", "pl", "ru"};
  const auto variants = analyzer.query_terms(*token, languages);
  std::vector<std::string> terms;
  for (const auto& variant : variants) terms.push_back(variant.term);
  EXPECT_EQ(terms, (std::vector<std::string>{"Zenwahlen", "Zdewahl", "Ywahlen"}));
}

TEST(Analyzer, KnowsAFunctionWordOfOneLanguageThatIsAWordOfAnother) {
  Analyzer analyzer;
  Tokenizer tokens("die", analyzer.folder());
  const auto token = tokens.next();
  const std::vector<std::string> languages = {"en", "de"};
  EXPECT_EQ(analyzer.query_terms(*token, languages),
            (std::vector<WordVariant>{{"Zendie", false}, {"die", true}, {"Ydie", false}}));
}

TEST(Analyzer, WhateverIsIndexedIsFoundByItsWord) {
  Analyzer analyzer;
  const std::vector<std::string> languages = {"en", "de", "fr", "ru", "tr", "pl", "ja"};
  for (const std::string& language : languages) {
    for (const std::string_view word : {"Wahlen", "été", "the", "das", "3.5", "co-operate",
                                        "выборы", "NATO", "東京", "ISPARTA", "x1"}) {
      Tokenizer tokens(word, analyzer.folder());
      while (const auto token = tokens.next()) {
        const WordTerms terms = analyzer.index_terms(*token, language);
        const std::string found(terms.stem.empty() ? terms.exact : terms.stem);
        const auto asked = analyzer.query_terms(*token, languages);
        EXPECT_TRUE(std::ranges::any_of(asked, [&](const auto& v) { return v.term == found; }))
            << word << " " << language;
        if (token->kind == TokenKind::Word || token->kind == TokenKind::Bigram) {
          const auto exact = Analyzer::exact_terms(*token);
          EXPECT_TRUE(
              std::ranges::count(exact, terms.exact) + std::ranges::count(exact, terms.stem) > 0)
              << word;
        }
      }
    }
  }
}

TEST(Analyzer, MarksWordsThatBeginOtherwiseThanTheirStem) {
  const struct {
    std::string_view word, language;
  } cases[] = {{"والكتاب", "ar"},   {"والكتاب", ""}, {"bhfear", "ga"}, {"membaca", "id"},
               {"bunu", "tr"},      {"Ärzte", "de"}, {"выборы", "ru"}, {"выборы", ""},
               {"Élections", "fr"}, {"Łódź", "pl"},  {"NATO", "ru"},   {"2022", "en"}};
  for (const auto& c : cases) {
    Analyzer analyzer;
    Tokenizer tokens(c.word, analyzer.folder());
    const WordTerms word = analyzer.index_terms(*tokens.next(), c.language);
    for (const std::string_view term : {word.stem, word.exact}) {
      if (term.empty()) continue;
      const std::vector<std::string> terms{std::string(term)};
      EXPECT_EQ(analyzer.mark("xyz " + std::string(c.word), c.language, terms).size(), 1U)
          << c.word << " " << c.language << " " << terms[0];
    }
  }
}

TEST(Analyzer, OneWordHasOneStemWithAndAnArticleOrAnEnding) {
  const auto stem = [](std::string_view word, std::string_view language) {
    const std::string terms = index_terms(word, language);
    return terms.substr(terms.find('|') + 1);
  };
  for (const std::string_view word : {"والجامعة", "الجامعة", "فالجامعة"})
    EXPECT_EQ(stem(word, "ar"), stem("جامعة", "ar")) << word;
  EXPECT_EQ(stem("وإبراهيم", "ar"), stem("إبراهيم", "ar"));
  EXPECT_EQ(stem("وأضاف", "ar"), stem("أضاف", "ar"));
  EXPECT_EQ(stem("الوزير", "ar"), stem("وزير", "ar"));
  EXPECT_EQ(stem("والوزراء", "ar"), stem("وزراء", "ar"));
  EXPECT_NE(stem("وفد", "ar"), stem("فد", "ar"));
  for (const std::string_view word : {"Ankara'dan", "Ankara’ya", "ANKARA'DA"})
    EXPECT_EQ(stem(word, "tr"), stem("Ankara", "tr")) << word;
  EXPECT_EQ(stem("Türkiye'nin", "tr"), stem("Türkiye", "tr"));
  EXPECT_NE(stem("Xi'an", "en"), stem("Xi", "en"));
}

TEST(Analyzer, FormsOfAWordHaveOneStem) {
  struct Case {
    std::string_view language, forms;
  };
  const Case cases[] = {
      {"tr", "seçim seçimi seçimin seçimde seçimler seçimleri seçimlerde"},
      {"tr", "kadın kadına kadınlar kadınların kadınlarda"},
      {"tr", "başkan başkanı başkanın başkanlar"},
      {"tr", "bakan bakanı bakanlar bakanların"},
      {"tr", "deprem depremi depremin depremde depremler"},
      {"tr", "çocuk çocuğu çocuğun çocuklar"},
      {"tr", "sonuç sonucu sonuçlar sonuçları"},
      {"tr", "başkanlık başkanlığı"},
      {"tr", "görüş görüşü görüşler"},
      {"tr", "gün günler günlerde"},
      {"tr", "yıl yılı yıllar"},
      {"tr", "dolar doları doların dolarlar"},
      {"tr", "tarih tarihi tarihin tarihler"},
      {"tr", "parti partinin partiler"},
      {"tr", "haber haberi haberler"},
      {"fi", "Nokia Nokian Nokiaa"},
      {"fi", "talo talon talossa talot taloja"},
  };
  const auto stem = [](std::string_view word, std::string_view language) {
    const std::string terms = index_terms(word, language);
    return terms.substr(terms.find('|') + 1);
  };
  for (const Case& each : cases) {
    const auto forms = split(each.forms, ' ');
    for (const std::string_view form : forms)
      EXPECT_EQ(stem(form, each.language), stem(forms[0], each.language)) << form;
  }
  EXPECT_NE(stem("seçim", "tr"), stem("geçim", "tr"));
  EXPECT_NE(stem("dolar", "tr"), stem("doktor", "tr"));
}

TEST(Analyzer, MarksInflectedFormsWhole) {
  Analyzer analyzer;
  const std::string_view text = "Two elections; l'élection of 2022.";
  const std::vector<std::string> terms = {"2022", "Zenelect"};
  const auto marks = analyzer.mark(text, "en", terms);
  std::vector<std::string> words;
  for (const auto& mark : marks) words.emplace_back(text.substr(mark.begin, mark.end - mark.begin));
  EXPECT_EQ(words, (std::vector<std::string>{"elections", "élection", "2022"}));
}

TEST(Analyzer, MarksRunsOfUnspacedScripts) {
  Analyzer analyzer;
  const std::string_view text = "昨日、東京都で";
  const std::vector<std::string> terms = {"Y京都", "Y東京"};
  std::string marked;
  for (const auto& mark : analyzer.mark(text, "ja", terms))
    marked +=
        (mark.continues ? "+" : "|") + std::string(text.substr(mark.begin, mark.end - mark.begin));
  EXPECT_EQ(marked, "|東京+都");
}

TEST(Analyzer, TheStemsOfAllLanguagesTogetherAreBounded) {
  // Words that are never seen again, in one language after the other.
  constexpr std::size_t kWords = 60'000;
  constexpr std::size_t kMaxGrowth = std::size_t{24} << 20U;  // bytes; unbounded it is about 50 MB
  Analyzer analyzer;
  const std::size_t before = mallinfo2().uordblks;
  for (const std::string_view language : {"de", "fr", "es", "it", "nl", "pt"}) {
    Token token;
    for (std::size_t i = 0; i < kWords; ++i) {
      const std::string form = "wordwithoutanend" + std::to_string(i);
      std::string letters;
      for (const char c : form) letters += c <= '9' ? static_cast<char>('a' + (c - '0')) : c;
      token.form = letters;
      analyzer.index_terms(token, language);
    }
  }
  EXPECT_LT(mallinfo2().uordblks - before, kMaxGrowth);
}

}  // namespace
}  // namespace pressmark
