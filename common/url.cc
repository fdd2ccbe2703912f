#include "common/url.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <libpsl.h>
#include <unicode/idna.h>

#include "common/text.h"
#include "common/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t npos = std::string_view::npos;

struct UrlParts {
  bool secure = false;
  std::string host;
  std::string port;   // empty: the scheme's own
  std::string path;   // begins with '/'
  std::string query;  // without '?'
  std::string fragment;
};

/// Parameters that only say how the reader came, as whole names.
constexpr std::array<std::string_view, 50> kTrackers = {"__twitter_impression",
                                                        "_ga",
                                                        "_gl",
                                                        "_hsenc",
                                                        "_hsmi",
                                                        "campaign_id",
                                                        "cmpid",
                                                        "cvid",
                                                        "dclid",
                                                        "fb_action_ids",
                                                        "fb_action_types",
                                                        "fb_source",
                                                        "fbclid",
                                                        "ftag",
                                                        "gbraid",
                                                        "gclid",
                                                        "gclsrc",
                                                        "guccounter",
                                                        "guce_referrer",
                                                        "guce_referrer_sig",
                                                        "hsctatracking",
                                                        "icid",
                                                        "igsh",
                                                        "igshid",
                                                        "intcid",
                                                        "ito",
                                                        "leadsource",
                                                        "mc_cid",
                                                        "mc_eid",
                                                        "mkt_tok",
                                                        "msclkid",
                                                        "mtr",
                                                        "ncid",
                                                        "nr_email_referer",
                                                        "ocid",
                                                        "ref_src",
                                                        "ref_url",
                                                        "referer",
                                                        "referrer",
                                                        "s_cid",
                                                        "s_kwcid",
                                                        "smid",
                                                        "smtyp",
                                                        "soc_src",
                                                        "soc_trk",
                                                        "spm",
                                                        "sr_share",
                                                        "srsltid",
                                                        "twclid",
                                                        "wbraid"};
constexpr std::array<std::string_view, 3> kLaterTrackers = {"xtor", "yclid", "ysclid"};
constexpr std::array<std::string_view, 10> kTrackerPrefixes = {
    "utm_", "mtm_", "piwik_", "matomo_", "ns_", "wt_", "wt.", "hsa_", "oly_", "vero_"};
/// The same, but a site's own script may call an article's number so: "article.php?ref=100".
constexpr std::array<std::string_view, 7> kSharedNames = {"cmp",     "ei",  "emc",  "feature",
                                                          "partner", "ref", "share"};
constexpr std::array<std::string_view, 3> kSharedPrefixes = {"at_", "cm_", "pk_"};
constexpr std::array<std::string_view, 12> kScriptEndings = {".php", ".php3", ".php4", ".php5",
                                                             ".asp", ".aspx", ".jsp",  ".cgi",
                                                             ".cfm", ".pl",   ".do",   ".dll"};
constexpr std::array<std::string_view, 5> kSessions = {"jsessionid", "phpsessid", "sessionid",
                                                       "aspsessionid", "cfid"};
constexpr std::array<std::string_view, 6> kMobileLabels = {"www",   "m",   "mobile",
                                                           "mobil", "amp", "touch"};
constexpr std::array<std::string_view, 9> kIndexPages = {
    "index.html",  "index.htm",  "index.php",    "index.jsp",  "index.asp",
    "index.shtml", "index.aspx", "default.aspx", "default.asp"};

bool is_alnum(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_percent(std::string& out, unsigned char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += '%';
  out += kHex[c >> 4U];
  out += kHex[c & 15U];
}

/// One form of percent-encoding (RFC 3986, 6.2.2): unreserved characters bare, hex digits in
/// capitals, everything that may not stand in an address encoded.
std::string normal_percent(std::string_view text) {
  constexpr std::string_view kEncoded = " \"<>\\^`{|}";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const int high = c == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      const auto decoded = static_cast<unsigned char>(high * 16 + low);
      if (is_alnum(decoded) || decoded == '-' || decoded == '.' || decoded == '_' ||
          decoded == '~') {
        out += static_cast<char>(decoded);
      } else {
        append_percent(out, decoded);
      }
      i += 2;
    } else if (c == '%' || c <= 0x20 || c >= 0x7F || kEncoded.find(static_cast<char>(c)) != npos) {
      append_percent(out, c);
    } else {
      out += static_cast<char>(c);
    }
  }
  return out;
}

/// RFC 3986, 5.2.4, in one pass over the segments.
std::string without_dot_segments(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> segments = split(path.substr(1), '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool last = i + 1 == segments.size();
    if (segments[i] == "." || segments[i] == "..") {
      if (segments[i] == ".." && !kept.empty()) kept.pop_back();
      if (last) kept.emplace_back();
    } else {
      kept.push_back(segments[i]);
    }
  }
  std::string out;
  for (const std::string_view segment : kept) {
    out += '/';
    out += segment;
  }
  return out.empty() ? "/" : out;
}

bool is_ip_literal(std::string_view host) {
  return host.starts_with('[') ||
         std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// ASCII, lower case, without a final dot; empty when it is no host name.
std::string normal_host(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  if (host.empty() || host.size() > 1024) return {};
  std::string name(host);
  const bool ascii =
      std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) {
    static const std::unique_ptr<const icu::IDNA> idna = [] {
      UErrorCode status = U_ZERO_ERROR;
      return std::unique_ptr<const icu::IDNA>(
          icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
    }();
    if (!idna) return {};
    std::string converted;
    icu::StringByteSink<std::string> sink(&converted);
    icu::IDNAInfo info;
    UErrorCode status = U_ZERO_ERROR;
    idna->nameToASCII_UTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())),
                           sink, info, status);
    if (U_FAILURE(status) || info.hasErrors()) return {};
    name = std::move(converted);
  }
  name = to_lower_ascii(name);
  if (name.size() > 253 || name.empty() || name.front() == '.' || name.find("..") != npos)
    return {};
  if (name.front() == '[') {
    const bool closed = name.size() > 3 && name.back() == ']' &&
                        name.find_first_not_of("0123456789abcdef:.", 1) == name.size() - 1;
    return closed ? name : std::string();
  }
  for (const char c : name) {
    if (!is_alnum(static_cast<unsigned char>(c)) && c != '-' && c != '.' && c != '_') return {};
  }
  return name;
}

/// As browsers do before they read an address: white space around it and every tab and line end in
/// it go.
std::string cleaned(std::string_view url) {
  std::string out;
  out.reserve(url.size());
  for (const char c : trim(url)) {
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  }
  for (std::size_t at = out.find("&amp;"); at != npos; at = out.find("&amp;", at + 1))
    out.erase(at + 1, 4);
  return out;
}

std::optional<UrlParts> parse(std::string_view url) {
  if (url.size() > kMaxUrlBytes) return std::nullopt;
  const std::string clean = cleaned(url);
  std::string_view rest = clean;
  UrlParts parts;
  if (starts_with_ascii_nocase(rest, "https://")) {
    parts.secure = true;
    rest.remove_prefix(8);
  } else if (starts_with_ascii_nocase(rest, "http://")) {
    rest.remove_prefix(7);
  } else {
    return std::nullopt;
  }
  std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
  rest.remove_prefix(authority.size());
  if (const std::size_t at = authority.rfind('@'); at != npos) authority.remove_prefix(at + 1);
  const std::size_t colon = authority.rfind(':');
  if (colon != npos && authority.find(']', colon) == npos) {
    std::string_view port = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
    while (port.starts_with('0')) port.remove_prefix(1);
    if (port.size() > 5 || port.find_first_not_of("0123456789") != npos) return std::nullopt;
    if (port != (parts.secure ? "443" : "80")) parts.port = port;
  }
  parts.host = normal_host(authority);
  if (parts.host.empty()) return std::nullopt;
  if (const std::size_t hash = rest.find('#'); hash != npos) {
    parts.fragment = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
  }
  if (const std::size_t mark = rest.find('?'); mark != npos) {
    parts.query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  std::string path(rest.empty() ? "/" : rest);
  std::ranges::replace(path, '\\', '/');
  if (path.front() != '/') path.insert(0, "/");
  parts.path = without_dot_segments(normal_percent(path));
  return parts;
}

std::string_view parameter_name(std::string_view parameter) {
  return parameter.substr(0, parameter.find('='));
}

/// Whether a parameter's name is one of `names` or begins with one of `prefixes`.
template <typename Names, typename Prefixes>
bool is_named(std::string_view parameter, const Names& names, const Prefixes& prefixes) {
  const std::string name = to_lower_ascii(parameter_name(parameter));
  return std::ranges::count(names, name) > 0 ||
         std::ranges::any_of(prefixes,
                             [&](std::string_view prefix) { return name.starts_with(prefix); });
}

bool is_tracker(std::string_view parameter) {
  return is_named(parameter, kTrackers, kTrackerPrefixes) ||
         std::ranges::count(kLaterTrackers, to_lower_ascii(parameter_name(parameter))) > 0;
}

bool is_shared_name(std::string_view parameter) {
  return is_named(parameter, kSharedNames, kSharedPrefixes);
}

/// What makes another dress of the same article, and no other article.
bool is_dress(std::string_view parameter) {
  const std::string lower = to_lower_ascii(parameter);
  const std::string_view name = parameter_name(lower);
  return name == "amp" || name == "amp_js_v" || lower == "outputtype=amp" ||
         lower == "output=amp" || lower == "view=amp" || std::ranges::count(kSessions, name) > 0 ||
         name == lower.substr(0, lower.size() - 1);
}

/// Whether the path names a script, which shows what its parameters say.
bool is_script(std::string_view path) {
  const std::string last = to_lower_ascii(path.substr(path.rfind('/') + 1));
  const std::string_view name = std::string_view(last).substr(0, last.find(';'));
  return std::ranges::any_of(kScriptEndings,
                             [&](std::string_view ending) { return name.ends_with(ending); });
}

/// Without trackers' parameters. Those of shared names stay where nothing else says what a script
/// is to show.
std::vector<std::string> kept_parameters(const UrlParts& parts) {
  std::vector<std::string_view> own;
  for (const std::string_view parameter : split(parts.query, '&')) {
    if (!parameter.empty() && !is_tracker(parameter)) own.push_back(parameter);
  }
  const bool told = std::ranges::any_of(own, [](std::string_view parameter) {
    return !is_shared_name(parameter) && !is_dress(parameter);
  });
  if (told || !is_script(parts.path)) std::erase_if(own, is_shared_name);
  std::vector<std::string> kept;
  for (const std::string_view parameter : own) kept.push_back(normal_percent(parameter));
  return kept;
}

std::string joined(const std::vector<std::string>& parameters) {
  std::string out;
  for (const std::string& parameter : parameters) {
    out += out.empty() ? '?' : '&';
    out += parameter;
  }
  return out;
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
  out += joined(kept_parameters(parts));
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
  std::optional<UrlParts> page = parse(inner);
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
  const std::optional<UrlParts> parts = parse(url);
  return parts ? spell(*parts) : std::string();
}

std::string url_key(std::string_view url) {
  std::optional<UrlParts> parts = parse(url);
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
  key += joined(parameters);
  key += kept_fragment(parts->fragment);
  return key;
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  if (reference.size() > kMaxUrlBytes) return {};
  const std::string clean = cleaned(reference);
  if (starts_with_ascii_nocase(clean, "http://") || starts_with_ascii_nocase(clean, "https://"))
    return canonical_url(clean);
  const std::size_t colon = clean.find(':');
  if (colon != npos && colon < clean.find_first_of("/?#"))
    return {};  // mailto:, javascript:, data: ...
  if (clean.starts_with("//")) {
    std::string absolute = starts_with_ascii_nocase(trim(base), "http://") ? "http:" : "https:";
    return canonical_url(absolute.append(clean));
  }
  std::optional<UrlParts> parts = parse(base);
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
  const std::optional<UrlParts> parts = parse(url);
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
