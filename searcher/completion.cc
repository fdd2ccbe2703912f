#include "searcher/completion.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/archive_list.h"
#include "common/country.h"
#include "common/language.h"
#include "common/option_text.h"
#include "common/program.h"
#include "common/schema.h"
#include "common/segment_set.h"
#include "common/text.h"
#include "searcher/option_table.h"
#include "searcher/query/value_terms.h"

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

constexpr std::string_view kDateWords = "today yesterday 7d 30d 6m 1y";

/// The archive of --db or the environment; of several the first.
std::filesystem::path archive_of(std::span<const std::string> words) {
  std::vector<std::string> given;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == "--db" || words[i] == "-d") given = {"--db", words[i + 1]};
    if (words[i].starts_with("--db=")) given = {words[i]};
  }
  const auto standard = default_archive();
  const auto several = archive_list(standard.value_or(""));
  if (given.empty() && several.size() > 1) return several.front();
  auto options = common_options();
  options.add_options()("word", boost::program_options::value<std::vector<std::string>>(), "");
  return archive_path(parse_command_line(given, options, "word"));
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
    const bool is_list = option == "facet" || option == "related" || find_field(option) != nullptr;
    if (const auto comma = typed.rfind(','); is_list && comma != typed.npos) {
      before += typed.substr(0, comma + 1);
      typed.remove_prefix(comma + 1);
    }
    if (choices != kChoices.end()) {
      fixed(before, typed, choices->second);
    } else if (option == "facet" || option == "matrix") {
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
      values(*row, before, typed, Quotes::AroundBlanks);
    }
  }

  void fixed(std::string_view before, std::string_view typed, std::string_view list) {
    for (const std::string_view each : split(list, ' ')) {
      if (each.starts_with(typed)) offer(before, each, "");
    }
  }

  enum class Quotes { None, AroundBlanks };

  void values(const Field& row, const std::string& before, std::string_view typed, Quotes quotes) {
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
      const bool quoted = quotes == Quotes::AroundBlanks && each.value.find(' ') != each.value.npos;
      offer(before, quoted ? '"' + each.value + '"' : each.value,
            fmt::format("{}{}{} article{}", name, name.empty() ? "" : ", ", each.articles,
                        each.articles == 1 ? "" : "s"));
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
