#include "searcher/output/citation_printer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/output/sample_hits.h"

namespace pressmark::searcher {
namespace {

using test::hostile_text;
using test::sample_hit;
using ::testing::HasSubstr;
using ::testing::Not;

std::string cited(CitationForm form, const Hit& hit) {
  std::string out;
  CitationPrinter printer(form, "fog <harbour>", [&](std::string_view text) { out += text; });
  printer.hit(hit);
  printer.finish();
  return out;
}

TEST(CitationPrinter, WritesBibtex) {
  Hit hit = sample_hit();
  hit.article.title = "Profits up 5% at R&D {unit}_1";
  hit.article.authors = {"Ada Fenn", "Bo Marsh"};
  EXPECT_EQ(cited(CitationForm::Bibtex, hit),
            "@article{k3f9qaaaaaaaa,\n"
            "  title = {{Profits up 5\\% at R\\&D {\\textbraceleft}unit{\\textbraceright}\\_1}},\n"
            "  author = {Ada Fenn and Bo Marsh},\n"
            "  journal = {Wash Advertiser},\n"
            "  date = {2022-09-27},\n"
            "  year = {2022},\n"
            "  month = {9},\n"
            "  url = {https://wash-advertiser.example/ferries},\n"
            "  langid = {en},\n"
            "  note = {archive id k3f9qaaaaaaaa, from news/ferries.html},\n"
            "}\n\n");
}

TEST(CitationPrinter, WritesRis) {
  Hit hit = sample_hit();
  hit.article.authors = {"Ada Fenn"};
  EXPECT_EQ(cited(CitationForm::Ris, hit),
            "TY  - NEWS\nTI  - Harbour ferries collide in fog\nAU  - Ada Fenn\n"
            "T2  - Wash Advertiser\nPY  - 2022\nDA  - 2022/09/27\n"
            "UR  - https://wash-advertiser.example/ferries\nLA  - en\nID  - k3f9qaaaaaaaa\n"
            "N1  - archive id k3f9qaaaaaaaa, from news/ferries.html\nER  - \n\n");
}

TEST(CitationPrinter, WritesMarkdown) {
  Hit hit = sample_hit();
  hit.article.title = "Fog [again] &copy;";
  hit.article.url += "?a=(1)";
  EXPECT_EQ(cited(CitationForm::Markdown, hit),
            "- [Fog \\[again\\] \\&copy;](https://wash-advertiser.example/ferries?a=%281%29)."
            " *Wash Advertiser*, 2022-09-27 (archive id k3f9qaaaaaaaa, from news/ferries.html)\n");
}

TEST(CitationPrinter, WritesAFeed) {
  const std::string feed = cited(CitationForm::Atom, sample_hit());
  EXPECT_THAT(feed, HasSubstr("<title>fog &lt;harbour&gt;</title>"));
  EXPECT_THAT(feed, HasSubstr("<id>urn:pressmark:k3f9qaaaaaaaa</id>"));
  EXPECT_THAT(feed, HasSubstr("<link href=\"https://wash-advertiser.example/ferries\"/>"));
  EXPECT_THAT(feed, HasSubstr("<updated>2022-09-27T00:00:00Z</updated>\n</feed>\n"));
}

// RFC 4287: an id is an IRI, the same for the same feed and another for another.
TEST(CitationPrinter, AFeedIsKnownByItsQuery) {
  const auto id_of = [](const std::string& title) {
    std::string out;
    CitationPrinter printer(CitationForm::Atom, title, [&](std::string_view text) { out += text; });
    printer.finish();
    const std::size_t begin = out.find("<id>") + 4;
    return out.substr(begin, out.find("</id>") - begin);
  };
  EXPECT_THAT(id_of("fog \"on the\" <harbour>"),
              ::testing::MatchesRegex("urn:pressmark:search:[0-9a-f]+"));
  EXPECT_EQ(id_of("fog"), id_of("fog"));
  EXPECT_NE(id_of("fog"), id_of("fog country:de"));
}

TEST(CitationPrinter, AFeedHasATitleAlsoWithoutWords) {
  SearchRequest request;
  EXPECT_EQ(title_of(request), "search");
  request.where = {"country:de", "lang=fr"};
  EXPECT_EQ(title_of(request), "country:de lang=fr");
  request.query = "fog";
  EXPECT_EQ(title_of(request), "fog country:de lang=fr");
}

TEST(CitationPrinter, AFeedWithoutEntriesIsAFeed) {
  std::string out;
  CitationPrinter printer(
      CitationForm::Atom, "x", [&](std::string_view text) { out += text; },
      std::chrono::sys_days(std::chrono::year(2022) / 9 / 28));
  printer.finish();
  EXPECT_THAT(out, HasSubstr("<updated>2022-09-28T00:00:00Z</updated>"));
  EXPECT_THAT(out, HasSubstr("<feed"));
  EXPECT_THAT(out, HasSubstr("</feed>"));
}

TEST(CitationPrinter, NoControlByteOfAnArticleComesThrough) {
  Hit hit = sample_hit();
  hit.article.title = hit.article.source_name = hit.article.origin = hostile_text();
  hit.article.url = "https://x.example/" + hostile_text();
  hit.article.authors = {hostile_text()};
  hit.snippet = {hostile_text(), {}};
  for (const CitationForm form :
       {CitationForm::Bibtex, CitationForm::Ris, CitationForm::Markdown, CitationForm::Atom}) {
    const std::string out = cited(form, hit);
    EXPECT_THAT(out, Not(HasSubstr("\x1B")));
    EXPECT_THAT(out, Not(HasSubstr("\xE2\x80\xAE")));
    EXPECT_THAT(out, Not(HasSubstr("\r")));
  }
}

}  // namespace
}  // namespace pressmark::searcher
