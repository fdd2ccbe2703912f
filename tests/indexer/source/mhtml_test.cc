#include "indexer/source/mhtml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/source/source_items.h"
#include "tests/support/temp_dir.h"

namespace pressmark::indexer {
namespace {

using pressmark::test::TempDir;
using test::documents_of;
using test::lines_of;
using test::reading;
using ::testing::ElementsAre;

constexpr std::string_view kHead =
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/top\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
    "\tboundary=\"--b\"\r\n\r\n\r\n";

std::string part(std::string_view type, std::string_view header, std::string_view body) {
  return "----b\r\nContent-Type: " + std::string(type) + "\r\n" + std::string(header) + "\r\n" +
         std::string(body) + "\r\n";
}

std::string message(std::string_view parts) {
  return std::string(kHead) + std::string(parts) + "----b--\r\n";
}

TEST(Mhtml, ThePageIsReadUnderItsAddress) {
  const TempDir dir;
  const auto pages = documents_of(
      reading(dir.write("a.html", message(part("text/css", "", "p {}") +
                                          part("text/html; charset=utf-8",
                                               "Content-Transfer-Encoding: quoted-printable\r\n"
                                               "Content-Location: https://a.example/ice\r\n",
                                               "<p class=3D\"a\">caf=C3=A9 =\r\nopens = =ZZ") +
                                          part("text/html", "", "an advertisement")))));
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].url, "https://a.example/ice");
  EXPECT_EQ(pages[0].charset, "utf-8");
  EXPECT_EQ(pages[0].bytes, "<p class=\"a\">caf\xc3\xa9 opens = =ZZ");
  EXPECT_FALSE(pages[0].truncated);
}

TEST(Mhtml, Base64AndPlainBodies) {
  const TempDir dir;
  const auto body = [&](std::string_view encoding, std::string_view bytes) {
    const std::string header = "Content-Transfer-Encoding: " + std::string(encoding) + "\r\n";
    const auto pages =
        documents_of(reading(dir.write("a", message(part("text/html", header, bytes)))));
    return pages.empty() ? "" : pages[0].url + " " + pages[0].bytes;
  };
  EXPECT_EQ(body("BASE64", "PHA+aWNlPC9wPg=="), "https://a.example/top <p>ice</p>");
  EXPECT_EQ(body("base64", "PHA+aW\r\nNl!"), "https://a.example/top <p>ice");
  EXPECT_EQ(body("8bit", "<p>ice"), "https://a.example/top <p>ice");
}

std::string page_of(const TempDir& dir, std::string_view bytes) {
  const auto pages = documents_of(reading(dir.write("a", bytes)));
  return pages.size() == 1 ? pages[0].bytes : std::to_string(pages.size()) + " pages";
}

TEST(Mhtml, AMarkHasItsLineToItself) {
  const TempDir dir;
  EXPECT_EQ(page_of(dir, message(part("text/css", "", "/* ----b */ p {}\r\n----bar\r\n") +
                                 part("text/html", "", "<p>ice"))),
            "<p>ice");
  EXPECT_EQ(page_of(dir, message(part("text/html", "", "<p>ice\r\n----bar\r\n----b--x\r\nopens"))),
            "<p>ice\r\n----bar\r\n----b--x\r\nopens");
  EXPECT_EQ(
      page_of(dir, std::string(kHead) + "----b \nContent-Type: text/html\n\n<p>ice\n----b \n"),
      "<p>ice");
  EXPECT_EQ(page_of(dir, message(part("image/png", "", std::string(600'000, 'x')) +
                                 part("text/html", "", "<p>ice" + std::string(600'000, 'x')))),
            "<p>ice" + std::string(600'000, 'x'));
}

TEST(Mhtml, ThePageMayStandBesideItsPlainText) {
  const TempDir dir;
  const std::string plain = "--i\r\nContent-Type: text/plain\r\n\r\nice\r\n";
  const std::string html = "--i\r\nContent-Type: text/html\r\n\r\n<p>ice\r\n";
  const std::string type = "multipart/alternative; boundary=i";
  EXPECT_EQ(page_of(dir, message(part(type, "", plain + html + "--i--\r\n"))), "<p>ice");
  EXPECT_EQ(page_of(dir, message(part(type, "", plain + html))), "<p>ice\r\n");
  EXPECT_EQ(page_of(dir, message(part(type, "", plain + "--i--\r\n") +
                                 part("text/html", "", "<p>opens\r\n--i\r\n"))),
            "<p>opens\r\n--i\r\n");
}

// Minutes where behind each mark a header without an end is looked for.
TEST(Mhtml, PartsWithoutAHeaderArePassedOverOnce) {
  const TempDir dir;
  std::string parts;
  for (int i = 0; i < 1'000'000; ++i) parts += "----b\n";
  EXPECT_EQ(page_of(dir, message(parts + part("text/html", "", "<p>ice"))), "<p>ice");
}

TEST(Mhtml, APageWhoseChecksumIsWrongIsDamaged) {
  const TempDir dir;
  const auto lines = [&](std::string packed) {
    packed[packed.size() - 5] ^= 1;
    return lines_of(reading(dir.write("a", packed)), dir.str());
  };
  const std::string page = part("text/html", "", "<p>ice");
  EXPECT_THAT(lines(test::gzip(message(page))), ElementsAre("skipped /a: damaged", "done /a"));
  EXPECT_THAT(lines(test::gzip(message(page + part("text/css", "", "p {}")))),
              ElementsAre("document /a: <p>ice", "done /a"));
}

TEST(Mhtml, APageThatIsCutOffIsReadAsFarAsItGoes) {
  const TempDir dir;
  const auto pages = documents_of(
      reading(dir.write("a", std::string(kHead) + part("text/html", "", "<p>ice and"))));
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].bytes, "<p>ice and\r\n");
  EXPECT_TRUE(pages[0].truncated);
}

TEST(Mhtml, WithoutAPageItIsSkipped) {
  const TempDir dir;
  for (const std::string& bytes :
       {message(part("text/css", "", "p {}")), std::string(kHead), std::string(kHead) + "----b"}) {
    EXPECT_THAT(lines_of(reading(dir.write("a", bytes)), dir.str()),
                ElementsAre("skipped /a: not-text", "done /a"));
  }
}

TEST(Mhtml, APageAloneMayBeTheMessage) {
  const TempDir dir;
  const auto read = [&](std::string_view encoding, std::string_view bytes) {
    const auto pages = documents_of(
        reading(dir.write("a",
                          "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
                          "Content-Location: https://a.example/ice\r\n"
                          "Content-Type: text/html; charset=\"utf-8\"\r\n"
                          "Content-Transfer-Encoding: " +
                              std::string(encoding) + "\r\n\r\n" + std::string(bytes))));
    if (pages.size() != 1) return std::to_string(pages.size()) + " pages";
    return pages[0].url + " " + pages[0].charset + " " + pages[0].bytes +
           (pages[0].truncated ? " truncated" : "");
  };
  EXPECT_EQ(read("quoted-printable", "<p class=3D\"a\">ice =\r\nopens"),
            "https://a.example/ice utf-8 <p class=\"a\">ice opens");
  EXPECT_EQ(read("base64", "PHA+aWNlPC9wPg=="), "https://a.example/ice utf-8 <p>ice</p>");
  EXPECT_EQ(read("quoted-printable", std::string(600'000, 'x')),
            "https://a.example/ice utf-8 " + std::string(600'000, 'x'));
}

TEST(Mhtml, LimitsAndFiltersHoldForThePage) {
  const TempDir dir;
  SourceOptions options =
      reading(dir.write("a", message(part("text/html", "", std::string(200, 'x')))));
  options.exclude = {"*a.example*"};
  EXPECT_THAT(lines_of(options, dir.str()), ElementsAre("skipped /a: excluded", "done /a"));
  options.exclude = {};
  options.max_document_bytes = 100;
  EXPECT_THAT(lines_of(options, dir.str()), ElementsAre("skipped /a: too-large", "done /a"));
}

TEST(Mhtml, AMessageOrATextIsNone) {
  EXPECT_TRUE(looks_like_mhtml(kHead));
  EXPECT_FALSE(looks_like_mhtml("From: Ann\r\nContent-Type: text/plain\r\n\r\nIce."));
  EXPECT_FALSE(looks_like_mhtml("<p>Content-Type: multipart/related\r\n\r\n"));
  EXPECT_FALSE(looks_like_mhtml("Content-Type: multipart/related\r\n"));
  EXPECT_FALSE(looks_like_mhtml(""));
}

TEST(Mhtml, WhatIsNoEscapeStaysAsItIs) {
  const TempDir dir;
  const auto body_of = [&](std::string_view encoding, std::string_view body) {
    const auto pages = documents_of(reading(dir.write(
        "a.html",
        message(part("text/html", "Content-Transfer-Encoding: " + std::string(encoding) + "\r\n",
                     body)))));
    return pages.empty() ? std::string("none") : pages.front().bytes;
  };
  EXPECT_EQ(body_of("Quoted-Printable", "a=3Db=\r\nc=\nd=zze=4"), "a=bcd=zze=4");
  EXPECT_EQ(body_of("quoted-printable", "a="), "a=");
  EXPECT_EQ(body_of("quoted-printable", "caf=C3= \t \r\n=A9 = \n!"), "caf\xc3\xa9 !")
      << "blanks that mail added";
  EXPECT_EQ(body_of("quoted-printable", "a = b"), "a = b");
  EXPECT_EQ(body_of("base64", "aWN!\r\nlIG9u=ignored"), "ice on");
  EXPECT_EQ(body_of("base64", "===="), "none");
  EXPECT_EQ(body_of("8bit", "a=3D"), "a=3D");
}

TEST(Mhtml, AHeaderThatNamesNoBoundaryHasNoParts) {
  const TempDir dir;
  for (const std::string& boundary :
       {std::string(), "; boundary=" + std::string(300, 'b'), std::string("; boundary=\"\"")}) {
    const std::string bytes = "MIME-Version: 1.0\r\nContent-Type: multipart/related" + boundary +
                              "\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b--\r\n";
    EXPECT_THAT(lines_of(reading(dir.write("a.html", bytes)), dir.str()),
                ElementsAre("skipped /a.html: not-text", "done /a.html"))
        << boundary.size();
  }
}

}  // namespace
}  // namespace pressmark::indexer
