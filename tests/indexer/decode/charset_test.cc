#include "indexer/decode/charset.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "common/utf8.h"
#include "indexer/decode/charset_declaration.h"
#include "indexer/decode/charset_table.h"

namespace pressmark::indexer {
namespace {

using namespace std::string_view_literals;

struct LabelCase {
  std::string_view label;
  std::optional<std::string_view> charset;
};

constexpr LabelCase kLabels[] = {
    {"UTF-8", "utf-8"},
    {" utf8 ", "utf-8"},
    {"\"iso-8859-1\"", "windows-1252"},
    {"US-ASCII", "windows-1252"},
    {"gb2312", "gb18030"},
    {"GBK", "gb18030"},
    {"Shift_JIS", "shift_jis"},
    {"ks_c_5601-1987", "euc-kr"},
    {"utf-16", "utf-16le"},
    {"ISO-8859-9", "windows-1254"},
    {"utf-7", std::nullopt},
    {"x-nonexistent", std::nullopt},
    {"", std::nullopt},
    {"ebcdic-cp-us", std::nullopt},
};

TEST(CharsetLabel, IsReadAsBrowsersReadIt) {
  for (const LabelCase& c : kLabels) EXPECT_EQ(charset_of_label(c.label), c.charset) << c.label;
}

TEST(CharsetLabel, TableIsSortedAndEveryCharsetConverts) {
  for (std::size_t i = 1; i < kCharsetLabelCount; ++i) {
    EXPECT_LT(kCharsetLabels[i - 1].label, kCharsetLabels[i].label);
  }
  for (std::size_t i = 0; i < kCharsetLabelCount; ++i) {
    const std::string_view charset = kCharsetLabels[i].charset;
    if (charset.starts_with("utf-16")) continue;
    EXPECT_EQ(convert_to_utf8("plain", charset), "plain") << charset;
  }
}

struct ConvertCase {
  std::string_view bytes;
  std::string_view charset;
  std::string_view text;
};

constexpr ConvertCase kConversions[] = {
    {"caf\xe9 \x80 5", "windows-1252", "café € 5"},
    {"\xcf\xf0\xe8\xe2\xe5\xf2", "windows-1251", "Привет"},
    {"\xf0\xd2\xc9\xd7\xc5\xd4", "koi8-r", "Привет"},
    {"\x93\x8c\x8b\x9e \x87\x40", "shift_jis",
     "東京 ①"},  // the circled digit is Microsoft's addition
    {"\xd6\xd0\xb9\xfa", "gb18030", "中国"},
    {"\xbc\xad\xbf\xef", "euc-kr", "서울"},
    {"\xa5\x78\xc6\x57", "big5", "台灣"},
    {"before \xff after", "gb18030", "before \xef\xbf\xbd after"},
    {"\x1b$B$3$s\x1b(B!", "iso-2022-jp", "こん!"},
    {"bad \xc3 byte", "utf-8", "bad \xef\xbf\xbd byte"},
};

TEST(ConvertToUtf8, GoesOnBehindBytesThatTheCharsetLacks) {
  for (const ConvertCase& c : kConversions)
    EXPECT_EQ(convert_to_utf8(c.bytes, c.charset), c.text) << c.charset;
  EXPECT_EQ(convert_to_utf8("h\0i\0"sv, "utf-16le"), "hi");
}

TEST(ConvertToUtf8, LongTextCrossesItsBuffers) {
  std::string bytes;
  for (int i = 0; i < 50'000; ++i) bytes += "\xe9\xf4 ";
  const std::string text = convert_to_utf8(bytes, "windows-1252");
  EXPECT_EQ(text.size(), 250'000U);
  EXPECT_TRUE(is_utf8(text));
}

struct DeclarationCase {
  std::string_view page;
  std::optional<std::string_view> charset;
};

constexpr DeclarationCase kDeclarations[] = {
    {"<meta charset=\"koi8-r\">", "koi8-r"},
    {"<META CHARSET=euc-kr />", "euc-kr"},
    {"<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "windows-1251"},
    {"<meta content='text/html;charset = Big5' http-equiv=content-type>", "big5"},
    {"<meta name=description content='charset=big5'>", std::nullopt},
    {"<?xml version=\"1.0\" encoding='ISO-8859-2'?><html>", "iso-8859-2"},
    {"<!-- <meta charset=big5> --><meta charset=utf-8>", "utf-8"},
    {"<script>var m = '<meta charset=big5>';</script><meta charset=utf-8>", "utf-8"},
    {"<title><meta charset=big5></title><meta charset=utf-8>", "utf-8"},
    {"<meta charset=x-unknown><meta charset=utf-8>", "utf-8"},
    {"<body><meta charset=utf-8>", std::nullopt},
    {"<meta charset=\"utf-8", "utf-8"},
    {"<meta", std::nullopt},
    {"<!-- never closed <meta charset=utf-8>", std::nullopt},
    {"plain words", std::nullopt},
};

TEST(DeclaredCharset, IsReadFromTheHeadOnly) {
  for (const DeclarationCase& c : kDeclarations)
    EXPECT_EQ(declared_charset(c.page), c.charset) << c.page;
}

TEST(DeclaredCharset, IsFoundBehindALongHead) {
  std::string page = "<html><head>";
  for (int i = 0; i < 20'000; ++i) page += "<!-- padding -->";
  EXPECT_EQ(declared_charset(page + "<meta charset=windows-1251>"), "windows-1251");
}

TEST(DeclaredCharset, OpeningsWithoutEndAreReadOnce) {
  // Each of these takes minutes when every opening searches the rest of the head for its end.
  for (const std::string_view part : {"<title>", "<script>", "<title></b>", "<a b=\">\"", "<a '"}) {
    std::string head;
    while (head.size() < 900'000) head += part;
    declared_charset(head + "\xff");
  }
  EXPECT_EQ(declared_charset("<title>a<title></b><meta charset=koi8-r>"), "koi8-r");
  EXPECT_EQ(declared_charset("<title>a</title><title><meta charset=koi8-r>"), "koi8-r");
  EXPECT_EQ(declared_charset("<title><meta charset=big5></TITLE><meta charset=koi8-r>"), "koi8-r");
}

TEST(DeclaredLanguage, IsReadFromTheHtmlElement) {
  EXPECT_EQ(declared_language("<!doctype html><html class=x lang=\"zh-TW\">"), "zh-TW");
  EXPECT_EQ(declared_language("<html xml:lang='pl'>"), "pl");
  EXPECT_EQ(declared_language("<p lang=de>"), "");
}

TEST(Utf8Fit, CountsCharactersAndStrays) {
  const Utf8Fit fit = measure_utf8("caf\xc3\xa9 \xe9 \xe2\x82\xac");
  EXPECT_EQ(fit.sequences, 2U);
  EXPECT_EQ(fit.strays, 1U);
}

TEST(Charset, LabelsThatNobodyKnowsAreNone) {
  for (const char* label : {"", "  ", "\"\"", "x-unknown", "zzzz", "utf"})
    EXPECT_FALSE(charset_of_label(label)) << label;
  EXPECT_EQ(charset_of_label(" 'UTF8' "), "utf-8");
  EXPECT_EQ(convert_to_utf8("caf\xe9", "x-unknown"), "caf\uFFFD");
}

TEST(Utf8Fit, CountsSequencesAndStrays) {
  const Utf8Fit fit = measure_utf8("a\xc3\xa9\xe9 \xef\xbf\xbd\xff\xff");
  EXPECT_EQ(fit.sequences, 2U) << "a replacement character is one of its own";
  EXPECT_EQ(fit.strays, 3U);
}

}  // namespace
}  // namespace pressmark::indexer
