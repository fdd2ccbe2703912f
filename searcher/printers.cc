#include "searcher/printers.h"

#include <algorithm>
#include <optional>

#include "common/error.h"
#include "searcher/output/citation_printer.h"
#include "searcher/output/html_printer.h"
#include "searcher/output/human_printer.h"
#include "searcher/output/json_printer.h"
#include "searcher/output/row_printer.h"

namespace pressmark::searcher {
namespace {

constexpr std::size_t kMachineSnippet = 200;  // columns
constexpr std::size_t kMentionColumns = 80;   // on each side
constexpr std::size_t kWidestText = 110;      // longer lines are hard to read

bool wanted(When when, bool automatic) {
  return when == When::Always || (when == When::Auto && automatic);
}

std::string_view record_of(const OutputOptions& output) {
  switch (output.format) {
    case Format::Urls:
      return "{url}";
    case Format::Paths:
      return "{origin}";
    case Format::Ids:
      return "{id}";
    default:
      return output.record;
  }
}

std::optional<CitationForm> citation_form(Format format) {
  switch (format) {
    case Format::Bibtex:
      return CitationForm::Bibtex;
    case Format::Ris:
      return CitationForm::Ris;
    case Format::Markdown:
      return CitationForm::Markdown;
    case Format::Atom:
      return CitationForm::Atom;
    default:
      return std::nullopt;
  }
}

}  // namespace

Style style_for(const OutputOptions& output, const Surroundings& here) {
  Style style;
  const bool terminal = here.output_is_terminal;
  style.colours = wanted(output.colour,
                         (terminal && !here.no_colour) || (here.force_colour && !here.no_colour));
  style.links = wanted(output.links, terminal && !here.no_colour);
  style.bars = terminal;
  style.width = terminal ? here.columns : 80;
  return style;
}

HitOptions hit_options_for(const OutputOptions& output, const Style& style) {
  HitOptions options;
  const auto names = [&](std::string_view name) {
    return output.record.find(name) != std::string::npos;
  };
  switch (output.format) {
    case Format::Human:
      options.snippet_columns = 2 * (std::min(style.width, kWidestText) - 4) - 12;
      options.short_ids = true;
      options.stories = true;
      if (output.kwic) {
        options.snippet_columns = 0;
        options.mention_columns = style.width;
      }
      options.similar_sources = 5;
      break;
    case Format::Jsonl:
      options.snippet_columns = kMachineSnippet;
      options.stories = true;
      options.similar_sources = 20;
      if (output.kwic) options.mention_columns = kMentionColumns;
      break;
    case Format::Csv:
    case Format::Tsv:
      options.stories = true;
      options.snippet_columns = kMachineSnippet;
      break;
    case Format::Atom:
      options.snippet_columns = kMachineSnippet;
      break;
    case Format::Html:
      options.snippet_columns = kMachineSnippet;
      options.stories = true;
      break;
    case Format::Template:
      if (names("{snippet}")) options.snippet_columns = kMachineSnippet;
      options.stories = names("{story}") || names("{similar}");
      break;
    default:
      break;
  }
  return options;
}

std::unique_ptr<Printer> make_printer(const OutputOptions& output, const SearchRequest& request,
                                      const Style& style, Write write, Write footer,
                                      const Surroundings& here) {
  switch (output.format) {
    case Format::Human:
      return std::make_unique<HumanPrinter>(
          style, std::move(write), std::move(footer),
          output.long_hits ? HumanPrinter::Detail::Long : HumanPrinter::Detail::Short, here.locale);
    case Format::Jsonl:
      return std::make_unique<JsonPrinter>(std::move(write));
    case Format::Csv:
      return std::make_unique<TablePrinter>(RowForm::Csv, std::move(write));
    case Format::Tsv:
      return std::make_unique<TablePrinter>(RowForm::Tsv, std::move(write));
    case Format::Trec:
      return std::make_unique<TrecPrinter>(std::move(write));
    case Format::Bibtex:
    case Format::Ris:
    case Format::Markdown:
    case Format::Atom:
      return std::make_unique<CitationPrinter>(*citation_form(output.format), title_of(request),
                                               std::move(write), here.now);
    case Format::Html:
      return std::make_unique<HtmlPrinter>(title_of(request), std::move(write));
    default: {
      auto record = Template::parse(record_of(output));
      if (!record) throw Error(ExitCode::Usage, record.error());
      const bool raw = output.null_ends && !here.output_is_terminal;
      return std::make_unique<LinePrinter>(
          std::move(*record), output.null_ends ? std::string_view("\0", 1) : std::string_view("\n"),
          raw ? Safety::Raw : Safety::Escaped, std::move(write));
    }
  }
}

}  // namespace pressmark::searcher
