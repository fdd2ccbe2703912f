#include "searcher/completion.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "common/archive_list.h"
#include "common/config.h"
#include "common/country.h"
#include "common/error.h"
#include "common/language.h"
#include "common/option_text.h"
#include "common/program.h"
#include "common/schema.h"
#include "common/segment_set.h"
#include "common/terminal_text.h"
#include "common/text.h"
#include "searcher/option_table.h"
#include "searcher/query/field_value.h"
#include "searcher/query/lexer.h"
#include "searcher/query/value_terms.h"
#include "searcher/saved_queries.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kMostValues = 40;   // more do not fit on a screen
constexpr std::size_t kMostCodes = 1000;  // of countries or languages: all there are

/// Options whose values are a fixed list, blanks between them. A test holds each to what the
/// program takes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kChoices = {{
    {"sort", "relevance newest oldest blend"},
    {"match", "all any"},
    {"facet-mode", "siblings drill"},
    {"timeline", "day week month year auto"},
    {"related", "person org place country word"},
    {"format", "human jsonl csv tsv urls paths ids trec bibtex ris markdown atom html"},
    {"color", "auto always never"},
    {"hyperlinks", "auto always never"},
}};

/// What stands in a value of a query without quotation marks, besides letters and digits.
constexpr std::string_view kPlain = ".-_:/@+%&";

constexpr std::string_view kDateWords = "today yesterday 7d 30d 6m 1y";

/// The archives of --db, else of the environment, else of the configuration files, else the usual
/// one.
std::vector<std::string> archives_of(std::span<const std::string> words) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == "--db" || words[i] == "-d") found.push_back(words[i + 1]);
    if (words[i].starts_with("--db=")) found.push_back(words[i].substr(5));
  }
  const char* environment = std::getenv("PRESSMARK_DB");
  if (found.empty() && environment != nullptr) found = archive_list(environment);
  if (std::ranges::count(words, "--no-config") == 0) {
    for (const auto& file : config_files()) {
      if (!found.empty()) break;
      for (const ConfigValue& line : read_config(file)) {
        if (line.option == "db") found.push_back(line.value);
      }
    }
  }
  if (const auto standard = default_archive(); found.empty() && standard)
    found.push_back(*standard);
  return found;
}

/// The one whose values are offered: of several the first that is not elsewhere.
std::filesystem::path archive_of(std::span<const std::string> words) {
  const std::vector<std::string> all = archives_of(words);
  const auto here = std::ranges::find_if(
      all, [](const std::string& name) { return !name.starts_with("tcp://"); });
  if (here == all.end()) throw Error(ExitCode::Usage, "which archive? give --db DIR");
  return *here;
}

class Completion {
 public:
  explicit Completion(std::span<const std::string> words)
      : words_(words), options_text_(help_text()), options_(read_option_lines(options_text_)) {}

  std::string run() {
    if (words_.empty()) return {};
    const std::string& word = words_.back();
    if (const OptionLine* option = option_of_value(options_, words_)) {
      option_values(option->name, "", word);
    } else if (const auto equals = word.find('='); word.starts_with("--") && equals != word.npos) {
      option_values(std::string_view(word).substr(2, equals - 2), word.substr(0, equals + 1),
                    word.substr(equals + 1));
    } else if (word.starts_with("--") || word == "-") {
      out_ = complete_option(options_text_, word);
    } else {
      query_word(word);
    }
    return std::move(out_);
  }

 private:
  void offer(std::string_view before, std::string_view value, std::string_view what) {
    out_ += fmt::format("{}{}\t{}\n", before, value, what);
  }

  /// Values of a list with commas: what stands before the last comma is kept.
  void option_values(std::string_view option, std::string before, std::string_view typed) {
    const auto choices =
        std::ranges::find(kChoices, option, &std::pair<std::string_view, std::string_view>::first);
    if (option == "where") return where(std::move(before), typed);
    const bool is_list = option == "facet" || option == "related" || option == "pivot" ||
                         option == "pairs" || find_field(option) != nullptr;
    if (const auto comma = typed.rfind(','); is_list && comma != typed.npos) {
      before += typed.substr(0, comma + 1);
      typed.remove_prefix(comma + 1);
    }
    if (choices != kChoices.end()) {
      fixed(before, typed, choices->second);
    } else if (option == "facet" || option == "matrix" || option == "pivot" || option == "pairs") {
      for (const Field& row : fields()) {
        if (row.facet && row.name.starts_with(typed)) offer(before, row.name, row.help);
      }
      fixed(before, typed, "year month week day");
    } else if (option == "since" || option == "until") {
      fixed(before, typed, kDateWords);
    } else if (const Field* row = find_field(option)) {
      values(*row, before, typed, Quotes::None);
    }
  }

  void where(std::string before, std::string_view typed) {
    const auto equals = typed.find('=');
    if (equals == typed.npos) {
      for (const Field& row : fields()) {
        if (row.name.starts_with(typed)) offer(before, std::string(row.name) + "=", row.help);
      }
    } else if (const Field* row = find_field(typed.substr(0, equals))) {
      before += typed.substr(0, equals + 1);
      values(*row, before, typed.substr(equals + 1), Quotes::None);
    }
  }

  /// "country:u", "-source:the", "(per".
  void query_word(std::string_view word) {
    const auto start = std::min(word.find_first_not_of("-+("), word.size());
    const std::string signs(word.substr(0, start));
    word.remove_prefix(start);
    const auto colon = word.find(':');
    if (colon == word.npos) {
      for (const Field& row : fields()) {
        if (row.name.starts_with(word)) offer(signs, std::string(row.name) + ":", row.help);
      }
      return;
    }
    const std::string_view name = word.substr(0, colon);
    const bool is_date = name == "since" || name == "until" || name == "before" || name == "after";
    const Field* row = is_date ? &field(FieldId::Date) : find_field(name);
    if (row == nullptr) return;
    std::string before = signs + std::string(word.substr(0, colon + 1));
    std::string_view typed = word.substr(colon + 1);
    if (const auto comma = typed.rfind(','); comma != typed.npos) {
      before += typed.substr(0, comma + 1);
      typed.remove_prefix(comma + 1);
    }
    if (typed.starts_with('"')) typed.remove_prefix(1);
    if (row->kind == FieldKind::Date) {
      fixed(before, typed, kDateWords);
    } else {
      values(*row, before, typed, Quotes::Query);
    }
  }

  void fixed(std::string_view before, std::string_view typed, std::string_view list) {
    for (const std::string_view each : split(list, ' ')) {
      if (each.starts_with(typed)) offer(before, each, "");
    }
  }

  enum class Quotes { None, Query };

  void values(const Field& row, const std::string& before, std::string_view typed, Quotes quotes) {
    if (typed.starts_with('@')) return lists(before, typed.substr(1));
    if (row.kind == FieldKind::Flag) return fixed(before, typed, flags_of(row.id));
    const SegmentSet archive(archive_of(words_));
    const std::string folded = fold_accents(typed);
    const bool by_code = row.kind == FieldKind::Country || row.kind == FieldKind::Language;
    const auto found = value_terms(archive.database(), row.id, by_code ? "" : folded,
                                   by_code ? kMostCodes : kMostValues);
    // By name only where no code begins so: a shell replaces what was typed by what all have in
    // common.
    const bool code_fits = std::ranges::any_of(
        found, [&](const ValueTerm& each) { return each.value.starts_with(folded); });
    for (const ValueTerm& each : found) {
      const std::string name = by_code ? name_of(row.kind, each.value) : "";
      const std::string compared = by_code && !code_fits ? fold_accents(name) : each.value;
      if (!compared.starts_with(folded)) continue;
      if (terminal_safe(each.value) != each.value) continue;  // nobody wants to type it
      // A bare "@" begins the name of a list.
      const bool plain = quotes == Quotes::None ||
                         (escape(each.value, kPlain) == each.value && !each.value.starts_with('@'));
      offer(before, plain ? each.value : quote(each.value),
            fmt::format("{}{}{} article{}", name, name.empty() ? "" : ", ", each.articles,
                        each.articles == 1 ? "" : "s"));
    }
  }

  void lists(const std::string& before, std::string_view typed) {
    for (const auto& [name, text] : value_lists()) {
      if (name.starts_with(typed)) offer(before, "@" + name, "a list");
    }
  }

  static std::string name_of(FieldKind kind, const std::string& code) {
    if (kind == FieldKind::Language) return language_name(code);
    const auto country = find_country(code);
    return country ? country_name(*country) : code;
  }

  std::span<const std::string> words_;
  std::string options_text_;
  std::vector<OptionLine> options_;  // views into it
  std::string out_;
};

}  // namespace

std::string complete(std::span<const std::string> words) { return Completion(words).run(); }

}  // namespace pressmark::searcher
