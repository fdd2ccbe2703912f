#include "common/url.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <libpsl.h>

#include "common/text.h"
#include "common/url_parameters.h"
#include "common/url_parts.h"

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 6> kMobileLabels = {"www",   "m",   "mobile",
                                                           "mobil", "amp", "touch"};
constexpr std::array<std::string_view, 9> kIndexPages = {
    "index.html",  "index.htm",  "index.php",    "index.jsp",  "index.asp",
    "index.shtml", "index.aspx", "default.aspx", "default.asp"};

bool is_ip_literal(std::string_view host) {
  return host.starts_with('[') ||
         std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Old script-driven sites named their pages behind "#!"; every other fragment is a place on the
/// page.
std::string kept_fragment(std::string_view fragment) {
  return fragment.starts_with('!') && fragment.size() > 1
             ? normal_percent(std::string("#").append(fragment))
             : std::string();
}

std::string spell(const UrlParts& parts) {
  std::string out = parts.secure ? "https://" : "http://";
  out += parts.host;
  if (!parts.port.empty()) out.append(":").append(parts.port);
  out += parts.path;
  out += joined_parameters(kept_parameters(parts));
  out += kept_fragment(parts.fragment);
  return out.size() <= kMaxUrlBytes ? out : std::string();
}

std::string registrable(const std::string& host) {
  if (is_ip_literal(host) || host.find('.') == npos) return host;
  const char* domain = psl_registrable_domain(psl_builtin(), host.c_str());
  return domain == nullptr ? std::string() : std::string(domain);
}

/// "www.", "m.", "amp.", "www2." before the domain, and the ".m." of "en.m.example.org".
std::string bare_host(std::string host) {
  const std::string domain = registrable(host);
  if (domain.empty() || is_ip_literal(host)) return host;
  std::string kept;
  const std::string_view above = std::string_view(host).substr(0, host.size() - domain.size());
  for (const std::string_view label : split(above, '.')) {
    if (label.empty() || std::ranges::count(kMobileLabels, label) > 0) continue;
    if (label.starts_with("www") && label.find_first_not_of("0123456789", 3) == npos) continue;
    kept += label;
    kept += '.';
  }
  return kept + domain;
}

/// The page that an AMP cache or viewer holds a copy of: ".../c/s/www.example.org/story" and the
/// like.
std::optional<UrlParts> behind_amp_cache(const UrlParts& parts) {
  std::string_view rest = parts.path;
  const bool cache = parts.host.ends_with(".cdn.ampproject.org");
  const bool viewer = registrable(parts.host).starts_with("google.") && rest.starts_with("/amp/");
  if (!cache && !viewer) return std::nullopt;
  rest.remove_prefix(viewer ? 5 : 1);
  for (const std::string_view prefix : {"c/", "v/", "wp/", "s/"}) {
    if (rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
  }
  std::string inner = "https://";
  inner.append(rest);
  if (!parts.query.empty()) inner.append("?").append(parts.query);
  std::optional<UrlParts> page = parse_url(inner);
  return page && page->host.find('.') != npos ? page : std::nullopt;
}

std::string bare_path(std::string path) {
  if (const std::size_t semicolon = path.find(";jsessionid="); semicolon != npos)
    path.resize(semicolon);
  if (path.starts_with("/amp/") && path.size() > 5) path.erase(0, 4);
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  const std::size_t slash = path.rfind('/');
  const std::string last = to_lower_ascii(std::string_view(path).substr(slash + 1));
  if (std::ranges::count(kIndexPages, last) > 0) path.resize(slash + 1);
  if (last.ends_with(".amp.html")) {
    path.erase(path.size() - 9, 4);
  } else if (last.ends_with(".amp")) {
    path.resize(path.size() - 4);
  } else if (last == "amp" && slash > 0) {
    path.resize(slash);
  }
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  const std::optional<UrlParts> parts = parse_url(url);
  return parts ? spell(*parts) : std::string();
}

std::string url_key(std::string_view url) {
  std::optional<UrlParts> parts = parse_url(url);
  if (!parts) return {};
  if (std::optional<UrlParts> page = behind_amp_cache(*parts)) parts = std::move(page);
  std::vector<std::string> parameters = kept_parameters(*parts);
  std::erase_if(parameters, is_dress);
  for (std::string& parameter : parameters) {
    for (std::size_t at = parameter.find('+'); at != npos; at = parameter.find('+', at + 3))
      parameter.replace(at, 1, "%20");
  }
  std::ranges::sort(parameters);
  std::string key = bare_host(parts->host);
  if (!parts->port.empty()) key.append(":").append(parts->port);
  key += bare_path(parts->path);
  key += joined_parameters(parameters);
  key += kept_fragment(parts->fragment);
  return key;
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  if (reference.size() > kMaxUrlBytes) return {};
  const std::string clean = without_url_noise(reference);
  if (starts_with_ascii_nocase(clean, "http://") || starts_with_ascii_nocase(clean, "https://"))
    return canonical_url(clean);
  const std::size_t colon = clean.find(':');
  if (colon != npos && colon < clean.find_first_of("/?#"))
    return {};  // mailto:, javascript:, data: ...
  if (clean.starts_with("//")) {
    std::string absolute = starts_with_ascii_nocase(trim(base), "http://") ? "http:" : "https:";
    return canonical_url(absolute.append(clean));
  }
  std::optional<UrlParts> parts = parse_url(base);
  if (!parts || clean.empty()) return {};
  std::string absolute = parts->secure ? "https://" : "http://";
  absolute += parts->host;
  if (!parts->port.empty()) absolute.append(":").append(parts->port);
  if (clean.front() == '#') return spell(*parts);
  if (clean.front() == '?') absolute += parts->path;
  if (clean.front() != '/' && clean.front() != '?')
    absolute.append(parts->path, 0, parts->path.rfind('/') + 1);
  return canonical_url(absolute.append(clean));
}

std::string url_host(std::string_view url) {
  const std::optional<UrlParts> parts = parse_url(url);
  return parts ? parts->host : std::string();
}

std::string registrable_domain(std::string_view url_or_host) {
  if (url_or_host.size() > kMaxUrlBytes) return {};
  const std::string_view text = trim(url_or_host);
  const std::string host = text.find("://") != npos
                               ? url_host(text)
                               : normal_host(text.substr(0, text.find_first_of("/:?#")));
  return host.empty() ? std::string() : registrable(host);
}

}  // namespace pressmark
