#include "common/url_parameters.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace pressmark {
namespace {

/// Parameters that only say how the reader came, as whole names.
constexpr std::array<std::string_view, 53> kTrackers = {"__twitter_impression",
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
                                                        "wbraid",
                                                        "xtor",
                                                        "yclid",
                                                        "ysclid"};
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
  return is_named(parameter, kTrackers, kTrackerPrefixes);
}

bool is_shared_name(std::string_view parameter) {
  return is_named(parameter, kSharedNames, kSharedPrefixes);
}

/// Whether the path names a script, which shows what its parameters say.
bool is_script(std::string_view path) {
  const std::string last = to_lower_ascii(path.substr(path.rfind('/') + 1));
  const std::string_view name = std::string_view(last).substr(0, last.find(';'));
  return std::ranges::any_of(kScriptEndings,
                             [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

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

bool is_dress(std::string_view parameter) {
  const std::string lower = to_lower_ascii(parameter);
  const std::string_view name = parameter_name(lower);
  return name == "amp" || name == "amp_js_v" || lower == "outputtype=amp" ||
         lower == "output=amp" || lower == "view=amp" || std::ranges::count(kSessions, name) > 0 ||
         name == lower.substr(0, lower.size() - 1);
}

std::string joined_parameters(const std::vector<std::string>& parameters) {
  std::string out;
  for (const std::string& parameter : parameters) {
    out += out.empty() ? '?' : '&';
    out += parameter;
  }
  return out;
}

}  // namespace pressmark
