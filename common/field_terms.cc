#include "common/field_terms.h"

#include <algorithm>
#include <chrono>

#include "common/hash.h"
#include "common/letters.h"
#include "common/text.h"
#include "common/utf8.h"

namespace pressmark {
namespace {

using namespace std::chrono_literals;

std::string prefixed(FieldId id, std::string_view value) {
  return make_term(field(id).prefix, value);
}

/// Whether a point parts the names of a foreigner: "弗拉基米尔·普京", "ジョー・バイデン".
bool has_name_point(std::string_view between) {
  for (std::size_t at = 0; at < between.size();) {
    if (is_name_point(next_code_point(between, at))) return true;
  }
  return false;
}

}  // namespace

std::string identity_term(std::string_view identity) {
  return make_term(prefix::kIdentity, hash128_hex(identity));
}

std::string value_term(FieldId id, std::string_view value) {
  if (id == FieldId::Url || id == FieldId::Origin) return prefixed(id, value);
  return prefixed(id, fold_accents(collapse_space(value)));
}

std::string canonical_name(std::string_view name, Folder& folder) {
  std::string canonical;
  Tokenizer tokens(name, folder);
  bool unspaced = false;
  std::size_t end = 0;  // of the token before
  while (const auto token = tokens.next()) {
    if (token->kind == TokenKind::Bigram || token->kind == TokenKind::Compound) continue;
    const bool joins = unspaced && token->kind == TokenKind::Unigram &&
                       !has_name_point(name.substr(end, token->begin - end));
    end = token->end;
    if (!canonical.empty() && !joins) canonical += ' ';
    canonical.append(token->form);
    unspaced = token->kind == TokenKind::Unigram;
  }
  return canonical;
}

std::string whole_name_term(FieldId id, std::string_view canonical) {
  return prefixed(id, std::string(" ").append(canonical));
}

std::vector<std::string> name_word_terms(FieldId id, std::string_view canonical) {
  std::vector<std::string> terms;
  for (const std::string_view word : split(canonical, ' ')) {
    if (!word.empty()) terms.push_back(prefixed(id, word));
  }
  return terms;
}

std::vector<std::string> source_terms(std::string_view host, std::string_view domain,
                                      std::string_view name, Folder& folder) {
  std::vector<std::string> terms;
  const auto add = [&](std::string term) {
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
  };
  for (const std::string_view known : {host, domain}) {
    if (known.empty()) continue;
    const std::string lower = to_lower_ascii(known);
    add(prefixed(FieldId::Source, lower));
    std::size_t labels = 0;
    for (std::size_t dot = 0; dot != std::string::npos && labels < 8;
         dot = lower.find('.', dot + 1), ++labels) {
      add(source_suffix_term(std::string_view(lower).substr(dot == 0 ? 0 : dot + 1)));
    }
  }
  const std::string canonical = canonical_name(name, folder);
  if (!canonical.empty()) add(whole_name_term(FieldId::Source, canonical));
  for (std::string& word : name_word_terms(FieldId::Source, canonical)) add(std::move(word));
  if (canonical.starts_with("the "))
    add(whole_name_term(FieldId::Source, std::string_view(canonical).substr(4)));
  return terms;
}

std::string source_suffix_term(std::string_view suffix) {
  return prefixed(FieldId::Source, "*." + to_lower_ascii(suffix));
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos)
    host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  if (starts_with_ascii_nocase(host, "www.")) host.remove_prefix(4);
  return to_lower_ascii(host);
}

std::vector<std::string> date_terms(Date day) {
  const std::string digits = sortable(day);
  return {prefixed(FieldId::Date, digits.substr(0, 4)),
          prefixed(FieldId::Date, digits.substr(0, 6)), prefixed(FieldId::Date, digits)};
}

std::optional<std::vector<std::string>> date_range_terms(Date first, Date last, std::size_t limit) {
  using std::chrono::sys_days;
  using std::chrono::year_month_day_last;
  std::vector<std::string> terms;
  Date day = first;
  while (sys_days(day) <= sys_days(last)) {
    if (terms.size() >= limit) return std::nullopt;
    const std::string digits = sortable(day);
    const Date year_end{day.year(), std::chrono::December, std::chrono::day{31}};
    const Date month_end{day.year() / day.month() / std::chrono::last};
    Date end = day;
    std::size_t length = 8;
    if (day.day() == std::chrono::day{1} && day.month() == std::chrono::January &&
        sys_days(year_end) <= sys_days(last)) {
      end = year_end;
      length = 4;
    } else if (day.day() == std::chrono::day{1} && sys_days(month_end) <= sys_days(last)) {
      end = month_end;
      length = 6;
    }
    terms.push_back(prefixed(FieldId::Date, digits.substr(0, length)));
    if (end == kLastDate) break;
    day = Date{sys_days(end) + std::chrono::days{1}};
  }
  return terms;
}

}  // namespace pressmark
