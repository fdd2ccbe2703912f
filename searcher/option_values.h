#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/text.h"
#include "searcher/model/search_request.h"
#include "searcher/options.h"

namespace pressmark::searcher {

/// Throws Error (ExitCode::Usage): OPTION cannot be "value"; it can be: ... An option is named as
/// it was given, "--limit" or with the place in a file.
[[noreturn]] void wrong(std::string_view option, std::string_view value, std::string_view allowed);

/// A number from 0 to 1000000000; wrong() for anything else.
std::size_t number(std::string_view option, const std::string& value);

/// "country", "month", "person:mac*": a facet, or one interval of time. Refuses others with those
/// there are.
FacetSpec facet_spec(std::string_view option, const std::string& item);

/// One of the words that an option takes.
template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

template <typename T>
std::optional<T> find(std::span<const Choice<T>> choices, std::string_view name) {
  for (const Choice<T>& choice : choices) {
    if (equals_ascii_nocase(choice.name, name)) return choice.value;
  }
  return std::nullopt;
}

template <typename T>
T choose(std::string_view option, const std::string& value, std::span<const Choice<T>> choices) {
  if (const auto found = find(choices, value)) return *found;
  std::string names;
  for (const Choice<T>& choice : choices) {
    names += (names.empty() ? "" : ", ") + std::string(choice.name);
  }
  wrong(option, value, names);
}

inline constexpr std::array kSorts = {Choice<SortOrder>{"relevance", SortOrder::Relevance},
                                      Choice<SortOrder>{"newest", SortOrder::Newest},
                                      Choice<SortOrder>{"oldest", SortOrder::Oldest},
                                      Choice<SortOrder>{"blend", SortOrder::Blend}};
inline constexpr std::array kMatches = {Choice<Match>{"all", Match::All},
                                        Choice<Match>{"any", Match::Any}};
inline constexpr std::array kModes = {Choice<FacetMode>{"siblings", FacetMode::Siblings},
                                      Choice<FacetMode>{"drill", FacetMode::Drill}};
inline constexpr std::array kIntervals = {
    Choice<Interval>{"day", Interval::Day}, Choice<Interval>{"week", Interval::Week},
    Choice<Interval>{"month", Interval::Month}, Choice<Interval>{"year", Interval::Year}};
inline constexpr std::array kTimelines = {Choice<std::optional<Interval>>{"day", Interval::Day},
                                          Choice<std::optional<Interval>>{"week", Interval::Week},
                                          Choice<std::optional<Interval>>{"month", Interval::Month},
                                          Choice<std::optional<Interval>>{"year", Interval::Year},
                                          Choice<std::optional<Interval>>{"auto", std::nullopt}};
inline constexpr std::array kWhens = {Choice<When>{"auto", When::Auto},
                                      Choice<When>{"always", When::Always},
                                      Choice<When>{"never", When::Never}};
inline constexpr std::array kFormats = {
    Choice<Format>{"human", Format::Human}, Choice<Format>{"jsonl", Format::Jsonl},
    Choice<Format>{"json", Format::Jsonl},  Choice<Format>{"csv", Format::Csv},
    Choice<Format>{"tsv", Format::Tsv},     Choice<Format>{"urls", Format::Urls},
    Choice<Format>{"paths", Format::Paths}, Choice<Format>{"ids", Format::Ids},
    Choice<Format>{"trec", Format::Trec},   Choice<Format>{"bibtex", Format::Bibtex},
    Choice<Format>{"ris", Format::Ris},     Choice<Format>{"markdown", Format::Markdown},
    Choice<Format>{"atom", Format::Atom},   Choice<Format>{"html", Format::Html}};
inline constexpr std::array kRelated = {
    Choice<FieldId>{"person", FieldId::Person}, Choice<FieldId>{"org", FieldId::Org},
    Choice<FieldId>{"place", FieldId::Place}, Choice<FieldId>{"country", FieldId::Country},
    Choice<FieldId>{"word", FieldId::Body}};

}  // namespace pressmark::searcher
