#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/url_parts.h"

namespace pressmark {

/// The parameters of an address in their order, percent-encoded in one form, without those of
/// trackers. Names that a site's own script may use as well ("ref") stay where nothing else says
/// what a script is to show.
std::vector<std::string> kept_parameters(const UrlParts& parts);

/// Whether a parameter makes another dress of the same article (AMP, a session, no value), and no
/// other article.
bool is_dress(std::string_view parameter);

/// "?a=1&b=2"; empty without any.
std::string joined_parameters(const std::vector<std::string>& parameters);

}  // namespace pressmark
