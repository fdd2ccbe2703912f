#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/expected.h"
#include "searcher/output/printer.h"

namespace pressmark::searcher {

/// How the cells of a row become bytes.
enum class RowForm {
  Csv,  // RFC 4180, header line, lines end with LF
  Tsv,  // header line; tabs and line ends within a cell become visible escapes
};

/// Tables, each with a line of names first; none where there is no row. Facets, a timeline and
/// related values follow each other, without hits.
class TablePrinter : public Printer {
 public:
  TablePrinter(RowForm form, Write write) : form_(form), write_(std::move(write)) {}

  void hit(const Hit& hit) override;
  void facet(const Facet& facet) override;
  void timeline(const Timeline& timeline) override;
  void crossing(const CrossTable& table) override;
  void related(const Related& related) override;
  void comparison(const Comparison& comparison) override;
  void count(std::string_view query_id, const Count& count) override;

 private:
  void row(const std::vector<std::string>& header, const std::vector<std::string>& cells);
  void write_cells(const std::vector<std::string>& cells);

  RowForm form_;
  Write write_;
  std::vector<std::string> header_;  // of the table begun
};

/// Whether values may hold bytes that act on a terminal. Raw: for records that end with NUL and go
/// to another program.
enum class Safety { Escaped, Raw };

/// What a record of a line format is made of.
class Template {
 public:
  /// `{name}` is a field of a hit, `{{` a brace; \t, \n, \0 and \\ are read. An unknown field or an
  /// open brace is an error in words.
  static Expected<Template, std::string> parse(std::string_view text);

  /// The record without its end.
  std::string fill(const Hit& hit, Safety safety) const;

 private:
  struct Part {
    std::string text;   // as it is, or
    std::string field;  // the field's name
  };
  std::vector<Part> parts_;
};

/// The value of a field of a hit as a template, CSV and TSV know it; nothing for an unknown name.
std::optional<std::string> hit_value(const Hit& hit, std::string_view name);
/// The names it knows.
const std::vector<std::string>& hit_value_names();

/// One record a hit: urls, paths, ids, templates. A hit without the value (no URL) gives none.
class LinePrinter : public Printer {
 public:
  LinePrinter(Template record, std::string_view record_end, Safety safety, Write write);

  void hit(const Hit& hit) override;
  bool shows(const Hit& hit) const override;
  void count(std::string_view query_id, const Count& count) override;

 private:
  Template record_;
  std::string end_;
  Safety safety_;
  Write write_;
};

/// A run as TREC tools read it: query id, Q0, id of the article, rank, score, tag.
class TrecPrinter : public Printer {
 public:
  explicit TrecPrinter(Write write) : write_(std::move(write)) {}

  void hit(const Hit& hit) override;
  void count(std::string_view query_id, const Count& count) override;

 private:
  Write write_;
};

}  // namespace pressmark::searcher
