#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

/// The parts of an http(s) address, each in one spelling but for the query and the fragment, which
/// are as they were written.
struct UrlParts {
  bool secure = false;
  std::string host;
  std::string port;   // empty: the scheme's own
  std::string path;   // begins with '/'
  std::string query;  // without '?'
  std::string fragment;
};

/// @return  nothing when `url` is no absolute http(s) address, has no valid host, or is over
/// kMaxUrlBytes
std::optional<UrlParts> parse_url(std::string_view url);

/// As browsers do before they read an address: white space around it and every tab and line end in
/// it go; `&amp;` becomes `&`.
std::string without_url_noise(std::string_view url);

/// ASCII (IDNA, UTS 46), lower case, without a final dot; empty when it is no host name.
std::string normal_host(std::string_view host);

/// One form of percent-encoding (RFC 3986, 6.2.2): unreserved characters bare, hex digits in
/// capitals, everything that may not stand in an address encoded.
std::string normal_percent(std::string_view text);

}  // namespace pressmark
