#include "searcher/query/field_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/core.h>

#include "common/country.h"
#include "common/field_terms.h"
#include "common/language.h"
#include "common/text.h"
#include "searcher/query/edit_distance.h"
#include "searcher/query/lexer.h"

namespace pressmark::searcher {
namespace {

using Form = FilterValue::Form;
using Value = Expected<FilterValue, ValueError>;

constexpr std::array<std::string_view, 4> kBounds = {"since", "until", "before", "after"};

Value fail(std::string_view text, std::string message, std::string suggestion = {}) {
  return Unexpected<ValueError>(
      ValueError{0, text.size(), std::move(message), std::move(suggestion)});
}

FilterValue value_of(Form form, std::string_view text = {}) {
  FilterValue value;
  value.form = form;
  value.text = text;
  return value;
}

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "\"" : ", \"") + name + "\"";
  return out;
}

Value country(std::string_view text) {
  if (const auto code = find_country(text)) return value_of(Form::Equal, *code);
  const auto near = suggest_countries(text);
  return fail(text, fmt::format("no country is called \"{}\"", text),
              near.empty() ? "a code (ua), a name (Ukraine) or a demonym (Ukrainian)"
                           : "did you mean " + join(near) + "?");
}

Value language(std::string_view text) {
  if (const auto code = find_language(text)) return value_of(Form::Equal, *code);
  const auto near = suggest_languages(text);
  return fail(text, fmt::format("no language is called \"{}\"", text),
              near.empty() ? "a code (de) or a name (German)" : "did you mean " + join(near) + "?");
}

Value flag(const Field& field, std::string_view text) {
  std::string folded = to_lower_ascii(text);
  const auto known = split(flags_of(field.id), ' ');
  if (std::ranges::find(known, folded) == known.end()) {
    std::string all(flags_of(field.id));
    for (std::size_t at = 0; (at = all.find(' ', at)) != std::string::npos; at += 2)
      all.replace(at, 1, ", ");
    return fail(text, fmt::format("{}: knows no \"{}\"", field.name, text), "one of " + all);
  }
  if (folded == "dup") folded = "copy";
  return value_of(Form::Equal, folded);
}

constexpr std::uint64_t kMostNumber = 1'000'000'000'000;

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() ||
      value > kMostNumber)
    return {};
  return value;
}

Value numbers(std::string_view text) {
  const auto bad = [&] {
    return fail(text, fmt::format("cannot read the number \"{}\"", text),
                "forms: 500, >500, <=200, 200..800, 200..");
  };
  FilterValue value = value_of(Form::Numbers);
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    const std::string_view left = text.substr(0, dots), right = text.substr(dots + 2);
    if (!left.empty() && !(value.low = number(left))) return bad();
    if (!right.empty() && !(value.high = number(right))) return bad();
    if (!value.low && !value.high) return bad();
    if (value.low && value.high && *value.low > *value.high)
      return fail(text, "the range ends before it begins");
    return value;
  }
  const bool less = text.starts_with('<'), more = text.starts_with('>');
  if (!less && !more) {
    if (!(value.low = value.high = number(text))) return bad();
    return value;
  }
  const bool equal = text.size() > 1 && text[1] == '=';
  auto bound = number(text.substr(equal ? 2 : 1));
  if (!bound) return bad();
  if (less && !equal) {
    if (*bound == 0) return fail(text, "no number is below 0");
    --*bound;
  }
  if (more && !equal) {
    if (*bound == kMostNumber) return fail(text, "no number is that large");
    ++*bound;
  }
  (less ? value.high : value.low) = bound;
  return value;
}

/// Whether an outlet is named by its domain.
bool is_domain(std::string_view source) {
  return source.find('.') != source.npos && source.find(' ') == source.npos;
}

/// A value as typed, without the star behind it.
struct Typed {
  std::string_view text;
  Quoting quoting = Quoting::Bare;
  bool open = false;  // the star stood there
};

Value exact(const Field& field, const Typed& typed) {
  if (typed.quoting == Quoting::Exactly) return value_of(Form::Exactly, typed.text);
  if (field.id == FieldId::Id) {
    const std::string folded = to_lower_ascii(typed.text);
    if (folded.size() < 5) return fail(typed.text, "an id needs at least 5 characters");
    return value_of(Form::Prefix, folded);
  }
  if (is_address(field)) return value_of(typed.open ? Form::Prefix : Form::Equal, typed.text);
  if (field.id == FieldId::Source && !typed.open) {
    const bool host = is_domain(typed.text);
    // An address stands for its host, as terms name it.
    const bool address = typed.text.find("://") != std::string_view::npos;
    const std::string name =
        host ? host_of(address ? std::string(typed.text) : fmt::format("https://{}", typed.text))
             : "";
    if (!name.empty()) return value_of(Form::Equal, name);
    return value_of(typed.quoting == Quoting::Bare ? Form::Word : Form::Equal, typed.text);
  }
  if (typed.open) return value_of(Form::Prefix, typed.text);
  const std::string folded = fold_accents(collapse_space(typed.text));
  if (folded.empty()) return fail(typed.text, "there is no letter in it");
  return value_of(Form::Equal, folded);
}

/// Whether typed text stands for a whole name: quoted, or more than one word.
Value name(const Typed& typed) {
  if (typed.open) return value_of(Form::Prefix, typed.text);
  const bool whole =
      typed.quoting == Quoting::Quoted || typed.text.find(' ') != std::string_view::npos;
  return value_of(whole ? Form::Equal : Form::Word, typed.text);
}

/// What stands in a bare value and is none of it: `title:-gas` has its sign in the wrong place.
std::optional<ValueError> misplaced(const Field& field, const Lexeme& typed) {
  if (is_address(field) || field.kind == FieldKind::Number || typed.text.empty()) return {};
  if (const auto [sign, bytes] = sign_at(typed.text, 0); !typed.escaped && bytes != 0) {
    return ValueError{0, bytes, fmt::format("\"{}\" cannot stand behind a field", sign),
                      fmt::format("write it before the field: {}{}:{}", sign, field.name,
                                  typed.text.substr(bytes))};
  }
  if (const char first = typed.text.front();
      !typed.escaped && field.kind != FieldKind::Date && (first == '<' || first == '>')) {
    return ValueError{0, 1, fmt::format("\"{}\" compares days and numbers", first),
                      fmt::format("as in date:{0}2022 or words:{0}500", first)};
  }
  if (field.kind != FieldKind::Name && field.kind != FieldKind::Exact) return {};
  if (!typed.escaped && is_boolean_operator(typed.text)) {
    return ValueError{0, typed.text.size(),
                      fmt::format("\"{}\" cannot stand behind a field", typed.text),
                      fmt::format("if it is the value: {}:{}", field.name, quote(typed.text))};
  }
  if (typed.fuzzy) {
    return ValueError{typed.text.size(), 1, "\"~\" stands behind a word of the text only",
                      fmt::format("{}:{}* finds what begins so", field.name, typed.text)};
  }
  if (typed.wildcards > typed.stars) {
    return ValueError{
        0, typed.text.size(), "\"?\" leaves a letter open in words of the text only",
        fmt::format("if it is part of the value: {}:{}", field.name, quote(typed.text))};
  }
  return {};
}

/// "*.gov.uk"
bool is_suffix(const Field& field, const Lexeme& typed) {
  return field.id == FieldId::Source && typed.stars == 1 && typed.text.size() > 2 &&
         !typed.escaped && typed.text.starts_with("*.");
}

/// A star that stands where none can: within a value, or before it.
std::optional<ValueError> wrong_star(const Field& field, const Lexeme& typed) {
  if (typed.stars == std::size_t{typed.open} || is_suffix(field, typed)) return {};
  const std::string begin = typed.text.substr(0, typed.first_wildcard);
  return ValueError{0, typed.text.size(), "\"*\" stands at the end of a value",
                    field.id == FieldId::Source
                        ? "as in source:guard*, or source:*.gov.uk"
                        : fmt::format("as in {}:{}*", field.name, begin.empty() ? "clim" : begin)};
}

bool safe_bare(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  });
}

/// The text as one bare value: nothing in it is read as a sign, an operator, a wildcard or a list.
std::string escaped(const Field& field, std::string_view text) {
  const std::string_view signs = field.id == FieldId::Source ? "-+@=" : "-+@";
  const bool plain =
      !text.empty() && signs.find(text[0]) == text.npos && !is_boolean_operator(text);
  const std::string_view keep = is_address(field) ? ".-_/:?=&%#+@" : ".-_/:=&%#+@";
  if (plain || text.empty()) return escape(text, keep);
  return std::string("\\").append(text.substr(0, 1)) + escape(text.substr(1), keep);
}

}  // namespace

Expected<FilterValue, ValueError> parse_field_value(const Field& field, const Lexeme& typed,
                                                    Quoting quoting, Date today) {
  const std::string whole = typed.fuzzy ? typed.text + '~' : typed.text;
  const std::string_view text = trim(whole);
  if (text.empty())
    return fail(text, fmt::format("nothing stands behind \"{}:\"", field.name),
                fmt::format("as in {}", field.example));
  if (quoting == Quoting::Bare) {
    if (auto wrong = misplaced(field, typed)) return Unexpected<ValueError>(std::move(*wrong));
  }
  if (field.kind == FieldKind::Date) return parse_date_expression(whole, today);
  const bool star = text == "*" && typed.stars == 1;
  if (quoting == Quoting::Bare && field.kind != FieldKind::Flag &&
      field.kind != FieldKind::Number) {
    if (equals_ascii_nocase(text, "none")) return value_of(Form::None);
    if (equals_ascii_nocase(text, "any") || star) return value_of(Form::Any);
  }
  switch (field.kind) {
    case FieldKind::Country:
      return country(text);
    case FieldKind::Language:
      return language(text);
    case FieldKind::Number:
      return numbers(text);
    case FieldKind::Flag:
      return flag(field, text);
    default:
      break;
  }
  if (quoting == Quoting::Exactly && typed.stars > 0)
    return fail(text, "\"=\" finds one name, \"*\" several",
                fmt::format("{}:{}", field.name, text));
  if (auto wrong = wrong_star(field, typed)) return Unexpected<ValueError>(std::move(*wrong));
  if (is_suffix(field, typed)) return value_of(Form::Suffix, to_lower_ascii(text.substr(2)));
  const Typed value{typed.open ? trim(text.substr(0, text.size() - 1)) : text, quoting, typed.open};
  return field.kind == FieldKind::Name ? name(value) : exact(field, value);
}

std::string note_on_value(const Field& field, std::string_view typed, const FilterValue& value) {
  const auto stands = field.kind == FieldKind::Country ? country_stand_in(typed) : std::nullopt;
  if (!stands) return {};
  using Kind = CountryStandIn::Kind;
  const std::string_view is = stands->kind == Kind::Former ? "is a former country"
                              : stands->kind == Kind::Part ? "is part of a country"
                                                           : "is a name of several countries";
  std::string others;
  for (const std::string_view code : stands->others)
    others += (others.empty() ? "" : ",") + to_lower_ascii(code);
  return fmt::format("\"{}\" {}: taken as {} ({}:{}){}", trim(typed), is, country_name(value.text),
                     field.name, to_lower_ascii(value.text),
                     others.empty() ? "" : fmt::format("; others: {}:{}", field.name, others));
}

std::optional<Expected<FilterValue, ValueError>> parse_date_bound(std::string_view name,
                                                                  std::string_view text,
                                                                  Date today) {
  const std::string folded = to_lower_ascii(name);
  if (std::ranges::find(kBounds, folded) == kBounds.end()) return std::nullopt;
  const auto point = parse_date_point(text, today);
  if (!point) return Unexpected<ValueError>(point.error());
  const auto next = [](Date day, int by) {
    return Date{std::chrono::sys_days(day) + std::chrono::days(by)};
  };
  FilterValue value = value_of(Form::Dates);
  DateRange& out = value.dates;
  if (folded == "since") out.first = point->first;
  if (folded == "until") out.last = point->last;
  if (folded == "before") out.last = next(*point->first, -1);
  if (folded == "after") out.first = next(*point->last, 1);
  if ((out.first && *out.first > kLastDate) || (out.last && *out.last < kFirstDate)) {
    return fail(text, "no day lies beyond that one");
  }
  return value;
}

std::string_view flags_of(FieldId field) {
  switch (field) {
    case FieldId::Is:
      return "copy dup edited truncated live";
    case FieldId::Has:
      return "author source country from person org place lang section tag date url";
    default:
      return "sure unsure none";
  }
}

bool is_address(const Field& field) {
  return field.id == FieldId::Url || field.id == FieldId::Origin;
}

Quoting behind_equals(std::string_view line, const Lexeme& name) {
  const bool quoted = quote_at(line, name.begin) != 0;
  return quoted || !is_domain(name.text) ? Quoting::Exactly : Quoting::Bare;
}

bool takes_list(const Field& field) { return !is_address(field); }

std::string_view nearest_field(std::string_view name) {
  const std::string folded = to_lower_ascii(name);
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, folded.size() / 3) + 1;
  const auto consider = [&](std::string_view candidate) {
    const std::size_t distance =
        candidate.empty() ? least : edit_distance(folded, candidate, least);
    if (distance >= least) return;
    least = distance;
    best = candidate;
  };
  for (const Field& field : fields()) {
    consider(field.name);
    for (const std::string_view alias : split(field.aliases, ' ')) consider(alias);
  }
  for (const std::string_view bound : kBounds) consider(bound);
  return best;
}

std::string print_value(const Field& field, const FilterValue& value) {
  const auto dates = [&] {
    const std::string first = value.dates.first ? to_string(*value.dates.first) : std::string();
    const std::string last = value.dates.last ? to_string(*value.dates.last) : std::string();
    return first == last ? first : first + ".." + last;
  };
  switch (value.form) {
    case Form::None:
      return "none";
    case Form::Any:
      return "any";
    case Form::Dates:
      return dates();
    case Form::Numbers:
      if (value.low == value.high) return std::to_string(*value.low);
      return (value.low ? std::to_string(*value.low) : "") + ".." +
             (value.high ? std::to_string(*value.high) : "");
    case Form::Suffix:
      return "*." + escaped(field, value.text);
    case Form::Prefix:
      return escaped(field, value.text) + (field.id == FieldId::Id ? "" : "*");
    case Form::Word:
      return escaped(field, value.text);
    case Form::Exactly:
      return "=" + quote(value.text);
    case Form::Equal:
      break;
  }
  const bool bare = field.kind == FieldKind::Country || field.kind == FieldKind::Language ||
                    field.kind == FieldKind::Flag;
  return bare && safe_bare(value.text) ? value.text : quote(value.text);
}

}  // namespace pressmark::searcher
