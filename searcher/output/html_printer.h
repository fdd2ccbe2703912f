#pragma once

#include <string>

#include "searcher/output/printer.h"

namespace pressmark::searcher {

/// A page of its own with the results, facets, timeline and tables of a search: for people who
/// would rather look, for printing and for mailing. It holds no script and asks nothing of any
/// network; what an article carries is text in it and nothing else, and only http and https
/// addresses become links.
class HtmlPrinter : public Printer {
 public:
  /// @param title  the query as typed
  HtmlPrinter(std::string title, Write write)
      : title_(std::move(title)), write_(std::move(write)) {}

  void hit(const Hit& hit) override;
  void facet(const Facet& facet) override;
  void timeline(const Timeline& timeline) override;
  void crossing(const CrossTable& table) override;
  void related(const Related& related) override;
  void comparison(const Comparison& comparison) override;
  void summary(const Summary& summary) override;
  void count(std::string_view query_id, const Count& count) override;
  void finish() override;

 private:
  std::string title_;
  Write write_;
  std::string hits_, counts_, summary_;  // HTML
};

}  // namespace pressmark::searcher
