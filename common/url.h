#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressmark {

/// Addresses longer than this are none of ours: every function below answers with nothing.
inline constexpr std::size_t kMaxUrlBytes = 8192;

/// An http(s) address in one spelling that still opens the same page: scheme and host in lower
/// case, host in ASCII (IDNA, UTS 46), no user name, no default port, dot segments resolved, one
/// form of percent-encoding, parameters of trackers and the fragment gone. Names that are not
/// trackers' alone stay where they may say which article it is: "article.php?ref=100". `&amp;`
/// counts as `&`, and tabs and line ends are dropped, as browsers do.
///
/// @return  empty when it is no absolute http(s) address, has no valid host, or is over
/// kMaxUrlBytes
std::string canonical_url(std::string_view url);

/// What all dresses of one article's address have in common: its identity, for comparing and never
/// for opening. On top of canonical_url: no scheme, no "www", mobile and AMP hosts, AMP paths and
/// caches, no trailing slash or index page, no session, parameters sorted. Empty when canonical_url
/// is.
std::string url_key(std::string_view url);

/// canonical_url of `reference` as it stands on the page `base` (RFC 3986, 5.3). `base` may be
/// empty.
std::string resolve_url(std::string_view base, std::string_view reference);

/// Host of an absolute address in ASCII and lower case, without port; empty when it has none.
std::string url_host(std::string_view url);

/// The domain under a public suffix ("bbc.co.uk" for "https://www.bbc.co.uk/news" and for
/// "news.bbc.co.uk"), by the public suffix list with its private part ("name.blogspot.com"). An IP
/// address or a single label stands for itself. Empty when there is no valid host, or the host is
/// itself a public suffix.
///
/// @param url_or_host  an absolute address, or a bare host name
std::string registrable_domain(std::string_view url_or_host);

}  // namespace pressmark
