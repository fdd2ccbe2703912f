#include "searcher/query/field_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "common/country.h"
#include "common/language.h"
#include "common/text.h"
#include "searcher/query/edit_distance.h"
#include "searcher/query/lexer.h"

namespace pressmark::searcher {
namespace {

using Form = FilterValue::Form;
using Result = Expected<FilterValue, ValueError>;

constexpr std::array<std::string_view, 4> kBounds = {"since", "until", "before", "after"};

Result fail(std::string_view text, std::string message, std::string suggestion = {}) {
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

Result country(std::string_view text) {
  if (const auto code = find_country(text)) return value_of(Form::Equal, *code);
  const auto near = suggest_countries(text);
  return fail(text, fmt::format("no country is called \"{}\"", text),
              near.empty() ? "a code (ua), a name (Ukraine) or a demonym (Ukrainian)"
                           : "did you mean " + join(near) + "?");
}

Result language(std::string_view text) {
  if (const auto code = find_language(text)) return value_of(Form::Equal, *code);
  const auto near = suggest_languages(text);
  return fail(text, fmt::format("no language is called \"{}\"", text),
              near.empty() ? "a code (de) or a name (German)" : "did you mean " + join(near) + "?");
}

/// Words that a flag field knows.
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

Result flag(const Field& field, std::string_view text) {
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

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() ||
      value > 1'000'000'000'000)
    return {};
  return value;
}

Result numbers(std::string_view text) {
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
  if (more && !equal) ++*bound;
  (less ? value.high : value.low) = bound;
  return value;
}

Result exact(const Field& field, std::string_view text, Quoting quoting) {
  const bool star = text.ends_with('*') && quoting == Quoting::Bare;
  if (field.id == FieldId::Id) {
    const std::string folded = to_lower_ascii(star ? text.substr(0, text.size() - 1) : text);
    if (folded.size() < 5) return fail(text, "an id needs at least 5 characters");
    return value_of(Form::Prefix, folded);
  }
  if (field.id == FieldId::Url || field.id == FieldId::Origin) {
    return star ? value_of(Form::Prefix, text.substr(0, text.size() - 1))
                : value_of(Form::Equal, text);
  }
  if (field.id == FieldId::Source) {
    if (text.starts_with("*.") && quoting == Quoting::Bare)
      return value_of(Form::Suffix, to_lower_ascii(text.substr(2)));
    const bool host =
        text.find('.') != std::string_view::npos && text.find(' ') == std::string_view::npos;
    if (host) return value_of(Form::Equal, to_lower_ascii(text));
    return value_of(quoting == Quoting::Bare ? Form::Word : Form::Equal, text);
  }
  if (star) return value_of(Form::Prefix, text.substr(0, text.size() - 1));
  return value_of(Form::Equal, fold_accents(collapse_space(text)));
}

/// Whether typed text stands for a whole name: quoted, or more than one word.
Result name(std::string_view text, Quoting quoting) {
  const bool whole = quoting == Quoting::Quoted || text.find(' ') != std::string_view::npos;
  return value_of(whole ? Form::Equal : Form::Word, text);
}

bool safe_bare(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  });
}

std::string escaped(std::string_view text) { return escape(text, ".-_/:?=&%#+@"); }

}  // namespace

Expected<FilterValue, ValueError> parse_field_value(const Field& field, std::string_view text,
                                                    Quoting quoting, Date today) {
  if (trim(text).empty())
    return fail(text, fmt::format("nothing stands behind \"{}:\"", field.name),
                fmt::format("as in {}", field.example));
  if (field.kind == FieldKind::Date) return parse_date_expression(text, today);
  if (quoting == Quoting::Bare && field.kind != FieldKind::Flag &&
      field.kind != FieldKind::Number) {
    if (equals_ascii_nocase(text, "none")) return value_of(Form::None);
    if (equals_ascii_nocase(text, "any") || text == "*") return value_of(Form::Any);
  }
  switch (field.kind) {
    case FieldKind::Country:
      return country(trim(text));
    case FieldKind::Language:
      return language(trim(text));
    case FieldKind::Number:
      return numbers(trim(text));
    case FieldKind::Flag:
      return flag(field, trim(text));
    case FieldKind::Name:
      return name(trim(text), quoting);
    default:
      return exact(field, trim(text), quoting);
  }
}

std::optional<Expected<FilterValue, ValueError>> parse_date_bound(std::string_view name,
                                                                  std::string_view text,
                                                                  Date today) {
  const std::string folded = to_lower_ascii(name);
  if (std::ranges::find(kBounds, folded) == kBounds.end()) return std::nullopt;
  auto span = parse_date_expression(text, today);
  if (!span) return span;
  if (span->form != Form::Dates) return fail(text, fmt::format("\"{}:\" needs a date", name));
  const DateRange given = span->dates;
  const auto next = [](Date day, int by) {
    return Date{std::chrono::sys_days(day) + std::chrono::days(by)};
  };
  DateRange& out = span->dates;
  out = {};
  if (folded == "since") out.first = given.first ? given.first : given.last;
  if (folded == "until") out.last = given.last ? given.last : given.first;
  if (folded == "before") out.last = next(given.first ? *given.first : *given.last, -1);
  if (folded == "after") out.first = next(given.last ? *given.last : *given.first, 1);
  if ((out.first && *out.first > kLastDate) || (out.last && *out.last < kFirstDate)) {
    return fail(text, "no day lies beyond that one");
  }
  return span;
}

bool takes_list(const Field& field) {
  return field.id != FieldId::Url && field.id != FieldId::Origin;
}

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
      return "*." + escaped(value.text);
    case Form::Prefix:
      return escaped(value.text) + (field.id == FieldId::Id ? "" : "*");
    case Form::Word:
      return escaped(value.text);
    case Form::Equal:
      break;
  }
  const bool bare = field.kind == FieldKind::Country || field.kind == FieldKind::Language ||
                    field.kind == FieldKind::Flag;
  return bare && safe_bare(value.text) ? value.text : quote(value.text);
}

}  // namespace pressmark::searcher
