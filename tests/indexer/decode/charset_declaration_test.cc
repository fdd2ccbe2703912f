#include "indexer/decode/charset_declaration.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark::indexer {
namespace {

struct DeclaredCase {
  std::string_view page;
  std::string_view charset;  // empty: none
};

TEST(DeclaredCharset, IsFoundAsBrowsersFindIt) {
  constexpr DeclaredCase kCases[] = {
      {"<meta charset=koi8-r>", "koi8-r"},
      {"<META CharSet = 'KOI8-R' >", "koi8-r"},
      {"<meta/charset=\"koi8-r\"/>", "koi8-r"},
      {"<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "koi8-r"},
      {"<meta content=\"text/html; charset = 'koi8-r'\" http-equiv=Content-Type>", "koi8-r"},
      {"<meta http-equiv=content-type content='charset charset=koi8-r'>", "koi8-r"},
      {"<meta http-equiv=content-type content='text/html; charset='>", ""},
      {"<meta http-equiv=content-type content='text/html; charset'>", ""},
      {"<meta http-equiv=content-type content='text/html'>", ""},
      {"<meta http-equiv=refresh content='0; charset=koi8-r'>", ""},
      {"<meta content='text/html; charset=koi8-r'>", ""},
      {"<meta charset=x-unknown><meta charset=koi8-r>", "koi8-r"},
      {"<meta charset=''><meta charset=koi8-r>", "koi8-r"},
      {"<meta charset=><meta charset=koi8-r>", "koi8-r"},
      {"<meta charset", ""},
      {"<meta charset=", ""},
      {"<meta charset='koi8-r", "koi8-r"},
      {"<meta charset='koi8-r' itemprop=\"a>b\">", "koi8-r"},
      {"<meta name=a>b' charset=koi8-r>", ""},
      {"<meta", ""},
      {"<metal charset=koi8-r>", ""},
      {"<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5"},
      {"<!--><meta charset=big5>", "big5"},
      {"<!-- <meta charset=koi8-r>", ""},
      {"<title><meta charset=koi8-r></title><meta charset=big5>", "big5"},
      {"<script>'<meta charset=koi8-r>'</SCRIPT><meta charset=big5>", "big5"},
      {"<style></b><meta charset=koi8-r></style><meta charset=big5>", "big5"},
      {"<script>never closed <meta charset=koi8-r>", "koi8-r"},
      {"<body><meta charset=koi8-r>", ""},
      {"3 < 4 <meta charset=koi8-r>", "koi8-r"},
      {"<", ""},
      {"", ""},
  };
  for (const DeclaredCase& c : kCases)
    EXPECT_EQ(declared_charset(c.page).value_or(""), c.charset) << c.page;
}

TEST(DeclaredCharset, MayStandInAnXmlDeclaration) {
  constexpr DeclaredCase kCases[] = {
      {"<?xml version='1.0' encoding='koi8-r'?>", "koi8-r"},
      {"\n <?xml encoding=\"koi8-r\"?><meta charset=big5>", "koi8-r"},
      {"<?xml version='1.0'?><meta charset=big5>", "big5"},
      {"<?xml version='1.0' encoding='x-unknown'?><meta charset=big5>", "big5"},
      {"<?xml encoding='koi8-r'", "koi8-r"},
      {"<?xml", ""},
  };
  for (const DeclaredCase& c : kCases)
    EXPECT_EQ(declared_charset(c.page).value_or(""), c.charset) << c.page;
}

TEST(DeclaredCharset, IsLookedForInTheFirstMebibyte) {
  const std::string meta = "<meta charset=koi8-r>";
  EXPECT_EQ(declared_charset(std::string(1'000'000, ' ') + meta), "koi8-r");
  EXPECT_FALSE(declared_charset(std::string(1'100'000, ' ') + meta));
  EXPECT_FALSE(declared_charset("<meta " + std::string(5000, 'x') + " charset=koi8-r>"))
      << "behind 4 KiB of one tag";
}

TEST(DeclaredLanguage, IsThatOfTheRootElement) {
  EXPECT_EQ(declared_language("<!doctype html><html lang=de-AT>"), "de-AT");
  EXPECT_EQ(declared_language("<head><html class=x xml:lang='zh-TW'>"), "zh-TW");
  EXPECT_EQ(declared_language("<html><p lang=de>"), "");
  EXPECT_EQ(declared_language("no markup"), "");
}

}  // namespace
}  // namespace pressmark::indexer
