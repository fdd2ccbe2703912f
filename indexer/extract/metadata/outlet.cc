#include "indexer/extract/metadata/outlet.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/outlet_table.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"

namespace pressmark::indexer {
namespace {

constexpr std::size_t kMaxNameLetters = 60;
constexpr std::size_t kLeastSpelled = 5;  // letters: shorter ones are as often plain words

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

bool is_label(std::string_view name, std::string_view domain) {
  const std::string label = domain_label(domain);
  return !label.empty() && (letters_of(name) == label || outlet_name_key(name) == label);
}

std::string domain_of(const OutletEvidence& evidence) {
  std::string domain = evidence.url.empty() ? std::string() : registrable_domain(evidence.url);
  const std::string publisher =
      evidence.publisher_url.empty() ? std::string() : registrable_domain(evidence.publisher_url);
  if (publisher.empty() || publisher == domain) return domain;
  const auto named = [&](const std::string& by) {
    return std::ranges::any_of(evidence.names, [&](std::string_view name) {
      return agrees_with_domain(without_tagline(cleaned_name(name), by), by);
    });
  };
  return named(publisher) && !named(domain) ? publisher : domain;
}

/// The name that most sources give, if at least two do; the earliest of equals.
const std::string* agreed_name(const std::vector<std::string>& names) {
  const std::string* best = nullptr;
  std::ptrdiff_t most = 1;
  for (const std::string& name : names) {
    const std::string key = outlet_name_key(name);
    const auto count = std::ranges::count_if(
        names, [&](const std::string& other) { return outlet_name_key(other) == key; });
    if (count > most) {
      best = &name;
      most = count;
    }
  }
  return best;
}

/// "moorherald" as another source writes it: "Moor Herald".
std::string well_spelled(const std::vector<std::string>& names, const std::string& name) {
  if (name.find(' ') != std::string::npos) return name;
  const std::string letters = letters_of(name);
  const auto spelled = std::ranges::find_if(names, [&](const std::string& other) {
    return other.find(' ') != std::string::npos && letters_of(other) == letters;
  });
  return spelled == names.end() ? name : *spelled;
}

/// @param host  of the article: a paper of its own below another's domain has a name of its own
///              ("The Moor News" and moornews.echo.example)
OutletChoice choose_name(const std::vector<std::string>& names, std::string_view domain,
                         std::string_view host, const std::optional<KnownOutlet>& known) {
  const auto choose = [](std::string_view name, std::string_view rule) {
    return OutletChoice{{"", std::string(name)}, rule};
  };
  const auto label =
      std::ranges::find_if(names, [&](const std::string& name) { return is_label(name, domain); });
  if (label != names.end() && !is_all_lower(*label)) return choose(*label, "the domain's letters");
  const std::string* agreed = agreed_name(names);
  if (agreed != nullptr && is_label(*agreed, host)) return choose(*agreed, "the host's letters");
  if (known) return choose(known->name, "known outlet");
  if (label != names.end()) return choose(*label, "the domain's letters");
  const auto agreeing = std::ranges::find_if(names, [&](const std::string& name) {
    const bool address =
        name.find('.') != std::string::npos && outlet_name_key(name) == outlet_name_key(domain);
    return !address && !domain.empty() && agrees_with_domain(name, domain);
  });
  if (agreeing != names.end()) return choose(*agreeing, "agrees with the domain");
  if (agreed != nullptr) return choose(*agreed, "two sources agree");
  if (!names.empty()) return choose(names.front(), "first stated");
  return {};
}

/// "moor-echo.example" among the names, if another name agrees with it: the outlet's domain where
/// no address gives it.
std::string stated_domain(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const bool address = name.find('.') != std::string::npos && name.find(' ') == std::string::npos;
    std::string domain = address ? registrable_domain(to_lower_ascii(name)) : std::string();
    if (domain.empty()) continue;
    const bool agrees = std::ranges::any_of(names, [&](const std::string& other) {
      return other.find('.') == std::string::npos && agrees_with_domain(other, domain);
    });
    if (agrees) return domain;
  }
  return {};
}

}  // namespace

std::string without_tagline(std::string name, std::string_view domain) {
  if (domain.empty() || is_label(name, domain)) return name;
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", ": ", " :: ", " · "}) {
    const std::size_t at = name.find(separator);
    if (at == std::string::npos) continue;
    for (const std::string_view part : {std::string_view(name).substr(0, at),
                                        std::string_view(name).substr(at + separator.size())}) {
      if (agrees_with_domain(part, domain)) return std::string(trim(part));
    }
  }
  return name;
}

bool says_no_outlet(std::string_view name) {
  constexpr std::string_view kSections[] = {
      "news",       "newsroom",      "home",       "homepage",    "blog",       "article",
      "articles",   "press",         "media",      "magazine",    "stories",    "start",
      "startseite", "aktuelles",     "aktuell",    "nachrichten", "actualites", "accueil",
      "noticias",   "inicio",        "notizie",    "nieuws",      "nyheter",    "nyheder",
      "haberler",   "новости",       "новини",     "新闻",        "新聞",       "ニュース",
      "뉴스",       "breaking news", "latest news"};
  const std::string folded = fold_accents(trim(name));
  if (folded.empty() || std::ranges::count(kSections, folded) > 0) return true;
  if (folded.find(' ') != std::string::npos) return false;
  const bool file_name =
      to_lower_ascii(name) == name && name.find_first_of("-_") != std::string_view::npos;
  return file_name ||
         (folded.find('.') != std::string::npos && !registrable_domain(folded).empty());
}

bool spells_domain(std::string_view name, std::string_view domain) {
  if (name.empty() || (name[0] >= 'a' && name[0] <= 'z')) return false;
  const bool address = name.find('.') != std::string_view::npos;
  return !address && domain_label(domain).size() >= kLeastSpelled && is_label(name, domain);
}

std::string part_in_title(std::string_view name, std::string_view document_title) {
  if (name.size() > 4 * kMaxNameLetters || document_title.find(name) != std::string_view::npos)
    return {};
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: "}) {
    const std::size_t at = name.find(separator);
    if (at == std::string_view::npos) continue;
    for (const std::string_view part : {name.substr(0, at), name.substr(at + separator.size())}) {
      const std::string_view title = document_title;
      const bool begins = title.starts_with(part) && title.substr(part.size()).starts_with(' ');
      const bool ends = title.ends_with(part) && title.size() > part.size() &&
                        title[title.size() - part.size() - 1] == ' ';
      if (!part.empty() && (begins || ends)) return std::string(part);
    }
  }
  return {};
}

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

OutletChoice choose_outlet(const OutletEvidence& evidence) {
  std::string domain = domain_of(evidence);
  std::optional<KnownOutlet> known = find_outlet_by_domain(domain);
  std::vector<std::string> names;
  for (const std::string_view name : evidence.names) {
    std::string clean = without_tagline(cleaned_name(name), domain);
    if (clean.empty()) continue;
    if (domain.empty() && !known) known = find_outlet_by_name(clean);
    names.push_back(std::move(clean));
  }
  if (domain.empty() && !known) {
    domain = stated_domain(names);
    known = find_outlet_by_domain(domain);
  }
  OutletChoice choice = choose_name(names, domain, url_host(evidence.url), known);
  if (!known) choice.outlet.name = well_spelled(names, choice.outlet.name);
  choice.outlet.domain = known && domain.empty() ? std::string(known->domain) : std::move(domain);
  return choice;
}

}  // namespace pressmark::indexer
