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
  for (const std::string_view form : {", Inc.", " Inc.", ", LLC", " LLC", " Ltd", " Ltd.", " GmbH",
                                      " AG", " S.A.", " S.p.A.", ", Inc", " Inc"}) {
    if (clean.ends_with(form) && clean.size() > form.size() + 2)
      clean.resize(clean.size() - form.size());
  }
  return clean;
}

/// As outlet_name_key, with a leading "the".
std::string letters_of(std::string_view name) {
  return starts_with_ascii_nocase(name, "the ") ? std::string("the").append(outlet_name_key(name))
                                                : outlet_name_key(name);
}

bool is_all_lower(const std::string& name) { return to_lower_ascii(name) == name; }

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
  return short_form.size() >= 2 &&
         (short_form == label || std::string("t").append(label) == short_form);
}

Outlet choose_outlet(const OutletEvidence& evidence) {
  Outlet outlet;
  if (!evidence.url.empty()) outlet.domain = registrable_domain(evidence.url);
  std::optional<KnownOutlet> known = find_outlet_by_domain(outlet.domain);
  const std::string label = domain_label(outlet.domain);
  std::string first;
  std::string agreeing;
  std::string same;  // letter by letter the domain's label
  for (const std::string_view name : evidence.names) {
    std::string clean = cleaned_name(name);
    if (clean.empty()) continue;
    if (outlet.domain.empty() && !known) known = find_outlet_by_name(clean);
    const bool address = clean.find('.') != std::string::npos &&
                         outlet_name_key(clean) == outlet_name_key(outlet.domain);
    if (same.empty() && !label.empty() &&
        (letters_of(clean) == label || outlet_name_key(clean) == label))
      same = clean;
    if (agreeing.empty() && !address && !outlet.domain.empty() &&
        agrees_with_domain(clean, outlet.domain))
      agreeing = clean;
    if (first.empty()) first = std::move(clean);
  }
  if (known && outlet.domain.empty()) outlet.domain = known->domain;
  if (!same.empty() && !is_all_lower(same)) {
    outlet.name = same;
  } else if (known) {
    outlet.name = known->name;
  } else {
    outlet.name = !same.empty() ? same : agreeing.empty() ? first : agreeing;
  }
  return outlet;
}

}  // namespace pressmark::indexer
