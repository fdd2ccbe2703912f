#pragma once

#include <string>
#include <string_view>

namespace pressmark::indexer {

/// The address that a comment gives which a browser ("saved from url=(0042)https://..."), the
/// extension SingleFile or the copier HTTrack put into a page when they saved it; as it stands
/// there, with a scheme, and empty for every other comment.
///
/// @param comment  what stands between "<!--" and "-->"
std::string saved_from(std::string_view comment);

}  // namespace pressmark::indexer
