#include "common/url.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pressmark {
namespace {

struct Pair {
  std::string_view a, b;
};

// Each pair is one article in two dresses.
constexpr Pair kSame[] = {
    {"https://news.example.org/a", "https://news.example.org/a#comments"},
    {"https://news.example.org/a", "https://news.example.org/a?utm_source=mail&utm_medium=x"},
    {"https://news.example.org/a?id=7", "https://news.example.org/a?id=7&fbclid=AbC"},
    {"https://news.example.org/a?id=7", "https://news.example.org/a?gclid=1&id=7"},
    {"https://news.example.org/a", "https://news.example.org/a?ref=rss"},
    {"https://news.example.org/a", "https://news.example.org/a?CMP=share_btn_tw"},
    {"https://news.example.org/a", "https://news.example.org/a?at_medium=RSS&at_campaign=KARANGA"},
    {"https://news.example.org/a", "https://news.example.org/a?mc_cid=1&mc_eid=2"},
    {"https://news.example.org/a", "https://news.example.org/a?__twitter_impression=true"},
    {"https://news.example.org/a", "https://news.example.org/a?xtor=RSS-3208"},
    {"https://news.example.org/a", "http://news.example.org/a"},
    {"https://www.example.org/a", "https://example.org/a"},
    {"https://www.example.org/a", "https://www2.example.org/a"},
    {"https://www.example.org/a", "https://m.example.org/a"},
    {"https://www.example.org/a", "https://mobile.example.org/a"},
    {"https://www.example.org/a", "https://amp.example.org/a"},
    {"https://en.example.org/a", "https://en.m.example.org/a"},
    {"https://www.example.co.uk/a", "https://m.example.co.uk/a"},
    {"https://example.org/a", "https://example.org:443/a"},
    {"http://example.org/a", "http://example.org:80/a"},
    {"https://example.org/a", "https://example.org./a"},
    {"https://example.org/a", "HTTPS://Example.ORG/a"},
    {"https://example.org/a", "https://example.org/a/"},
    {"https://example.org", "https://example.org/"},
    {"https://example.org/a/", "https://example.org/a/index.html"},
    {"https://example.org/a/b", "https://example.org/a/./x/../b"},
    {"https://example.org/a/b", "https://example.org/a\\b"},
    {"https://example.org/caf%C3%A9", "https://example.org/caf%c3%a9"},
    {"https://example.org/caf%C3%A9", "https://example.org/café"},
    {"https://example.org/a-b", "https://example.org/a%2Db"},
    {"https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1"},
    {"https://example.org/a?x=1&y=2", "https://example.org/a?x=1&amp;y=2"},
    {"https://example.org/a?x=1", "https://example.org/a?x=1&"},
    {"https://example.org/a", "https://example.org/a?"},
    {"https://example.org/a?q=b+c", "https://example.org/a?q=b%20c"},
    {"https://example.org/a", "https://example.org/a/amp"},
    {"https://example.org/a", "https://example.org/a/amp/"},
    {"https://example.org/a", "https://example.org/amp/a"},
    {"https://example.org/a", "https://example.org/a?amp=1"},
    {"https://example.org/a", "https://example.org/a?outputType=amp"},
    {"https://example.org/a.html", "https://example.org/a.amp.html"},
    {"https://example.org/a", "https://example.org/a.amp"},
    {"https://www.example.org/a",
     "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a"},
    {"https://www.example.org/a", "https://www.google.com/amp/s/www.example.org/a/amp"},
    {"https://example.org/a", "https://example.org/a;jsessionid=1234"},
    {"https://example.org/a?id=3", "https://example.org/a?id=3&PHPSESSID=99"},
    {"https://user:secret@example.org/a", "https://example.org/a"},
    {"https://zürich.example/a", "https://xn--zrich-kva.example/a"},
    {"https://example.org/a", "  https://example.org/a\n"},
    {"https://example.org/ab", "https://example.org/a\tb"},
    {"https://example.org/a", "https://example.org/a?amp_js_v=0.1"},
    {"https://example.org/a", "https://example.org/a?output=amp"},
    {"https://example.org/a", "https://example.org/a?view=amp"},
    {"https://example.org/a", "https://example.org/a?amp="},
    {"https://example.org/a.php?id=7", "https://example.org/a.php?id=7&ref=rss&at_medium=x"},
    {"https://example.org/a.php", "https://example.org/a.php?utm_source=x"},
    {"https://example.org/a.php?ref=7", "https://example.org/a.php?ref=7&amp=1&fbclid=x"},
    {"https://example.org/", "https://example.org/?partner=x"},
    {"https://www.example.org/a?id=3",
     "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a?id=3"},
};

constexpr Pair kDifferent[] = {
    {"https://example.org/a", "https://example.org/b"},
    {"https://example.org/a", "https://example.org/A"},
    {"https://example.org/a?id=1", "https://example.org/a?id=2"},
    {"https://example.org/a?page=2", "https://example.org/a"},
    {"https://example.org/a", "https://example.com/a"},
    {"https://sport.example.org/a", "https://example.org/a"},
    {"https://example.org:8080/a", "https://example.org/a"},
    {"https://example.org/a%2Fb", "https://example.org/a/b"},
    {"https://wwwx.example.org/a", "https://example.org/a"},
    {"https://x.cdn.ampproject.org/c/s/localhost/a", "https://localhost/a"},
    {"https://www.google.com/amp/", "https://www.google.com/"},
    {"https://example.org/lamp", "https://example.org/l"},
    {"https://example.org/amp", "https://example.org/"},
    {"https://example.org/#!/story/1", "https://example.org/#!/story/2"},
    {"https://m.co.uk/a", "https://n.co.uk/a"},
    {"https://example.org/article.php?sid=1", "https://example.org/article.php?sid=2"},
    {"https://example.org/article.php?ref=100", "https://example.org/article.php?ref=101"},
    {"https://example.org/Show.ASPX?at_id=1", "https://example.org/Show.ASPX?at_id=2"},
    {"https://example.org/x.jsp;jsessionid=1?feature=1", "https://example.org/x.jsp?feature=2"},
};

TEST(Url, OneKeyForAllDressesOfAnArticle) {
  for (const Pair& pair : kSame) {
    EXPECT_FALSE(url_key(pair.a).empty()) << pair.a;
    EXPECT_EQ(url_key(pair.a), url_key(pair.b)) << pair.a << " and " << pair.b;
  }
}

TEST(Url, AnotherKeyForAnotherArticle) {
  for (const Pair& pair : kDifferent)
    EXPECT_NE(url_key(pair.a), url_key(pair.b)) << pair.a << " and " << pair.b;
}

TEST(Url, CanonicalFormStillOpensThePage) {
  constexpr Pair kCases[] = {
      {"HTTP://WWW.Example.org:80/A/../b?utm_source=x&id=1#top", "http://www.example.org/b?id=1"},
      {"https://m.example.org/a/", "https://m.example.org/a/"},
      {"https://example.org/a b?q=ü", "https://example.org/a%20b?q=%C3%BC"},
      {"https://example.org/?b=2&a=1", "https://example.org/?b=2&a=1"},
      {"https://[2001:DB8::1]:8080/x", "https://[2001:db8::1]:8080/x"},
      {"https://[::1]", "https://[::1]/"},
      {"https://example.org/%7Euser%2dx%5F%2e", "https://example.org/~user-x_."},
      {"https://example.org/%zz%4", "https://example.org/%25zz%254"},
      {"https://example.org/%4G", "https://example.org/%254G"},
      {"https://example.org/a/..", "https://example.org/"},
      {"https://example.org/../..", "https://example.org/"},
      {"https://example.org/a/b/..", "https://example.org/a/"},
      {"https://example.org/a/.", "https://example.org/a/"},
      {"https://example.org?x=1", "https://example.org/?x=1"},
      {"https://example.org\\a", "https://example.org/a"},
      {"https://example.org:/", "https://example.org/"},
      {"https://example.org:0443/", "https://example.org/"},
      {"https://a_b.example/", "https://a_b.example/"},
      {"https://example.org/#!", "https://example.org/"},
      {"https://example.org/#!/a b", "https://example.org/#!/a%20b"},
  };
  for (const Pair& c : kCases) {
    EXPECT_EQ(canonical_url(c.a), c.b);
    EXPECT_EQ(canonical_url(canonical_url(c.a)), c.b) << "again";
  }
}

TEST(Url, HostileAndForeignAddressesAreNothing) {
  const std::string huge = "https://example.org/" + std::string(kMaxUrlBytes, 'a');
  const std::string nul("https://exa\0mple.org/", 21);
  const std::string long_host = "https://" + std::string(254, 'a') + "/";
  const std::string longer_host = "https://" + std::string(1025, 'a') + "/";
  const std::string grows = "https://example.org/" + std::string(kMaxUrlBytes - 100, '|');
  for (const std::string_view url :
       std::initializer_list<std::string_view>{"",
                                               "example.org/a",
                                               "ftp://example.org/",
                                               "javascript:alert(1)",
                                               "https://",
                                               "https:///a",
                                               "https://exa mple.org/",
                                               "https://example.org:99999999/",
                                               "https://example.org:x/",
                                               "https://..example.org/",
                                               "https://a..b/",
                                               huge,
                                               nul,
                                               grows,
                                               "https://%65xample.org/",
                                               "data:text/html,x",
                                               "https://[::1/",
                                               "https://[]/",
                                               "https://[::g]/",
                                               "https://exa$mple.org/",
                                               "https://.../",
                                               "https://\u00AD/",
                                               "https://xn--\u00e9\u00e9/",
                                               long_host,
                                               longer_host}) {
    EXPECT_EQ(canonical_url(url), "") << url.substr(0, 60);
  }
  EXPECT_EQ(canonical_url("https://example.org/a\x01\x1b[0m"), "https://example.org/a%01%1B[0m");
}

TEST(Url, ResolvesReferences) {
  struct Case {
    std::string_view base, reference, want;
  };
  constexpr Case kCases[] = {
      {"https://example.org/n/a?x=1", "/b", "https://example.org/b"},
      {"https://example.org/n/a", "b", "https://example.org/n/b"},
      {"https://example.org/n/a", "../b", "https://example.org/b"},
      {"https://example.org/n/a", "?p=2", "https://example.org/n/a?p=2"},
      {"http://example.org/n/a", "//cdn.example.org/x", "http://cdn.example.org/x"},
      {"", "//example.org/x", "https://example.org/x"},
      {"", "https://example.org/x", "https://example.org/x"},
      {"", "/x", ""},
      {"https://example.org/", "mailto:x@example.org", ""},
      {"https://example.org/a", "#top", "https://example.org/a"},
      {"https://example.org/a", "", ""},
      {"https://example.org:8080/n/a", "b", "https://example.org:8080/n/b"},
      {"http://example.org/n/a", "b/c:d", "http://example.org/n/b/c:d"},
      {"https://example.org/", "HTTP://other.example/x", "http://other.example/x"},
  };
  for (const Case& c : kCases) EXPECT_EQ(resolve_url(c.base, c.reference), c.want) << c.reference;
}

TEST(Url, RegistrableDomainFollowsThePublicSuffixList) {
  constexpr Pair kCases[] = {
      {"https://www.bbc.co.uk/news", "bbc.co.uk"},
      {"http://news.bbc.co.uk", "bbc.co.uk"},
      {"www.BBC.com", "bbc.com"},
      {"somebody.blogspot.com", "somebody.blogspot.com"},
      {"https://wash-advertiser.example/x", "wash-advertiser.example"},
      {"https://192.0.2.7/x", "192.0.2.7"},
      {"http://localhost:8000/", "localhost"},
      {"https://zeitung.zürich.example/", "xn--zrich-kva.example"},
      {"co.uk", ""},
      {"", ""},
      {"not a host", ""},
      {"theguardian.com/uk", "theguardian.com"},
  };
  for (const Pair& c : kCases) EXPECT_EQ(registrable_domain(c.a), c.b) << c.a;
  EXPECT_EQ(registrable_domain(std::string(kMaxUrlBytes + 1, 'a')), "");
  EXPECT_EQ(resolve_url("https://example.org/", std::string(kMaxUrlBytes + 1, 'a')), "");
}

}  // namespace
}  // namespace pressmark
