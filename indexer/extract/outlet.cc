#include "indexer/extract/outlet.h"

#include <optional>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxNameLetters = 60;

std::string cleaned_name(std::string_view name) {
  if (name.size() > 4 * kMaxNameLetters) return {};
  std::string clean = collapse_space(name);
  while (clean.starts_with('@')) clean.erase(0, 1);
  if (clean.find("://") != std::string::npos || clean.find_first_of("<>{}") != std::string::npos)
    return {};
  if (count_code_points(clean) > kMaxNameLetters) return {};
  return clean;
}

std::string domain_label(std::string_view domain) {
  return outlet_name_key(domain.substr(0, domain.find('.')));
}

/// "washingtonpost" of "Washington Post", and "nyt" of "New York Times".
std::string initials(std::string_view name) {
  std::string letters;
  for (const std::string_view word : split(name, ' ')) {
    const std::string key = outlet_name_key(word);
    if (!key.empty() && static_cast<unsigned char>(key[0]) < 0x80) letters += key[0];
  }
  return letters;
}

}  // namespace

bool agrees_with_domain(std::string_view name, std::string_view domain) {
  const std::string key = outlet_name_key(name);
  const std::string label = domain_label(domain);
  if (key.size() < 2 || label.size() < 2) return false;
  if (key == label || key == outlet_name_key(domain)) return true;
  if (key.size() >= 4 && label.find(key) != std::string::npos && key.size() * 2 >= label.size())
    return true;
  if (label.size() >= 4 && key.find(label) != std::string::npos && label.size() * 2 >= key.size())
    return true;
  const std::string short_form = initials(name);
  return short_form.size() >= 2 && (short_form == label || std::string("t").append(label) == short_form);
}

Outlet choose_outlet(const OutletEvidence& evidence) {
  Outlet outlet;
  if (!evidence.url.empty()) outlet.domain = registrable_domain(evidence.url);
  std::optional<KnownOutlet> known = find_outlet_by_domain(outlet.domain);
  std::string first;
  std::string agreeing;
  for (const std::string_view name : evidence.names) {
    std::string clean = cleaned_name(name);
    if (clean.empty()) continue;
    if (outlet.domain.empty() && !known) known = find_outlet_by_name(clean);
    if (agreeing.empty() && !outlet.domain.empty() && agrees_with_domain(clean, outlet.domain))
      agreeing = clean;
    if (first.empty()) first = std::move(clean);
  }
  if (known) {
    if (outlet.domain.empty()) outlet.domain = known->domain;
    outlet.name = known->name;
  } else {
    outlet.name = agreeing.empty() ? first : agreeing;
  }
  return outlet;
}

}  // namespace pressmark::indexer
