#include "indexer/extract/metadata/page_address.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "common/text.h"
#include "common/url.h"

namespace pressmark::indexer {
namespace {

bool is_front_page(std::string_view url) {
  const std::string key = url_key(url);
  const std::size_t slash = key.find('/');
  return slash == std::string::npos || key.size() <= slash + 1;
}

std::string_view last_component(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// What templates and scripts leave behind where they know no address: "undefined", "{{url}}".
bool is_placeholder(std::string_view url) {
  const std::string lower = to_lower_ascii(url.substr(0, url.find_first_of("?#")));
  for (const std::string_view mark : {"%7b%7b", "%7d%7d", "{{", "$%7b", "${", "%3c%", "<%", "%7b%",
                                      "{%", "[object", "%5bobject"}) {
    if (lower.find(mark) != npos) return true;
  }
  constexpr std::string_view kNothing[] = {"undefined", "null", "none", "nan"};
  return std::ranges::count(kNothing, last_component(lower)) > 0;
}

/// A url_key, taken apart.
struct Key {
  std::string path;  // with the host
  std::vector<std::string_view> parameters;
};

Key parts_of(const std::string& key) {
  const std::size_t query = std::min(key.find('?'), key.size());
  Key parts{key.substr(0, query), {}};
  if (query + 1 < key.size())
    parts.parameters = split(std::string_view(key).substr(query + 1), '&');
  return parts;
}

/// The number of a page behind the first one.
bool is_later_page(std::string_view number) {
  return !number.empty() && number.size() <= 3 && number.find_first_not_of("0123456789") == npos &&
         number.front() != '0' && number != "1";
}

/// "page=2", as several languages call it.
bool is_later_page_parameter(std::string_view parameter) {
  constexpr std::string_view kNames[] = {"page",   "p",     "pg",     "paged",  "pagenum",
                                         "pageno", "seite", "pagina", "strona", "currentpage"};
  const std::size_t equals = std::min(parameter.find('='), parameter.size());
  return std::ranges::count(kNames, to_lower_ascii(parameter.substr(0, equals))) > 0 &&
         is_later_page(parameter.substr(std::min(equals + 1, parameter.size())));
}

/// What the path `inner` has behind `outer`, without the slash between them; empty when it does not
/// lie in it.
std::string_view behind(std::string_view outer, std::string_view inner) {
  if (!inner.starts_with(outer) || inner.size() <= outer.size() + 1) return {};
  inner.remove_prefix(outer.size());
  return inner.starts_with('/') ? inner.substr(1) : std::string_view();
}

/// `fetched` is `stated` with the number of a later page: "?page=2", "/page/2", "/2".
bool is_later_page_of(const Key& stated, const Key& fetched) {
  if (stated.path == fetched.path) {
    std::vector<std::string_view> more;
    std::ranges::set_difference(fetched.parameters, stated.parameters, std::back_inserter(more));
    return more.size() == 1 && fetched.parameters.size() == stated.parameters.size() + 1 &&
           is_later_page_parameter(more.front());
  }
  if (stated.parameters != fetched.parameters) return false;
  std::string_view rest = behind(stated.path, fetched.path);
  for (const std::string_view word : {"page/", "page-", "page"}) {
    if (!rest.starts_with(word)) continue;
    rest.remove_prefix(word.size());
    break;
  }
  return is_later_page(rest);
}

/// Another dress of the page one level up: "/story/print".
bool is_dress(std::string_view component) {
  constexpr std::string_view kNames[] = {"amp",     "print",  "printable", "mobile", "m",
                                         "full",    "single", "all",       "share",  "comments",
                                         "embed",   "text",   "1",         "view",   "index",
                                         "article", "story",  "page",      "feed"};
  const std::string lower = to_lower_ascii(component.substr(0, component.find('.')));
  return std::ranges::count(kNames, lower) > 0;
}

/// Whether the last part of an address is one article's and no section's: it has a number, several
/// words or the ending of a page. "/12345" is the article of "/12345/the-weir-holds" too.
bool names_article(std::string_view component) {
  constexpr std::ptrdiff_t kDigits = 5;
  constexpr std::ptrdiff_t kHyphens = 3;
  const auto digits = std::ranges::count_if(component, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= kDigits || std::ranges::count(component, '-') >= kHyphens ||
         component.find('.') != npos;
}

/// `stated` is a section that the fetched page lies in.
bool is_section_of(const Key& stated, const Key& fetched) {
  const std::string_view rest = behind(stated.path, fetched.path);
  if (rest.empty() || !stated.parameters.empty() || names_article(last_component(stated.path)))
    return false;
  return !std::ranges::all_of(split(rest, '/'), is_dress);
}

}  // namespace

PageAddress choose_page_address(const PageFields& fields, const LinkedArticle& linked,
                                std::string_view fetched_url, std::string_view saved_url) {
  const std::string fetched = canonical_url(fetched_url);
  const std::string saved = fetched.empty() ? canonical_url(saved_url) : std::string();
  const std::string& place = fetched.empty() ? saved : fetched;
  const std::string stated_base = resolve_url(place, fields.base);
  const std::string& base = stated_base.empty() ? place : stated_base;
  const std::string host = url_host(fetched);
  const bool cache = host.ends_with("ampproject.org") ||
                     registrable_domain(host).starts_with("google.") || host == "web.archive.org";
  const std::string links[] = {
      resolve_url(base, fields.canonical), resolve_url(base, fields.first({"ogurl"})), linked.url,
      canonical_url(fields.first({"twitterurl", "parselylink", "dcidentifier"})), saved};
  constexpr std::string_view kRules[] = {"link rel=canonical", "og:url", "json-ld", "meta",
                                         "comment of what saved the page"};
  const std::string place_key = url_key(place);
  const Key place_parts = parts_of(place_key);
  PageAddress chosen;
  for (const std::string& url : links) {
    if (url.empty() || is_front_page(url) || is_placeholder(url)) continue;
    if (!fetched.empty() && !cache && registrable_domain(url) != registrable_domain(fetched))
      continue;
    const std::string key = url_key(url);
    const Key parts = parts_of(key);
    if (is_later_page_of(parts, place_parts) || is_section_of(parts, place_parts)) continue;
    chosen.url = url;
    break;
  }
  if (chosen.url.empty()) chosen.url = fetched;
  chosen.site = chosen.url;
  for (const std::string& url : links) {
    if (chosen.site.empty()) chosen.site = url;
  }
  const auto* const stated = std::ranges::find(links, chosen.url);
  chosen.rule = stated == std::ranges::end(links) ? "fetched address" : kRules[stated - links];
  return chosen;
}

}  // namespace pressmark::indexer
